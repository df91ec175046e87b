package scheme

import (
	"slices"
	"unicode/utf8"

	"spanwise/annotations"
)

// problem is what keeps a draft from being applied, and where it is mended.
type problem struct {
	Part            part
	Field, Sentence string
}

// problems goes through the whole draft, in the order of the list.
func (d *schemeDraft) problems() []problem {
	var all []problem
	find := func(at part, field, sentence string) { all = append(all, problem{at, field, sentence}) }
	for field, sentence := range d.rejected {
		find(d.at, field, sentence)
	}
	for i := range d.scheme.Labels {
		d.labelProblems(partOf(labelPart, i), find)
	}
	for i := range d.scheme.Tags {
		d.labelProblems(partOf(tagPart, i), find)
	}
	for i, r := range d.scheme.Relations {
		at := partOf(relationPart, i)
		nameProblems(at, r.Name, r.ID, find)
		if r.ID != "" && slices.ContainsFunc(d.scheme.Relations[:i], func(o annotations.RelationLabel) bool { return o.ID == r.ID }) {
			find(at, "id", "Another relation has the ID “"+r.ID+"”.")
		}
	}
	if i, any := d.open(); any {
		find(partOf(gonePart, 0), goneField(d.gone()[i]), "Choose what becomes of this.")
	}
	return all
}

type finding func(at part, field, sentence string)

func nameProblems(at part, name, id string, find finding) {
	switch {
	case name == "":
		find(at, "name", "Give it a name.")
	case id == "":
		find(at, "id", "It needs an ID, such as “actor”.")
	}
}

func (d *schemeDraft) labelProblems(at part, find finding) {
	l, others := d.label(at), (*list(d.scheme, at.Kind))[:at.At]
	nameProblems(at, l.Name, l.ID, find)
	if l.ID != "" && slices.ContainsFunc(others, func(o annotations.Label) bool { return o.ID == l.ID }) {
		find(at, "id", "Another one has the ID “"+l.ID+"”.")
	}
	if utf8.RuneCountInString(l.Key) > 1 {
		find(at, "key", "A key is one character.")
	}
	i := slices.IndexFunc(others, func(o annotations.Label) bool { return l.Key != "" && o.Key == l.Key })
	if i >= 0 && at.Kind == labelPart {
		find(at, "key", "“"+others[i].Name+"” has this key.")
	}
	for i := range l.Attributes {
		attributeProblems(part{at.Kind, at.At, i}, l.Attributes, find)
	}
}

func attributeProblems(at part, all []annotations.Attribute, find finding) {
	a := all[at.Attribute]
	nameProblems(at, a.Name, a.ID, find)
	if a.ID != "" && slices.ContainsFunc(all[:at.Attribute], func(o annotations.Attribute) bool { return o.ID == a.ID }) {
		find(at, "id", "Another attribute has the ID “"+a.ID+"”.")
	}
	whole := annotations.Attribute{ID: "a", Name: "a", Type: a.Type, Options: a.Options}
	switch {
	case hasOptions(a.Type) && len(a.Options) == 0:
		find(at, "options", "Write at least one option.")
		return
	case !fitsItself(whole):
		find(at, "options", "Each option needs a name and an ID of its own.")
		return
	}
	if whole.Min, whole.Max = a.Min, a.Max; !fitsItself(whole) {
		find(at, "min", "Both are numbers such as 1 or 2.5, and the least comes first.")
		return
	}
	if whole.Default = a.Default; !fitsItself(whole) {
		find(at, "default", "This is none of the values that it can have.")
	}
}

// fitsItself reports whether a scheme could have the attribute.
func fitsItself(a annotations.Attribute) bool {
	s := annotations.Scheme{Labels: []annotations.Label{{ID: "l", Name: "l", Color: "#000000", Attributes: []annotations.Attribute{a}}}}
	return s.Check() == nil
}

// troubles is what is wrong with the fields of the form, by field: once the draft
// was to be applied all of it, and before that what was not taken.
func (d *schemeDraft) troubles() map[string]string {
	found := map[string]string{}
	for field, sentence := range d.rejected {
		found[field] = sentence
	}
	if d.checked {
		for _, p := range d.problems() {
			if p.Part == d.at {
				found[p.Field] = p.Sentence
			}
		}
	}
	return found
}

// troubled reports for each part that has a problem, or an attribute with one,
// that it does.
func (d *schemeDraft) troubled() map[part]bool {
	found := map[part]bool{}
	if d.checked {
		for _, p := range d.problems() {
			found[partOf(p.Part.Kind, p.Part.At)] = true
		}
	}
	return found
}
