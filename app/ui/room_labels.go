package ui

import (
	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// labelsRoom is the labels beside the text, their guidelines and how one is found.
type labelsRoom struct {
	desk *desk.Desk

	rules   *browser.Stylesheet
	styled  *annotations.Scheme
	finder  labelSearch
	guiding bool
	inFull  bool
}
