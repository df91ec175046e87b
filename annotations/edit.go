package annotations

import "fmt"

// Edit is a change of a project, as a value: it can be applied, taken back
// through its inverse, and kept as JSON (MarshalEdit). Kinds lists the kinds.
//
// What every kind has to know is here, so that one that forgets a part of it does
// not compile; how it is read is in the list in edit_kinds.go. A kind is one file,
// named after it.
type Edit interface {
	// Apply returns the project after the edit and the edit that leads back.
	// An edit that does not fit is an error that names what is wrong. p itself
	// is the same afterwards in either case.
	Apply(p *Project) (next *Project, inverse Edit, err error)

	// kind is the edit's name in JSON. It keeps the kinds to this package,
	// which has to be able to read back every one it has written.
	kind() string

	// effect says what the edit touches, and how much it is.
	effect() effect

	// write writes the fields of the edit behind its kind, in an object that is
	// open, for the kind's reader.
	write(w *JSONWriter, pace Pace) error

	// reconcile does on r's project, through r.do, what the edit meant to do on
	// another. What cannot be done it drops.
	reconcile(r *reconciler)
}

// paced is a kind of edit that may hold very much, and is applied at a pace then.
type paced interface {
	applyAt(p *Project, pace Pace) (next *Project, inverse Edit, err error)
}

// Apply is e.Apply(p) for edits that may hold very much: it goes at a pace.
func Apply(e Edit, p *Project, pace Pace) (next *Project, inverse Edit, err error) {
	if long, ok := e.(paced); ok {
		return long.applyAt(p, pace)
	}
	return e.Apply(p)
}

// wanted returns the article with the ID given.
func (p *Project) wanted(docID string) (*article, error) {
	a, ok := p.article(docID)
	if !ok {
		return nil, fmt.Errorf("there is no document %q", docID)
	}
	return a, nil
}

// wantedSet returns an article and an annotator's set of it.
func (p *Project) wantedSet(docID, annotator string) (*article, *Set, error) {
	a, err := p.wanted(docID)
	if err != nil {
		return nil, nil, err
	}
	if err := p.wantedAnnotator(annotator); err != nil {
		return nil, nil, err
	}
	return a, a.set(annotator), nil
}

func (p *Project) wantedAnnotator(id string) error {
	if p.annotatorAt(id) < 0 {
		return fmt.Errorf("there is no annotator %q", id)
	}
	return nil
}

func (p *Project) wantedSpan(docID, annotator, id string) (*article, *Set, *Span, error) {
	a, set, err := p.wantedSet(docID, annotator)
	if err != nil {
		return nil, nil, nil, err
	}
	s, ok := set.Span(id)
	if !ok {
		return nil, nil, nil, fmt.Errorf("%s has no such span", quoteTitle(a.doc))
	}
	return a, set, s, nil
}
