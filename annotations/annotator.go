package annotations

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// DefaultAnnotator is the ID that everybody had once. It is the annotator of work
// that names none; in two files it says nothing about who is who.
const DefaultAnnotator = "annotator-1"

// firstName begins the name of somebody who has not said theirs.
const firstName = "Annotator "

// FirstAnnotator is who works in a new project, with the ID given.
func FirstAnnotator(id string) Annotator { return Annotator{id, firstName + "1"} }

// Nameless reports whether the annotator has not said their name: it is one that
// a project gave them.
func (a Annotator) Nameless() bool {
	number, found := strings.CutPrefix(a.Name, firstName)
	n, err := strconv.Atoi(number)
	return found && err == nil && n > 0
}

// NextName is the first of Annotator 1, Annotator 2 … that nobody has.
func NextName(all []Annotator) string {
	for n := 1; ; n++ {
		name := firstName + strconv.Itoa(n)
		if !slices.ContainsFunc(all, func(a Annotator) bool { return a.Name == name }) {
			return name
		}
	}
}

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

// Speaks reports whether an annotator has said anything about any document.
func (p *Project) Speaks(annotator string) bool {
	for a := range p.articles.all() {
		if _, said := a.setAt(annotator); said {
			return true
		}
	}
	return false
}

// Speakers are the annotators of a project who say anything, by their IDs.
func (p *Project) Speakers() map[string]bool {
	said := map[string]bool{}
	for _, d := range p.Documents() {
		for _, set := range p.Sets(d.ID) {
			said[set.Annotator()] = true
		}
	}
	return said
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
