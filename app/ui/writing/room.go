package writing

import "spanwise/app/ui/desk"

// Room is what a person is writing in any field, and how it is kept.
type Room struct {
	desk *desk.Desk

	kinds   map[string]desk.WrittenKind
	writing writing
}

// New returns the room as it is before anything has been done in it.
func New(d *desk.Desk) *Room {
	return &Room{desk: d, kinds: map[string]desk.WrittenKind{}}
}
