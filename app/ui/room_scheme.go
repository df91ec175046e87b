package ui

import "spanwise/app/browser"

// schemeRoom is editing the scheme.
type schemeRoom struct {
	page *Page

	scheming   *schemeDraft
	draftRules *browser.Stylesheet
}
