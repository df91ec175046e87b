package ui

import (
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// keysRoom is the keys of commands, their dialog and the help.
type keysRoom struct {
	desk *desk.Desk

	commands []kit.Command
	keys     keySettings
}

// newKeysRoom returns the room as it is before anything has been done in it.
func newKeysRoom(d *desk.Desk) *keysRoom {
	return &keysRoom{desk: d}
}
