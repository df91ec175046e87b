package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Entry is one entry of the register: a named thing that spans of several
// articles mention. Spans of its label point to it.
type Entry struct {
	ID      string
	Label   string // the ID of the label whose spans may point to it
	Name    string // never empty; two entries may have the same
	Aliases []string
	Note    string
}

// Equal reports whether two entries say the same in every field.
func (e *Entry) Equal(f *Entry) bool {
	return e == f || e != nil && f != nil &&
		e.ID == f.ID && e.Label == f.Label && e.Name == f.Name && slices.Equal(e.Aliases, f.Aliases) && e.Note == f.Note
}

// kept returns a copy that the caller can no longer reach.
func (e *Entry) kept() *Entry {
	k := *e
	k.Aliases = cloned(e.Aliases)
	return &k
}

// check says what is wrong with e as an entry of a project.
func (e *Entry) check(p *Project) error {
	switch {
	case e.ID == "":
		return errors.New("it has no ID")
	case e.Name == "":
		return errors.New("it has no name")
	case p.label(e.Label) == nil:
		return fmt.Errorf("its label %q is not in the scheme", e.Label)
	}
	return cmp.Or(checkUTF8("ID", e.ID), checkUTF8("name", e.Name), checkAllUTF8("alias", e.Aliases), checkUTF8("note", e.Note))
}

// register is the entries of a project, by ID and as people read them.
type register struct {
	byID   treap[*Entry]
	inList treap[*Entry]
}

var (
	entriesByID = &kind[*Entry]{
		compare: func(a, b *Entry) int { return strings.Compare(a.ID, b.ID) },
		weigh:   func(e *Entry) uint64 { return weigh(e.ID) },
		reach:   func(*Entry) int { return 0 },
	}
	entriesInList = &kind[*Entry]{
		compare: func(a, b *Entry) int {
			return cmp.Or(strings.Compare(a.Label, b.Label), strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
		},
		weigh: func(e *Entry) uint64 { return weigh(e.ID) },
		reach: func(*Entry) int { return 0 },
	}
	noEntries = register{treap[*Entry]{kind: entriesByID}, treap[*Entry]{kind: entriesInList}}
)

func (r register) find(id string) (*Entry, bool) {
	return r.byID.find(func(e *Entry) int { return strings.Compare(id, e.ID) })
}

func (r register) with(e *Entry) register { return register{r.byID.insert(e), r.inList.insert(e)} }

func (r register) without(e *Entry) register { return register{r.byID.remove(e), r.inList.remove(e)} }

// Entry returns the entry of the register with the ID given. It is not to be
// modified.
func (p *Project) Entry(id string) (*Entry, bool) { return p.register.find(id) }

// Entries gives the register in the order of labels' IDs, names and IDs.
func (p *Project) Entries() iter.Seq[*Entry] { return p.register.inList.all() }

// EntryCount is the number of entries.
func (p *Project) EntryCount() int { return p.register.byID.len() }

// EntryAt returns the i-th entry of Entries; it panics unless 0 <= i < EntryCount.
func (p *Project) EntryAt(i int) *Entry { return p.register.inList.at(i) }
