package ui

import (
	"slices"

	"spanwise/annotations"
)

// comparison is what is drawn of another annotator: their set of the open article,
// nil where one compares with nobody, and the span of it that is being looked at.
type comparison struct {
	set    *annotations.Set
	name   string
	chosen string
}

// sameAnnotator reports whether two are of one annotator, or both of none.
func (c comparison) sameAnnotator(other comparison) bool {
	return (c.set == nil) == (other.set == nil) && c.name == other.name
}

func (c comparison) count() int {
	if c.set == nil {
		return 0
	}
	return c.set.Len()
}

// changedSince gives the ranges that look different now. Both are of one annotator.
func (c comparison) changedSince(old comparison) []annotations.Range {
	if c == old || c.set == nil {
		return nil
	}
	changed := annotations.Changed(old.set, c.set)
	if old.chosen != c.chosen {
		changed = slices.Concat(changed, chosenRanges(old.set, old.chosen), chosenRanges(c.set, c.chosen))
	}
	return changed
}

// compared is the set of the open article that is compared with.
func (d *deskRoom) compared() comparison {
	a, there := d.session.Project().Annotator(d.with)
	if !there || a.ID == d.me() {
		return comparison{}
	}
	return comparison{d.session.Project().Set(d.open, a.ID), a.Name, d.selection.theirs}
}

// regard shows the details of a span of the other's.
func (d *deskRoom) regard(id string) {
	d.selection.dropText()
	d.choose("", nil)
	d.selection.lookAt(id)
	d.ask.Refresh()
	if s, there := d.compared().set.Span(id); there {
		d.later(func() { d.ask.Reveal(annotations.Range{Start: s.Start(), End: s.End()}) })
		d.say(d.compared().name + ": " + d.labelName(s.Label) + ", " + s.Text(d.document()))
	}
}

func chosenRanges(set *annotations.Set, id string) []annotations.Range {
	if s, ok := set.Span(id); ok {
		return s.Ranges
	}
	return nil
}
