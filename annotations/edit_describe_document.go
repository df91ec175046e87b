package annotations

import (
	"cmp"
	"errors"
	"fmt"

	"spanwise/corpus"
)

// DescribeDocument gives a document other details; text and spans stay.
type DescribeDocument struct {
	ID      string
	Details corpus.Details
}

func (DescribeDocument) kind() string { return "describe-document" }

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

func (e DescribeDocument) effect() effect {
	return effectOn(Target{Document: e.ID}, e.Details.Note)
}

func (e DescribeDocument) reconcile(r *reconciler) {
	if _, there := r.project.article(e.ID); !there {
		r.drop("the details of the article “%s” could not be kept: it was removed meanwhile", e.Details.Title)
		return
	}
	r.do(e)
}

func (e DescribeDocument) write(w *JSONWriter, _ Pace) error {
	w.Field("id", e.ID)
	w.Name("details")
	w.Open('{')
	w.Details(e.Details)
	w.Close('}')
	return nil
}

func readDescribeDocument(r *JSONReader) (Edit, error) {
	var e DescribeDocument
	err := r.Object([]string{"kind", "id", "details"}, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.ID, err = r.String()
		case 2:
			err = r.Details(&e.Details, nil)
		}
		return err
	})
	return e, err
}
