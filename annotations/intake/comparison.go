package intake

import (
	"errors"

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

// Lay makes a comparison of the places of all spans on a document, in their order.
func Lay(p *annotations.Project, old, text *corpus.Document, places []Place) (*Comparison, error) {
	c := &Comparison{Project: p, Old: old, New: text}
	for _, set := range p.Sets(old.ID) {
		for span := range set.All() {
			if len(c.Spans) < len(places) {
				c.Spans = append(c.Spans, PlacedSpan{set.Annotator(), span, places[len(c.Spans)]})
				continue
			}
			return nil, errPlaces
		}
	}
	if len(c.Spans) < len(places) {
		return nil, errPlaces
	}
	return c, nil
}

var errPlaces = errors.New("there are not as many places as spans")

// TextHere is the text that is here in the place of a file's, with the ID and the
// details of that: these are for the merging to settle, but for what the text begins
// with.
func TextHere(here, file *corpus.Document) *corpus.Document {
	details := file.Details
	details.Head = here.Head
	return here.WithID(file.ID).WithDetails(details)
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
