package annotations

import (
	"fmt"
	"slices"
)

// AddAnnotator brings an annotator in as the At-th, counted from 0; -1 puts them
// at the end. Their ID is new in the project.
type AddAnnotator struct {
	Annotator Annotator
	At        int
}

func (AddAnnotator) kind() string { return "add-annotator" }

// Apply implements Edit; the inverse is a RemoveAnnotator.
func (e AddAnnotator) Apply(p *Project) (*Project, Edit, error) {
	at := e.At
	if at == -1 {
		at = len(p.annotators)
	}
	err := e.Annotator.check()
	switch {
	case err != nil:
	case p.annotatorAt(e.Annotator.ID) >= 0:
		err = fmt.Errorf("an annotator with the ID %q is there already", e.Annotator.ID)
	case at < 0 || at > len(p.annotators):
		err = fmt.Errorf("place %d is not among the %d annotators", at, len(p.annotators))
	}
	if err != nil {
		return nil, nil, fmt.Errorf("add annotator “%s”: %w", e.Annotator.Name, err)
	}
	return p.withAnnotators(slices.Insert(slices.Clone(p.annotators), at, e.Annotator)), RemoveAnnotator{e.Annotator.ID}, nil
}

func (AddAnnotator) effect() effect {
	return effectOn(Target{}, "").adding(Tally{Annotators: 1})
}

func (e AddAnnotator) reconcile(r *reconciler) { r.annotator(e.Annotator, e.At) }

// annotator sees to it that there is the annotator, by this name.
func (r *reconciler) annotator(a Annotator, at int) {
	if r.project.annotatorAt(a.ID) >= 0 {
		r.do(ChangeAnnotator{a})
		return
	}
	r.do(AddAnnotator{a, min(at, len(r.project.annotators))})
}

func (e AddAnnotator) write(w *JSONWriter, _ Pace) error {
	w.Name("annotator")
	w.Annotator(e.Annotator)
	w.IntField("at", e.At)
	return nil
}

func readAddAnnotator(r *JSONReader) (Edit, error) {
	var e AddAnnotator
	err := r.Object([]string{"kind", "annotator", "at"}, func(i int) (err error) {
		switch i {
		case 0:
			return r.Skip()
		case 1:
			e.Annotator, err = r.Annotator()
		case 2:
			e.At, err = r.Int()
		}
		return err
	})
	return e, err
}
