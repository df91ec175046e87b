package annotations

// Uses counts what of a project has each of the scheme's labels, relations and
// tags, by their IDs.
type Uses struct{ Spans, Entries, Relations, Tags map[string]int }

// Uses counts in linear time, all sets of all annotators together.
func (p *Project) Uses() Uses {
	u := Uses{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
	for a := range p.articles.all() {
		for _, set := range a.sets {
			for s := range set.All() {
				u.Spans[s.Label]++
			}
			for _, t := range set.about.Tags {
				u.Tags[t.Label]++
			}
		}
	}
	for e := range p.Entries() {
		u.Entries[e.Label]++
	}
	for r := range p.Relations() {
		u.Relations[r.Label]++
	}
	return u
}
