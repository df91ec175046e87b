package annotations

import "fmt"

// Edit is a change of a project, as a value: it can be applied, taken back
// through its inverse, and kept as JSON (MarshalEdit). The kinds are AddSpan,
// RemoveSpan, ChangeSpan, ChangeSet, AddDocument, RemoveDocument,
// DescribeDocument, ChangeScheme, AddEntry, RemoveEntry, ChangeEntry,
// AddRelation, RemoveRelation, ChangeRelation, AddAnnotator, RemoveAnnotator,
// ChangeAnnotator, RenameProject and Batch.
type Edit interface {
	// Apply returns the project after the edit and the edit that leads back.
	// An edit that does not fit is an error that names what is wrong. p itself
	// is the same afterwards in either case.
	Apply(p *Project) (next *Project, inverse Edit, err error)

	// kind is the edit's name in JSON. It keeps the kinds to this package,
	// which has to be able to read back every one it has written.
	kind() string
}

// Apply is e.Apply(p) for edits that may hold very much: it goes at a pace.
func Apply(e Edit, p *Project, pace Pace) (next *Project, inverse Edit, err error) {
	switch e := e.(type) {
	case Batch:
		return e.apply(p, pace)
	case AddDocument:
		return e.apply(p, pace)
	}
	return e.Apply(p)
}

// AddSpan marks a span of an annotator's in a document. Its ID is new in their
// set, its label, values and entry fit scheme and register, and its ranges are
// sorted, disjoint, within the text and on character boundaries. Times are kept
// in UTC to the millisecond.
type AddSpan struct {
	Document, Annotator string
	Span                Span
}

// RemoveSpan takes a span out of an annotator's set, and with it the relations
// that begin or end there.
type RemoveSpan struct {
	Document, Annotator string
	ID                  string
}

// ChangeSpan puts a new value in the place of the span with the same ID.
type ChangeSpan struct {
	Document, Annotator string
	Span                Span
}

func (AddSpan) kind() string    { return "add-span" }
func (RemoveSpan) kind() string { return "remove-span" }
func (ChangeSpan) kind() string { return "change-span" }

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

// wanted returns the article with the ID given.
func (p *Project) wanted(docID string) (*article, error) {
	a, ok := p.article(docID)
	if !ok {
		return nil, fmt.Errorf("there is no document %q", docID)
	}
	return a, nil
}

// wantedSet returns an article and an annotator's set of it.
func (p *Project) wantedSet(docID, annotator string) (*article, *Set, error) {
	a, err := p.wanted(docID)
	if err != nil {
		return nil, nil, err
	}
	if err := p.wantedAnnotator(annotator); err != nil {
		return nil, nil, err
	}
	return a, a.set(annotator), nil
}

func (p *Project) wantedAnnotator(id string) error {
	if p.annotatorAt(id) < 0 {
		return fmt.Errorf("there is no annotator %q", id)
	}
	return nil
}

func (p *Project) wantedSpan(docID, annotator, id string) (*article, *Set, *Span, error) {
	a, set, err := p.wantedSet(docID, annotator)
	if err != nil {
		return nil, nil, nil, err
	}
	s, ok := set.Span(id)
	if !ok {
		return nil, nil, nil, fmt.Errorf("%s has no such span", quoteTitle(a.doc))
	}
	return a, set, s, nil
}
