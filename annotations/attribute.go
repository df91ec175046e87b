package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"spanwise/annotations/jsontext"
)

// Attribute is something that a span or a tag can say besides its label.
type Attribute struct {
	ID, Name, Definition string
	Type                 AttributeType
	Required             bool     // what lacks it is to do; no edit is refused for it
	Default              []string // the words of the value that a new span has, or none
	Options              []Option // to choose from, where Type is Choice or Choices
	Min, Max             string   // the least and greatest number, where Type is Number, or ""
	Offers               string   // of a text: the label whose entries' names are offered, or ""
	Labels               []string // whose entries it takes, where Type is Entries; none stands for any
	Several              bool     // it takes more than one entry, where Type is Entries
}

// AttributeType is what kind of value an attribute has.
type AttributeType string

// The types of attributes.
const (
	Text    AttributeType = "text"
	Choice  AttributeType = "choice"  // one of the options
	Choices AttributeType = "choices" // any of the options
	Flag    AttributeType = "flag"    // yes or no
	Number  AttributeType = "number"
	Date    AttributeType = "date"  // as TIMEX3 has it
	Entries AttributeType = "entry" // of the register: one or several, to which a value points
)

// Option is one of the values of a choice.
type Option struct{ ID, Name, Definition string }

// Equal reports whether two attributes say the same in every field.
func (a Attribute) Equal(b Attribute) bool {
	return a.ID == b.ID && a.Name == b.Name && a.Definition == b.Definition && a.Type == b.Type &&
		a.Required == b.Required && slices.Equal(a.Default, b.Default) && slices.Equal(a.Options, b.Options) &&
		a.Min == b.Min && a.Max == b.Max && a.Offers == b.Offers &&
		slices.Equal(a.Labels, b.Labels) && a.Several == b.Several
}

// Option returns the option with the ID given.
func (a *Attribute) Option(id string) (Option, bool) {
	if i := a.option(id); i >= 0 {
		return a.Options[i], true
	}
	return Option{}, false
}

func (a *Attribute) option(id string) int {
	return slices.IndexFunc(a.Options, func(o Option) bool { return o.ID == id })
}

func checkAttributes(attributes []Attribute) error {
	ids := map[string]bool{}
	for i := range attributes {
		a := &attributes[i]
		if err := a.check(); err != nil {
			return fmt.Errorf("attribute %d (%q): %w", i+1, a.ID, err)
		}
		if ids[a.ID] {
			return fmt.Errorf("attribute %d: the ID %q is used twice", i+1, a.ID)
		}
		ids[a.ID] = true
	}
	return nil
}

// check says what is wrong with the attribute taken by itself.
func (a *Attribute) check() error {
	if err := cmp.Or(checkUTF8("ID", a.ID), checkUTF8("name", a.Name), checkUTF8("definition", a.Definition)); err != nil {
		return err
	}
	switch {
	case a.ID == "":
		return errors.New("it has no ID")
	case a.Name == "":
		return errors.New("it has no name")
	case !a.Type.known():
		return fmt.Errorf("its type %q is none", a.Type)
	case len(a.Options) > 0 && a.Type != Choice && a.Type != Choices:
		return fmt.Errorf("it has options, which its type %q does not know", a.Type)
	case a.Offers != "" && a.Type != Text:
		return fmt.Errorf("it offers entries, which its type %q does not know", a.Type)
	case a.Type != Entries && (len(a.Labels) > 0 || a.Several):
		return fmt.Errorf("it says which entries it takes, which its type %q does not know", a.Type)
	}
	return cmp.Or(checkOptions(a.Options), a.checkBounds(), a.checkDefault())
}

func (t AttributeType) known() bool {
	switch t {
	case Text, Choice, Choices, Flag, Number, Date, Entries:
		return true
	}
	return false
}

func checkOptions(options []Option) error {
	ids := map[string]bool{}
	for i, o := range options {
		if err := cmp.Or(checkUTF8("ID", o.ID), checkUTF8("name", o.Name), checkUTF8("definition", o.Definition)); err != nil {
			return fmt.Errorf("option %d: %w", i+1, err)
		}
		switch {
		case o.ID == "":
			return fmt.Errorf("option %d has no ID", i+1)
		case o.Name == "":
			return fmt.Errorf("option %d (%q) has no name", i+1, o.ID)
		case ids[o.ID]:
			return fmt.Errorf("option %d: the ID %q is used twice", i+1, o.ID)
		}
		ids[o.ID] = true
	}
	return nil
}

func (a *Attribute) checkBounds() error {
	if a.Min == "" && a.Max == "" {
		return nil
	}
	if a.Type != Number {
		return fmt.Errorf("it has bounds, which its type %q does not know", a.Type)
	}
	for _, bound := range []string{a.Min, a.Max} {
		if _, ok := number(bound); bound != "" && !ok {
			return fmt.Errorf("its bound %q is not a number as JSON writes one", bound)
		}
	}
	least, _ := number(a.Min)
	greatest, _ := number(a.Max)
	if a.Min != "" && a.Max != "" && least > greatest {
		return fmt.Errorf("its bounds are the wrong way round: %s to %s", a.Min, a.Max)
	}
	return nil
}

// checkDefault holds the default to what any value is held to.
func (a *Attribute) checkDefault() error {
	if len(a.Default) == 0 {
		return nil
	}
	if a.Type == Date || a.Type == Entries {
		return fmt.Errorf("it has a default, which its type %q cannot have", a.Type)
	}
	v, err := a.Value(a.Default...)
	if err == nil {
		err = v.check(a)
	}
	if err != nil {
		return fmt.Errorf("its default: %w", err)
	}
	return nil
}

// number reads a number that is written as JSON writes one, of at most 30 characters.
func number(s string) (float64, bool) {
	if s == "" || len(s) > 30 || !jsontext.IsLiteral(s) || s[0] == 't' || s[0] == 'f' || s[0] == 'n' {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}
