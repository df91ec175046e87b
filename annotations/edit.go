package annotations

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

// Edit is a change of a project, as a value: it can be applied, taken back
// through its inverse, and kept as JSON (MarshalEdit). The kinds are AddSpan,
// RemoveSpan, ChangeSpan, AddDocument, RemoveDocument, DescribeDocument,
// ChangeScheme and Batch.
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

// AddSpan marks a span in a document. Its ID is new there, its label in the
// scheme, and its ranges are sorted, disjoint, within the text and on character
// boundaries. Times are kept in UTC to the millisecond.
type AddSpan struct {
	Document string
	Span     Span
}

// RemoveSpan takes a span out of a document.
type RemoveSpan struct {
	Document string
	ID       string
}

// ChangeSpan puts a new value in the place of the span with the same ID.
type ChangeSpan struct {
	Document string
	Span     Span
}

// ChangeScheme gives the project another scheme, which has every label that is in use.
type ChangeScheme struct{ Scheme *Scheme }

func (AddSpan) kind() string      { return "add-span" }
func (RemoveSpan) kind() string   { return "remove-span" }
func (ChangeSpan) kind() string   { return "change-span" }
func (ChangeScheme) kind() string { return "change-scheme" }

// Apply implements Edit; the inverse is a RemoveSpan.
func (e AddSpan) Apply(p *Project) (*Project, Edit, error) {
	a, err := p.wanted(e.Document)
	if err != nil {
		return nil, nil, fmt.Errorf("add span %q: %w", e.Span.ID, err)
	}
	span := e.Span.kept()
	if err := span.check(a.doc.Text(), p.labels); err != nil {
		return nil, nil, fmt.Errorf("add span %q to %s: %w", span.ID, quoteTitle(a.doc), err)
	}
	if _, taken := a.set.Span(span.ID); taken {
		return nil, nil, fmt.Errorf("add span %q to %s: a span with this ID is there already", span.ID, quoteTitle(a.doc))
	}
	return p.withSet(a, a.set.add(span)), RemoveSpan{e.Document, span.ID}, nil
}

// Apply implements Edit; the inverse is an AddSpan.
func (e RemoveSpan) Apply(p *Project) (*Project, Edit, error) {
	a, old, err := p.wantedSpan(e.Document, e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("remove span %q: %w", e.ID, err)
	}
	return p.withSet(a, a.set.without(old)), AddSpan{e.Document, *old}, nil
}

// Apply implements Edit; the inverse is a ChangeSpan.
func (e ChangeSpan) Apply(p *Project) (*Project, Edit, error) {
	a, old, err := p.wantedSpan(e.Document, e.Span.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("change span %q: %w", e.Span.ID, err)
	}
	span := e.Span.kept()
	if err := span.check(a.doc.Text(), p.labels); err != nil {
		return nil, nil, fmt.Errorf("change span %q in %s: %w", span.ID, quoteTitle(a.doc), err)
	}
	return p.withSet(a, a.set.exchange(old, span)), ChangeSpan{e.Document, *old}, nil
}

// Apply implements Edit; the inverse is a ChangeScheme. It looks at every span
// of the project if, and only if, the new scheme lacks a label of the old one.
func (e ChangeScheme) Apply(p *Project) (*Project, Edit, error) {
	if e.Scheme == nil {
		return nil, nil, fmt.Errorf("change scheme: there is none")
	}
	if err := e.Scheme.Check(); err != nil {
		return nil, nil, fmt.Errorf("change scheme to %q: %w", e.Scheme.Name, err)
	}
	next := p.withScheme(&Scheme{e.Scheme.Name, slices.Clone(e.Scheme.Labels)})
	if err := p.keepsLabels(next.scheme); err != nil {
		return nil, nil, fmt.Errorf("change scheme to %q: %w", e.Scheme.Name, err)
	}
	return next, ChangeScheme{p.scheme}, nil
}

// keepsLabels reports the first span whose label a scheme lacks.
func (p *Project) keepsLabels(s *Scheme) error {
	for a, span := range p.lacking(s) {
		return fmt.Errorf("it lacks the label %q, which span %q in %s has", span.Label, span.ID, quoteTitle(a.doc))
	}
	return nil
}

// lacking gives the spans whose label a scheme lacks, with their articles.
func (p *Project) lacking(s *Scheme) iter.Seq2[*article, *Span] {
	gone := maps.Clone(p.labels)
	for _, l := range s.Labels {
		delete(gone, l.ID)
	}
	return func(yield func(*article, *Span) bool) {
		if len(gone) == 0 {
			return
		}
		for a := range p.articles.all() {
			for span := range a.set.All() {
				if _, lacks := gone[span.Label]; lacks && !yield(a, span) {
					return
				}
			}
		}
	}
}

// wanted returns the article with the ID given.
func (p *Project) wanted(docID string) (*article, error) {
	a, ok := p.article(docID)
	if !ok {
		return nil, fmt.Errorf("there is no document %q", docID)
	}
	return a, nil
}

func (p *Project) wantedSpan(docID, id string) (*article, *Span, error) {
	a, err := p.wanted(docID)
	if err != nil {
		return nil, nil, err
	}
	s, ok := a.set.Span(id)
	if !ok {
		return nil, nil, fmt.Errorf("%s has no such span", quoteTitle(a.doc))
	}
	return a, s, nil
}
