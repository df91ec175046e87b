package desk

import (
	"slices"

	"spanwise/annotations"
)

// Comparison is what is drawn of another annotator: their set of the open article,
// nil where one compares with nobody, and the span of it that is being looked at.
type Comparison struct {
	Set    *annotations.Set
	Name   string
	Chosen string
}

// SameAnnotator reports whether two are of one annotator, or both of none.
func (c Comparison) SameAnnotator(other Comparison) bool {
	return (c.Set == nil) == (other.Set == nil) && c.Name == other.Name
}

// Count is how many spans are compared with.
func (c Comparison) Count() int {
	if c.Set == nil {
		return 0
	}
	return c.Set.Len()
}

// ChangedSince gives the ranges that look different now. Both are of one annotator.
func (c Comparison) ChangedSince(old Comparison) []annotations.Range {
	if c == old || c.Set == nil {
		return nil
	}
	changed := annotations.Changed(old.Set, c.Set)
	if old.Chosen != c.Chosen {
		changed = slices.Concat(changed, ChosenRanges(old.Set, old.Chosen), ChosenRanges(c.Set, c.Chosen))
	}
	return changed
}

// Comparison is the set of the open article that is compared with.
func (d *Desk) Comparison() Comparison {
	a, there := d.Session.Project().Annotator(d.ComparedID)
	if !there || a.ID == d.Me() {
		return Comparison{}
	}
	return Comparison{d.Session.Project().Set(d.ArticleID, a.ID), a.Name, d.Selection.Theirs}
}

// LookAt shows the details of a span of the other's.
func (d *Desk) LookAt(id string) {
	d.Selection.DropText()
	d.Choose("", nil)
	d.Selection.LookAt(id)
	d.Ask.Refresh()
	c := d.Comparison()
	if s, there := c.Set.Span(id); there {
		d.Later(func() { d.Ask.Reveal(annotations.Range{Start: s.Start(), End: s.End()}) })
		d.Say(c.Name + ": " + d.LabelName(s.Label) + ", " + s.Text(d.Document()))
	}
}

// ChosenRanges is the ranges of a span of a set, none where it is not there.
func ChosenRanges(set *annotations.Set, id string) []annotations.Range {
	if s, ok := set.Span(id); ok {
		return s.Ranges
	}
	return nil
}
