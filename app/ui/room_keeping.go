package ui

import "spanwise/app/ui/desk"

// keepingRoom is saving, backups and what is told of them.
type keepingRoom struct {
	desk *desk.Desk

	keeping  keeping
	exported int
}
