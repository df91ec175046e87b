package annotations

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// Label is one thing that a span can be marked as.
type Label struct {
	ID         string // stable and machine-readable, such as "source-bias"; never empty
	Name       string // for people, such as "Source bias"; never empty
	Key        string // the one character that picks the label, or ""
	Color      string // "#rrggbb"; never the only sign of a label
	Definition string // what is to be marked, and where the border lies
}

// Scheme is the labels of a project. A scheme is never changed in place.
type Scheme struct {
	Name   string
	Labels []Label
}

// Label returns the label with the ID given.
func (s *Scheme) Label(id string) (Label, bool) {
	for _, l := range s.Labels {
		if l.ID == id {
			return l, true
		}
	}
	return Label{}, false
}

// Check says what is wrong with the scheme: a label without an ID or a name,
// two labels with one ID or one key, a key of more than one character, a
// colour that is not "#rrggbb", or text that is not valid UTF-8. A scheme
// without labels is fine.
func (s *Scheme) Check() error {
	if err := checkUTF8("scheme name", s.Name); err != nil {
		return err
	}
	ids, keys := map[string]bool{}, map[string]string{}
	for i, l := range s.Labels {
		if err := l.check(); err != nil {
			return fmt.Errorf("label %d (%q): %w", i+1, l.ID, err)
		}
		if ids[l.ID] {
			return fmt.Errorf("label %d: the ID %q is used twice", i+1, l.ID)
		}
		ids[l.ID] = true
		if other, taken := keys[l.Key]; taken && l.Key != "" {
			return fmt.Errorf("labels %q and %q have the same key %q", other, l.ID, l.Key)
		}
		keys[l.Key] = l.ID
	}
	return nil
}

func (l Label) check() error {
	for _, f := range []struct{ name, value string }{
		{"ID", l.ID}, {"name", l.Name}, {"key", l.Key}, {"definition", l.Definition},
	} {
		if err := checkUTF8(f.name, f.value); err != nil {
			return err
		}
	}
	switch {
	case l.ID == "":
		return fmt.Errorf("it has no ID")
	case l.Name == "":
		return fmt.Errorf("it has no name")
	case utf8.RuneCountInString(l.Key) > 1:
		return fmt.Errorf("its key %q is more than one character", l.Key)
	case !IsColor(l.Color):
		return fmt.Errorf("its colour %q is not of the form #rrggbb", l.Color)
	}
	return nil
}

// IsColor reports whether s is a colour as labels have it, "#rrggbb".
func IsColor(s string) bool {
	if len(s) != 7 || s[0] != '#' {
		return false
	}
	for _, c := range s[1:] {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'f', c >= 'A' && c <= 'F':
		default:
			return false
		}
	}
	return true
}

// checkUTF8 guards everything that will be written: JSON has no other bytes,
// and what it cannot hold would be changed without a word.
func checkUTF8(what, s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s %q is not valid UTF-8", what, s)
	}
	return nil
}

func (s *Scheme) equal(t *Scheme) bool {
	return s == t || s.Name == t.Name && slices.Equal(s.Labels, t.Labels)
}
