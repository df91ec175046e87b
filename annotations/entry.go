package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"spanwise/corpus"
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

// Mention is a span that points to an entry.
type Mention struct {
	Document  *corpus.Document
	Annotator string
	Span      *Span
}

// Mentions gives the spans that point to an entry: by document in the person's
// order, then by annotator, then in text order. It takes logarithmic time for
// each set and no more than that for those without a mention.
func (p *Project) Mentions(entry string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		for _, doc := range p.Documents() {
			for _, set := range p.Sets(doc.ID) {
				for span := range set.mentions(entry) {
					if !yield(Mention{doc, set.annotator, span}) {
						return
					}
				}
			}
		}
	}
}

// mentionCache is the counts of MentionCounts as they were worked out last. All
// projects that came of one share it, since edits of the register come in rows,
// during which no article changes.
type mentionCache struct {
	mu     sync.Mutex
	of     *node[*article] // the articles that were counted
	counts map[string]int
}

// mentioned reports whether any span points to an entry. It takes linear time in
// the number of mentions if the articles are others than when it was asked last.
func (p *Project) mentioned(entry string) bool {
	c := p.mentions
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != p.articles.root {
		c.of, c.counts = p.articles.root, p.MentionCounts()
	}
	return c.counts[entry] > 0
}

// MentionCounts counts the spans that point to each entry. It takes linear time
// in the number of mentions.
func (p *Project) MentionCounts() map[string]int {
	counts := map[string]int{}
	for a := range p.articles.all() {
		for _, set := range a.sets {
			for span := range set.byEntry.all() {
				counts[span.Entry]++
			}
		}
	}
	return counts
}
