package annotations

import (
	"cmp"
	"errors"
	"fmt"

	"spanwise/corpus"
)

// AddDocument brings a document, with spans on it, into the project as the
// At-th, counted from 0; -1 puts it at the end. Its ID is new there.
type AddDocument struct {
	Document *corpus.Document
	At       int
	Spans    []Span
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
func (e AddDocument) Apply(p *Project) (*Project, Edit, error) {
	if e.Document == nil {
		return nil, nil, errors.New("add document: there is none")
	}
	next, err := e.apply(p)
	if err != nil {
		return nil, nil, fmt.Errorf("add document %q, %s: %w", e.Document.ID, quoteTitle(e.Document), err)
	}
	return next, RemoveDocument{e.Document.ID}, nil
}

func (e AddDocument) apply(p *Project) (*Project, error) {
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
	set, err := p.setOf(e.Document, e.Spans)
	if err != nil {
		return nil, err
	}
	return p.withArticle(e.Document, at, set), nil
}

// setOf makes the set of spans that all pass their check.
func (p *Project) setOf(doc *corpus.Document, spans []Span) (*Set, error) {
	kept := make([]*Span, len(spans))
	for i, s := range spans {
		kept[i] = s.kept()
		if err := kept[i].check(doc.Text(), p.labels); err != nil {
			return nil, fmt.Errorf("span %q: %w", s.ID, err)
		}
	}
	return newSet(DefaultAnnotator, kept)
}

// Apply implements Edit; the inverse is an AddDocument.
func (e RemoveDocument) Apply(p *Project) (*Project, Edit, error) {
	a, err := p.wanted(e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("remove document: %w", err)
	}
	var spans []Span
	for s := range a.set.All() {
		spans = append(spans, *s)
	}
	return p.withoutArticle(a), AddDocument{a.doc, p.shelf.rank(a.placed), spans}, nil
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
