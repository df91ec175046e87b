package ui

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/keyboard"
)

// deskRoom is what the rooms of the page share.
type deskRoom struct {
	ctx       app.Context
	store     *browser.Store // nil where nothing is kept
	session   *session.Session
	open      string // the ID of the open article
	annotator string // see me
	selection selection
	pen       string
	cursorAt  int
	notices   notices
	said      string
	panel     sidePanel
	welcoming welcome
	opening   int    // percent
	project   string // the ID of the open project
	with      string // the annotator who is compared with, or ""
	keys      *keyboard.Table
	errand    *errand
	writing   Writing
	ask       Requests
	turn      sync.Mutex // of errands
}
