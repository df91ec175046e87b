package spanwise

import (
	"slices"

	"spanwise/annotations"
)

// Person is an annotator of a file, and who they are in a project.
//
// The annotators of thirty pupils' files may all have one ID and one name, so
// neither makes two of them the same person. They are who they were when what they
// said before is here already: when many of the spans of one are spans of the
// other's too. Where there is nothing to go by, they are the one of the same ID if
// that one has said nothing about the same articles or has the same name that was
// given by a person. Else they are somebody new.
type Person struct {
	ID, Name string // in the file
	As       string // the ID of the annotator here who they are, or "" for somebody new
	New      string // the name of somebody new
	Sure     bool   // that there is hardly a doubt
}

// kinship is how much two annotators, of the project and of the file, have said
// about the same documents.
type kinship struct{ ours, theirs, shared int }

// close reports whether they share many of the spans of either.
func (k kinship) close() bool { return k.shared > 0 && 2*k.shared >= min(k.ours, k.theirs) }

// contained reports whether one says nothing that the other does not.
func (k kinship) contained() bool { return k.shared == k.ours || k.shared == k.theirs }

// findPeople finds out who the annotators of the file are.
func (m *merger) findPeople(pace annotations.Pace) error {
	m.people = map[string]string{}
	all := m.file.Annotators()
	taken := map[string]bool{} // of those here
	ids := newFreeIDs(func(take func(id string)) {
		for _, a := range m.into.Annotators() {
			take(a.ID)
		}
	})
	talkative := m.speakers()
	for i, a := range all {
		if !talkative[a.ID] {
			m.silent(a, i, ids)
			continue
		}
		person, err := m.person(a, taken, pace.Nth(i, len(all)))
		if err != nil {
			return err
		}
		taken[person.As] = person.As != ""
		m.plan.People = append(m.plan.People, person)
		m.welcome(a, person, i, ids)
	}
	return nil
}

// speakers are the annotators of the file who say anything.
func (m *merger) speakers() map[string]bool {
	said := map[string]bool{}
	for _, d := range m.file.Documents() {
		for _, set := range m.file.Sets(d.ID) {
			said[set.Annotator()] = true
		}
	}
	return said
}

// person is who an annotator of the file is, as it was chosen or else as it seems.
func (m *merger) person(a annotations.Annotator, taken map[string]bool, pace annotations.Pace) (Person, error) {
	seems, err := m.seeming(a, taken, pace)
	chosen, made := m.choices.People[a.ID]
	if err != nil || !made {
		return seems, err
	}
	if _, here := m.into.Annotator(chosen.As); !here || taken[chosen.As] {
		chosen.As = ""
	}
	if chosen.New == "" {
		chosen.New = seems.New
	}
	return Person{a.ID, a.Name, chosen.As, chosen.New, true}, nil
}

func (m *merger) seeming(a annotations.Annotator, taken map[string]bool, pace annotations.Pace) (Person, error) {
	usual := usualAnnotators()[0].Name
	same, here := m.into.Annotator(a.ID)
	if m.choices.ByID {
		return Person{a.ID, a.Name, same.ID, a.Name, true}, nil
	}
	here = here && !taken[a.ID] && (same.Name == a.Name || same.Name == usual || a.Name == usual)
	named := here && same.Name == a.Name && a.Name != usual
	kin, err := m.kinships(a.ID, pace)
	if err != nil {
		return Person{}, err
	}
	p := Person{ID: a.ID, Name: a.Name, New: m.newName(a.Name, usual), Sure: !here}
	if k := kin[a.ID]; here && k.close() {
		p.As, p.Sure = a.ID, named || k.contained()
		return p, nil
	}
	for _, other := range m.into.Annotators() {
		k := kin[other.ID]
		fits := !taken[other.ID] && k.close() && (a.Name == usual || a.Name == other.Name)
		if fits && (p.As == "" || k.shared > kin[p.As].shared) {
			p.As, p.Sure = other.ID, k.contained()
		}
	}
	if k := kin[a.ID]; p.As == "" && here && (named || k.contained()) {
		p.As, p.Sure = a.ID, true
	}
	return p, nil
}

// kinships compares an annotator of the file with those here.
func (m *merger) kinships(annotator string, pace annotations.Pace) (map[string]kinship, error) {
	kin := map[string]kinship{}
	documents := m.file.Documents()
	for i, d := range documents {
		same := m.ours[d]
		if same == nil {
			continue
		}
		theirs := m.file.Set(d.ID, annotator)
		for _, ours := range m.into.Sets(same.ID) {
			shared, err := sharedSpans(ours, theirs, pace.Nth(i, len(documents)))
			if err != nil {
				return nil, err
			}
			k := kin[ours.Annotator()]
			kin[ours.Annotator()] = kinship{k.ours + ours.Len(), k.theirs + theirs.Len(), k.shared + shared}
		}
	}
	return kin, nil
}

// sharedSpans counts the spans that two sets have by ID.
func sharedSpans(a, b *annotations.Set, pace annotations.Pace) (shared int, err error) {
	i := 0
	for s := range b.All() {
		if err := pace.At(i, b.Len()); err != nil {
			return 0, err
		}
		if _, both := a.Span(s.ID); both {
			shared++
		}
		i++
	}
	return shared, nil
}

// newName is what somebody new is called: by their own name if it says anything
// and nobody here has it, and else after where the file is from.
func (m *merger) newName(name, usual string) string {
	names := newFreeIDs(func(take func(name string)) {
		for _, a := range m.into.Annotators() {
			take(a.Name)
		}
	})
	if name == usual && m.choices.Source != "" {
		name = m.choices.Source
	}
	return names.like(name)
}

// welcome brings in an annotator, the i-th of the file, who says anything.
func (m *merger) welcome(a annotations.Annotator, person Person, i int, ids *freeIDs) {
	if person.As == "" {
		id := ids.like(a.ID)
		m.people[a.ID] = id
		m.do(annotations.AddAnnotator{Annotator: annotations.Annotator{ID: id, Name: person.New}, At: m.placeOf(i)})
		m.say("annotator “%s” added", person.New)
		return
	}
	m.people[a.ID] = person.As
	ours, _ := m.into.Annotator(person.As)
	switch usual := usualAnnotators()[0].Name; {
	case ours.Name == a.Name || a.Name == usual:
	case ours.Name == usual:
		m.do(annotations.ChangeAnnotator{Annotator: annotations.Annotator{ID: ours.ID, Name: a.Name}})
		m.say("annotator “%s” is named “%s” now, as in the file", ours.Name, a.Name)
	default:
		m.say("annotator “%s” is named “%s” in the file; “%s” was kept", ours.Name, a.Name, ours.Name)
	}
}

// silent brings in an annotator, the i-th of the file, who says nothing.
func (m *merger) silent(a annotations.Annotator, i int, ids *freeIDs) {
	if _, here := m.into.Annotator(a.ID); here || slices.Contains(usualAnnotators(), a) {
		return
	}
	m.do(annotations.AddAnnotator{Annotator: annotations.Annotator{ID: ids.like(a.ID), Name: a.Name}, At: m.placeOf(i)})
	m.say("annotator “%s” added", a.Name)
}

// placeOf is where the i-th annotator of the file is put: in its place where
// nothing is marked yet, and else behind the others.
func (m *merger) placeOf(i int) int {
	at := -1
	if m.fresh && i <= len(m.into.Annotators())+m.newcomers {
		at = i
	}
	m.newcomers++
	return at
}
