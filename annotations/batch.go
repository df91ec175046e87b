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
func (e Batch) Apply(p *Project) (*Project, Edit, error) { return e.apply(p, nil) }

func (e Batch) apply(p *Project, pace Pace) (*Project, Edit, error) {
	inverse := make([]Edit, 0, len(e.Edits))
	singly := 0 // up to here edits are known not to go together
	share := func(i int) float64 { return float64(i) / float64(len(e.Edits)) }
	for i := 0; i < len(e.Edits); {
		if err := pace.At(i, len(e.Edits)); err != nil {
			return nil, nil, err
		}
		if i >= singly {
			run := alike(e.Edits[i:])
			next, back, err := p.together(run, pace.Part(share(i), share(i+len(run))))
			if err != nil {
				return nil, nil, err
			}
			if next != nil {
				p, inverse, i = next, append(inverse, back...), i+len(run)
				continue
			}
			singly = i + len(run)
		}
		next, back, err := p.single(e.Edits[i], pace.Nth(i, len(e.Edits)))
		if err != nil {
			return nil, nil, fmt.Errorf("edit %d of %d: %w", i+1, len(e.Edits), err)
		}
		p, inverse, i = next, append(inverse, back), i+1
	}
	slices.Reverse(inverse)
	return p, Batch{inverse}, nil
}

func (p *Project) single(e Edit, pace Pace) (*Project, Edit, error) {
	if e == nil {
		return nil, nil, errors.New("there is none")
	}
	return Apply(e, p, pace)
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

// together does edits that are alike at once. Where any of them does not fit it
// gives nothing, and does not say why: doing them one by one will tell which.
func (p *Project) together(run []Edit, pace Pace) (next *Project, inverse []Edit, err error) {
	a, known := p.article(target(run[0]).document)
	if !known || len(run) < 2 {
		return nil, nil, nil
	}
	change, prepare := a.set.with, p.prepareAdd
	if _, removal := run[0].(RemoveSpan); removal {
		change, prepare = a.set.withoutAll, p.prepareRemove
	}
	copies := &copier{more: len(run)}
	spans := make([]*Span, len(run))
	inverse = make([]Edit, len(run))
	prepared := pace.Part(0, 0.5)
	for i, e := range run {
		if err := prepared.At(i, len(run)); err != nil {
			return nil, nil, err
		}
		var fits bool
		if spans[i], inverse[i], fits = prepare(a, e, copies); !fits {
			return nil, nil, nil
		}
	}
	set, err := change(spans, pace.Part(0.5, 1))
	switch err.(type) {
	case nil:
		return p.withSet(a, set), inverse, nil
	case twiceError:
		return nil, nil, nil
	}
	return nil, nil, err
}

// prepareAdd checks an AddSpan against a, and returns its span and its inverse.
func (p *Project) prepareAdd(a *article, edit Edit, copies *copier) (s *Span, inverse Edit, fits bool) {
	e := edit.(AddSpan)
	s = copies.kept(&e.Span)
	_, taken := a.set.Span(s.ID)
	return s, RemoveSpan{e.Document, s.ID}, !taken && s.check(a.doc.Text(), p.labels) == nil
}

// prepareRemove is the same for a RemoveSpan.
func (p *Project) prepareRemove(a *article, edit Edit, _ *copier) (s *Span, inverse Edit, fits bool) {
	e := edit.(RemoveSpan)
	s, fits = a.set.Span(e.ID)
	if fits {
		inverse = AddSpan{e.Document, *s}
	}
	return s, inverse, fits
}

// Spans counts the spans that an edit brings, changes or takes one by one: what
// the time that it takes goes with.
func Spans(e Edit) int {
	switch e := e.(type) {
	case AddSpan, RemoveSpan, ChangeSpan:
		return 1
	case AddDocument:
		return e.count()
	case Batch:
		sum := 0
		for _, e := range e.Edits {
			sum += Spans(e)
		}
		return sum
	}
	return 0
}
