package annotations

import (
	"errors"
	"fmt"
	"slices"
)

// EntryFinder finds entries of a register by their IDs. A Project is one.
type EntryFinder interface {
	Entry(id string) (*Entry, bool)
}

// CheckIn says what is wrong with v as a value of the attribute that may point to
// entries of a register.
func (a *Attribute) CheckIn(v Value, register EntryFinder) error {
	if err := v.check(a); err != nil {
		return err
	}
	for _, id := range v.Entries {
		if err := a.checkEntry(id, register); err != nil {
			return err
		}
	}
	return nil
}

// checkEntry says why the attribute does not take an entry.
func (a *Attribute) checkEntry(id string, register EntryFinder) error {
	e, there := register.Entry(id)
	switch {
	case !there:
		return fmt.Errorf("its entry %q is not in the register", id)
	case !a.Takes(e.Label):
		return fmt.Errorf("its entry “%s” is for the label %q, whose entries it does not take", e.Name, e.Label)
	}
	return nil
}

// Takes reports whether the attribute takes entries of a label.
func (a *Attribute) Takes(label string) bool {
	return a.Type == Entries && (len(a.Labels) == 0 || slices.Contains(a.Labels, label))
}

// checkEntries says what is wrong with the entries of a value taken by themselves.
func (v *Value) checkEntries(a *Attribute) error {
	switch {
	case len(v.Entries) == 0:
		return errors.New("it is empty")
	case len(v.Entries) > 1 && !a.Several:
		return fmt.Errorf("it has %d entries, and takes one", len(v.Entries))
	}
	for i, id := range v.Entries {
		if slices.Contains(v.Entries[:i], id) {
			return fmt.Errorf("the entry %q is there twice", id)
		}
	}
	return nil
}

// fittingEntries parts the entries of a value into those that the attribute takes,
// each once, and the others. Either is the zero Value where there are none.
func (a *Attribute) fittingEntries(v Value, register EntryFinder) (fit, rest Value) {
	for _, id := range v.Entries {
		into := &fit
		if slices.Contains(fit.Entries, id) || a.checkEntry(id, register) != nil {
			into = &rest
		}
		into.Attribute, into.Entries = v.Attribute, append(into.Entries, id)
	}
	return fit, rest
}

// replaceEntry returns values with one entry in the place of another in a value of
// an attribute, where it is once afterwards; "" takes it out, and a value that is
// empty then. The slice given stays as it is.
func replaceEntry(values []Value, attribute, from, to string) []Value {
	v, there := ValueOf(values, attribute)
	if !there {
		return values
	}
	var ids []string
	for _, id := range v.Entries {
		if id == from {
			id = to
		}
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if v.Entries = ids; ids == nil {
		return WithoutValue(values, attribute)
	}
	return WithValue(values, v)
}
