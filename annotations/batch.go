package annotations

import (
	"errors"
	"fmt"
	"slices"
)

// Batch is several edits that are one step: all of them or none.
type Batch struct{ Edits []Edit }

func (Batch) kind() string { return "batch" }

// Apply implements Edit; the inverse is a Batch of the inverses, last first.
// Neighbours that add spans to one document, or remove spans from one, are done
// together: an import of 100,000 spans and its undo are a fraction of as many
// single edits.
func (e Batch) Apply(p *Project) (*Project, Edit, error) {
	inverse := make([]Edit, 0, len(e.Edits))
	singly := 0 // up to here edits are known not to go together
	for i := 0; i < len(e.Edits); {
		if i >= singly {
			run := alike(e.Edits[i:])
			if next, back, ok := p.together(run); ok {
				p, inverse, i = next, append(inverse, back...), i+len(run)
				continue
			}
			singly = i + len(run)
		}
		next, back, err := p.single(e.Edits[i])
		if err != nil {
			return nil, nil, fmt.Errorf("edit %d of %d: %w", i+1, len(e.Edits), err)
		}
		p, inverse, i = next, append(inverse, back), i+1
	}
	slices.Reverse(inverse)
	return p, Batch{inverse}, nil
}

func (p *Project) single(e Edit) (*Project, Edit, error) {
	if e == nil {
		return nil, nil, errors.New("there is none")
	}
	return e.Apply(p)
}

// alike returns the edits at the front that add spans to one document, or that
// remove spans from one; the first edit alone if it does neither.
func alike(edits []Edit) []Edit {
	first := target(edits[0])
	n := 1
	for first != (group{}) && n < len(edits) && target(edits[n]) == first {
		n++
	}
	return edits[:n]
}

// group is what edits have in common that can be done together.
type group struct{ kind, document string }

func target(e Edit) group {
	switch e := e.(type) {
	case AddSpan:
		return group{e.kind(), e.Document}
	case RemoveSpan:
		return group{e.kind(), e.Document}
	}
	return group{}
}

// together does edits that are alike at once. It fails, without saying why,
// when any of them does not fit: doing them one by one will tell which.
func (p *Project) together(run []Edit) (next *Project, inverse []Edit, ok bool) {
	a, known := p.article(target(run[0]).document)
	if !known || len(run) < 2 {
		return nil, nil, false
	}
	spans := make([]*Span, len(run))
	inverse = make([]Edit, len(run))
	for i, e := range run {
		if spans[i], inverse[i], ok = p.prepare(a, e); !ok {
			return nil, nil, false
		}
	}
	named, err := newSet(a.set.annotator, spans)
	if err != nil { // an ID is there twice
		return nil, nil, false
	}
	if _, removal := run[0].(RemoveSpan); removal {
		return p.withSet(a, a.set.minus(named)), inverse, true
	}
	return p.withSet(a, a.set.union(named)), inverse, true
}

// prepare checks an AddSpan or RemoveSpan against a, and returns the span it is
// about and its inverse.
func (p *Project) prepare(a *article, e Edit) (s *Span, inverse Edit, ok bool) {
	switch e := e.(type) {
	case AddSpan:
		s = e.Span.kept()
		_, taken := a.set.Span(s.ID)
		return s, RemoveSpan{e.Document, s.ID}, !taken && s.check(a.doc.Text(), p.labels) == nil
	case RemoveSpan:
		if s, ok = a.set.Span(e.ID); ok {
			inverse = AddSpan{e.Document, *s}
		}
	}
	return s, inverse, ok
}
