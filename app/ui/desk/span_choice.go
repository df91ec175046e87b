package desk

import (
	"maps"

	"spanwise/annotations"
)

// SpanChoice is the spans of the open article that are chosen together. It never
// changes; another choice is another value, so that what is drawn from it is
// drawn again exactly when it differs. A nil one is none.
type SpanChoice struct {
	ids    map[string]bool
	Anchor string // from where Shift reaches
	Mode   bool   // a press on a span adds it or takes it away
	Set    *annotations.Set
	Label  string // that all of them have, or ""
}

// Count is how many are chosen.
func (c *SpanChoice) Count() int {
	if c == nil {
		return 0
	}
	return len(c.ids)
}

// Has reports whether a span is among them.
func (c *SpanChoice) Has(id string) bool { return c != nil && c.ids[id] }

// On reports whether presses choose several now.
func (c *SpanChoice) On() bool { return c != nil && c.Mode }

// with is the choice with other spans, as far as the set has them.
func (c *SpanChoice) with(set *annotations.Set, ids map[string]bool, anchor string) *SpanChoice {
	next := &SpanChoice{ids: make(map[string]bool, len(ids)), Anchor: anchor, Mode: c.On(), Set: set}
	for id := range ids {
		s, ok := set.Span(id)
		if !ok {
			continue
		}
		switch {
		case len(next.ids) == 0:
			next.Label = s.Label
		case next.Label != s.Label:
			next.Label = ""
		}
		next.ids[id] = true
	}
	return next
}

// within is the choice in another state of the set: spans that are gone are no
// longer chosen. It looks at nothing where the set is the same.
func (c *SpanChoice) within(set *annotations.Set) *SpanChoice {
	if c == nil || c.Set == set {
		return c
	}
	next := c.with(set, c.ids, c.Anchor)
	if len(next.ids) == 0 && !next.Mode {
		return nil
	}
	return next
}

// Toggle adds a span or takes it away. From there Shift reaches next.
func (c *SpanChoice) Toggle(set *annotations.Set, id string) *SpanChoice {
	ids := map[string]bool{}
	if c != nil {
		maps.Copy(ids, c.ids)
	}
	if ids[id] {
		delete(ids, id)
	} else {
		ids[id] = true
	}
	return c.with(set, ids, id)
}

// Reach chooses all spans from the anchor to one, in text order.
func (c *SpanChoice) Reach(set *annotations.Set, anchor, id string) *SpanChoice {
	from, to := set.IndexOf(anchor), set.IndexOf(id)
	if from < 0 {
		from, anchor = to, id
	}
	ids := map[string]bool{}
	for i := min(from, to); i >= 0 && i <= max(from, to); i++ {
		ids[set.At(i).ID] = true
	}
	return c.with(set, ids, anchor)
}

// Among chooses all spans that are wanted.
func (c *SpanChoice) Among(set *annotations.Set, wanted func(*annotations.Span) bool) *SpanChoice {
	ids := map[string]bool{}
	for s := range set.All() {
		if wanted(s) {
			ids[s.ID] = true
		}
	}
	return c.with(set, ids, "")
}

// only is the one that is chosen, or "" where there is none or more than one.
func (c *SpanChoice) only() string {
	if c.Count() == 1 {
		for id := range c.ids {
			return id
		}
	}
	return ""
}

// Spans gives them in text order.
func (c *SpanChoice) Spans() []*annotations.Span {
	var out []*annotations.Span
	if c.Count() == 0 {
		return nil
	}
	for s := range c.Set.All() {
		if c.ids[s.ID] {
			out = append(out, s)
		}
	}
	return out
}
