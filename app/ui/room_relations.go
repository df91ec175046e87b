package ui

import "spanwise/app/ui/desk"

// relationsRoom is making, drawing and listing relations.
type relationsRoom struct {
	desk *desk.Desk

	relating  relating
	relations relationTable
	tow       tow
	wiring    wiring
}
