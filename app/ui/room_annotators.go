package ui

import "spanwise/app/ui/desk"

// annotatorsRoom is who works here, and comparing with another.
type annotatorsRoom struct {
	desk *desk.Desk

	colleagues colleagues
}

// newAnnotatorsRoom returns the room as it is before anything has been done in it.
func newAnnotatorsRoom(d *desk.Desk) *annotatorsRoom {
	return &annotatorsRoom{desk: d, colleagues: colleagues{theirs: newTheirRows()}}
}
