package desk

import "spanwise/app/browser"

// Seat is the open project, with its name if it has one: its own, or while it
// cannot be opened the list's.
func (d *Desk) Seat() browser.Project {
	seat := browser.Project{ID: d.ProjectID, Name: d.ProjectName}
	if d.Session != nil {
		seat.Name = d.Session.Project().Name()
	}
	return seat
}
