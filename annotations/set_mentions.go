package annotations

import (
	"cmp"
	"iter"
	"strings"
)

// naming is one entry of a value: of an attribute of a span, or of a tag.
type naming struct {
	entry, attribute string
	span             *Span
	tag              string
}

// byNamingOrder is for those of spans.
var byNamingOrder = &kind[naming]{
	compare: func(a, b naming) int {
		return cmp.Or(strings.Compare(a.entry, b.entry), compareSpans(a.span, b.span), strings.Compare(a.attribute, b.attribute))
	},
	weigh: func(n naming) uint64 { return weigh(n.span.ID + n.attribute + n.entry) },
	reach: func(naming) int { return 0 },
}

// namings gives the entries of a span's values.
func (s *Span) namings() iter.Seq[naming] {
	return func(yield func(naming) bool) {
		for i := range s.Values {
			for _, entry := range s.Values[i].Entries {
				if !yield(naming{entry: entry, attribute: s.Values[i].Attribute, span: s}) {
					return
				}
			}
		}
	}
}

// namings gives the entries of the values of tags.
func (a *About) namings() iter.Seq[naming] {
	return func(yield func(naming) bool) {
		for _, t := range a.Tags {
			for i := range t.Values {
				for _, entry := range t.Values[i].Entries {
					if !yield(naming{entry: entry, attribute: t.Values[i].Attribute, tag: t.Label}) {
						return
					}
				}
			}
		}
	}
}

// mention notes where a set, which is not shared yet, points to entries by a span
// that it has from now on.
func (s *Set) mention(span *Span) {
	if span.Entry != "" {
		s.byEntry = s.byEntry.insert(span)
	}
	for n := range span.namings() {
		s.byNaming = s.byNaming.insert(n)
	}
}

// mentionNot does away with that for a span that it no longer has.
func (s *Set) mentionNot(span *Span) {
	if span.Entry != "" {
		s.byEntry = s.byEntry.remove(span)
	}
	for n := range span.namings() {
		s.byNaming = s.byNaming.remove(n)
	}
}

// mentions gives the spans that point to an entry, in text order.
func (s *Set) mentions(entry string) iter.Seq[*Span] {
	return s.byEntry.where(func(t *Span) int { return strings.Compare(entry, t.Entry) })
}

// namings gives the values that point to an entry: of spans in text order, then of
// tags.
func (s *Set) namings(entry string) iter.Seq[naming] {
	return func(yield func(naming) bool) {
		for n := range s.byNaming.where(func(n naming) int { return strings.Compare(entry, n.entry) }) {
			if !yield(n) {
				return
			}
		}
		for n := range s.about.namings() {
			if n.entry == entry && !yield(n) {
				return
			}
		}
	}
}

// Mentioning gives the spans that point to an entry, by the entries' IDs.
func (s *Set) Mentioning() iter.Seq[*Span] { return s.byEntry.all() }

// countMentions adds what of the set points to entries.
func (s *Set) countMentions(counts map[string]MentionCount) {
	for span := range s.byEntry.all() {
		c := counts[span.Entry]
		c.Spans++
		counts[span.Entry] = c
	}
	count := func(n naming) {
		c := counts[n.entry]
		c.Values++
		counts[n.entry] = c
	}
	for n := range s.byNaming.all() {
		count(n)
	}
	for n := range s.about.namings() {
		count(n)
	}
}
