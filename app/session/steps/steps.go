// Package steps is the heavy parts of what a session does: functions of values that can be written as bytes (a project as
// its file), without any other effect. So another program than the page's can do them. Package direct does them in this
// one.
package steps

import (
	"context"
	"errors"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/corpus"
)

// Steps do what is heavy. Work that takes its time calls the pace, and ends early with ctx's error when ctx does.
type Steps interface {
	// Read reads a file of a format, by the format's ID: one that the session cannot read by itself, since not all in it fits
	// or it is to be repaired.
	Read(ctx context.Context, id string, data []byte, options format.Options, pace annotations.Pace) (format.Reading, error)
	// Plan plans the merging of files, one after the other. The edits themselves are in the plans only where they are wanted.
	Plan(ctx context.Context, into *annotations.Project, files []intake.Source, edits bool, pace annotations.Pace) ([]intake.Plan, error)
	// Compare finds the texts of a file that are other versions of texts here, and where their spans would be on those.
	Compare(ctx context.Context, into, file *annotations.Project, pace annotations.Pace) ([]*ChangedText, error)
	// CompareText finds where the spans on a document, by its ID, would be on another text.
	CompareText(ctx context.Context, p *annotations.Project, id string, text *corpus.Document, pace annotations.Pace) (*intake.Comparison, error)
	// Forget says that the projects of before will not come again.
	Forget()
}

// AwayError says that what does the steps is not there, or has ended: nothing is wrong with what it was given.
type AwayError struct{ Why error }

func (e *AwayError) Error() string { return e.Why.Error() }

func (e *AwayError) Unwrap() error { return e.Why }

// None does nothing: a session with it cannot do what is heavy, and says so.
var None Steps = none{}

type none struct{}

var errNone = &AwayError{errors.New("this program cannot do it")}

func (none) Read(context.Context, string, []byte, format.Options, annotations.Pace) (format.Reading, error) {
	return format.Reading{}, errNone
}

func (none) Plan(context.Context, *annotations.Project, []intake.Source, bool, annotations.Pace) ([]intake.Plan, error) {
	return nil, errNone
}

func (none) Compare(context.Context, *annotations.Project, *annotations.Project, annotations.Pace) ([]*ChangedText, error) {
	return nil, errNone
}

func (none) CompareText(context.Context, *annotations.Project, string, *corpus.Document, annotations.Pace) (*intake.Comparison, error) {
	return nil, errNone
}

func (none) Forget() {}
