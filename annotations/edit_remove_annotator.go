package annotations

import (
	"errors"
	"fmt"
	"slices"
)

// RemoveAnnotator takes an annotator out of the project, who has said nothing and
// is not the only one.
type RemoveAnnotator struct{ ID string }

func (RemoveAnnotator) kind() string { return "remove-annotator" }

// Apply implements Edit; the inverse is an AddAnnotator.
func (e RemoveAnnotator) Apply(p *Project) (*Project, Edit, error) {
	if err := p.checkIdle(e.ID); err != nil {
		return nil, nil, fmt.Errorf("remove annotator %q: %w", e.ID, err)
	}
	i := p.annotatorAt(e.ID)
	return p.withAnnotators(slices.Delete(slices.Clone(p.annotators), i, i+1)), AddAnnotator{p.annotators[i], i}, nil
}

// checkIdle says why an annotator cannot be removed.
func (p *Project) checkIdle(id string) error {
	if err := p.wantedAnnotator(id); err != nil {
		return err
	}
	for a := range p.articles.all() {
		if _, said := a.setAt(id); said {
			return fmt.Errorf("they have a set on %s", quoteTitle(a.doc))
		}
	}
	if len(p.annotators) == 1 {
		return errors.New("they are the only one")
	}
	return nil
}

func (RemoveAnnotator) effect() effect { return effectOn(Target{}, "") }

// reconcile counts an annotator who is gone as removed. One who has said something
// stays.
func (e RemoveAnnotator) reconcile(r *reconciler) {
	a, there := r.project.Annotator(e.ID)
	if !there {
		return
	}
	if err := r.project.checkIdle(e.ID); err != nil {
		r.drop("the annotator “%s” could not be removed: %w", a.Name, err)
		return
	}
	r.do(e)
}

func (e RemoveAnnotator) write(w *JSONWriter, _ Pace) error {
	w.Field("id", e.ID)
	return nil
}

func readRemoveAnnotator(r *JSONReader) (Edit, error) {
	id, err := r.editField("id")
	return RemoveAnnotator{id}, err
}
