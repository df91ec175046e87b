package annotations

import (
	"fmt"
	"iter"
	"slices"
	"time"
)

// SharesRegister reports whether two projects have one register in memory, as
// they do where one became the other by edits of other things.
func (p *Project) SharesRegister(q *Project) bool {
	return q != nil && p.register.byID.root == q.register.byID.root
}

// Mentioning gives the spans that point to an entry, by the entries' IDs.
func (s *Set) Mentioning() iter.Seq[*Span] { return s.byEntry.all() }

// MergeEntries makes two entries of one label one: every mention of from becomes
// one of into, of which the name and aliases of from become aliases, and the
// notes are joined. The spans that change are modified at the time given.
func MergeEntries(p *Project, from, into string, at time.Time) (Batch, error) {
	gone, err := p.wantedEntry(from)
	if err != nil {
		return Batch{}, fmt.Errorf("merge entries: %w", err)
	}
	kept, err := p.wantedEntry(into)
	switch {
	case err != nil:
		return Batch{}, fmt.Errorf("merge entries: %w", err)
	case from == into:
		return Batch{}, fmt.Errorf("merge entries: “%s” with itself", gone.Name)
	case gone.Label != kept.Label:
		return Batch{}, fmt.Errorf("merge entries: “%s” and “%s” are for different labels", gone.Name, kept.Name)
	}
	edits := pointAll(p.Mentions(from), into, at)
	return Batch{append(edits, RemoveEntry{from}, ChangeEntry{united(kept, gone)})}, nil
}

// united is an entry that answers to the names of another too.
func united(kept, gone *Entry) Entry {
	e := *kept.kept()
	for _, name := range slices.Concat([]string{gone.Name}, gone.Aliases) {
		if name != e.Name && !slices.Contains(e.Aliases, name) {
			e.Aliases = append(e.Aliases, name)
		}
	}
	switch {
	case e.Note == "":
		e.Note = gone.Note
	case gone.Note != "" && gone.Note != e.Note:
		e.Note += "\n" + gone.Note
	}
	return e
}

// SplitEntry brings a new entry into the register and has some mentions, which
// are of its label, point to it.
func SplitEntry(next Entry, mentions []Mention, at time.Time) Batch {
	return Batch{append([]Edit{AddEntry{next}}, pointAll(slices.Values(mentions), next.ID, at)...)}
}

// ReleaseEntry takes an entry out of the register, and out of every span that
// points to it.
func ReleaseEntry(p *Project, id string, at time.Time) Batch {
	return Batch{append(pointAll(p.Mentions(id), "", at), RemoveEntry{id})}
}

// pointAll has mentions point to another entry, or to none.
func pointAll(mentions iter.Seq[Mention], entry string, at time.Time) []Edit {
	var edits []Edit
	for m := range mentions {
		next := *m.Span
		next.Entry, next.Modified = entry, at
		edits = append(edits, ChangeSpan{m.Document.ID, m.Annotator, next})
	}
	return edits
}
