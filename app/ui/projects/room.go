package projects

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

// Room is the projects of this browser.
type Room struct {
	desk *desk.Desk

	projects projects
	beside   sync.Mutex // held while something is done with a project that is not the page's own
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Written: room.written(), Dialogs: []func() app.UI{room.Render}}
}
