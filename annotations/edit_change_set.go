package annotations

import "fmt"

// ChangeSet changes what an annotator says about a document as a whole: the
// state of the set, its note, its tags. The spans stay.
type ChangeSet struct {
	Document, Annotator string
	About               About
}

func (ChangeSet) kind() string { return "change-set" }

// Apply implements Edit; the inverse is a ChangeSet.
func (e ChangeSet) Apply(p *Project) (*Project, Edit, error) {
	a, set, err := p.wantedSet(e.Document, e.Annotator)
	if err != nil {
		return nil, nil, fmt.Errorf("change set: %w", err)
	}
	if err := e.About.check(p); err != nil {
		return nil, nil, fmt.Errorf("change set on %s: %w", quoteTitle(a.doc), err)
	}
	return p.withSet(a, set.saying(e.About)), ChangeSet{e.Document, e.Annotator, *set.about}, nil
}

func (e ChangeSet) effect() effect {
	return effectOn(Target{Document: e.Document, Annotator: e.Annotator}, e.About.Note).whole()
}

// reconcile sees to it that the annotator says this about the document, but for
// tags that do not fit any more.
func (e ChangeSet) reconcile(r *reconciler) {
	a, there := r.project.article(e.Document)
	if !there {
		r.drop("a note or state could not be kept: its article was removed meanwhile")
		return
	}
	e.About = r.trimmedAbout(a.doc, e.About)
	r.do(e)
}

func (e ChangeSet) write(w *JSONWriter, _ Pace) error {
	w.Field("document", e.Document)
	writeAnnotator(w, e.Annotator)
	w.About(e.About, nil)
	return nil
}

func readChangeSet(r *JSONReader) (Edit, error) {
	e := ChangeSet{Annotator: DefaultAnnotator}
	fields := []string{"kind", "document", "state", "note", "tags", "annotator"}
	err := r.ObjectWith(fields, 3, func(i int) (err error) {
		switch fields[i] {
		case "kind":
			return r.Skip()
		case "document":
			e.Document, err = r.Word()
		case "annotator":
			e.Annotator, err = r.Word()
		default:
			err = r.AboutField(fields[i], &e.About)
		}
		return err
	})
	return e, err
}
