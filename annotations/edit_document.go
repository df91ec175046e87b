package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"iter"

	"spanwise/corpus"
)

// AddDocument brings a document, with spans on it, into the project as the
// At-th, counted from 0; -1 puts it at the end. Its ID is new there. The spans
// are those of Set, or without one those of Spans. The project shares them:
// nothing of them may be changed afterwards.
type AddDocument struct {
	Document *corpus.Document
	At       int
	Spans    []Span
	Set      *Set
}

// RemoveDocument takes a document out of the project, with its spans.
type RemoveDocument struct{ ID string }

// DescribeDocument gives a document other details; text and spans stay.
type DescribeDocument struct {
	ID      string
	Details corpus.Details
}

func (AddDocument) kind() string      { return "add-document" }
func (RemoveDocument) kind() string   { return "remove-document" }
func (DescribeDocument) kind() string { return "describe-document" }

// Apply implements Edit; the inverse is a RemoveDocument. It takes linear time
// in the number of spans when they come in text order.
func (e AddDocument) Apply(p *Project) (*Project, Edit, error) { return e.apply(p, nil) }

func (e AddDocument) apply(p *Project, pace Pace) (*Project, Edit, error) {
	if e.Document == nil {
		return nil, nil, errors.New("add document: there is none")
	}
	next, err := e.addTo(p, pace)
	if err != nil {
		return nil, nil, fmt.Errorf("add document %q, %s: %w", e.Document.ID, quoteTitle(e.Document), err)
	}
	return next, RemoveDocument{e.Document.ID}, nil
}

func (e AddDocument) addTo(p *Project, pace Pace) (*Project, error) {
	if err := checkDocument(e.Document); err != nil {
		return nil, err
	}
	if _, taken := p.article(e.Document.ID); taken {
		return nil, errors.New("a document with this ID is there already")
	}
	at := e.At
	if at == -1 {
		at = p.shelf.len()
	}
	if at < 0 || at > p.shelf.len() {
		return nil, fmt.Errorf("place %d is not among the %d documents", at, p.shelf.len())
	}
	set, err := p.checkedSet(e, pace)
	if err != nil {
		return nil, err
	}
	return p.withArticle(e.Document, at, set), nil
}

// checkedSet returns the set of a document's spans, which all pass their check.
func (p *Project) checkedSet(e AddDocument, pace Pace) (*Set, error) {
	if e.Set == nil {
		return p.setOf(e.Document, e.Spans, pace)
	}
	for i, s := range e.spans() {
		if err := cmp.Or(pace.At(i, e.count()), s.fits(e.Document.Text(), p.labels)); err != nil {
			return nil, err
		}
	}
	return e.Set, nil
}

// setOf makes the set of spans that all pass their check.
func (p *Project) setOf(doc *corpus.Document, spans []Span, pace Pace) (*Set, error) {
	kept := make([]*Span, len(spans))
	check := pace.Part(0, 0.5)
	for i := range spans {
		kept[i] = spans[i].shared()
		if err := cmp.Or(check.At(i, len(spans)), kept[i].fits(doc.Text(), p.labels)); err != nil {
			return nil, err
		}
	}
	return newSet(DefaultAnnotator, kept, pace.Part(0.5, 1))
}

// spans gives the spans that the edit brings.
func (e AddDocument) spans() iter.Seq2[int, *Span] {
	return func(yield func(int, *Span) bool) {
		if e.Set == nil {
			for i := range e.Spans {
				if !yield(i, &e.Spans[i]) {
					return
				}
			}
			return
		}
		i := 0
		for s := range e.Set.All() {
			if !yield(i, s) {
				return
			}
			i++
		}
	}
}

// count is how many they are.
func (e AddDocument) count() int {
	if e.Set == nil {
		return len(e.Spans)
	}
	return e.Set.Len()
}

// Apply implements Edit; the inverse is an AddDocument.
func (e RemoveDocument) Apply(p *Project) (*Project, Edit, error) {
	a, err := p.wanted(e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("remove document: %w", err)
	}
	return p.withoutArticle(a), AddDocument{Document: a.doc, At: p.shelf.rank(a.placed), Set: a.set}, nil
}

// Apply implements Edit; the inverse is a DescribeDocument.
func (e DescribeDocument) Apply(p *Project) (*Project, Edit, error) {
	a, err := p.wanted(e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("describe document: %w", err)
	}
	described := a.doc.WithDetails(e.Details)
	if err := checkDocument(described); err != nil {
		return nil, nil, fmt.Errorf("describe document %s: %w", quoteTitle(a.doc), err)
	}
	return p.withDocument(a, described), DescribeDocument{e.ID, a.doc.Details}, nil
}

// checkDocument says what is wrong with a document's ID and details; its text
// is clean since it was made.
func checkDocument(d *corpus.Document) error {
	if d.ID == "" {
		return errors.New("it has no ID")
	}
	if d.Title == "" {
		return errors.New("it has no title")
	}
	return cmp.Or(checkUTF8("ID", d.ID), checkUTF8("title", d.Title), checkUTF8("outlet", d.Outlet),
		checkUTF8("language", d.Language), checkUTF8("date", d.Published), checkUTF8("URL", d.URL),
		checkUTF8("note", d.Note))
}

// quoteTitle names a document for a person.
func quoteTitle(d *corpus.Document) string { return "“" + d.Title + "”" }
