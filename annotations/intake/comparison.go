package intake

import (
	"spanwise/annotations"
	"spanwise/corpus"
)

// Verdict says how sure it is that a passage is where it was placed.
type Verdict int

// The verdicts, from the best to the worst.
const (
	// Exact is the same words, byte by byte, at the same place.
	Exact Verdict = iota
	// Moved is the same words elsewhere, or there in another typography.
	Moved
	// Doubtful is a place that a person has to look at: the words differ, or
	// what stands around them, or several places are about equally good and this
	// is the best of them.
	Doubtful
	// Lost is a passage without any place that is like it.
	Lost
)

// Place is where a passage is now.
type Place struct {
	Verdict Verdict
	// Ranges are in bytes of the other text, sorted and disjoint, of whole
	// characters (grapheme clusters), none empty. A passage that is lost has none.
	Ranges []annotations.Range
	// Likeness is how much of the passage is the same, from 0 to 1.
	Likeness float64
	// Context is how much of what stands around it is the same, from 0 to 1.
	Context float64
}

// Comparison is where the spans on a document of a project would be on another
// text.
type Comparison struct {
	Project *annotations.Project
	Old     *corpus.Document // of the project
	New     *corpus.Document
	Spans   []PlacedSpan // by annotator, then in the order of the old text
}

// PlacedSpan is a span of the old text with its place in the new one.
type PlacedSpan struct {
	Annotator string
	Span      *annotations.Span
	Place
}

// Count is how many spans have a verdict.
func (c *Comparison) Count(v Verdict) int {
	n := 0
	for _, s := range c.Spans {
		if s.Verdict == v {
			n++
		}
	}
	return n
}

// Choice says what is to become of the spans of a comparison.
type Choice struct {
	// Takes says of the i-th span whether it goes to its place on the new text.
	// Nobody can take one that is lost.
	Takes func(i int) bool
	// Keep is the ID of an article of its own, for the old text with the spans that
	// were not taken. With none they go, and their relations with them.
	Keep string
}
