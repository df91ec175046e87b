package annotations

import "slices"

// Mended returns those of the values that fit the label, or can be made to, and
// says what is done with the others.
func (l *Label) Mended(values []Value, say func(what, repair Message)) []Value {
	fit, others := l.Fitting(values)
	for _, v := range others {
		a, known := l.Attribute(v.Attribute)
		if !known {
			say(Say("its label has no attribute %q", Shorten(v.Attribute)), Say("the value is left out"))
			continue
		}
		what := Say("attribute %q: %v", Shorten(v.Attribute), a.Check(v))
		if tidy, ok := inOptionsOrder(a, v); ok {
			say(what, Say("its options are put in order, each once"))
			fit = WithValue(fit, tidy)
			continue
		}
		say(what, Say("the value is left out"))
	}
	return fit
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
