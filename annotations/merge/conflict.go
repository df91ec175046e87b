package merge

import (
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// decide settles a conflict as it was chosen, or else as suggested.
func (m *merger) decide(c Conflict, suggested Side) Side {
	c.Side = suggested
	if m.choices.All != Suggested {
		c.Side = m.choices.All
	}
	if chosen := m.choices.Sides[c.ID]; chosen != Suggested {
		c.Side = chosen
	}
	m.plan.Conflicts = append(m.plan.Conflicts, c)
	return c.Side
}

// became says what became of a conflict of which a side was taken.
func became(s Side) annotations.Message {
	if s == Theirs {
		return annotations.Say("the file's was taken")
	}
	return annotations.Say("ours was kept")
}

// field is one thing that two versions may differ in.
type field struct{ name, ours, theirs string }

// differences are those fields that differ, as their names and as what each side
// says: "note: why?; label: Actor".
func differences(fields []field) (names []string, ours, theirs string) {
	var a, b []string
	for _, f := range fields {
		if f.ours != f.theirs {
			names = append(names, f.named())
			a, b = append(a, f.name+": "+orNone(f.ours)), append(b, f.name+": "+orNone(f.theirs))
		}
	}
	return names, strings.Join(a, "; "), strings.Join(b, "; ")
}

// named is a field that differs; of a name it says which the file has, since that
// is how people know the thing.
func (f field) named() string {
	if f.name == "name" {
		return "name “" + f.theirs + "”"
	}
	return f.name
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// called is a field of two things that have IDs, and names that may be the same.
func called(name, ourID, ours, theirID, theirs string) field {
	if ours == theirs && ourID != theirID {
		ours, theirs = ours+" ("+ourID+")", theirs+" ("+theirID+")"
	}
	return field{name, ours, theirs}
}

// spanFieldsOf are what a reader sees of two spans of a document.
func (m *merger) spanFieldsOf(doc *corpus.Document, ours, theirs *annotations.Span) []field {
	fields := []field{
		called("label", ours.Label, m.labelName(ours.Label), theirs.Label, m.labelName(theirs.Label)),
		{"text", ours.Text(doc), theirs.Text(doc)},
		{"place", annotations.ShowRanges(annotations.InCodePoints(doc.Mapper(), ours.Ranges)), annotations.ShowRanges(annotations.InCodePoints(doc.Mapper(), theirs.Ranges))},
		{"note", ours.Note, theirs.Note},
		called("entry", ours.Entry, m.entryName(ours.Entry), theirs.Entry, m.entryName(theirs.Entry)),
	}
	return append(fields, m.valueFields(m.label(ours.Label), ours.Values, theirs.Values)...)
}

// valueFields are what a reader sees of two lists of values of a label.
func (m *merger) valueFields(l *annotations.Label, ours, theirs []annotations.Value) (fields []field) {
	if l == nil {
		return nil
	}
	for i := range l.Attributes {
		a := &l.Attributes[i]
		x, _ := annotations.ValueOf(ours, a.ID)
		y, _ := annotations.ValueOf(theirs, a.ID)
		if !x.Equal(y) {
			fields = append(fields, called(a.Name, idWords(x), m.valueWords(a, x), idWords(y), m.valueWords(a, y)))
		}
	}
	return fields
}

// idWords is a value as it is kept, apart from dates, which have no names.
func idWords(v annotations.Value) string {
	return v.Text + strings.Join(slices.Concat(v.Choices, v.Entries), ", ")
}

// valueWords is a value as a reader knows it.
func (m *merger) valueWords(a *annotations.Attribute, v annotations.Value) string {
	if v.Date != nil {
		return strings.Join(strings.Fields(strings.Join([]string{v.Date.Type, v.Date.Value, v.Date.Mod, v.Date.Quant, v.Date.Freq}, " ")), " ")
	}
	if v.Entries != nil {
		return m.entryNames(v.Entries)
	}
	words := v.Choices
	if words == nil && v.Text != "" {
		words = []string{v.Text}
	}
	names := make([]string, len(words))
	for i, id := range words {
		names[i] = id
		if o, known := a.Option(id); known {
			names[i] = o.Name
		}
	}
	return strings.Join(names, ", ")
}

// label is a label of the scheme that both will have.
func (m *merger) label(id string) *annotations.Label {
	if i, known := m.labels[id]; known {
		return &m.scheme.Labels[i]
	}
	return nil
}

func (m *merger) labelName(id string) string {
	if l := m.label(id); l != nil {
		return l.Name
	}
	return id
}

// entryName is the name of an entry here, or of one that the file brings.
func (m *merger) entryName(id string) string {
	if e, there := m.Entry(id); there {
		return e.Name
	}
	return ""
}

func (m *merger) entryNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = m.entryName(id)
	}
	return strings.Join(names, ", ")
}
