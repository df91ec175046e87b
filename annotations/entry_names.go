package annotations

import (
	"iter"
	"slices"
)

// EntryNames finds entries by what people call them. Two names are the same where
// FoldName makes the same of them.
type EntryNames struct{ named map[string][]*Entry }

// NewEntryNames knows the names and aliases of entries.
func NewEntryNames(entries iter.Seq[*Entry]) *EntryNames {
	n := &EntryNames{map[string][]*Entry{}}
	for e := range entries {
		n.Add(e)
	}
	return n
}

// Add makes another entry known.
func (n *EntryNames) Add(e *Entry) {
	for _, name := range slices.Concat([]string{e.Name}, e.Aliases) {
		folded := FoldName(name)
		if !slices.Contains(n.named[folded], e) {
			n.named[folded] = append(n.named[folded], e)
		}
	}
}

// Find gives the entry that is called so and that the attribute takes. Of several
// it is the one of which that is the very name; it is nil where there is none, and
// where several are left, whose number namesakes is.
func (n *EntryNames) Find(a *Attribute, name string) (found *Entry, namesakes int) {
	var all, exactly []*Entry
	for _, e := range n.named[FoldName(name)] {
		if !a.Takes(e.Label) {
			continue
		}
		all = append(all, e)
		if e.Name == name {
			exactly = append(exactly, e)
		}
	}
	if len(exactly) > 0 {
		all = exactly
	}
	if len(all) == 1 {
		return all[0], 1
	}
	return nil, len(all)
}
