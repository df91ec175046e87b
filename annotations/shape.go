package annotations

import (
	"slices"
	"strings"

	"spanwise/corpus"
)

// Edge is one end of one of a span's ranges: its end, or else its start.
type Edge struct {
	Range int // index among the span's ranges
	End   bool
}

// Cover returns the ranges of a span that covers r too. What overlaps is
// joined; ranges that merely touch stay apart, as someone may have meant them.
// The ranges given are sorted and disjoint, and so are those returned.
func Cover(ranges []Range, r Range) []Range {
	out := make([]Range, 0, len(ranges)+1)
	for _, other := range ranges {
		if other.Start < r.End && other.End > r.Start {
			r = Range{min(r.Start, other.Start), max(r.End, other.End)}
			continue
		}
		out = append(out, other)
	}
	at, _ := slices.BinarySearchFunc(out, r, func(a, b Range) int { return a.Start - b.Start })
	return slices.Insert(out, at, r)
}

// Cut returns the ranges of a span of doc that no longer covers r. White space
// that would be left at a new edge goes too. There are none where r is all that
// was covered.
func Cut(doc *corpus.Document, ranges []Range, r Range) []Range {
	before, _ := parted(doc, ranges, r.Start)
	_, after := parted(doc, ranges, r.End)
	return append(before, after...)
}

// Move returns the ranges of a span of which one edge is at pos, a byte offset
// on a character boundary. It goes no further than the neighbouring range, and
// an edge that would leave its range empty stays.
func Move(ranges []Range, edge Edge, pos int) []Range {
	out := slices.Clone(ranges)
	r := &out[edge.Range]
	switch {
	case edge.End && pos > r.Start:
		r.End = pos
		if edge.Range+1 < len(out) {
			r.End = min(pos, out[edge.Range+1].Start)
		}
	case !edge.End && pos < r.End:
		r.Start = pos
		if edge.Range > 0 {
			r.Start = max(pos, out[edge.Range-1].End)
		}
	}
	return out
}

// Split cuts a span of doc in two at pos, a byte offset inside a range or between
// two. The first keeps the ID, and with it the relations; the second has a new
// one. Both keep all else: label, values, entry, note, origin and times. White
// space around the cut goes. It reports false where one of the two would cover
// nothing.
func Split(doc *corpus.Document, s *Span, pos int) (first, second Span, ok bool) {
	first, second = *s, *s
	first.Ranges, second.Ranges = parted(doc, s.Ranges, pos)
	second.ID = NewID()
	return first, second, len(first.Ranges) > 0 && len(second.Ranges) > 0
}

// Merge makes one span of several of one label. It is the first in text order
// with the ranges of all, those that overlap or touch joined, and with their
// notes, each different one on lines of its own. What the first does not say in
// an attribute, or about an entry, the next that does says for it; lost counts
// values and entries that differ from what is kept. It reports false for fewer
// than two spans, and for spans of different labels.
func Merge(spans []*Span) (merged Span, lost int, ok bool) {
	if len(spans) < 2 {
		return Span{}, 0, false
	}
	spans = slices.SortedFunc(slices.Values(spans), compareSpans)
	merged = *spans[0]
	var notes []string
	for i, s := range spans {
		if s.Label != merged.Label {
			return Span{}, 0, false
		}
		if s.Note != "" && !slices.Contains(notes, s.Note) {
			notes = append(notes, s.Note)
		}
		if i > 0 {
			merged.Ranges = slices.Concat(merged.Ranges, s.Ranges)
			lost += merged.learn(s)
		}
	}
	merged.Ranges, merged.Note = union(slices.Clone(merged.Ranges)), strings.Join(notes, "\n")
	return merged, lost, true
}

// learn takes over what s does not say and other does, and counts what they say
// differently.
func (s *Span) learn(other *Span) (differing int) {
	switch {
	case s.Entry == "":
		s.Entry = other.Entry
	case other.Entry != "" && other.Entry != s.Entry:
		differing++
	}
	for _, v := range other.Values {
		mine, said := ValueOf(s.Values, v.Attribute)
		switch {
		case !said:
			s.Values = WithValue(s.Values, v)
		case !mine.Equal(v):
			differing++
		}
	}
	return differing
}

// Relabel returns a span under another label. It keeps the values that the label
// knows too, and that point to entries of the register that it takes. An entry belongs
// to one label, and stays behind; lost counts it and the values that do.
func Relabel(s *Span, label *Label, register EntryFinder) (relabelled Span, lost int) {
	relabelled = *s
	if s.Label == label.ID {
		return relabelled, 0
	}
	relabelled.Label, relabelled.Entry = label.ID, ""
	fit, others := label.Fitting(s.Values, register)
	relabelled.Values = fit
	if s.Entry != "" {
		lost++
	}
	return relabelled, lost + len(others)
}

// parted is what ranges cover before pos and from pos on. A range that is cut in
// two loses the white space at the cut; one of nothing else is left out.
func parted(doc *corpus.Document, ranges []Range, pos int) (before, after []Range) {
	clusters := doc.Graphemes()
	for _, r := range ranges {
		switch {
		case r.End <= pos:
			before = append(before, r)
		case r.Start >= pos:
			after = append(after, r)
		default:
			if head := trimmed(doc.Text(), &clusters, Range{r.Start, pos}); head.Start < head.End {
				before = append(before, Range{r.Start, head.End})
			}
			if tail := trimmed(doc.Text(), &clusters, Range{pos, r.End}); tail.Start < tail.End {
				after = append(after, Range{tail.Start, r.End})
			}
		}
	}
	return before, after
}
