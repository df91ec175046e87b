package annotations

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
)

// Set is what one annotator says about one document: something about it as a
// whole, and spans in text order, that is by start, then the longer first, then
// by ID. A set is immutable; changing one gives another that shares nearly all of
// it. Its methods take logarithmic time, those that give several spans in
// addition the number of spans given.
type Set struct {
	annotator string
	about     *About
	inText    treap[*Span]
	byID      treap[*Span]
	byEntry   treap[*Span] // of them those that point to an entry
	byNaming  treap[naming]
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
	byEntryOrder = &kind[*Span]{
		compare: func(a, b *Span) int { return cmp.Or(strings.Compare(a.Entry, b.Entry), compareSpans(a, b)) },
		weigh:   func(s *Span) uint64 { return weigh(s.ID) },
		reach:   func(*Span) int { return 0 },
	}
)

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	spansSorted   = 0.4
	textOrderMade = 0.7
)

// NewSet makes a set of spans in any order; two with one ID are refused. Whether
// it fits a document and a scheme is for the edit that brings it. The set shares
// the spans: nothing of them may be changed afterwards.
func NewSet(annotator string, about About, spans []Span, pace Pace) (*Set, error) {
	all := make([]*Span, len(spans))
	for i := range spans {
		all[i] = spans[i].shared()
	}
	return emptySet(annotator).saying(about).with(all, pace)
}

// emptySets are the sets of annotators who have said nothing: one each, so that
// whoever compares sets sees that nothing has changed.
var emptySets sync.Map

func emptySet(annotator string) *Set {
	if s, known := emptySets.Load(annotator); known {
		return s.(*Set)
	}
	s, _ := emptySets.LoadOrStore(annotator, &Set{
		annotator: annotator,
		about:     &About{State: StateOpen},
		inText:    treap[*Span]{kind: inTextOrder},
		byID:      treap[*Span]{kind: byIDOrder},
		byEntry:   treap[*Span]{kind: byEntryOrder},
		byNaming:  treap[naming]{kind: byNamingOrder},
	})
	return s.(*Set)
}

// Annotator is whose set it is.
func (s *Set) Annotator() string { return s.annotator }

// About is what the annotator says about the document as a whole. It is not to
// be modified.
func (s *Set) About() About { return *s.about }

// State says how far the annotator is: StateOpen or StateDone.
func (s *Set) State() string { return s.about.State }

// Empty reports whether the set says nothing: no spans, and nothing about the
// document as a whole.
func (s *Set) Empty() bool { return s.Len() == 0 && s.about.nothing() }

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
	if s == nil || t == nil || s.annotator != t.annotator || !s.about.Equal(*t.about) || s.Len() != t.Len() {
		return false
	}
	equal := true
	inTextOrder.difference(s.inText.root, t.inText.root, (*Span).Equal, func(_, _ *node[*Span]) { equal = false })
	return equal
}

// saying returns a set that says something else about the document as a whole.
func (s *Set) saying(about About) *Set {
	next := *s
	about = about.kept()
	next.about = &about
	return &next
}

// add returns a set with span too, whose ID the caller knows to be new.
func (s *Set) add(span *Span) *Set {
	next := *s
	next.inText, next.byID = s.inText.insert(span), s.byID.insert(span)
	next.mention(span)
	return &next
}

// without returns a set that lacks span, which is one of s.
func (s *Set) without(span *Span) *Set {
	next := *s
	next.inText, next.byID = s.inText.remove(span), s.byID.remove(span)
	next.mentionNot(span)
	return &next
}

// with returns a set that has the spans given too, in any order; their IDs are
// not in s. Two of them with one ID are refused.
func (s *Set) with(spans []*Span, pace Pace) (*Set, error) {
	next, err := s.inBoth((*kind[*Span]).uniteSorted, spans, pace)
	if err != nil {
		return nil, err
	}
	for _, span := range spans {
		next.mention(span)
	}
	return next, nil
}

// withoutAll returns a set that lacks the spans given, which are all of s.
func (s *Set) withoutAll(spans []*Span, pace Pace) (*Set, error) {
	next, err := s.inBoth((*kind[*Span]).subtractSorted, spans, pace)
	if err != nil {
		return nil, err
	}
	for _, span := range spans {
		next.mentionNot(span)
	}
	return next, nil
}

// inBoth does the same with spans in the treaps that have all of them.
func (s *Set) inBoth(do func(*kind[*Span], *node[*Span], []*Span, Pace) (*node[*Span], error), spans []*Span, pace Pace) (*Set, error) {
	inText, byID, err := sortSpans(spans, pace.Part(0, spansSorted))
	if err != nil {
		return nil, err
	}
	first, err := do(inTextOrder, s.inText.root, inText, pace.Part(spansSorted, textOrderMade))
	if err != nil {
		return nil, err
	}
	second, err := do(byIDOrder, s.byID.root, byID, pace.Part(textOrderMade, 1))
	if err != nil {
		return nil, err
	}
	next := *s
	next.inText.root, next.byID.root = first, second
	return &next, nil
}

// exchange returns a set with next in the place of old; both have the same ID.
func (s *Set) exchange(old, next *Span) *Set {
	if compareSpans(old, next) != 0 {
		return s.without(old).add(next)
	}
	with := *s
	with.inText, with.byID = s.inText.replace(next), s.byID.replace(next)
	with.mentionNot(old)
	with.mention(next)
	return &with
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
