package annotations

// DismissAnnotator is the step that takes an annotator out of the project
// together with everything that they have said: relations, spans, and what they
// say about documents as a whole. They are in the project and not the only one.
func DismissAnnotator(p *Project, id string) Batch {
	var edits []Edit
	for r := range p.Relations() {
		if r.Annotator == id {
			edits = append(edits, RemoveRelation{r.ID})
		}
	}
	for a := range p.articles.all() {
		set := a.set(id)
		for s := range set.All() {
			edits = append(edits, RemoveSpan{a.doc.ID, id, s.ID})
		}
		if !set.about.nothing() {
			edits = append(edits, ChangeSet{a.doc.ID, id, About{State: StateOpen}})
		}
	}
	return Batch{append(edits, RemoveAnnotator{id})}
}
