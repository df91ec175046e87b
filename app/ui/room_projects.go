package ui

import "spanwise/app/ui/desk"

// projectsRoom is the projects of this browser.
type projectsRoom struct {
	desk *desk.Desk

	projects projects
}

// newProjectsRoom returns the room as it is before anything has been done in it.
func newProjectsRoom(d *desk.Desk) *projectsRoom {
	return &projectsRoom{desk: d}
}
