package merge

import "spanwise/annotations"

// Tally is how much there is of what people count.
type Tally struct{ Articles, Annotators, Spans, Entries, Relations int }

// TallyOf counts what a project holds, and of its annotators those who say
// anything.
func TallyOf(p *annotations.Project) Tally {
	t := Tally{len(p.Documents()), len(speakers(p)), 0, p.EntryCount(), p.RelationCount()}
	for _, d := range p.Documents() {
		t.Spans += spansOf(p.Sets(d.ID))
	}
	return t
}

// Plus is both tallies in one.
func (t Tally) Plus(u Tally) Tally {
	return Tally{t.Articles + u.Articles, t.Annotators + u.Annotators, t.Spans + u.Spans, t.Entries + u.Entries, t.Relations + u.Relations}
}

// added counts what edits add.
func added(edits []annotations.Edit) (t Tally) {
	for _, e := range edits {
		switch e := e.(type) {
		case annotations.AddDocument:
			t.Articles++
			t.Spans += spansOf(e.Sets)
		case annotations.AddAnnotator:
			t.Annotators++
		case annotations.AddSpan:
			t.Spans++
		case annotations.AddEntry:
			t.Entries++
		case annotations.AddRelation:
			t.Relations++
		}
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
