package annotations

import "fmt"

// RenameProject gives the project a name; "" takes it away.
type RenameProject struct{ Name string }

func (RenameProject) kind() string { return "rename-project" }

// Apply implements Edit; the inverse is a RenameProject.
func (e RenameProject) Apply(p *Project) (*Project, Edit, error) {
	if err := checkUTF8("name", e.Name); err != nil {
		return nil, nil, fmt.Errorf("rename project: %w", err)
	}
	next := *p.beside
	next.name = e.Name
	return p.withBeside(next), RenameProject{p.name}, nil
}

func (RenameProject) effect() effect { return effectOn(Target{}, "") }

func (e RenameProject) reconcile(r *reconciler) { r.do(e) }

func (e RenameProject) write(w *JSONWriter, _ Pace) error {
	w.Field("name", e.Name)
	return nil
}

func readRenameProject(r *JSONReader) (Edit, error) {
	name, err := r.editField("name")
	return RenameProject{name}, err
}
