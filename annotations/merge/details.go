package merge

import (
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// details settles the details of a document that both have.
func (m *merger) details(ours, theirs *corpus.Document) {
	kept := ours.Over(theirs.Details)
	taken := theirs.Over(ours.Details)
	names, a, b := differences(detailsFields(kept, taken))
	side := Ours
	switch {
	case m.fresh:
		kept = taken
	case len(names) > 0:
		side = m.decide(Conflict{ID: "details " + ours.ID, What: "Details", Where: ours.Title, Ours: a, Theirs: b}, Ours)
	}
	if side == Theirs {
		kept = taken
	}
	if kept != ours.Details {
		changed, _, _ := differences(allDetails(ours.Details, kept))
		m.do(annotations.DescribeDocument{ID: ours.ID, Details: kept})
		m.settled("“%s”: taken from the file: %s", ours.Title, strings.Join(changed, ", "))
	}
	if kept != taken {
		others, _, _ := differences(allDetails(kept, taken))
		m.settled("“%s”: different in the file, ours kept: %s", ours.Title, strings.Join(others, ", "))
	}
}

// detailsFields are the details about which a person is asked where both sides have them and they differ.
func detailsFields(a, b corpus.Details) []field {
	return []field{{"title", a.Title, b.Title}, {"outlet", a.Outlet, b.Outlet}, {"language", a.Language, b.Language},
		{"date", a.Published, b.Published}, {"address", a.URL, b.URL}, {"note", a.Note, b.Note},
		{"headline", headlineOf(a), headlineOf(b)}}
}

// headlineOf says in words where a text has its headline.
func headlineOf(d corpus.Details) string {
	return [...]string{"", "the first line", "the first line, and a standfirst after it"}[d.Head]
}

// allDetails are the details with those of how the text came in, which differ wherever two people have opened copies of
// one text: nothing to decide.
func allDetails(a, b corpus.Details) []field {
	return append(detailsFields(a, b), field{"file", a.File, b.File}, field{"what was done to it on its way in", a.Changes, b.Changes})
}
