package ui

import "spanwise/app/ui/desk"

// keepingRoom is saving, backups and what is told of them.
type keepingRoom struct {
	desk *desk.Desk

	keeping  keeping
	exported int
}

// newKeepingRoom returns the room as it is before anything has been done in it.
func newKeepingRoom(d *desk.Desk) *keepingRoom {
	return &keepingRoom{desk: d}
}
