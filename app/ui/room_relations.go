package ui

import "spanwise/app/ui/desk"

// relationsRoom is making, drawing and listing relations.
type relationsRoom struct {
	desk *desk.Desk
	page *Page

	relating     relating
	relationOpen string
	relations    relationTable
	tow          tow
	wiring       wiring
}
