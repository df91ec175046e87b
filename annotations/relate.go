package annotations

import "slices"

// Fits reports whether the rules of r let it go from a span of one label to a
// span of another.
func (r *RelationLabel) Fits(from, to string) bool {
	return allows(r.From, from) && allows(r.To, to)
}

func allows(labels []string, id string) bool { return len(labels) == 0 || slices.Contains(labels, id) }

// Way is a relation that may hold between two spans. Back says that it goes from
// the second of them to the first.
type Way struct {
	Relation RelationLabel
	Back     bool
}

// Ways gives what may hold between a span of one label and a span of another, in
// the scheme's order. What fits in both directions goes from the first to the
// second.
func (s *Scheme) Ways(first, second string) []Way {
	var ways []Way
	for _, r := range s.Relations {
		switch {
		case r.Fits(first, second):
			ways = append(ways, Way{Relation: r})
		case r.Fits(second, first):
			ways = append(ways, Way{Relation: r, Back: true})
		}
	}
	return ways
}

// Fits reports whether a relation of p keeps to the rules of its label. No edit
// is refused for them: what does not fit is listed as to do.
func (p *Project) Fits(r *Relation) bool {
	label, _ := p.scheme.Relation(r.Label)
	return label.Fits(p.labelAt(r.Annotator, r.From), p.labelAt(r.Annotator, r.To))
}

// labelAt is the ID of the label of an annotator's span.
func (p *Project) labelAt(annotator string, at Place) string {
	s, there := p.SpanAt(annotator, at)
	if !there {
		return ""
	}
	return s.Label
}

// SpanAt returns the span that a place names. It is not to be modified.
func (p *Project) SpanAt(annotator string, at Place) (*Span, bool) {
	set := p.Set(at.Document, annotator)
	if set == nil {
		return nil, false
	}
	return set.Span(at.Span)
}

// Turned returns r with its ends exchanged.
func (r Relation) Turned() Relation {
	r.From, r.To = r.To, r.From
	return r
}
