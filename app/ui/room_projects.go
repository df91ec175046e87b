package ui

import "spanwise/app/ui/desk"

// projectsRoom is the projects of this browser.
type projectsRoom struct {
	desk *desk.Desk

	projects projects
}
