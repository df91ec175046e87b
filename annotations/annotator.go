package annotations

import (
	"cmp"
	"errors"
	"slices"
)

// DefaultAnnotator is the annotator of a project that knows only one.
const DefaultAnnotator = "annotator-1"

// defaultAnnotators is who works in a new project.
var defaultAnnotators = []Annotator{{DefaultAnnotator, "Annotator 1"}}

// Annotator is somebody who has sets of their own.
type Annotator struct{ ID, Name string }

func (a Annotator) check() error {
	switch {
	case a.ID == "":
		return errors.New("they have no ID")
	case a.Name == "":
		return errors.New("they have no name")
	}
	return cmp.Or(checkUTF8("ID", a.ID), checkUTF8("name", a.Name))
}

// Annotators lists the annotators in the person's order. The slice is shared: it
// is not to be modified.
func (p *Project) Annotators() []Annotator { return p.annotators }

// Annotator returns the annotator with the ID given.
func (p *Project) Annotator(id string) (Annotator, bool) {
	if i := p.annotatorAt(id); i >= 0 {
		return p.annotators[i], true
	}
	return Annotator{}, false
}

func (p *Project) annotatorAt(id string) int {
	return slices.IndexFunc(p.annotators, func(a Annotator) bool { return a.ID == id })
}

// withAnnotators returns a project with other annotators, of whom everybody is
// one who has a set or a relation.
func (p *Project) withAnnotators(all []Annotator) *Project {
	next := *p.beside
	next.annotators = all
	return p.withBeside(next)
}
