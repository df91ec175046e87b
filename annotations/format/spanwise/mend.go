package spanwise

import (
	"fmt"

	"spanwise/annotations"
)

// mender makes what a file says fit, and keeps what was wrong and what it did
// about it. What two parts of the file both claim stays with the first.
type mender struct {
	problems   []Problem
	file       *file
	labels     *namer
	labelAt    map[string]int // from a label's ID to its place in the scheme
	relLabels  *namer
	tags       *namer
	people     *namer
	entries    *namer
	entryLabel map[string]string   // from an entry's ID to that of its label
	articles   map[string]*article // from what sets call their document
}

func (m *mender) say(place, what, repair string) {
	m.problems = append(m.problems, Problem{place, what, repair})
}

// sayAt is say for one place.
func (m *mender) sayAt(place string) func(what, repair string) {
	return func(what, repair string) { m.say(place, what, repair) }
}

// titled is a path in the file with the name of what is there.
func titled(path, name string) string {
	return fmt.Sprintf("%s, “%s”", path, annotations.Shorten(name))
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

// give sees to it that a thing has an ID of its own. besides is what follows from
// having another than the file says.
func (m *mender) give(n *namer, id *string, place, besides string) {
	old := *id
	_, known := n.named[old]
	switch {
	case old == "":
		*id = n.free.Like(n.kind)
		m.say(place, "it has no ID", fmt.Sprintf("it is given the ID %q", *id))
	case known:
		*id = n.free.Like(old)
		m.say(place, fmt.Sprintf("another %s has its ID %q", n.kind, annotations.Shorten(old)),
			fmt.Sprintf("it is given the ID %q%s", annotations.Shorten(*id), besides))
	}
	if !known {
		n.named[old] = *id
	}
}

// name sees to it that a thing has a name.
func (m *mender) name(name *string, id, place string) {
	if *name == "" {
		*name = id
		m.say(place, "it has no name", fmt.Sprintf("it is named “%s”, which is its ID", annotations.Shorten(id)))
	}
}
