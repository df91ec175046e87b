package merge

import "spanwise/annotations"

// Tally is how much there is of what people count.
type Tally = annotations.Tally

// TallyOf counts what a project holds, and of its annotators those who say
// anything.
func TallyOf(p *annotations.Project) Tally {
	t := Tally{Articles: len(p.Documents()), Annotators: len(speakers(p)), Entries: p.EntryCount(), Relations: p.RelationCount()}
	for _, d := range p.Documents() {
		t.Spans += spansOf(p.Sets(d.ID))
	}
	return t
}

func spansOf(sets []*annotations.Set) int {
	n := 0
	for _, set := range sets {
		n += set.Len()
	}
	return n
}
