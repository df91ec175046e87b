package keeping

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

// Room is saving, backups and what is told of them.
type Room struct {
	desk *desk.Desk

	keeping  keeping
	exported int
	followed settled
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Follow: room.follow, Dialogs: []func() app.UI{room.Render}}
}
