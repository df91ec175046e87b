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
// Neighbours that add spans to one set, or remove spans from one, are done
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

// alike returns the edits at the front that add spans to one set, or that remove
// spans from one; the first edit alone if it does neither.
func alike(edits []Edit) []Edit {
	first := target(edits[0])
	n := 1
	for first != (group{}) && n < len(edits) && target(edits[n]) == first {
		n++
	}
	return edits[:n]
}

// group is what edits have in common that can be done together.
type group struct{ kind, document, annotator string }

func target(e Edit) group {
	switch e := e.(type) {
	case AddSpan:
		return group{e.kind(), e.Document, e.Annotator}
	case RemoveSpan:
		return group{e.kind(), e.Document, e.Annotator}
	}
	return group{}
}

// together does edits that are alike at once. Where any of them does not fit it
// gives nothing, and does not say why: doing them one by one will tell which.
func (p *Project) together(run []Edit, pace Pace) (_ *Project, inverse []Edit, _ error) {
	of := target(run[0])
	a, set, misfit := p.wantedSet(of.document, of.annotator)
	if misfit != nil || len(run) < 2 {
		return nil, nil, nil
	}
	change, prepare := set.with, p.prepareAdd
	if _, removal := run[0].(RemoveSpan); removal {
		change, prepare = set.withoutAll, p.prepareRemove
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
		if spans[i], inverse[i], fits = prepare(a, set, e, copies); !fits {
			return nil, nil, nil
		}
	}
	next, err := change(spans, pace.Part(0.5, 1))
	switch err.(type) {
	case nil:
		return p.withSet(a, next), inverse, nil
	case twiceError:
		return nil, nil, nil
	}
	return nil, nil, err
}

// prepareAdd checks an AddSpan against an annotator's set of a, and returns its
// span and its inverse.
func (p *Project) prepareAdd(a *article, set *Set, edit Edit, copies *copier) (s *Span, inverse Edit, fits bool) {
	e := edit.(AddSpan)
	s = copies.kept(&e.Span)
	_, taken := set.Span(s.ID)
	return s, RemoveSpan{e.Document, e.Annotator, s.ID}, !taken && s.check(a.doc.Text(), p) == nil
}

// prepareRemove is the same for a RemoveSpan. A span that has relations does not
// go together with others.
func (p *Project) prepareRemove(_ *article, set *Set, edit Edit, _ *copier) (s *Span, inverse Edit, fits bool) {
	e := edit.(RemoveSpan)
	s, fits = set.Span(e.ID)
	for range p.RelationsOf(e.Annotator, Place{e.Document, e.ID}) {
		return nil, nil, false
	}
	if fits {
		inverse = AddSpan{e.Document, e.Annotator, *s}
	}
	return s, inverse, fits
}

// Spans counts the spans that an edit brings, changes or takes one by one, and as
// such the entries and relations: what the time that it takes goes with.
func Spans(e Edit) int {
	switch e := e.(type) {
	case AddSpan, RemoveSpan, ChangeSpan, AddEntry, RemoveEntry, ChangeEntry, AddRelation, RemoveRelation, ChangeRelation:
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
