package spanwise

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/annotations/format"
)

// attributes makes the attributes of a label fit, which stands at a path.
func (m *mender) attributes(list []annotations.Attribute, path string) {
	known := newNamer("attribute", ids(list, func(a *annotations.Attribute) string { return a.ID }))
	for i := range list {
		a := &list[i]
		at := fmt.Sprintf("%s.attributes[%d]", path, i)
		place := titled(at, cmp.Or(a.Name, a.ID))
		m.give(known, &a.ID, place, newID)
		m.name(&a.Name, a.ID, place)
		m.options(a.Options, at)
		if flawOf(annotations.Attribute{ID: a.ID, Name: a.Name, Type: a.Type}) != nil {
			m.say(place, annotations.Say("its type %q is none", annotations.Shorten(string(a.Type))), annotations.Say("its type is %q", annotations.Text))
			a.Type = annotations.Text
		}
		m.parts(a, place)
	}
}

func (m *mender) options(list []annotations.Option, path string) {
	known := newNamer("option", ids(list, func(o *annotations.Option) string { return o.ID }))
	for i := range list {
		o := &list[i]
		place := titled(fmt.Sprintf("%s.options[%d]", path, i), cmp.Or(o.Name, o.ID))
		m.give(known, &o.ID, place, newID)
		m.name(&o.Name, o.ID, place)
	}
}

// attributeParts are what an attribute may have besides ID, name and type, each
// with how it is taken over and with what is said where it cannot be.
var attributeParts = []struct {
	keep   func(into, from *annotations.Attribute)
	repair string
}{
	{func(into, from *annotations.Attribute) { into.Options = from.Options }, "its options are left out"},
	{func(into, from *annotations.Attribute) { into.Offers = from.Offers }, "it offers none"},
	{func(into, from *annotations.Attribute) { into.Labels, into.Several = from.Labels, from.Several }, "that is left out"},
	{func(into, from *annotations.Attribute) { into.Min, into.Max = from.Min, from.Max }, "its bounds are left out"},
	{func(into, from *annotations.Attribute) { into.Default = from.Default }, "its default is left out"},
}

// parts leaves out what of an attribute does not fit the rest of it.
func (m *mender) parts(a *annotations.Attribute, place format.Place) {
	fits := annotations.Attribute{ID: a.ID, Name: a.Name, Definition: a.Definition, Type: a.Type, Required: a.Required}
	for _, part := range attributeParts {
		more := fits
		part.keep(&more, a)
		if err := flawOf(more); err != nil {
			m.say(place, annotations.Say("%s", err), annotations.Say(part.repair))
			continue
		}
		fits = more
	}
	*a = fits
}

// flawOf is what is wrong with an attribute taken by itself.
func flawOf(a annotations.Attribute) error {
	alone := annotations.Label{ID: cmp.Or(a.Offers, "label"), Name: "label", Color: grey, Attributes: []annotations.Attribute{a}}
	scheme := &annotations.Scheme{Labels: []annotations.Label{alone}}
	for _, id := range a.Labels {
		if _, there := scheme.Label(id); !there && id != "" {
			scheme.Labels = append(scheme.Labels, annotations.Label{ID: id, Name: id, Color: grey})
		}
	}
	err := scheme.Check()
	for range 2 { // that it is of the one attribute of the one label
		if err != nil {
			err = errors.Unwrap(err)
		}
	}
	return err
}

// offers takes from attributes the labels whose entries they offer or take if they are
// not in the scheme.
func (m *mender) offers(field string, labels []annotations.Label) {
	for i := range labels {
		for j := range labels[i].Attributes {
			a := &labels[i].Attributes[j]
			id, known := m.labels.named[a.Offers]
			if a.Offers != "" && !known {
				m.say(titled(fmt.Sprintf("scheme.%s[%d].attributes[%d]", field, i, j), a.Name),
					annotations.Say("it offers entries of %q, which is not in the scheme", annotations.Shorten(a.Offers)), annotations.Say("it offers none"))
			}
			if a.Offers != "" {
				a.Offers = id
			}
			m.takes(a, titled(fmt.Sprintf("scheme.%s[%d].attributes[%d]", field, i, j), a.Name))
		}
	}
}

// takes leaves each label once among those whose entries an attribute takes.
func (m *mender) takes(a *annotations.Attribute, place format.Place) {
	var labels []string
	for _, named := range a.Labels {
		id, known := m.labels.named[named]
		switch {
		case !known:
			m.say(place, annotations.Say("it takes entries of %q, which is not in the scheme", annotations.Shorten(named)), annotations.Say("it does not name that label"))
		case slices.Contains(labels, id):
			m.say(place, annotations.Say("it takes entries of %q twice", annotations.Shorten(named)), annotations.Say("it names that label once"))
		default:
			labels = append(labels, id)
		}
	}
	a.Labels = labels
}
