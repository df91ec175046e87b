package merge

import (
	"spanwise/annotations"
)

// kinship is how much two annotators, of the project and of the file, have said
// about the same documents.
type kinship struct{ ours, theirs, shared int }

// close reports whether they share many of the spans of either.
func (k kinship) close() bool { return k.shared > 0 && 2*k.shared >= min(k.ours, k.theirs) }

// findPeople finds out who the annotators of the file are.
func (m *merger) findPeople(pace annotations.Pace) error {
	m.people = map[string]string{}
	all := m.file.Annotators()
	taken := map[string]bool{} // of those here
	speaking := m.file.Speakers()
	for i, a := range all {
		if !speaking[a.ID] {
			m.addSilent(a)
			continue
		}
		person, err := m.person(a, taken, pace.Nth(i, len(all)))
		if err != nil {
			return err
		}
		taken[person.As] = person.As != ""
		m.plan.People = append(m.plan.People, person)
		m.bringIn(a, person)
	}
	return nil
}

// person is who an annotator of the file is, as it was chosen or else as the ID
// says.
func (m *merger) person(a annotations.Annotator, taken map[string]bool, pace annotations.Pace) (Person, error) {
	p := Person{ID: a.ID, Name: a.Name, New: m.newName(a)}
	_, here := m.into.Annotator(a.ID)
	p.Contested = m.contested[a.ID] && a.ID != annotations.DefaultAnnotator
	if p.Known = here && !p.Contested && (m.choices.ByID || a.ID != annotations.DefaultAnnotator); p.Known {
		p.As = a.ID
	}
	if err := m.likeness(&p, pace); err != nil {
		return p, err
	}
	if chosen, made := m.choices.People[a.ID]; made {
		p.As = chosen.As
		if chosen.New != "" {
			p.New = chosen.New
		}
	}
	if _, here := m.into.Annotator(p.As); !here || taken[p.As] {
		p.As = ""
	}
	return p, nil
}

// likeness finds whose spans are many of a person's, unless it is known who they
// are.
func (m *merger) likeness(p *Person, pace annotations.Pace) error {
	if p.Known {
		return nil
	}
	kin, err := m.kinships(p.ID, pace)
	if err != nil {
		return err
	}
	for _, a := range m.into.Annotators() {
		if k := kin[a.ID]; k.close() && k.shared > p.Shared {
			p.Like, p.Shared = a.ID, k.shared
		}
	}
	return nil
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

// newName is what somebody new is called: by their own name if they have said it,
// else after where the file is from. Nobody here has it.
func (m *merger) newName(a annotations.Annotator) string {
	name := a.Name
	if a.Nameless() {
		if name = m.choices.Source; name == "" {
			return annotations.NextName(m.annotators)
		}
	}
	return m.freeName(name)
}

// freeName is a name that nobody has, or one like it: two of one name could not be
// told apart.
func (m *merger) freeName(name string) string {
	return annotations.NewFreeIDs(func(take func(name string)) {
		for _, a := range m.annotators {
			take(a.Name)
		}
	}).Like(name)
}

// newID is the ID of somebody new: their own, unless that is somebody else's here
// or anybody's.
func (m *merger) newID(a annotations.Annotator) string {
	id := a.ID
	if id == annotations.DefaultAnnotator && !m.choices.ByID || m.has(id) {
		id = m.choices.IDs[a.ID]
	}
	if id == "" || m.has(id) {
		id = annotations.NewID()
	}
	return id
}

// has reports whether an annotator here has an ID.
func (m *merger) has(id string) bool {
	_, here := m.into.Annotator(id)
	return here
}

// bringIn brings in an annotator of the file who says anything.
func (m *merger) bringIn(a annotations.Annotator, person Person) {
	if person.As == "" {
		m.add(a, person.New)
		return
	}
	m.people[a.ID] = person.As
	ours, _ := m.into.Annotator(person.As)
	switch {
	case ours.Name == a.Name || a.Nameless():
	case ours.Nameless():
		named := annotations.Annotator{ID: ours.ID, Name: m.newName(a)}
		m.do(annotations.ChangeAnnotator{Annotator: named})
		m.say("annotator “%s” is named “%s” now, as in the file", ours.Name, named.Name)
	default:
		m.say("annotator “%s” is named “%s” in the file; “%s” was kept", ours.Name, a.Name, ours.Name)
	}
}

// add brings in somebody new. They come last: who is first may be the one that a
// reader works as.
func (m *merger) add(a annotations.Annotator, name string) {
	next := annotations.Annotator{ID: m.newID(a), Name: m.freeName(name)}
	m.people[a.ID] = next.ID
	m.annotators = append(m.annotators, next)
	m.do(annotations.AddAnnotator{Annotator: next, At: -1})
	m.say("annotator “%s” added", next.Name)
}

// addSilent brings in an annotator of the file who says nothing. One who has not even
// a name is nobody.
func (m *merger) addSilent(a annotations.Annotator) {
	if _, here := m.into.Annotator(a.ID); !here && !a.Nameless() {
		m.add(a, m.newName(a))
	}
}
