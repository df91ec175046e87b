package desk

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
)

// Writing is what the page asks of what keeps that which is being written, in
// whatever field. A key says which field: see KeyFor.
type Writing interface {
	// Commit makes edits of all that is being written and is one, since something
	// else is going to be done.
	Commit()
	// CommitOne does that with one field.
	CommitOne(key string)
	// Leave does that with a field that the keyboard has left.
	Leave(field app.Value)
	// TakeBack puts into a field what stood there before anybody wrote in it.
	TakeBack(key string)
	// End lets go of what was being written: what comes of it is another's business.
	End(key string)
	// Keep keeps all that is being written, as edits or as drafts.
	Keep()

	// On reports whether a person is writing in a field.
	On(key string) bool
	// Show is a number that changes when a field has to show something else than
	// what a person has typed there.
	Show(key, kept string) int
	// Loose reports whether something of what is being written is not kept, or kept
	// still though it became an edit.
	Loose() bool
	// Failing is why a draft could not be kept that is kept nowhere, or nil.
	Failing() error

	// Do makes an edit, which goes on with the step of what is being written.
	Do(e annotations.Edit) error
	// Making reports whether the edit is one of what is being written: what is wrong
	// with it is not told then.
	Making() bool
	// Refuse notes that the edit that is being made cannot be made now.
	Refuse()
}
