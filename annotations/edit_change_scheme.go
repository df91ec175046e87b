package annotations

import (
	"errors"
	"fmt"
)

// ChangeScheme gives the project another scheme, which has everything that is in
// use: labels, tags, relations, and the attributes and options of values.
type ChangeScheme struct{ Scheme *Scheme }

func (ChangeScheme) kind() string { return "change-scheme" }

// Apply implements Edit; the inverse is a ChangeScheme. It looks at every span
// of the project if, and only if, the new scheme lacks something of the old one.
func (e ChangeScheme) Apply(p *Project) (*Project, Edit, error) {
	if e.Scheme == nil {
		return nil, nil, errors.New("change scheme: there is none")
	}
	if err := e.Scheme.Check(); err != nil {
		return nil, nil, fmt.Errorf("change scheme to %q: %w", e.Scheme.Name, err)
	}
	next := p.withScheme(e.Scheme.Clone())
	for m := range p.misfits(next) {
		return nil, nil, fmt.Errorf("change scheme to %q: %w", e.Scheme.Name, m.err)
	}
	return next, ChangeScheme{p.scheme}, nil
}

func (ChangeScheme) effect() effect { return effectOn(Target{Scheme: true}, "") }

// reconcile gives the project the scheme with what it lacks and is in use: a label
// that is not there at all, behind the others; of one that is there, the
// attributes as they are now.
func (e ChangeScheme) reconcile(r *reconciler) {
	if e.Scheme == nil {
		r.drop("the scheme could not be changed: there is no other")
		return
	}
	if e.Scheme.Check() != nil {
		r.do(e)
		return
	}
	r.do(ChangeScheme{r.keepUsed(e.Scheme.Clone())})
}

func (e ChangeScheme) write(w *JSONWriter, _ Pace) error {
	if e.Scheme == nil {
		return errors.New("change scheme: there is none")
	}
	w.Name("scheme")
	w.Scheme(e.Scheme)
	return nil
}

func readChangeScheme(r *JSONReader) (Edit, error) {
	var e ChangeScheme
	err := r.editOf("scheme", func() (err error) {
		e.Scheme, err = r.Scheme()
		return err
	})
	return e, err
}
