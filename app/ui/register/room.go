package register

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
)

// Room is the register of entries, and the field that points a span to one.
type Room struct {
	desk *desk.Desk

	register register
	suggest  entryfield.Suggester
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Written: room.written(), Follow: room.follow, Dialogs: []func() app.UI{room.Render}}
}
