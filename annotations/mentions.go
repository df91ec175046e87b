package annotations

import (
	"iter"
	"sync"

	"spanwise/corpus"
)

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

// Naming is a value that points to an entry: of an attribute of a span, or of a tag
// of a document.
type Naming struct {
	Document  *corpus.Document
	Annotator string
	Span      *Span  // nil for a tag's
	Tag       string // the tag's label, or "" for a span's
	Attribute string
	Entry     string
}

// Namings gives the values that point to an entry, in the order of Mentions, those
// of tags behind those of the set's spans. Its time is that of Mentions, and linear
// in the number of tags.
func (p *Project) Namings(entry string) iter.Seq[Naming] {
	return func(yield func(Naming) bool) {
		for _, doc := range p.Documents() {
			for _, set := range p.Sets(doc.ID) {
				for n := range set.namings(entry) {
					if !yield(Naming{doc, set.annotator, n.span, n.tag, n.attribute, entry}) {
						return
					}
				}
			}
		}
	}
}

// MentionCount is how often an entry is mentioned.
type MentionCount struct {
	Spans  int // that point to it
	Values int // of attributes that point to it
}

// All is how often in all.
func (c MentionCount) All() int { return c.Spans + c.Values }

// MentionCounts counts what points to each entry. It takes linear time in the
// number of mentions and of tags.
func (p *Project) MentionCounts() map[string]MentionCount {
	counts := map[string]MentionCount{}
	for a := range p.articles.all() {
		for _, set := range a.sets {
			set.countMentions(counts)
		}
	}
	return counts
}

// mentionCache is the counts of MentionCounts as they were worked out last. All
// projects that came of one share it, since edits of the register come in rows,
// during which no article changes.
type mentionCache struct {
	mu     sync.Mutex
	of     *node[*article] // the articles that were counted
	counts map[string]MentionCount
}

// mentioned reports whether anything points to an entry. It takes linear time in
// the number of mentions if the articles are others than when it was asked last.
func (p *Project) mentioned(entry string) bool {
	c := p.mentions
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != p.articles.root {
		c.of, c.counts = p.articles.root, p.MentionCounts()
	}
	return c.counts[entry].All() > 0
}
