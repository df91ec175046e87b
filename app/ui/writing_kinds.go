package ui

import (
	"strings"

	"spanwise/app/ui/desk"
)

// addKinds takes in kinds of writing. Two of one name are a fault of the program.
func (room *writingRoom) addKinds(kinds map[string]desk.WrittenKind) {
	for name, kind := range kinds {
		if _, there := room.kinds[name]; there {
			panic("writing: a second kind " + name)
		}
		room.kinds[name] = kind
	}
}

// kindOf reads a key. A field that says nothing of itself is written in like any
// other, and is kept as a draft.
func (room *writingRoom) kindOf(key string) (kind desk.WrittenKind, of []string) {
	parts := strings.Split(key, desk.PartSeparator)
	k, known := room.kinds[parts[0]]
	if !known {
		k.Says = "You were writing:"
		k.Gone = k.Says
	}
	return k, parts[1:]
}
