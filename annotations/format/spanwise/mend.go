package spanwise

import (
	"spanwise/annotations"
	"spanwise/annotations/format"
)

// mender makes what a file says fit, and keeps what was wrong and what it did
// about it. What two parts of the file both claim stays with the first.
type mender struct {
	problems  []format.Note
	file      *file
	labels    *namer
	labelAt   map[string]int // from a label's ID to its place in the scheme
	relLabels *namer
	tags      *namer
	people    *namer
	entries   *namer
	entryAt   map[string]int      // from an entry's ID to its place in the register
	articles  map[string]*article // from what sets call their document
}

func (m *mender) say(place format.Place, what, repair annotations.Message) {
	m.problems = append(m.problems, format.Note{Where: place, What: what, Repair: repair})
}

// sayAt is say for one place.
func (m *mender) sayAt(place format.Place) func(what, repair annotations.Message) {
	return func(what, repair annotations.Message) { m.say(place, what, repair) }
}

// titled is a path in the file with the name of what is there.
func titled(path, name string) format.Place {
	return format.Place{Path: path, Name: annotations.Shorten(name)}
}

// within is a path in the file to something that is about an article.
func within(path, title string) format.Place {
	return format.Place{Path: path, Article: annotations.Shorten(title)}
}

// namer gives things of one kind IDs, of which no two are the same, and knows
// what the rest of the file calls them.
type namer struct {
	kind  string // for a reader, and as the ID of what has none
	free  *annotations.FreeIDs
	named map[string]string // from what the file calls a thing to its ID
}

// newNamer takes the IDs that each calls its function with: all by which things
// of the kind are named anywhere.
func newNamer(kind string, each func(take func(id string))) *namer {
	return &namer{kind, annotations.NewFreeIDs(each), map[string]string{}}
}

// ids is each for the IDs of a list.
func ids[T any](list []T, id func(*T) string) func(take func(id string)) {
	return func(take func(id string)) {
		for i := range list {
			take(id(&list[i]))
		}
	}
}

// newID says which ID a thing is given.
const newID = "it is given the ID %q"

// give sees to it that a thing has an ID of its own. other says which, where
// another thing has the one that the file says: newID, and what follows from that.
func (m *mender) give(n *namer, id *string, place format.Place, other string) {
	old := *id
	_, known := n.named[old]
	switch {
	case old == "":
		*id = n.free.Like(n.kind)
		m.say(place, annotations.Say("it has no ID"), annotations.Say(newID, *id))
	case known:
		*id = n.free.Like(old)
		m.say(place, annotations.Say("another %s has its ID %q", n.kind, annotations.Shorten(old)),
			annotations.Say(other, annotations.Shorten(*id)))
	}
	if !known {
		n.named[old] = *id
	}
}

// name sees to it that a thing has a name.
func (m *mender) name(name *string, id string, place format.Place) {
	if *name == "" {
		*name = id
		m.say(place, annotations.Say("it has no name"), annotations.Say("it is named “%s”, which is its ID", annotations.Shorten(id)))
	}
}
