package ui

import (
	"sync"

	"spanwise/app/ui/desk"
)

// bringingRoom is texts and files that come in, and the file that leaves.
type bringingRoom struct {
	desk *desk.Desk

	form      form
	dropping  bool
	changed   changedTexts
	replacing replacing
	retyped   retyped
	importing *importing
	arriving  *arrivals
	asking    sync.Mutex
}

// newBringingRoom returns the room as it is before anything has been done in it.
func newBringingRoom(d *desk.Desk) *bringingRoom {
	return &bringingRoom{desk: d}
}
