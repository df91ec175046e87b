package ui

import (
	"maps"

	"spanwise/annotations"
)

// several is the spans of the open article that are chosen together. It never
// changes; another choice is another value, so that what is drawn from it is
// drawn again exactly when it differs. A nil one is none.
type several struct {
	ids    map[string]bool
	anchor string // from where Shift reaches
	mode   bool   // a press on a span adds it or takes it away
	set    *annotations.Set
	label  string // that all of them have, or ""
}

// count is how many are chosen.
func (c *several) count() int {
	if c == nil {
		return 0
	}
	return len(c.ids)
}

// has reports whether a span is among them.
func (c *several) has(id string) bool { return c != nil && c.ids[id] }

// on reports whether presses choose several now.
func (c *several) on() bool { return c != nil && c.mode }

// with is the choice with other spans, as far as the set has them.
func (c *several) with(set *annotations.Set, ids map[string]bool, anchor string) *several {
	next := &several{ids: make(map[string]bool, len(ids)), anchor: anchor, mode: c.on(), set: set}
	for id := range ids {
		s, ok := set.Span(id)
		if !ok {
			continue
		}
		switch {
		case len(next.ids) == 0:
			next.label = s.Label
		case next.label != s.Label:
			next.label = ""
		}
		next.ids[id] = true
	}
	return next
}

// within is the choice in another state of the set: spans that are gone are no
// longer chosen. It looks at nothing where the set is the same.
func (c *several) within(set *annotations.Set) *several {
	if c == nil || c.set == set {
		return c
	}
	next := c.with(set, c.ids, c.anchor)
	if len(next.ids) == 0 && !next.mode {
		return nil
	}
	return next
}

// toggle adds a span or takes it away. From there Shift reaches next.
func (c *several) toggle(set *annotations.Set, id string) *several {
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

// reach chooses all spans from the anchor to one, in text order.
func (c *several) reach(set *annotations.Set, anchor, id string) *several {
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

// among chooses all spans that are wanted.
func (c *several) among(set *annotations.Set, wanted func(*annotations.Span) bool) *several {
	ids := map[string]bool{}
	for s := range set.All() {
		if wanted(s) {
			ids[s.ID] = true
		}
	}
	return c.with(set, ids, "")
}

// only is the one that is chosen, or "" where there is none or more than one.
func (c *several) only() string {
	if c.count() == 1 {
		for id := range c.ids {
			return id
		}
	}
	return ""
}

// spans gives them in text order.
func (c *several) spans() []*annotations.Span {
	var out []*annotations.Span
	if c.count() == 0 {
		return nil
	}
	for s := range c.set.All() {
		if c.ids[s.ID] {
			out = append(out, s)
		}
	}
	return out
}
