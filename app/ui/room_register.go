package ui

import (
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
)

// registerRoom is the register of entries, and the field that points a span to one.
type registerRoom struct {
	desk *desk.Desk

	register register
	suggest  entryfield.Suggester
}

// newRegisterRoom returns the room as it is before anything has been done in it.
func newRegisterRoom(d *desk.Desk) *registerRoom {
	return &registerRoom{desk: d}
}
