package desk

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
)

// Requests are what a room may ask of the others, without knowing which of them
// answers.
type Requests interface {
	// Refresh brings everything that is derived from the work up to date.
	Refresh()
	// Undo takes back the last edit, and Redo makes it again.
	Undo()
	Redo()
	// Done is told of an edit that a person has just made.
	Done(e annotations.Edit)

	// OpenArticle opens an article from its beginning, as a person asks for it.
	OpenArticle(id string)
	// ShowArticle opens an article at the block that a person is going to see.
	ShowArticle(id string, block int)
	// Reveal scrolls the open article to a range of its text, unless it is in view.
	Reveal(r annotations.Range)
	// Paint draws the open article's text as it is now, without waiting.
	Paint()
	// KeepPlace remembers what is open and where a person reads.
	KeepPlace()

	// UseLabel marks the selected text with a label or relabels what is chosen, and
	// reports whether there was either.
	UseLabel(label string) bool
	// TakePen holds a label as a pen, or lays it down.
	TakePen(label string)
	// DeleteChosen deletes what is chosen, and reports whether anything was.
	DeleteChosen() bool
	// Relabel gives what is chosen another label.
	Relabel(label string)
	// MergeChosen makes one span of those chosen.
	MergeChosen()
	// AdoptSelection takes over text that was selected by other means than ours. It
	// reports false where it cannot be told what is selected.
	AdoptSelection() bool
	// SpansAt gives the reader's spans over a run of a block as it is drawn.
	SpansAt(block, run int) []string
	// Drawn reports whether a block of the open article has its spans drawn.
	Drawn(block int) bool
	// GiveSpans offers spans that were pressed to whoever asks for one, and reports
	// whether anybody did.
	GiveSpans(ids []string) bool
	// GivePlace does that with the spans where the text was pressed.
	GivePlace(target app.Value) bool
	// FindLabel opens the dialog in which a label is found.
	FindLabel()

	// OpenRegister opens the register at an entry, or with "" at its list.
	OpenRegister(entry string)
	// OpenAnnotators opens the dialog of annotators.
	OpenAnnotators()
	// RenameAnnotator opens it where one of them is being named.
	RenameAnnotator(id string)
	// CheckSpans looks through all spans for what is seldom meant.
	CheckSpans(s *session.Session)
	// ShowSaving says at once whether the work is saved.
	ShowSaving()
	// OpenAsProject makes a project of what is read, and goes there.
	OpenAsProject(from string, read OwnReader, fail func(error))
	// TellOwn tells of a file that is the open project now.
	TellOwn(it OwnProject)
	// OpenSession opens another session in the place of this one. It is not for the UI
	// goroutine.
	OpenSession(start session.Start)
}
