package annotations

// Tally is how much there is of what people count.
type Tally struct{ Articles, Annotators, Spans, Entries, Relations int }

// Plus is both tallies in one.
func (t Tally) Plus(u Tally) Tally {
	return Tally{t.Articles + u.Articles, t.Annotators + u.Annotators, t.Spans + u.Spans, t.Entries + u.Entries, t.Relations + u.Relations}
}

// Adds counts what an edit brings.
func Adds(e Edit) Tally { return e.effect().adds }

// TallyOf counts what a project holds, and of its annotators those who say
// anything.
func TallyOf(p *Project) Tally {
	return Tally{len(p.Documents()), len(p.Speakers()), p.SpanCount(), p.EntryCount(), p.RelationCount()}
}
