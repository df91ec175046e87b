package annotations

import (
	"fmt"
	"slices"
)

// ChangeAnnotator gives an annotator another name.
type ChangeAnnotator struct{ Annotator Annotator }

func (ChangeAnnotator) kind() string { return "change-annotator" }

// Apply implements Edit; the inverse is a ChangeAnnotator.
func (e ChangeAnnotator) Apply(p *Project) (*Project, Edit, error) {
	err := p.wantedAnnotator(e.Annotator.ID)
	if err == nil {
		err = e.Annotator.check()
	}
	if err != nil {
		return nil, nil, fmt.Errorf("change annotator “%s”: %w", e.Annotator.Name, err)
	}
	i := p.annotatorAt(e.Annotator.ID)
	all := slices.Clone(p.annotators)
	all[i] = e.Annotator
	return p.withAnnotators(all), ChangeAnnotator{p.annotators[i]}, nil
}

func (ChangeAnnotator) effect() effect { return effectOn(Target{}, "") }

func (e ChangeAnnotator) reconcile(r *reconciler) { r.annotator(e.Annotator, -1) }

func (e ChangeAnnotator) write(w *JSONWriter, _ Pace) error {
	w.Name("annotator")
	w.Annotator(e.Annotator)
	return nil
}

func readChangeAnnotator(r *JSONReader) (Edit, error) {
	var e ChangeAnnotator
	err := r.editOf("annotator", func() (err error) {
		e.Annotator, err = r.Annotator()
		return err
	})
	return e, err
}
