package annotations

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// DefaultAnnotator is the annotator of a project that knows only one.
const DefaultAnnotator = "annotator-1"

// StateOpen is the state of a set that is being worked on.
const StateOpen = "open"

// Set is what one annotator says about one document: spans in text order, that
// is by start, then the longer first, then by ID. A set is immutable; changing
// one gives another that shares nearly all of it. Its methods take logarithmic
// time, those that give several spans in addition the number of spans given.
type Set struct {
	annotator string
	inText    treap[*Span]
	byID      treap[*Span]
}

var (
	inTextOrder = &kind[*Span]{
		compare: compareSpans,
		weigh:   func(s *Span) uint64 { return weigh(s.ID) },
		reach:   (*Span).End,
	}
	byIDOrder = &kind[*Span]{
		compare: func(a, b *Span) int { return strings.Compare(a.ID, b.ID) },
		weigh:   func(s *Span) uint64 { return weigh(s.ID) },
		reach:   func(*Span) int { return 0 },
	}
)

// newSet makes a set of spans in any order; two with one ID are refused. The
// set keeps the pointers.
func newSet(annotator string, spans []*Span, pace Pace) (*Set, error) {
	return emptySet(annotator).with(spans, pace)
}

func emptySet(annotator string) *Set {
	return &Set{annotator, treap[*Span]{kind: inTextOrder}, treap[*Span]{kind: byIDOrder}}
}

// Annotator is whose set it is.
func (s *Set) Annotator() string { return s.annotator }

// State says how far the annotator is: StateOpen.
func (s *Set) State() string { return StateOpen }

// Len is the number of spans.
func (s *Set) Len() int { return s.inText.len() }

// Span returns the span with the ID given.
func (s *Set) Span(id string) (*Span, bool) {
	return s.byID.find(func(t *Span) int { return strings.Compare(id, t.ID) })
}

// All gives the spans in text order.
func (s *Set) All() iter.Seq[*Span] { return s.inText.all() }

// At returns the i-th span in text order; it panics unless 0 <= i < Len.
func (s *Set) At(i int) *Span {
	if i < 0 || i >= s.Len() {
		panic(fmt.Sprintf("annotations: span %d of a set of %d", i, s.Len()))
	}
	return s.inText.at(i)
}

// IndexOf is the place in text order of the span with the ID given, or -1.
func (s *Set) IndexOf(id string) int {
	span, ok := s.Span(id)
	if !ok {
		return -1
	}
	return s.inText.rank(span)
}

// Overlapping gives, in text order, the spans of which some range shares a byte
// with [start, end) of the document's bytes. An empty piece shares none.
func (s *Set) Overlapping(start, end int) iter.Seq[*Span] {
	return func(yield func(*Span) bool) {
		if start < end {
			overlapping(s.inText.root, start, end, yield)
		}
	}
}

// overlapping leaves out sub-trees that end before start or begin after end,
// and reports whether to go on.
func overlapping(n *node[*Span], start, end int, yield func(*Span) bool) bool {
	if n == nil || n.reach <= start {
		return true
	}
	if !overlapping(n.left, start, end, yield) {
		return false
	}
	if n.value.Start() >= end {
		return true
	}
	if n.value.meets(start, end) && !yield(n.value) {
		return false
	}
	return overlapping(n.right, start, end, yield)
}

// Equal reports whether two sets say the same.
func (s *Set) Equal(t *Set) bool {
	if s == t {
		return true
	}
	if s == nil || t == nil || s.annotator != t.annotator || s.Len() != t.Len() {
		return false
	}
	equal := true
	inTextOrder.difference(s.inText.root, t.inText.root, (*Span).Equal, func(_, _ *node[*Span]) { equal = false })
	return equal
}

// add returns a set with span too, whose ID the caller knows to be new.
func (s *Set) add(span *Span) *Set {
	return &Set{s.annotator, s.inText.insert(span), s.byID.insert(span)}
}

// without returns a set that lacks span, which is one of s.
func (s *Set) without(span *Span) *Set {
	return &Set{s.annotator, s.inText.remove(span), s.byID.remove(span)}
}

// with returns a set that has the spans given too, in any order; their IDs are
// not in s. Two of them with one ID are refused.
func (s *Set) with(spans []*Span, pace Pace) (*Set, error) {
	return s.inBoth((*kind[*Span]).uniteSorted, spans, pace)
}

// withoutAll returns a set that lacks the spans given, which are all of s.
func (s *Set) withoutAll(spans []*Span, pace Pace) (*Set, error) {
	return s.inBoth((*kind[*Span]).subtractSorted, spans, pace)
}

// inBoth does the same with spans in both treaps.
func (s *Set) inBoth(do func(*kind[*Span], *node[*Span], []*Span, Pace) (*node[*Span], error), spans []*Span, pace Pace) (*Set, error) {
	inText, byID, err := sortSpans(spans, pace.Part(0, 0.4))
	if err != nil {
		return nil, err
	}
	first, err := do(inTextOrder, s.inText.root, inText, pace.Part(0.4, 0.7))
	if err != nil {
		return nil, err
	}
	second, err := do(byIDOrder, s.byID.root, byID, pace.Part(0.7, 1))
	if err != nil {
		return nil, err
	}
	return &Set{s.annotator, treap[*Span]{inTextOrder, first}, treap[*Span]{byIDOrder, second}}, nil
}

// exchange returns a set with next in the place of old; both have the same ID.
func (s *Set) exchange(old, next *Span) *Set {
	byID := s.byID.replace(next)
	if compareSpans(old, next) == 0 {
		return &Set{s.annotator, s.inText.replace(next), byID}
	}
	return &Set{s.annotator, s.inText.remove(old).insert(next), byID}
}

// Changed returns what has to be drawn anew when old gives way to new: the
// ranges of every span that only one of them has or that differs, sorted, those
// that overlap or touch made one. What both sets share is skipped, so that the
// time goes with the number of differences and not with the size.
func Changed(old, new *Set) []Range {
	var ranges []Range
	collect := func(n *node[*Span]) {
		if n != nil {
			ranges = append(ranges, n.value.Ranges...)
		}
	}
	inTextOrder.difference(old.inText.root, new.inText.root, (*Span).Equal, func(gone, come *node[*Span]) {
		collect(gone)
		collect(come)
	})
	return union(ranges)
}

// union sorts ranges and makes one of those that overlap or touch.
func union(ranges []Range) []Range {
	slices.SortFunc(ranges, func(a, b Range) int { return a.Start - b.Start })
	var out []Range
	for _, r := range ranges {
		if last := len(out) - 1; last >= 0 && r.Start <= out[last].End {
			out[last].End = max(out[last].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}
