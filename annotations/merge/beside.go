package merge

import (
	"slices"
	"strings"

	"spanwise/annotations"
)

// register unites the entries of the register: those with one ID and label are
// the same, and of the others those with one label and name.
func (m *merger) register(pace annotations.Pace) error {
	m.entries, m.brought = map[string]string{}, map[string]*annotations.Entry{}
	m.entryIDs = annotations.NewFreeIDs(func(take func(id string)) {
		for e := range m.into.Entries() {
			take(e.ID)
		}
		for e := range m.file.Entries() {
			take(e.ID)
		}
	})
	namesakes := m.namesakes()
	added, i := 0, 0
	for e := range m.file.Entries() {
		if err := pace.At(i, m.file.EntryCount()); err != nil {
			return err
		}
		i++
		ours, here := m.into.Entry(e.ID)
		if here && ours.Label == e.Label {
			m.entry(ours, e)
			continue
		}
		if same := namesakes[named{e.Label, e.Name}]; len(same) > 0 {
			namesakes[named{e.Label, e.Name}] = same[1:]
			m.entries[e.ID] = same[0].ID
			m.say("the entry “%s” of the file is the one here", e.Name)
			m.entry(same[0], e)
			continue
		}
		kept := *e
		if here {
			kept.ID = m.entryIDs.Like(e.ID)
			m.entries[e.ID] = kept.ID
		}
		m.brought[kept.ID] = &kept
		m.do(annotations.AddEntry{Entry: kept})
		added++
	}
	switch {
	case added == 1:
		m.say("1 entry added to the register")
	case added > 1:
		m.say("%d entries added to the register", added)
	}
	return nil
}

// named is how people know an entry.
type named struct{ label, name string }

// namesakes are the entries here that no entry of the file is by ID.
func (m *merger) namesakes() map[named][]*annotations.Entry {
	found := map[named][]*annotations.Entry{}
	for e := range m.into.Entries() {
		if theirs, both := m.file.Entry(e.ID); !both || theirs.Label != e.Label {
			found[named{e.Label, e.Name}] = append(found[named{e.Label, e.Name}], e)
		}
	}
	return found
}

// entry settles an entry that both have. It has the aliases of both; a note that
// is empty here is the file's.
func (m *merger) entry(ours, theirs *annotations.Entry) {
	kept := *ours
	for _, alias := range theirs.Aliases {
		if !slices.Contains(kept.Aliases, alias) {
			kept.Aliases = append(slices.Clone(kept.Aliases), alias)
		}
	}
	if kept.Note == "" {
		kept.Note = theirs.Note
	}
	taken := kept
	taken.Name = theirs.Name
	if theirs.Note != "" {
		taken.Note = theirs.Note
	}
	if names, a, b := differences([]field{{"name", kept.Name, taken.Name}, {"note", kept.Note, taken.Note}}); len(names) > 0 {
		side := m.decide(Conflict{ID: "entry " + ours.ID, What: "Entry “" + ours.Name + "”", Ours: a, Theirs: b}, Ours)
		m.settled("the entry “%s” differs in the file (%s); %s", ours.Name, strings.Join(names, ", "), became(side))
		if side == Theirs {
			kept = taken
		}
	}
	if !kept.Equal(ours) {
		m.do(annotations.ChangeEntry{Entry: kept})
		m.settled("the entry “%s” was filled in from the file", ours.Name)
	}
}

// relations unites the relations by ID. Where another annotator's relation has
// the ID here, that of the file is given a new one.
func (m *merger) relations(pace annotations.Pace) error {
	ids := annotations.NewFreeIDs(func(take func(id string)) {
		for r := range m.into.Relations() {
			take(r.ID)
		}
		for r := range m.file.Relations() {
			take(r.ID)
		}
	})
	added, i := 0, 0
	taken := map[string]bool{}
	for r := range m.file.Relations() {
		if err := pace.At(i, m.file.RelationCount()); err != nil {
			return err
		}
		i++
		theirs := m.relationHere(r)
		ours, here := m.into.Relation(r.ID)
		if here && ours.Annotator == theirs.Annotator {
			m.relation(ours, &theirs)
			continue
		}
		if m.takeSame(&theirs, taken) {
			continue
		}
		if here {
			theirs.ID = ids.Like(r.ID)
		}
		m.do(annotations.AddRelation{Relation: theirs})
		added++
	}
	if added > 0 {
		m.say("%s added", annotations.Count{N: added, Of: "relation"})
	}
	return nil
}

// relationHere is a relation of the file by the annotator who they are here, and
// in the documents that are the file's here.
func (m *merger) relationHere(r *annotations.Relation) annotations.Relation {
	here := *r
	here.Annotator = m.people[r.Annotator]
	here.From.Document, here.To.Document = m.here[r.From.Document], m.here[r.To.Document]
	return here
}

// takeSame reports whether a relation is here, by another ID: an import before this
// one may have given it that. One that the file has by its own ID is not that, since
// it may be another after this import; and no relation here is two of the file.
func (m *merger) takeSame(theirs *annotations.Relation, taken map[string]bool) bool {
	for ours := range m.into.RelationsOf(theirs.Annotator, theirs.From) {
		other, both := m.file.Relation(ours.ID)
		if taken[ours.ID] || both && m.people[other.Annotator] == ours.Annotator {
			continue
		}
		same := *ours
		same.ID = theirs.ID
		if same.Equal(theirs) {
			taken[ours.ID] = true
			return true
		}
	}
	return false
}

// relation settles a relation that both have.
func (m *merger) relation(ours, theirs *annotations.Relation) {
	if ours.Equal(theirs) {
		return
	}
	later := theirs.Modified.After(ours.Modified)
	side := laterSide(theirs.Modified, ours.Modified)
	label, _ := m.scheme.Relation(ours.Label)
	if names, a, b := differences(m.relationFields(ours, theirs)); len(names) > 0 {
		side = m.decide(Conflict{ID: "relation " + ours.ID, What: "Relation “" + label.Name + "”", Ours: a, Theirs: b}, side)
	}
	if side == Theirs {
		m.do(annotations.ChangeRelation{Relation: *theirs})
	}
	m.settled("the relation %q differs from the one here; %s", ours.ID, why(side, later))
}

// relationFields are what a reader sees of two relations of an annotator's.
func (m *merger) relationFields(a, b *annotations.Relation) []field {
	kind := func(r *annotations.Relation) string { l, _ := m.scheme.Relation(r.Label); return l.Name }
	end := func(name string, x, y annotations.Place) field {
		return called(name, x.Document+" "+x.Span, m.endWords(a.Annotator, x), y.Document+" "+y.Span, m.endWords(a.Annotator, y))
	}
	return []field{called("kind", a.Label, kind(a), b.Label, kind(b)), end("from", a.From, b.From), end("to", a.To, b.To), {"note", a.Note, b.Note}}
}

// endWords is the text of a span at which a relation ends, or its ID where the
// span is new here.
func (m *merger) endWords(annotator string, at annotations.Place) string {
	doc, here := m.into.Document(at.Document)
	if !here {
		return at.Span
	}
	s, here := m.into.Set(at.Document, annotator).Span(at.Span)
	if !here {
		return at.Span
	}
	return "“" + annotations.Shorten(s.Text(doc)) + "” in “" + doc.Title + "”"
}
