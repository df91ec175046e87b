package scheme

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// Room is editing the scheme.
type Room struct {
	desk *desk.Desk

	scheming   *schemeDraft
	draftRules *browser.Stylesheet
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{Written: room.written(), Dialogs: []func() app.UI{room.Render}}
}
