package ui

import "spanwise/app/ui/desk"

// writingRoom is what a person is writing in any field, and how it is kept.
type writingRoom struct {
	desk *desk.Desk

	kinds   map[string]desk.WrittenKind
	writing writing
}

// newWritingRoom returns the room as it is before anything has been done in it.
func newWritingRoom(d *desk.Desk) *writingRoom {
	return &writingRoom{desk: d, kinds: map[string]desk.WrittenKind{}}
}
