package annotations

import (
	"errors"
	"fmt"
)

// ChangeScheme gives the project another scheme, which has everything that is in
// use: labels, tags, relations, and the attributes and options of values.
type ChangeScheme struct{ Scheme *Scheme }

// RenameProject gives the project a name; "" takes it away.
type RenameProject struct{ Name string }

func (ChangeScheme) kind() string  { return "change-scheme" }
func (RenameProject) kind() string { return "rename-project" }

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

// Apply implements Edit; the inverse is a RenameProject.
func (e RenameProject) Apply(p *Project) (*Project, Edit, error) {
	if err := checkUTF8("name", e.Name); err != nil {
		return nil, nil, fmt.Errorf("rename project: %w", err)
	}
	next := *p.beside
	next.name = e.Name
	return p.withBeside(next), RenameProject{p.name}, nil
}
