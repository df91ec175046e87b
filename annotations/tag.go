package annotations

import (
	"fmt"
	"slices"
)

// Tag is a label that a whole document has.
type Tag struct {
	Label  string  // the ID of a tag of the scheme
	Values []Value // sorted by attribute
}

// Equal reports whether two tags say the same.
func (t Tag) Equal(u Tag) bool {
	return t.Label == u.Label && slices.EqualFunc(t.Values, u.Values, Value.Equal)
}

// The states of a set.
const (
	StateOpen = "open" // that is being worked on
	StateDone = "done" // that its annotator holds to be complete
)

// About is what an annotator says about a document as a whole.
type About struct {
	State string // StateOpen or StateDone
	Note  string
	Tags  []Tag // sorted by label, each once
}

// Equal reports whether both say the same.
func (a About) Equal(b About) bool {
	return a.State == b.State && a.Note == b.Note && slices.EqualFunc(a.Tags, b.Tags, Tag.Equal)
}

// nothing reports whether it says nothing but that the set is open.
func (a About) nothing() bool { return a.State == StateOpen && a.Note == "" && len(a.Tags) == 0 }

// kept returns a copy that the caller can no longer reach.
func (a About) kept() About {
	a.Tags = cloned(a.Tags)
	for i := range a.Tags {
		a.Tags[i].Values = cloned(a.Tags[i].Values)
	}
	return a
}

// cloned is slices.Clone that makes no difference between no and none.
func cloned[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}

// check says what is wrong with it under the project's scheme.
func (a *About) check(p *Project) error {
	if a.State != StateOpen && a.State != StateDone {
		return fmt.Errorf("its state %q is neither %q nor %q", a.State, StateOpen, StateDone)
	}
	for i, t := range a.Tags {
		label := p.tag(t.Label)
		switch {
		case label == nil:
			return fmt.Errorf("its tag %q is not in the scheme", t.Label)
		case i > 0 && a.Tags[i-1].Label >= t.Label:
			return fmt.Errorf("the tag %q is there twice or not in order", t.Label)
		}
		if err := checkValues(t.Values, label, p); err != nil {
			return fmt.Errorf("tag %q: %w", t.Label, err)
		}
	}
	return checkUTF8("note", a.Note)
}
