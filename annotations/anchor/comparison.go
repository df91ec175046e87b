package anchor

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Compare looks for the spans on a document of the project in another text. An
// error is pace's, or that there is no such document.
func Compare(p *annotations.Project, id string, text *corpus.Document, pace annotations.Pace) (*Comparison, error) {
	old, there := p.Document(id)
	if !there {
		return nil, fmt.Errorf("compare: there is no document %q", id)
	}
	change, err := Between(old, text, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	return compare(p, old, text, change, pace.Part(0.5, 1))
}

func compare(p *annotations.Project, old, text *corpus.Document, change *Change, pace annotations.Pace) (*Comparison, error) {
	c := &Comparison{Project: p, Old: old, New: text}
	sets := p.Sets(old.ID)
	for i, set := range sets {
		if err := place(c, change, set, pace.Nth(i, len(sets))); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// placingBeat is how many spans are placed between two calls of a pace.
const placingBeat = 8

func place(c *Comparison, change *Change, set *annotations.Set, pace annotations.Pace) error {
	i := 0
	for span := range set.All() {
		if pace != nil && i%placingBeat == 0 {
			if err := pace(float64(i) / float64(set.Len())); err != nil {
				return err
			}
		}
		c.Spans = append(c.Spans, PlacedSpan{Annotator: set.Annotator(), Span: span, Place: change.Place(span.Ranges)})
		i++
	}
	return nil
}
