package annotations

import (
	"fmt"
	"iter"
)

// AddRelation links two spans of one annotator. Its ID is new in the project.
type AddRelation struct{ Relation Relation }

// ChangeRelation puts a new value in the place of the relation with the same ID.
type ChangeRelation struct{ Relation Relation }

// RemoveRelation takes a relation away; the spans stay.
type RemoveRelation struct{ ID string }

func (AddRelation) kind() string    { return "add-relation" }
func (ChangeRelation) kind() string { return "change-relation" }
func (RemoveRelation) kind() string { return "remove-relation" }

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

// Apply implements Edit; the inverse is an AddRelation.
func (e RemoveRelation) Apply(p *Project) (*Project, Edit, error) {
	old, err := p.wantedRelation(e.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("remove relation %q: %w", e.ID, err)
	}
	return p.withRelations(p.relations.without(old)), AddRelation{*old}, nil
}

func (p *Project) withRelations(r relations) *Project {
	next := *p.beside
	next.relations = r
	return p.withBeside(next)
}

func (p *Project) wantedRelation(id string) (*Relation, error) {
	r, there := p.Relation(id)
	if !there {
		return nil, fmt.Errorf("there is no relation %q", id)
	}
	return r, nil
}

// withoutRelations returns p without relations of its own, any of which may be
// given twice, and the edits that bring them back.
func (p *Project) withoutRelations(gone iter.Seq[*Relation]) (*Project, []Edit) {
	left := p.relations
	var back []Edit
	for r := range gone {
		if _, still := left.find(r.ID); still {
			left, back = left.without(r), append(back, AddRelation{*r})
		}
	}
	if len(back) == 0 {
		return p, nil
	}
	return p.withRelations(left), back
}
