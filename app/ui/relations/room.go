package relations

import "spanwise/app/ui/desk"

// Room is making, drawing and listing relations.
type Room struct {
	desk *desk.Desk

	relating  relating
	relations relationTable
	drag      drag
	wiring    wiring
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d, wiring: newWiring()}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Commands: room.commands(), Written: room.written(), Follow: room.follow, Empty: room.empty, LetGo: room.letGo}
}

func (room *Room) empty() { room.relating = relating{} }

func (room *Room) letGo() { room.drag, room.wiring.asked = drag{}, false }
