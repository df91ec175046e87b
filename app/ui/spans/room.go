package spans

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// Room is the list of spans, what is said of one, and several at once.
type Room struct {
	desk  *desk.Desk
	slots Slots

	spans          *spanRows
	listedVersions kit.Versions[listed]
	details        details
	suggest        entryfield.Suggester
}

// Slots are the parts of the chosen span's details that other rooms draw.
type Slots struct {
	Relations func() app.UI
	Beside    func(*annotations.Span) string // what another annotator has there
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk, slots Slots) *Room {
	return &Room{desk: d, slots: slots, spans: newSpanRows()}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Commands: room.commands(), Written: room.written(), Follow: room.follow}
}

func (room *Room) follow() {
	room.tellRefused(room.desk.Selection.Span)
	room.draw()
}
