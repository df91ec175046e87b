package ui

import (
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// schemeRoom is editing the scheme.
type schemeRoom struct {
	desk *desk.Desk

	scheming   *schemeDraft
	draftRules *browser.Stylesheet
}

// newSchemeRoom returns the room as it is before anything has been done in it.
func newSchemeRoom(d *desk.Desk) *schemeRoom {
	return &schemeRoom{desk: d}
}
