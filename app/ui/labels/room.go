package labels

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// Room is the labels beside the text, their guidelines and how one is found.
type Room struct {
	desk *desk.Desk

	rules   *browser.Stylesheet
	styled  *annotations.Scheme
	finder  labelSearch
	guiding bool
	InFull  bool
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d}
}

// Registration is what the room brings to the page.
func (room *Room) Registration() desk.Registration {
	return desk.Registration{
		Commands: room.commands(),
		Follow:   room.follow,
		Dialogs:  []func() app.UI{room.renderGuidelines, room.renderFinder},
	}
}

// Start makes room for the rules by which labels are drawn.
func (room *Room) Start() { room.rules = browser.NewStylesheet() }

// follow draws labels as the scheme has them now.
func (room *Room) follow() {
	if room.styled != room.desk.Scheme() {
		room.styled = room.desk.Scheme()
		room.rules.Replace(kit.LabelRules(room.styled))
	}
}
