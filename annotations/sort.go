package annotations

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// sortSpans gives spans in text order and by ID; two with one ID are refused.
func sortSpans(spans []*Span, pace Pace) (inText, byID []*Span, err error) {
	inText = spans
	if !slices.IsSortedFunc(spans, inTextOrder.compare) {
		sorted, err := sortedBy(spans, inTextOrder, func(s *Span) uint64 { return uint64(s.Start()) }, pace.Part(0, 0.5))
		if err != nil {
			return nil, nil, err
		}
		inText = spansOf(sorted)
	}
	sorted, err := sortedBy(spans, byIDOrder, func(s *Span) uint64 { return prefix(s.ID) }, pace.Part(0.5, 1))
	if err != nil {
		return nil, nil, err
	}
	for i := 1; i < len(sorted); i++ {
		if a, b := sorted[i-1], sorted[i]; a.key == b.key && a.span.ID == b.span.ID {
			return nil, nil, twiceError(b.span.ID)
		}
	}
	return inText, spansOf(sorted), nil
}

// twiceError is the ID that two spans have.
type twiceError string

func (id twiceError) Error() string { return fmt.Sprintf("two spans have the ID %q", string(id)) }

// keyed is a span with the number that it is sorted by first.
type keyed struct {
	key  uint64
	span *Span
}

func spansOf(list []keyed) []*Span {
	spans := make([]*Span, len(list))
	for i, k := range list {
		spans[i] = k.span
	}
	return spans
}

// sortedBy returns spans in an order that never contradicts their keys. Most
// comparisons end at the keys, which lie side by side in memory; strings all
// over it take several times as long to compare.
func sortedBy(spans []*Span, order *kind[*Span], key func(*Span) uint64, pace Pace) ([]keyed, error) {
	all := make([]keyed, len(spans))
	for i, s := range spans {
		all[i] = keyed{key(s), s}
	}
	return sortPaced(all, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return order.compare(a.span, b.span)
	}, pace)
}

// sortPaced sorts in pieces, which it then merges, so that it can be paused. It
// may use list itself.
func sortPaced[T any](list []T, compare func(a, b T) int, pace Pace) ([]T, error) {
	rounds := 1 + bits.Len(uint(len(list)/piece)) // one sorts, each of the others merges
	round := 0
	each := func(width int, do func(from, middle, to int)) error {
		part := pace.Nth(round, rounds)
		for i := 0; i < len(list); i += width {
			if err := part.At(i, len(list)); err != nil {
				return err
			}
			do(i, min(i+width/2, len(list)), min(i+width, len(list)))
		}
		round++
		return nil
	}
	err := each(piece, func(from, _, to int) { slices.SortFunc(list[from:to], compare) })
	spare := make([]T, 0, len(list))
	for width := 2 * piece; err == nil && width < 2*len(list); width *= 2 {
		err = each(width, func(from, middle, to int) {
			spare = merge(spare, list[from:middle], list[middle:to], compare)
		})
		list, spare = spare, list[:0]
	}
	return list, err
}

// merge appends two sorted lists as one.
func merge[T any](into, a, b []T, compare func(a, b T) int) []T {
	for len(a) > 0 && len(b) > 0 {
		if compare(b[0], a[0]) < 0 {
			a, b = b, a
		}
		into, a = append(into, a[0]), a[1:]
	}
	return append(append(into, a...), b...)
}

// prefix is the beginning of a string as a number that is in the same order.
func prefix(s string) uint64 {
	var first [8]byte
	copy(first[:], s)
	return binary.BigEndian.Uint64(first[:])
}
