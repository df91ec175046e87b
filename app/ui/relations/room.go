package relations

import "spanwise/app/ui/desk"

// Room is making, drawing and listing relations.
type Room struct {
	desk *desk.Desk

	Relating  Relating
	relations relationTable
	Tow       Tow
	Wiring    wiring
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d, Wiring: newWiring()}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Commands: room.Commands(), Written: room.Written(), Follow: room.Follow, Empty: room.empty, LetGo: room.letGo}
}

func (room *Room) empty() { room.Relating = Relating{} }

func (room *Room) letGo() { room.Tow, room.Wiring.Asked = Tow{}, false }
