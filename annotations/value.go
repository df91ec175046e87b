package annotations

import (
	"fmt"
	"slices"
	"strings"
)

// Value is what a span or a tag says in one attribute. Which field says it goes
// with the attribute's type.
type Value struct {
	Attribute string   // the attribute's ID
	Text      string   // a text, never empty; an option's ID; a number as JSON writes it; "true" or "false"
	Choices   []string // several options' IDs, in the order of the options, never empty
	Entries   []string // the IDs of entries of the register, each once, in the order of who said them, never empty
	Date      *Timex
}

// Value makes a value of the attribute out of words: a text, an option's ID, a
// number, "true" or "false", any number of options' IDs in any order, or of
// entries' IDs. It does not check them.
func (a *Attribute) Value(words ...string) (Value, error) {
	v := Value{Attribute: a.ID}
	switch {
	case a.Type == Choices:
		v.Choices = slices.Clone(words)
		slices.SortFunc(v.Choices, func(x, y string) int { return a.option(x) - a.option(y) })
	case a.Type == Entries:
		v.Entries = slices.Clone(words)
	case len(words) != 1 || a.Type == Date:
		return v, fmt.Errorf("%d words are no %s", len(words), a.Type)
	default:
		v.Text = words[0]
	}
	return v, nil
}

// Equal reports whether two values say the same.
func (v Value) Equal(w Value) bool {
	return v.Attribute == w.Attribute && v.Text == w.Text && slices.Equal(v.Choices, w.Choices) && slices.Equal(v.Entries, w.Entries) &&
		(v.Date == w.Date || v.Date != nil && w.Date != nil && *v.Date == *w.Date)
}

// Check says what is wrong with v as a value of the attribute, wherever it is said:
// which entries there are is for CheckIn.
func (a *Attribute) Check(v Value) error { return v.check(a) }

func (v *Value) check(a *Attribute) error {
	switch {
	case v.form() != a.form():
		return fmt.Errorf("it is no %s", a.Type)
	case a.Type == Date:
		return v.Date.Check()
	case a.Type == Choices:
		return v.checkChoices(a)
	case a.Type == Entries:
		return v.checkEntries(a)
	}
	return v.checkText(a)
}

// valueForm is which of a value's fields say what it says; a text may be empty.
type valueForm struct{ text, choices, entries, date bool }

func (v *Value) form() valueForm {
	f := valueForm{choices: v.Choices != nil, entries: v.Entries != nil, date: v.Date != nil}
	f.text = v.Text != "" || !f.choices && !f.entries && !f.date
	return f
}

// form is that of the attribute's values.
func (a *Attribute) form() valueForm {
	f := valueForm{choices: a.Type == Choices, entries: a.Type == Entries, date: a.Type == Date}
	f.text = !f.choices && !f.entries && !f.date
	return f
}

func (v *Value) checkChoices(a *Attribute) error {
	last := -1
	for _, id := range v.Choices {
		at := a.option(id)
		switch {
		case at < 0:
			return fmt.Errorf("%q is not among its options", id)
		case at == last:
			return fmt.Errorf("%q is there twice", id)
		case at < last:
			return fmt.Errorf("%q is not in the order of the options", id)
		}
		last = at
	}
	if last < 0 {
		return fmt.Errorf("it is empty")
	}
	return nil
}

func (v *Value) checkText(a *Attribute) error {
	switch a.Type {
	case Choice:
		if a.option(v.Text) < 0 {
			return fmt.Errorf("%q is not among its options", v.Text)
		}
	case Flag:
		if v.Text != "true" && v.Text != "false" {
			return fmt.Errorf("%q is neither true nor false", v.Text)
		}
	case Number:
		return v.checkNumber(a)
	case Text:
		if v.Text == "" {
			return fmt.Errorf("it is empty")
		}
		return checkUTF8("text", v.Text)
	}
	return nil
}

func (v *Value) checkNumber(a *Attribute) error {
	n, ok := number(v.Text)
	if !ok {
		return fmt.Errorf("%q is not a number as JSON writes one", v.Text)
	}
	if least, bound := number(a.Min); bound && n < least {
		return fmt.Errorf("%s is less than %s", v.Text, a.Min)
	}
	if greatest, bound := number(a.Max); bound && n > greatest {
		return fmt.Errorf("%s is more than %s", v.Text, a.Max)
	}
	return nil
}

// checkValues says what is wrong with values of a label, which may point to entries
// of a register: each is of an attribute of its own, in the order of the attributes'
// IDs.
func checkValues(values []Value, l *Label, register EntryFinder) error {
	for i := range values {
		v := &values[i]
		a, there := l.Attribute(v.Attribute)
		switch {
		case !there:
			return fmt.Errorf("the label %q has no attribute %q", l.ID, v.Attribute)
		case i > 0 && values[i-1].Attribute >= v.Attribute:
			return fmt.Errorf("the attribute %q is there twice or not in order", v.Attribute)
		}
		if err := a.CheckIn(*v, register); err != nil {
			return fmt.Errorf("attribute %q: %w", v.Attribute, err)
		}
	}
	return nil
}

// ValueOf returns the value of an attribute among values, which are sorted.
func ValueOf(values []Value, attribute string) (Value, bool) {
	i, there := slices.BinarySearchFunc(values, attribute, func(v Value, id string) int { return strings.Compare(v.Attribute, id) })
	if !there {
		return Value{}, false
	}
	return values[i], true
}

// WithValue returns values, which are sorted, with v in the place of the one of
// the same attribute. The slice given stays as it is.
func WithValue(values []Value, v Value) []Value {
	values = WithoutValue(values, v.Attribute)
	i, _ := slices.BinarySearchFunc(values, v.Attribute, func(v Value, id string) int { return strings.Compare(v.Attribute, id) })
	return slices.Insert(values, i, v)
}

// WithoutValue returns values without that of an attribute. The slice given
// stays as it is.
func WithoutValue(values []Value, attribute string) []Value {
	return slices.DeleteFunc(slices.Clone(values), func(v Value) bool { return v.Attribute == attribute })
}

// Fitting returns those of the values that the label knows, in order, and the
// others. Of several entries those fit that are in the register and that the
// attribute takes.
func (l *Label) Fitting(values []Value, register EntryFinder) (fit, others []Value) {
	if checkValues(values, l, register) == nil {
		return values, nil
	}
	for _, v := range values {
		a, known := l.Attribute(v.Attribute)
		if _, twice := ValueOf(fit, v.Attribute); !known || twice {
			others = append(others, v)
			continue
		}
		part, rest := a.fitting(v, register)
		if part.Attribute != "" {
			fit = WithValue(fit, part)
		}
		if rest.Attribute != "" {
			others = append(others, rest)
		}
	}
	return fit, others
}

// fitting is as much of a value as fits the attribute, and what does not. Either
// may be the zero Value.
func (a *Attribute) fitting(v Value, register EntryFinder) (fit, rest Value) {
	if a.CheckIn(v, register) == nil {
		return v, Value{}
	}
	if v.form() != a.form() {
		return Value{}, v
	}
	part, rest := a.fittingEntries(v, register)
	if part.Entries == nil || a.CheckIn(part, register) != nil {
		return Value{}, v
	}
	return part, rest
}

// Defaults are the values that a new span or tag of the label has.
func (l *Label) Defaults() []Value {
	var values []Value
	for i := range l.Attributes {
		if a := &l.Attributes[i]; len(a.Default) > 0 {
			if v, err := a.Value(a.Default...); err == nil {
				values = WithValue(values, v)
			}
		}
	}
	return values
}
