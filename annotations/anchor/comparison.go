package anchor

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/intake"
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
	var places []Place
	sets := p.Sets(old.ID)
	for i, set := range sets {
		part, done := pace.Nth(i, len(sets)), 0
		for span := range set.All() {
			if part != nil && done%placingBeat == 0 {
				if err := part(float64(done) / float64(set.Len())); err != nil {
					return nil, err
				}
			}
			places = append(places, change.Place(span.Ranges))
			done++
		}
	}
	return intake.Lay(p, old, text, places)
}

// placingBeat is how many spans are placed between two calls of a pace.
const placingBeat = 8
