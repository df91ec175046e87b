package annotations

import (
	"errors"
	"fmt"
	"slices"
)

// AddAnnotator brings an annotator in as the At-th, counted from 0; -1 puts them
// at the end. Their ID is new in the project.
type AddAnnotator struct {
	Annotator Annotator
	At        int
}

// ChangeAnnotator gives an annotator another name.
type ChangeAnnotator struct{ Annotator Annotator }

// RemoveAnnotator takes an annotator out of the project, who has said nothing and
// is not the only one.
type RemoveAnnotator struct{ ID string }

func (AddAnnotator) kind() string    { return "add-annotator" }
func (ChangeAnnotator) kind() string { return "change-annotator" }
func (RemoveAnnotator) kind() string { return "remove-annotator" }

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
