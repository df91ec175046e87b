package bringing

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

// Room is texts and files that come in, and the file that leaves.
type Room struct {
	desk *desk.Desk

	form      form
	dropping  bool
	changed   changedTexts
	replacing replacing
	retyped   retyped
	incoming  *incoming
	arriving  *arrivals
	asking    sync.Mutex
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Written: room.written(), Dialogs: []func() app.UI{
		room.renderForm, room.renderMerge, room.renderArrivals, room.renderChanged, room.renderReplacing, room.renderDropHint,
	}}
}
