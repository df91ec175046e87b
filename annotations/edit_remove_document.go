package annotations

import "fmt"

// RemoveDocument takes a document out of the project, with its sets and the
// relations of its spans.
type RemoveDocument struct{ ID string }

func (RemoveDocument) kind() string { return "remove-document" }

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

func (e RemoveDocument) effect() effect { return effectOn(Target{Document: e.ID}, "") }

// reconcile counts a document that is gone as removed.
func (e RemoveDocument) reconcile(r *reconciler) {
	if _, there := r.project.article(e.ID); there {
		r.do(e)
	}
}

func (e RemoveDocument) write(w *JSONWriter, _ Pace) error {
	w.Field("id", e.ID)
	return nil
}

func readRemoveDocument(r *JSONReader) (Edit, error) {
	id, err := r.editField("id")
	return RemoveDocument{id}, err
}
