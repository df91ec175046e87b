package annotations

import "time"

// Reattach gives the edits that have the relations of spans of a document go to
// another span of it instead, into which an annotator merges them. A relation
// that would then go from a span to itself, or say again what another says, is
// left where it is, and goes with its span. They are modified at a time.
func Reattach(p *Project, annotator, document string, spans []string, to string, at time.Time) []Edit {
	r := reattaching{at: at, to: Place{document, to}, from: map[Place]bool{}, seen: map[string]bool{}, said: map[Relation]bool{}}
	for relation := range p.RelationsOf(annotator, r.to) {
		r.said[meaning(*relation)] = true
	}
	for _, id := range spans {
		r.from[Place{document, id}] = true
	}
	for _, id := range spans {
		for relation := range p.RelationsOf(annotator, Place{document, id}) {
			r.move(*relation)
		}
	}
	return r.edits
}

// reattaching is what Reattach has worked out so far.
type reattaching struct {
	at    time.Time
	to    Place
	from  map[Place]bool
	seen  map[string]bool   // relations, by ID
	said  map[Relation]bool // meanings
	edits []Edit
}

func (r *reattaching) move(relation Relation) {
	if r.seen[relation.ID] {
		return
	}
	r.seen[relation.ID] = true
	if r.from[relation.From] {
		relation.From = r.to
	}
	if r.from[relation.To] {
		relation.To = r.to
	}
	if relation.From == relation.To || r.said[meaning(relation)] {
		return
	}
	r.said[meaning(relation)] = true
	relation.Modified = r.at
	r.edits = append(r.edits, ChangeRelation{relation})
}

// meaning is what a relation says: two with the same say it twice.
func meaning(r Relation) Relation {
	return Relation{Label: r.Label, Annotator: r.Annotator, From: r.From, To: r.To}
}
