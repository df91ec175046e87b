package annotations

import "slices"

// Mended returns those of the values that fit the label and a register, or can be
// made to, and says what is done with the others.
func (l *Label) Mended(values []Value, register EntryFinder, say func(what, repair Message)) []Value {
	fit, others := l.Fitting(values, register)
	for _, v := range others {
		a, known := l.Attribute(v.Attribute)
		if !known {
			say(Say("its label has no attribute %q", Shorten(v.Attribute)), Say("the value is left out"))
			continue
		}
		what := Say("attribute %q: %v", Shorten(v.Attribute), a.CheckIn(v, register))
		if tidy, ok := inOptionsOrder(a, v); ok {
			say(what, Say("its options are put in order, each once"))
			fit = WithValue(fit, tidy)
			continue
		}
		if kept, some := ValueOf(fit, v.Attribute); some && kept.Entries != nil {
			a.sayOthers(v, register, say)
			continue
		}
		say(what, Say("the value is left out"))
	}
	return fit
}

// sayOthers says which entries of a value are left out, where others of it stay.
func (a *Attribute) sayOthers(v Value, register EntryFinder, say func(what, repair Message)) {
	for _, id := range v.Entries {
		if err := a.checkEntry(id, register); err != nil {
			say(Say("attribute %q: %v", Shorten(v.Attribute), err), Say("the entry is left out"))
			continue
		}
		say(Say("attribute %q: the entry %q is there twice", Shorten(v.Attribute), Shorten(id)), Say("it is there once now"))
	}
}

// inOptionsOrder is a value of several options that fits once it is in order, if
// it does.
func inOptionsOrder(a *Attribute, v Value) (Value, bool) {
	if a.Type != Choices || v.Choices == nil {
		return v, false
	}
	tidy, err := a.Value(v.Choices...)
	tidy.Choices = slices.Compact(tidy.Choices)
	return tidy, err == nil && a.Check(tidy) == nil
}
