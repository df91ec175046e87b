package annotations

import "slices"

// Counterpart is the span of the set that stands for a span of another annotator's:
// one over the very same ranges, and of several the one with the same label, else
// the first by ID. It is nil where there is none.
func (s *Set) Counterpart(of *Span) *Span {
	var found *Span
	for t := range s.Overlapping(of.Start(), of.End()) {
		switch {
		case !slices.Equal(t.Ranges, of.Ranges):
		case t.Label == of.Label:
			return t
		case found == nil:
			found = t
		}
	}
	return found
}
