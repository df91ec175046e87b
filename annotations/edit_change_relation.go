package annotations

import "fmt"

// ChangeRelation puts a new value in the place of the relation with the same ID.
type ChangeRelation struct{ Relation Relation }

func (ChangeRelation) kind() string { return "change-relation" }

// Apply implements Edit; the inverse is a ChangeRelation.
func (e ChangeRelation) Apply(p *Project) (*Project, Edit, error) {
	old, err := p.wantedRelation(e.Relation.ID)
	if err == nil {
		err = e.Relation.check(p)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("change relation %q: %w", e.Relation.ID, err)
	}
	return p.withRelations(p.relations.without(old).with(e.Relation.kept())), ChangeRelation{*old}, nil
}

func (e ChangeRelation) effect() effect {
	return effectOn(Target{Relation: e.Relation.ID}, e.Relation.Note).whole()
}

func (e ChangeRelation) reconcile(r *reconciler) { r.relation(e.Relation) }

func (e ChangeRelation) write(w *JSONWriter, pace Pace) error { return AddRelation(e).write(w, pace) }

func readChangeRelation(r *JSONReader) (Edit, error) {
	var e ChangeRelation
	err := r.editOf("relation", func() (err error) {
		e.Relation, err = r.Relation(nil)
		return err
	})
	return e, err
}
