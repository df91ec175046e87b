package annotations

import "fmt"

// AddSpan marks a span of an annotator's in a document. Its ID is new in their
// set, its label, values and entry fit scheme and register, and its ranges are
// sorted, disjoint, within the text and on character boundaries. Times are kept
// in UTC to the millisecond.
type AddSpan struct {
	Document, Annotator string
	Span                Span
}

func (AddSpan) kind() string { return "add-span" }

// Apply implements Edit; the inverse is a RemoveSpan.
func (e AddSpan) Apply(p *Project) (*Project, Edit, error) {
	a, set, err := p.wantedSet(e.Document, e.Annotator)
	if err != nil {
		return nil, nil, fmt.Errorf("add span %q: %w", e.Span.ID, err)
	}
	span := e.Span.kept()
	if err := span.check(a.doc.Text(), p); err != nil {
		return nil, nil, fmt.Errorf("add span %q to %s: %w", span.ID, quoteTitle(a.doc), err)
	}
	if _, taken := set.Span(span.ID); taken {
		return nil, nil, fmt.Errorf("add span %q to %s: a span with this ID is there already", span.ID, quoteTitle(a.doc))
	}
	return p.withSet(a, set.add(span)), RemoveSpan{e.Document, e.Annotator, span.ID}, nil
}

func (e AddSpan) effect() effect {
	return effectOn(e.target(), e.Span.Note).adding(Tally{Spans: 1})
}

func (e AddSpan) target() Target {
	return Target{Document: e.Document, Annotator: e.Annotator, Span: e.Span.ID}
}

func (e AddSpan) reconcile(r *reconciler) { r.span(e.Document, e.Annotator, e.Span) }

func (e AddSpan) write(w *JSONWriter, _ Pace) error {
	w.Field("document", e.Document)
	w.Name("span")
	if err := w.Span(&e.Span, SpanForm{}, nil); err != nil {
		return err
	}
	writeAnnotator(w, e.Annotator)
	return nil
}

func readAddSpan(r *JSONReader) (Edit, error) {
	e, err := r.spanEdit()
	return e, err
}

// spanEdit reads an edit that brings a span.
func (r *JSONReader) spanEdit() (e AddSpan, err error) {
	e.Document, e.Annotator, err = r.inSet("span", func() (err error) {
		e.Span, _, err = r.Span(Bytes, nil)
		return err
	})
	return e, err
}

// on implements together.
func (e AddSpan) on() setEdits { return setEdits{e.kind(), e.Document, e.Annotator} }

// prepare checks the edit as Apply does.
func (e AddSpan) prepare(p *Project, a *article, set *Set, copies *copier) (s *Span, inverse Edit, fits bool) {
	s = copies.kept(&e.Span)
	_, taken := set.Span(s.ID)
	return s, RemoveSpan{e.Document, e.Annotator, s.ID}, !taken && s.check(a.doc.Text(), p) == nil
}

func (AddSpan) change(set *Set, spans []*Span, pace Pace) (*Set, error) { return set.with(spans, pace) }
