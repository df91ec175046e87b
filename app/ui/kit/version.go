package kit

// Versions numbers the states of something: the number changes exactly when
// the state does. A component that is drawn from a project or a set carries the
// number in a field. The engine compares fields by value, all the way down, and
// would take two projects apart to see whether they differ.
type Versions[T comparable] struct {
	last   T
	number int
}

// Of is the number of a state.
func (v *Versions[T]) Of(now T) int {
	if now != v.last {
		v.last = now
		v.number++
	}
	return v.number
}
