package writing

import (
	"strings"

	"spanwise/app/ui/desk"
)

// AddKinds takes in kinds of writing. Two of one name are a fault of the program.
func (room *Room) AddKinds(kinds map[string]desk.WrittenKind) {
	for name, kind := range kinds {
		if _, there := room.kinds[name]; there {
			panic("writing: a second kind " + name)
		}
		room.kinds[name] = kind
	}
}

// KindOf reads a key. A field that says nothing of itself is written in like any
// other, and is kept as a draft.
func (room *Room) KindOf(key string) (kind desk.WrittenKind, of []string) {
	parts := strings.Split(key, desk.PartSeparator)
	k, known := room.kinds[parts[0]]
	if !known {
		k.Says = "You were writing:"
		k.Gone = k.Says
	}
	return k, parts[1:]
}
