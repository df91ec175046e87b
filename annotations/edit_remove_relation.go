package annotations

import (
	"fmt"
	"iter"
)

// RemoveRelation takes a relation away; the spans stay.
type RemoveRelation struct{ ID string }

func (RemoveRelation) kind() string { return "remove-relation" }

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

func (e RemoveRelation) effect() effect { return effectOn(Target{Relation: e.ID}, "") }

// reconcile counts a relation that is gone as removed.
func (e RemoveRelation) reconcile(r *reconciler) {
	if _, there := r.project.Relation(e.ID); there {
		r.do(e)
	}
}

func (e RemoveRelation) write(w *JSONWriter, _ Pace) error {
	w.Field("id", e.ID)
	return nil
}

func readRemoveRelation(r *JSONReader) (Edit, error) {
	id, err := r.editField("id")
	return RemoveRelation{id}, err
}
