package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

// textRoom is the open article: drawing it, selecting in it, marking and shaping spans by the text.
type textRoom struct {
	desk  *desk.Desk
	slots textSlots

	canvas   canvas
	drawing  *drawing
	near     blocks
	printing bool
	exact    bool
	pressed  press
	clicks   clicks
	settling int
	grip     grip
}

// textSlots are what other rooms draw in the open article's sheet.
type textSlots struct {
	About func() app.UI   // what is said of the article as a whole
	Own   func() app.UI   // what can be done with an article that a person brought
	Over  func() []app.UI // what lies over the text
}

// newTextRoom returns the room as it is before anything has been done in it.
func newTextRoom(d *desk.Desk, slots textSlots) *textRoom {
	return &textRoom{desk: d, slots: slots}
}
