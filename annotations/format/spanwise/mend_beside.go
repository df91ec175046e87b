package spanwise

import (
	"cmp"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format"
)

// annotators makes the annotators fit.
func (m *mender) annotators() {
	f := m.file
	if len(f.annotators) == 0 {
		f.annotators = usualAnnotators()
	}
	m.people = newNamer("annotator", func(take func(id string)) {
		ids(f.annotators, func(a *annotations.Annotator) string { return a.ID })(take)
		ids(f.sets, func(s *set) string { return s.annotator })(take)
	})
	for i := range f.annotators {
		a := &f.annotators[i]
		place := titled(fmt.Sprintf("annotators[%d]", i), cmp.Or(a.Name, a.ID))
		m.give(m.people, &a.ID, place, newID+", and the sets that the file has for the former stay with the other")
		m.name(&a.Name, a.ID, place)
	}
}

// annotator is the ID of the annotator whom a set names; one who is missing is added.
func (m *mender) annotator(named string, place format.Place) string {
	if id, known := m.people.named[named]; known {
		return id
	}
	id := named
	if named == "" {
		id = m.people.free.Like(m.people.kind)
	}
	m.people.named[named] = id
	m.file.annotators = append(m.file.annotators, annotations.Annotator{ID: id, Name: id})
	m.say(place, annotations.Say("it is of the annotator %q, whom the file does not have", annotations.Shorten(named)),
		annotations.Say("an annotator “%s” is added", annotations.Shorten(id)))
	return id
}

// register makes the entries fit.
func (m *mender) register(pace annotations.Pace) error {
	f := m.file
	m.entries = newNamer("entry", ids(f.register, func(e *annotations.Entry) string { return e.ID }))
	m.entryAt = make(map[string]int, len(f.register))
	for i := range f.register {
		if err := pace.At(i, len(f.register)); err != nil {
			return err
		}
		e := &f.register[i]
		place := titled(fmt.Sprintf("register[%d]", i), cmp.Or(e.Name, e.ID))
		m.give(m.entries, &e.ID, place, newID+", and spans with the former point to the other")
		m.name(&e.Name, e.ID, place)
		e.Label = m.labelID(e.Label, m.sayAt(place))
		m.entryAt[e.ID] = i
	}
	return nil
}

// Entry finds an entry of the register by the ID that it has now.
func (m *mender) Entry(id string) (*annotations.Entry, bool) {
	at, there := m.entryAt[id]
	if !there {
		return nil, false
	}
	return &m.file.register[at], true
}

// values makes the values of a label fit.
func (m *mender) values(l *annotations.Label, values []annotations.Value, say func(what, repair annotations.Message)) []annotations.Value {
	for i := range values {
		for j, named := range values[i].Entries {
			if id, known := m.entries.named[named]; known {
				values[i].Entries[j] = id
			}
		}
	}
	return l.Mended(values, m, say)
}

// relations makes the relations fit, but for what their spans are: that is seen
// when they are added.
func (m *mender) relations(pace annotations.Pace) error {
	f := m.file
	known := newNamer("relation", ids(f.relations, func(l *relation) string { return l.ID }))
	for i := range f.relations {
		if err := pace.At(i, len(f.relations)); err != nil {
			return err
		}
		l := &f.relations[i]
		place := format.Place{Path: fmt.Sprintf("relations[%d]", i)}
		m.give(known, &l.ID, place, newID)
		m.references(l)
		say := m.sayAt(place)
		mendOrigin(&l.Origin, say)
		mendYear("created", &l.Created, say)
		mendYear("modified", &l.Modified, say)
		var times []oddTime
		for _, odd := range l.times {
			if odd.mend(say) {
				times = append(times, odd)
			}
		}
		l.times = times
	}
	return nil
}

// references has a relation name its label, annotator and documents as they are
// named now, where they are known.
func (m *mender) references(l *relation) {
	if id, known := m.relLabels.named[l.Label]; known {
		l.Label = id
	}
	if id, known := m.people.named[l.Annotator]; known {
		l.Annotator = id
	}
	for _, at := range []*annotations.Place{&l.From, &l.To} {
		if a := m.articles[at.Document]; a != nil {
			at.Document = a.id
		}
	}
}
