package spanwise

import (
	"cmp"
	"fmt"
	"unicode/utf8"

	"spanwise/annotations"
	"spanwise/annotations/format"
)

// grey is the colour of a label of which nothing is known.
const grey = "#767676"

// scheme makes labels, tags and relations fit.
func (m *mender) scheme() {
	s := m.file.scheme
	m.file.misfit = nil
	m.labels, m.labelAt = newNamer("label", m.file.labelIDs), map[string]int{}
	keys := map[string]bool{}
	for i := range s.Labels {
		l := &s.Labels[i]
		path := fmt.Sprintf("scheme.labels[%d]", i)
		m.label(m.labels, l, path, newID+", and spans with the former have the other label")
		m.labelAt[l.ID] = i
		m.key(l, titled(path, l.Name), keys)
	}
	m.colors("labels", s.Labels)
	m.parents(s.Labels)
	m.tags = newNamer("tag", ids(s.Tags, func(l *annotations.Label) string { return l.ID }))
	for i := range s.Tags {
		path := fmt.Sprintf("scheme.tags[%d]", i)
		m.label(m.tags, &s.Tags[i], path, newID+", and articles with the former have the other tag")
		m.key(&s.Tags[i], titled(path, s.Tags[i].Name), map[string]bool{})
	}
	m.colors("tags", s.Tags)
	m.offers("labels", s.Labels)
	m.offers("tags", s.Tags)
	m.relationLabels()
}

// label makes a label fit, but for what it says of others.
func (m *mender) label(n *namer, l *annotations.Label, path, otherID string) {
	place := titled(path, cmp.Or(l.Name, l.ID))
	m.give(n, &l.ID, place, otherID)
	m.name(&l.Name, l.ID, place)
	if l.Entry != annotations.NoEntry && l.Entry != annotations.EntryOptional && l.Entry != annotations.EntryRequired {
		m.say(place, annotations.Say("its rule for entries %q is neither %q nor %q", annotations.Shorten(string(l.Entry)), annotations.EntryOptional, annotations.EntryRequired),
			annotations.Say("its spans point to no entry"))
		l.Entry = annotations.NoEntry
	}
	m.attributes(l.Attributes, path)
}

// labelIDs takes every ID by which a label is named anywhere in the file.
func (f *file) labelIDs(take func(id string)) {
	for _, l := range f.scheme.Labels {
		take(l.ID)
	}
	for i := range f.register {
		take(f.register[i].Label)
	}
	for i := range f.sets {
		for j := range f.sets[i].spans {
			take(f.sets[i].spans[j].Label)
		}
	}
}

// labelID is the ID of the label that something of the file names; one that is
// missing is added.
func (m *mender) labelID(named string, say func(what, repair annotations.Message)) string {
	if id, known := m.labels.named[named]; known {
		return id
	}
	id := named
	if named == "" {
		id = m.labels.free.Like("label")
	}
	m.labels.named[named] = id
	s := m.file.scheme
	m.labelAt[id] = len(s.Labels)
	s.Labels = append(s.Labels, annotations.Label{ID: id, Name: id, Color: grey})
	say(annotations.Say("its label %q is not in the scheme", annotations.Shorten(named)), annotations.Say("a label “%s” is added, in grey", annotations.Shorten(id)))
	return id
}

func (m *mender) key(l *annotations.Label, place format.Place, taken map[string]bool) {
	switch {
	case l.Key == "":
	case utf8.RuneCountInString(l.Key) > 1:
		m.say(place, annotations.Say("its key %q is more than one character", annotations.Shorten(l.Key)), annotations.Say("it has no key now"))
		l.Key = ""
	case taken[l.Key]:
		m.say(place, annotations.Say("its key %q is another label's too", l.Key), annotations.Say("it has no key now"))
		l.Key = ""
	default:
		taken[l.Key] = true
	}
}

// colors gives a colour to those of the scheme's labels or tags that have none.
func (m *mender) colors(field string, labels []annotations.Label) {
	used := map[string]bool{}
	for _, l := range labels {
		used[l.Color] = true
	}
	for i := range labels {
		l := &labels[i]
		if annotations.IsColor(l.Color) {
			continue
		}
		old := l.Color
		l.Color = unusedColor(used)
		used[l.Color] = true
		m.say(titled(fmt.Sprintf("scheme.%s[%d]", field, i), l.Name),
			annotations.Say("its colour %q is not of the form #rrggbb", annotations.Shorten(old)), annotations.Say("it is given the colour %s", l.Color))
	}
}

// unusedColor is the first of our own colours that no label has.
func unusedColor(used map[string]bool) string {
	for _, ours := range annotations.DefaultScheme().Labels {
		if !used[ours.Color] {
			return ours.Color
		}
	}
	return grey
}

// parents takes from labels a parent that is not there, and opens circles.
func (m *mender) parents(labels []annotations.Label) {
	for i := range labels {
		l := &labels[i]
		parent, known := m.labels.named[l.Parent]
		if l.Parent != "" && !known {
			m.say(titled(fmt.Sprintf("scheme.labels[%d]", i), l.Name),
				annotations.Say("its parent %q is not in the scheme", annotations.Shorten(l.Parent)), annotations.Say("it has no parent now"))
		}
		if l.Parent != "" {
			l.Parent = parent
		}
	}
	seen := make([]int, len(labels)) // on the way up from which label, counted from 1
	for i := range labels {
		for at, up := i, true; up && seen[at] == 0; {
			seen[at] = i + 1
			var next int
			if next, up = m.labelAt[labels[at].Parent]; up && seen[next] == i+1 {
				labels[at].Parent = ""
				m.say(titled(fmt.Sprintf("scheme.labels[%d]", at), labels[at].Name), annotations.Say("its parents go in a circle"), annotations.Say("it has no parent now"))
			}
			at = next
		}
	}
}

// relationLabels makes the labels of relations fit.
func (m *mender) relationLabels() {
	f := m.file
	m.relLabels = newNamer("relation", ids(f.scheme.Relations, func(l *annotations.RelationLabel) string { return l.ID }))
	for i := range f.scheme.Relations {
		l := &f.scheme.Relations[i]
		place := titled(fmt.Sprintf("scheme.relations[%d]", i), cmp.Or(l.Name, l.ID))
		m.give(m.relLabels, &l.ID, place, newID)
		m.name(&l.Name, l.ID, place)
		l.From, l.To = m.knownLabels(l.From, place), m.knownLabels(l.To, place)
	}
}

// knownLabels returns the IDs of those labels of a list that are in the scheme.
func (m *mender) knownLabels(list []string, place format.Place) (ids []string) {
	for _, named := range list {
		id, known := m.labels.named[named]
		if !known {
			m.say(place, annotations.Say("the label %q is not in the scheme", annotations.Shorten(named)), annotations.Say("the relation does not name it"))
			continue
		}
		ids = append(ids, id)
	}
	return ids
}
