package spanwise

import (
	"cmp"
	"fmt"
	"unicode/utf8"

	"spanwise/annotations"
)

// mender makes what a file says fit, and keeps what was wrong and what it did
// about it. What two parts of the file both claim stays with the first.
type mender struct {
	problems []Problem
	file     *file
	labelIDs *freeIDs
	labels   map[string]string   // from what spans call their label to its ID
	articles map[string]*article // from what sets call their document
}

// grey is the colour of a label of which nothing is known.
const grey = "#767676"

func (m *mender) say(place, what, repair string) {
	m.problems = append(m.problems, Problem{place, what, repair})
}

// freeIDs finds IDs that nothing in a file has.
type freeIDs struct {
	taken map[string]bool
	next  map[string]int
}

// newFreeIDs takes the IDs that each calls its function with.
func newFreeIDs(each func(take func(id string))) *freeIDs {
	f := &freeIDs{map[string]bool{}, map[string]int{}}
	each(func(id string) { f.taken[id] = true })
	return f
}

// like returns id, or the first of id-2, id-3 … that is free, and takes it.
func (f *freeIDs) like(id string) string {
	free := id
	for f.taken[free] {
		f.next[id] = max(f.next[id], 1) + 1
		free = fmt.Sprintf("%s-%d", id, f.next[id])
	}
	f.taken[free] = true
	return free
}

// scheme makes the labels fit.
func (m *mender) scheme() {
	m.file.misfit = nil
	m.labels, m.labelIDs = map[string]string{}, newFreeIDs(m.file.labelIDs)
	keys := map[string]bool{}
	for i := range m.file.scheme.Labels {
		l := &m.file.scheme.Labels[i]
		place := placeOf(i, l)
		m.labelID(l, place)
		if l.Name == "" {
			l.Name = l.ID
			m.say(place, "it has no name", fmt.Sprintf("it is named “%s”, which is its ID", annotations.Shorten(l.ID)))
		}
		m.key(l, place, keys)
	}
	m.colors(m.file.scheme.Labels)
}

func placeOf(i int, l *annotations.Label) string {
	return fmt.Sprintf("scheme.labels[%d], “%s”", i, annotations.Shorten(cmp.Or(l.Name, l.ID)))
}

func (m *mender) key(l *annotations.Label, place string, taken map[string]bool) {
	switch {
	case l.Key == "":
	case utf8.RuneCountInString(l.Key) > 1:
		m.say(place, fmt.Sprintf("its key %q is more than one character", annotations.Shorten(l.Key)), "it has no key now")
		l.Key = ""
	case taken[l.Key]:
		m.say(place, fmt.Sprintf("its key %q is another label's too", l.Key), "it has no key now")
		l.Key = ""
	default:
		taken[l.Key] = true
	}
}

// labelIDs takes every ID by which a label is named anywhere in the file.
func (f *file) labelIDs(take func(id string)) {
	for _, l := range f.scheme.Labels {
		take(l.ID)
	}
	for i := range f.sets {
		for j := range f.sets[i].spans {
			take(f.sets[i].spans[j].Label)
		}
	}
}

func (m *mender) labelID(l *annotations.Label, place string) {
	old := l.ID
	_, known := m.labels[old]
	switch {
	case old == "":
		l.ID = m.labelIDs.like("label")
		m.say(place, "it has no ID", fmt.Sprintf("it is given the ID %q", l.ID))
	case known:
		l.ID = m.labelIDs.like(old)
		m.say(place, fmt.Sprintf("another label has its ID %q", annotations.Shorten(old)),
			fmt.Sprintf("it is given the ID %q, and spans with the former have the other label", annotations.Shorten(l.ID)))
	}
	if !known {
		m.labels[old] = l.ID
	}
}

// colors gives a colour to labels that have none.
func (m *mender) colors(labels []annotations.Label) {
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
		m.say(placeOf(i, l), fmt.Sprintf("its colour %q is not of the form #rrggbb", annotations.Shorten(old)), "it is given the colour "+l.Color)
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
