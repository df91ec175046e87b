package annotations

import (
	"fmt"
	"slices"
	"time"
)

// SharesRegister reports whether two projects have one register in memory, as
// they do where one became the other by edits of other things.
func (p *Project) SharesRegister(q *Project) bool {
	return q != nil && p.register.byID.root == q.register.byID.root
}

// MergeEntries makes two entries of one label one: whatever points to from points to
// into instead, a value of an attribute once, and the name and aliases of from become
// aliases of that, and the notes are joined. The spans that change are modified at the
// time given.
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
	edits := p.pointElsewhere(from, into, at)
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
// are of its label, and some values point to it.
func SplitEntry(p *Project, next Entry, mentions []Mention, namings []Naming, at time.Time) Batch {
	r := newRepointing(p, next.ID, at)
	for _, m := range mentions {
		r.mention(m)
	}
	for _, n := range namings {
		r.naming(n)
	}
	return Batch{append([]Edit{AddEntry{next}}, r.edits...)}
}

// ReleaseEntry takes an entry out of the register, and out of every span and every
// value that points to it.
func ReleaseEntry(p *Project, id string, at time.Time) Batch {
	return Batch{append(p.pointElsewhere(id, "", at), RemoveEntry{id})}
}

// pointElsewhere has everything that points to an entry point to another, or to none.
func (p *Project) pointElsewhere(from, to string, at time.Time) []Edit {
	r := newRepointing(p, to, at)
	for m := range p.Mentions(from) {
		r.mention(m)
	}
	for n := range p.Namings(from) {
		r.naming(n)
	}
	return r.edits
}
