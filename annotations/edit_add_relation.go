package annotations

import "fmt"

// AddRelation links two spans of one annotator. Its ID is new in the project.
type AddRelation struct{ Relation Relation }

func (AddRelation) kind() string { return "add-relation" }

// Apply implements Edit; the inverse is a RemoveRelation.
func (e AddRelation) Apply(p *Project) (*Project, Edit, error) {
	if err := e.Relation.check(p); err != nil {
		return nil, nil, fmt.Errorf("add relation %q: %w", e.Relation.ID, err)
	}
	if _, taken := p.Relation(e.Relation.ID); taken {
		return nil, nil, fmt.Errorf("add relation %q: a relation with this ID is there already", e.Relation.ID)
	}
	return p.withRelations(p.relations.with(e.Relation.kept())), RemoveRelation{e.Relation.ID}, nil
}

func (e AddRelation) effect() effect {
	return effectOn(Target{Relation: e.Relation.ID}, e.Relation.Note).adding(Tally{Relations: 1})
}

func (e AddRelation) reconcile(r *reconciler) { r.relation(e.Relation) }

// relation sees to it that two spans are related, whether they are so or not.
func (r *reconciler) relation(s Relation) {
	if err := s.check(r.project); err != nil {
		r.drop("a relation could not be kept: %w", err)
		return
	}
	if _, there := r.project.Relation(s.ID); there {
		r.do(ChangeRelation{s})
		return
	}
	r.do(AddRelation{s})
}

func (e AddRelation) write(w *JSONWriter, _ Pace) error {
	w.Name("relation")
	w.Relation(&e.Relation)
	return nil
}

func readAddRelation(r *JSONReader) (Edit, error) {
	var e AddRelation
	err := r.editOf("relation", func() (err error) {
		e.Relation, err = r.Relation(nil)
		return err
	})
	return e, err
}
