package ui

import "spanwise/app/ui/desk"

// aboutRoom is what is said of the whole article: tags, note and state.
type aboutRoom struct {
	desk *desk.Desk

	saying saying
}

// newAboutRoom returns the room as it is before anything has been done in it.
func newAboutRoom(d *desk.Desk) *aboutRoom {
	return &aboutRoom{desk: d}
}
