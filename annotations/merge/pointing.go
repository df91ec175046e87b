package merge

import (
	"slices"
	"strings"

	"spanwise/annotations"
)

// pointing is what became of values that point to entries on one side and are words
// on the other.
type pointing struct {
	names   *annotations.EntryNames // of the entries that will be here, once they are asked for
	pointed int                     // values that were words
	made    []string                // names of entries that were made of words
	spelled int                     // values that pointed to entries
}

// Entry finds an entry that will be here.
func (m *merger) Entry(id string) (*annotations.Entry, bool) {
	if e, new := m.brought[id]; new {
		return e, true
	}
	return m.into.Entry(id)
}

// values are values of a label of the file in this project's words, as far as they
// fit ours.
func (m *merger) values(theirs, ours *annotations.Label, values []annotations.Value, say func(what, repair annotations.Message)) []annotations.Value {
	here := make([]annotations.Value, 0, len(values))
	for _, v := range values {
		b, _ := theirs.Attribute(v.Attribute)
		a, known := ours.Attribute(v.Attribute)
		switch {
		case known && a.Type == annotations.Entries && b.Type == annotations.Text:
			m.point(a, &v, say)
		case known && a.Type == annotations.Text && v.Entries != nil:
			m.spell(&v)
		case v.Entries != nil:
			v.Entries = m.entriesHere(v.Entries)
		}
		if v.Text != "" || v.Choices != nil || v.Entries != nil || v.Date != nil {
			here = append(here, v)
		}
	}
	return ours.Mended(here, m, say)
}

// entriesHere are entries of the file by the IDs that they have here.
func (m *merger) entriesHere(ids []string) []string {
	here := make([]string, len(ids))
	for i, id := range ids {
		here[i] = m.entryHere(id)
	}
	return here
}

// point has a value of words point to the entry that is called so, or to a new one.
// Words that are the name of several say nothing any more.
func (m *merger) point(a *annotations.Attribute, v *annotations.Value, say func(what, repair annotations.Message)) {
	e, namesakes := m.names().Find(a, v.Text)
	if namesakes > 1 {
		say(annotations.Say("attribute “%s”: %d entries are called “%s”", a.Name, namesakes, annotations.Shorten(v.Text)), annotations.Say("the value is left out"))
		v.Text = ""
		return
	}
	if e == nil {
		e = m.newEntry(a, v.Text)
	}
	if e == nil {
		say(annotations.Say("attribute “%s”: “%s” cannot be the name of an entry", a.Name, annotations.Shorten(v.Text)), annotations.Say("the value is left out"))
		v.Text = ""
		return
	}
	m.pointing.pointed++
	v.Text, v.Entries = "", []string{e.ID}
}

// names are the names of the entries that will be here.
func (m *merger) names() *annotations.EntryNames {
	if m.pointing.names == nil {
		m.pointing.names = annotations.NewEntryNames(m.into.Entries())
		for e := range m.file.Entries() {
			if e, new := m.brought[m.entryHere(e.ID)]; new {
				m.pointing.names.Add(e)
			}
		}
	}
	return m.pointing.names
}

// newEntry makes an entry that is called so, for the first label whose entries the
// attribute takes. Its ID comes of its name, so that it is the same one in whichever
// project it is made. It is nil where there is no name, or no label.
func (m *merger) newEntry(a *annotations.Attribute, name string) *annotations.Entry {
	words, labels := strings.Fields(name), a.Labels
	if len(labels) == 0 && len(m.scheme.Labels) > 0 {
		labels = []string{m.scheme.Labels[0].ID}
	}
	if len(words) == 0 || len(labels) == 0 {
		return nil
	}
	e := &annotations.Entry{ID: m.entryIDs.Like(strings.Join(words, "-")), Label: labels[0], Name: strings.Join(words, " ")}
	m.brought[e.ID] = e
	m.names().Add(e)
	m.do(annotations.AddEntry{Entry: *e})
	m.pointing.made = append(m.pointing.made, e.Name)
	return e
}

// spell has a value that points to entries say their names.
func (m *merger) spell(v *annotations.Value) {
	v.Text, v.Entries = m.entryNames(m.entriesHere(v.Entries)), nil
	m.pointing.spelled++
}

// sayPointing says what became of such values.
func (m *merger) sayPointing() {
	p := &m.pointing
	if p.pointed > 0 {
		m.say("words are entries here; of the file, %s became the entries that are called so", annotations.Count{N: p.pointed, Of: "value"})
	}
	if p.spelled > 0 {
		m.say("entries are words here; of the file, %s became the names of its entries", annotations.Count{N: p.spelled, Of: "value"})
	}
	slices.Sort(p.made)
	switch n := len(p.made); {
	case n == 1:
		m.say("an entry of the register was made of words that were no entry's name: “%s”", p.made[0])
	case n > 1:
		m.say("%d entries of the register were made of words that were no entry's name: “%s”", n, strings.Join(p.made[:min(n, mostNamed)], "”, “"))
	}
}

// mostNamed is how many names one sentence has.
const mostNamed = 20
