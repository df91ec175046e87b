// Package desk is what the rooms of the page share: the open project and article,
// what is selected, what there is to tell, and long work. What a room needs of the
// whole page, or of another room, it asks of the desk.
package desk

import (
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/session/steps"
	"spanwise/app/ui/keyboard"
	"spanwise/app/worker"
	"spanwise/app/worker/remote"
)

// Desk is what the rooms of the page share.
type Desk struct {
	Context        app.Context
	Store          *browser.Store // nil where nothing is kept
	Session        *session.Session
	ArticleID      string // the ID of the open article
	AnnotatorID    string // see Me
	Selection      Selection
	Pen            string
	CursorAt       int
	Notices        Notices
	Said           string
	Panel          SidePanel
	View           string // the ID of the view in the middle, "" for the first
	Stage          Stage
	OpeningPercent int                   // percent
	ProjectID      string                // the ID of the open project
	ProjectName    string                // its name as the list of projects had it
	me             annotations.Annotator // whom the page showed last, or zero
	mine           annotations.Progress  // of the reader
	ComparedID     string                // the annotator who is compared with, or ""
	Keys           *keyboard.Table
	Layout         keyboard.Layout // of the keyboard, where it is known
	errand         *errand
	Writing        Writing
	Ask            Requests
	turn           sync.Mutex     // of errands
	Second         *worker.Client // the way to the second program
	Steps          steps.Steps    // what the second program does for a session
	slowed         bool           // it was said that the second program has no thread of its own
}

// New returns a desk whose requests are answered so.
func New(ask Requests) *Desk {
	d := &Desk{Ask: ask}
	d.Second = worker.NewClient(d.startSecond)
	d.Steps = remote.New(d.Second)
	return d
}
