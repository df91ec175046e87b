package annotations

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// sortSpans gives spans in text order and by ID; two with one ID are refused.
func sortSpans(spans []*Span, pace Pace) (inText, byID []*Span, err error) {
	inText = spans
	if !slices.IsSortedFunc(spans, inTextOrder.compare) {
		inText = sortedBy(spans, inTextOrder, func(s *Span) uint64 { return uint64(s.Start()) })
	}
	if err := pace.At(0, 1); err != nil {
		return nil, nil, err
	}
	byID = sortedBy(spans, byIDOrder, func(s *Span) uint64 { return prefix(s.ID) })
	for i := 1; i < len(byID); i++ {
		if byID[i].ID == byID[i-1].ID {
			return nil, nil, twiceError(byID[i].ID)
		}
	}
	return inText, byID, nil
}

// twiceError is the ID that two spans have.
type twiceError string

func (id twiceError) Error() string { return fmt.Sprintf("two spans have the ID %q", string(id)) }

// keyed is a span with the number that it is sorted by first.
type keyed struct {
	key  uint64
	span *Span
}

// sortedBy returns spans in an order that never contradicts their keys. Most
// comparisons end at the keys, which lie side by side in memory; strings all
// over it take several times as long to compare.
func sortedBy(spans []*Span, order *kind[*Span], key func(*Span) uint64) []*Span {
	all := make([]keyed, len(spans))
	for i, s := range spans {
		all[i] = keyed{key(s), s}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return order.compare(a.span, b.span)
	})
	sorted := make([]*Span, len(all))
	for i, k := range all {
		sorted[i] = k.span
	}
	return sorted
}

// prefix is the beginning of a string as a number that is in the same order.
func prefix(s string) uint64 {
	var first [8]byte
	copy(first[:], s)
	return binary.BigEndian.Uint64(first[:])
}
