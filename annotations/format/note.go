package format

import (
	"fmt"

	"spanwise/annotations"
)

// Note is one thing about a file that a person is told: what reading it altered or guessed, or would.
type Note struct {
	Where  Place
	What   annotations.Message // what was found there
	Repair annotations.Message // what was done about it; empty where What says that too
}

// Message is all of the note, as one sentence without its full stop.
func (n Note) Message() annotations.Message {
	if n.Repair.Empty() {
		return n.What
	}
	return annotations.Say("%s: %s; %s", n.Where.String(), n.What, n.Repair)
}

// String is the note in English.
func (n Note) String() string { return n.Message().String() }

// Messages are notes as sentences.
func Messages(notes []Note) []annotations.Message {
	all := make([]annotations.Message, len(notes))
	for i, n := range notes {
		all[i] = n.Message()
	}
	return all
}

// Place is where in a file something is, as far as that is known.
type Place struct {
	Path    string // as the format has it: a path of fields, or a line
	Name    string // what people call the thing there
	Article string // the title of the article that it is in or about
	Span    string // the ID of the span that it is about
}

// String is the place in English.
func (p Place) String() string {
	said := p.Path
	if p.Name != "" {
		said += ", “" + p.Name + "”"
	}
	if p.Article != "" {
		said += ", in “" + p.Article + "”"
	}
	return said
}

// BrokenError says that a file is whole, but that what it says does not fit together, and what reading it repaired would
// do about each.
type BrokenError struct {
	Problems []Note // at least one
	First    error  // why reading gave up
}

func (e *BrokenError) Error() string {
	if more := len(e.Problems) - 1; more > 0 {
		return fmt.Sprintf("%v (and %v)", e.First, annotations.Count{N: more, Of: "more problem"})
	}
	return e.First.Error()
}

// MisfitError says that a file is whole, but that what it says does not fit together, where nobody has looked yet for all
// of that.
type MisfitError struct{ Why error } // the first of it

func (e *MisfitError) Error() string { return e.Why.Error() }

func (e *MisfitError) Unwrap() error { return e.Why }
