package text

import (
	"iter"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// clash is a span of a label with which ranges of the same label would overlap
// although the scheme forbids it, or nil. They are a new span's, or those that a
// span is to have, which may go on sharing text with what it shares text with.
func clash(scheme *annotations.Scheme, set *annotations.Set, label string, ranges []annotations.Range, of *annotations.Span) *annotations.Span {
	if l, _ := scheme.Label(label); !l.NoOverlap {
		return nil
	}
	known := map[string]bool{}
	if of != nil {
		known[of.ID] = true
	}
	if of != nil && of.Label == label {
		for s := range sharing(set, label, of.Ranges) {
			known[s.ID] = true
		}
	}
	for s := range sharing(set, label, ranges) {
		if !known[s.ID] {
			return s
		}
	}
	return nil
}

// sharing gives the spans of a label that share text with any of the ranges.
func sharing(set *annotations.Set, label string, ranges []annotations.Range) iter.Seq[*annotations.Span] {
	return func(yield func(*annotations.Span) bool) {
		for _, r := range ranges {
			for s := range set.Overlapping(r.Start, r.End) {
				if s.Label == label && !yield(s) {
					return
				}
			}
		}
	}
}

// mayLabel reports whether ranges, of a new span or of one that is to have them,
// may have a label, and says which span is in the way where they may not.
func (room *Room) mayLabel(label string, ranges []annotations.Range, of *annotations.Span) bool {
	other := clash(room.desk.Scheme(), room.desk.Set(), label, ranges, of)
	return room.tellClash(label, other)
}

// tellClash says that a span is in the way of a label, and reports whether none is.
func (room *Room) tellClash(label string, other *annotations.Span) bool {
	if other == nil {
		return true
	}
	why := "Not done: spans of " + room.desk.LabelName(label) + " are not to overlap, and “" +
		kit.Shorten(other.Text(room.desk.Document()), kit.InSentence) + "” is one."
	room.desk.Notices.Add(desk.Done, why)
	return false
}

// becoming is a span that is to be, in the place of those that it is made from.
type becoming struct {
	span annotations.Span
	from []*annotations.Span
}

// clashOfSeveral is that for spans that change together: each may go on sharing text
// with what one of those it is made from shares text with.
func clashOfSeveral(scheme *annotations.Scheme, set *annotations.Set, all []becoming) *annotations.Span {
	into := map[string]*becoming{}
	for i := range all {
		for _, s := range all[i].from {
			into[s.ID] = &all[i]
		}
	}
	for i := range all {
		if l, _ := scheme.Label(all[i].span.Label); !l.NoOverlap {
			continue
		}
		if s := all[i].clash(set, into); s != nil {
			return s
		}
	}
	return nil
}

func (b *becoming) clash(set *annotations.Set, into map[string]*becoming) *annotations.Span {
	known := map[string]bool{}
	for _, s := range b.from {
		if s.Label == b.span.Label {
			for other := range sharing(set, s.Label, s.Ranges) {
				known[other.ID] = true
			}
		}
	}
	for _, r := range b.span.Ranges {
		for s := range set.Overlapping(r.Start, r.End) {
			label := s.Label
			if other := into[s.ID]; other != nil {
				label = other.span.Label
			}
			if into[s.ID] != b && label == b.span.Label && !known[s.ID] {
				return s
			}
		}
	}
	return nil
}
