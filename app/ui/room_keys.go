package ui

import "spanwise/app/ui/desk"

// keysRoom is the keys of commands, their dialog and the help.
type keysRoom struct {
	desk *desk.Desk
	page *Page

	keys keySettings
}
