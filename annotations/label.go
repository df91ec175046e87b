package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Label is one thing that a span can be marked as, or in a scheme's Tags one
// thing that can be said of a whole document.
type Label struct {
	ID         string      // stable and machine-readable, such as "source-bias"; never empty
	Name       string      // for people, such as "Source bias"; never empty
	Key        string      // the one character that picks the label, or ""
	Color      string      // "#rrggbb"; never the only sign of a label
	Definition string      // what is to be marked, and where the border lies
	Examples   []string    // texts that are to be marked so
	Parent     string      // the ID of the label in whose group it stands, or ""
	Attributes []Attribute // what spans of it can say more
	Entry      EntryRule   // whether spans of it point to a register entry
	NoOverlap  bool        // two spans of it, in one set, are not to share any text
}

// EntryRule says whether a label's spans point to entries of the register.
type EntryRule string

// The rules. Like NoOverlap they are held to where people mark, and what breaks
// one is listed as to do: no edit is refused for them.
const (
	NoEntry       EntryRule = ""
	EntryOptional EntryRule = "optional"
	EntryRequired EntryRule = "required"
)

// Attribute returns the attribute with the ID given.
func (l *Label) Attribute(id string) (*Attribute, bool) {
	for i := range l.Attributes {
		if l.Attributes[i].ID == id {
			return &l.Attributes[i], true
		}
	}
	return nil, false
}

// Equal reports whether two labels say the same in every field.
func (l Label) Equal(m Label) bool {
	return l.ID == m.ID && l.Name == m.Name && l.Key == m.Key && l.Color == m.Color &&
		l.Definition == m.Definition && slices.Equal(l.Examples, m.Examples) && l.Parent == m.Parent &&
		slices.EqualFunc(l.Attributes, m.Attributes, Attribute.Equal) &&
		l.Entry == m.Entry && l.NoOverlap == m.NoOverlap
}

// check says what is wrong with the label taken by itself.
func (l *Label) check() error {
	err := cmp.Or(checkUTF8("ID", l.ID), checkUTF8("name", l.Name), checkUTF8("key", l.Key),
		checkUTF8("definition", l.Definition), checkAllUTF8("example", l.Examples))
	switch {
	case err != nil:
		return err
	case l.ID == "":
		return errors.New("it has no ID")
	case l.Name == "":
		return errors.New("it has no name")
	case utf8.RuneCountInString(l.Key) > 1:
		return fmt.Errorf("its key %q is more than one character", l.Key)
	case !IsColor(l.Color):
		return fmt.Errorf("its colour %q is not of the form #rrggbb", l.Color)
	case l.Entry != NoEntry && l.Entry != EntryOptional && l.Entry != EntryRequired:
		return fmt.Errorf("its rule for entries %q is neither %q nor %q", l.Entry, EntryOptional, EntryRequired)
	}
	return checkAttributes(l.Attributes)
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

func checkAllUTF8(what string, all []string) error {
	for _, s := range all {
		if err := checkUTF8(what, s); err != nil {
			return err
		}
	}
	return nil
}
