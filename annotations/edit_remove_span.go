package annotations

import "fmt"

// RemoveSpan takes a span out of an annotator's set, and with it the relations
// that begin or end there.
type RemoveSpan struct {
	Document, Annotator string
	ID                  string
}

func (RemoveSpan) kind() string { return "remove-span" }

// Apply implements Edit; the inverse is an AddSpan, in a Batch with the relations
// that went with the span if there were any.
func (e RemoveSpan) Apply(p *Project) (*Project, Edit, error) {
	a, set, old, err := p.wantedSpan(e.Document, e.Annotator, e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("remove span %q: %w", e.ID, err)
	}
	inverse := Edit(AddSpan{e.Document, e.Annotator, *old})
	if p.RelationCount() > 0 {
		var back []Edit
		if p, back = p.withoutRelations(p.RelationsOf(e.Annotator, Place{e.Document, e.ID})); len(back) > 0 {
			inverse = Batch{append([]Edit{inverse}, back...)}
		}
	}
	return p.withSet(a, set.without(old)), inverse, nil
}

func (e RemoveSpan) effect() effect {
	return effectOn(Target{Document: e.Document, Annotator: e.Annotator, Span: e.ID}, "")
}

// reconcile counts a span that is gone as removed.
func (e RemoveSpan) reconcile(r *reconciler) {
	if _, _, _, err := r.project.wantedSpan(e.Document, e.Annotator, e.ID); err == nil {
		r.do(e)
	}
}

func (e RemoveSpan) write(w *JSONWriter, _ Pace) error {
	w.Field("document", e.Document)
	w.Field("id", e.ID)
	writeAnnotator(w, e.Annotator)
	return nil
}

func readRemoveSpan(r *JSONReader) (Edit, error) {
	var e RemoveSpan
	var err error
	e.Document, e.Annotator, err = r.inSet("id", func() (err error) {
		e.ID, err = r.String()
		return err
	})
	return e, err
}

// on implements together.
func (e RemoveSpan) on() setEdits { return setEdits{e.kind(), e.Document, e.Annotator} }

// prepare looks the span up. One that has relations does not go together with others.
func (e RemoveSpan) prepare(p *Project, _ *article, set *Set, _ *copier) (s *Span, inverse Edit, fits bool) {
	s, fits = set.Span(e.ID)
	for range p.RelationsOf(e.Annotator, Place{e.Document, e.ID}) {
		return nil, nil, false
	}
	if fits {
		inverse = AddSpan{e.Document, e.Annotator, *s}
	}
	return s, inverse, fits
}

func (RemoveSpan) change(set *Set, spans []*Span, pace Pace) (*Set, error) {
	return set.withoutAll(spans, pace)
}
