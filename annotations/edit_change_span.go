package annotations

import "fmt"

// ChangeSpan puts a new value in the place of the span with the same ID.
type ChangeSpan struct {
	Document, Annotator string
	Span                Span
}

func (ChangeSpan) kind() string { return "change-span" }

// Apply implements Edit; the inverse is a ChangeSpan.
func (e ChangeSpan) Apply(p *Project) (*Project, Edit, error) {
	a, set, old, err := p.wantedSpan(e.Document, e.Annotator, e.Span.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("change span %q: %w", e.Span.ID, err)
	}
	span := e.Span.kept()
	if err := span.check(a.doc.Text(), p); err != nil {
		return nil, nil, fmt.Errorf("change span %q in %s: %w", span.ID, quoteTitle(a.doc), err)
	}
	return p.withSet(a, set.exchange(old, span)), ChangeSpan{e.Document, e.Annotator, *old}, nil
}

func (e ChangeSpan) effect() effect { return effectOn(AddSpan(e).target(), e.Span.Note).whole() }

func (e ChangeSpan) reconcile(r *reconciler) { r.span(e.Document, e.Annotator, e.Span) }

func (e ChangeSpan) write(w *JSONWriter, pace Pace) error { return AddSpan(e).write(w, pace) }

func readChangeSpan(r *JSONReader) (Edit, error) {
	e, err := r.spanEdit()
	return ChangeSpan(e), err
}
