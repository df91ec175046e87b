package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"spanwise/corpus"
)

// AddDocument brings a document, with what annotators say about it, into the
// project as the At-th, counted from 0; -1 puts it at the end. Its ID is new
// there, and of each annotator it has one set at most. The project shares the
// sets.
type AddDocument struct {
	Document *corpus.Document
	At       int
	Sets     []*Set
}

// RemoveDocument takes a document out of the project, with its sets and the
// relations of its spans.
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
// in the number of spans.
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
	sets, err := p.checkedSets(e, pace)
	if err != nil {
		return nil, err
	}
	return p.withArticle(e.Document, at, sets), nil
}

// checkedSets returns those of the edit's sets that say anything, by annotator.
// All pass their check.
func (p *Project) checkedSets(e AddDocument, pace Pace) ([]*Set, error) {
	var sets []*Set
	for i, set := range e.Sets {
		if err := p.checkSet(e.Document, set, pace.Nth(i, len(e.Sets))); err != nil {
			return nil, err
		}
		at, twice := (&article{sets: sets}).setAt(set.annotator)
		if twice {
			return nil, fmt.Errorf("the annotator %q has two sets", set.annotator)
		}
		if !set.Empty() {
			sets = slices.Insert(sets, at, set)
		}
	}
	return sets, nil
}

func (p *Project) checkSet(doc *corpus.Document, set *Set, pace Pace) error {
	if err := cmp.Or(p.wantedAnnotator(set.annotator), set.about.check(p)); err != nil {
		return err
	}
	i := 0
	for s := range set.All() {
		if err := cmp.Or(pace.At(i, set.Len()), s.fits(doc.Text(), p)); err != nil {
			return err
		}
		i++
	}
	return nil
}

// spansIn gives the spans of sets, each with its set.
func spansIn(sets []*Set) iter.Seq2[*Set, *Span] {
	return func(yield func(*Set, *Span) bool) {
		for _, set := range sets {
			for s := range set.All() {
				if !yield(set, s) {
					return
				}
			}
		}
	}
}

// count is how many spans the edit brings.
func (e AddDocument) count() (sum int) {
	for _, set := range e.Sets {
		sum += set.Len()
	}
	return sum
}

// Apply implements Edit; the inverse is an AddDocument, in a Batch with the
// relations that went with the document if there were any.
func (e RemoveDocument) Apply(p *Project) (*Project, Edit, error) {
	a, err := p.wanted(e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("remove document: %w", err)
	}
	next, back := p.withoutRelations(p.relationsIn(e.ID))
	inverse := Edit(AddDocument{a.doc, p.shelf.rank(a.placed), a.sets})
	if len(back) > 0 {
		inverse = Batch{append([]Edit{inverse}, back...)}
	}
	return next.withoutArticle(a), inverse, nil
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
		checkUTF8("note", d.Note), checkUTF8("file", d.File), checkUTF8("changes", d.Changes))
}

// quoteTitle names a document for a person.
func quoteTitle(d *corpus.Document) string { return "“" + d.Title + "”" }
