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

// newRelationsRoom returns the room as it is before anything has been done in it.
func newRelationsRoom(d *desk.Desk) *relationsRoom {
	return &relationsRoom{desk: d, wiring: newWiring()}
}
