package ui

import (
	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// labelsRoom is the labels beside the text, their guidelines and how one is found.
type labelsRoom struct {
	desk *desk.Desk

	rules   *browser.Stylesheet
	styled  *annotations.Scheme
	finder  labelSearch
	guiding bool
	inFull  bool
}

// newLabelsRoom returns the room as it is before anything has been done in it.
func newLabelsRoom(d *desk.Desk) *labelsRoom {
	return &labelsRoom{desk: d}
}
