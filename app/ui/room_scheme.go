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
