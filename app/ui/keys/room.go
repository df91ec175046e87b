package keys

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// Room is the keys of commands, their dialog and the help.
type Room struct {
	desk *desk.Desk

	Commands []kit.Command
	keys     keySettings
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (r *Room) Registration() desk.Registration {
	return desk.Registration{Dialogs: []func() app.UI{r.Render}}
}
