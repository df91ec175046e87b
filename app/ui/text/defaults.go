package text

import "spanwise/annotations"

// defaults are the values that a new span of a label has.
func (room *Room) defaults(label string) []annotations.Value {
	l, _ := room.desk.Scheme().Label(label)
	return l.Defaults()
}
