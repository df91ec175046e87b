package ui

import (
	"spanwise/annotations"
)

// clash is a span of a label with which ranges of the same label would overlap
// although the scheme forbids it, or nil. The span that is called but is left out.
func clash(scheme *annotations.Scheme, set *annotations.Set, label string, ranges []annotations.Range, but string) *annotations.Span {
	if l, _ := scheme.Label(label); !l.NoOverlap {
		return nil
	}
	for _, r := range ranges {
		for s := range set.Overlapping(r.Start, r.End) {
			if s.Label == label && s.ID != but {
				return s
			}
		}
	}
	return nil
}

// mayLabel reports whether ranges may have a label, and says which span is in the
// way where they may not.
func (p *Page) mayLabel(label string, ranges []annotations.Range, but string) bool {
	other := clash(p.scheme(), p.set(), label, ranges, but)
	if other == nil {
		return true
	}
	why := "Not done: spans of " + p.labelName(label) + " are not to overlap, and “" +
		shorten(other.Text(p.document()), 60) + "” is one."
	p.notices.add(done, why)
	return false
}
