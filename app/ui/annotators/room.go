package annotators

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

// Room is who works here, and comparing with another.
type Room struct {
	desk *desk.Desk

	colleagues colleagues
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d, colleagues: colleagues{theirs: newTheirRows()}}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{
		Commands: room.commands(), Written: room.written(), Follow: room.drawTheirs, Dialogs: []func() app.UI{room.Render},
	}
}
