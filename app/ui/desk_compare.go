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
func (room *annotatorsRoom) compared() comparison {
	a, there := room.page.desk.session.Project().Annotator(room.colleagues.with)
	if !there || a.ID == room.page.desk.me() {
		return comparison{}
	}
	return comparison{room.page.desk.session.Project().Set(room.page.desk.open, a.ID), a.Name, room.page.desk.selection.theirs}
}

// regard shows the details of a span of the other's.
func (room *annotatorsRoom) regard(id string) {
	room.page.desk.selection.dropText()
	room.page.desk.choose("", nil)
	room.page.desk.selection.lookAt(id)
	room.page.refresh()
	if s, there := room.compared().set.Span(id); there {
		room.page.desk.later(func() { room.page.text.revealRange(annotations.Range{Start: s.Start(), End: s.End()}) })
		room.page.desk.say(room.compared().name + ": " + room.page.desk.labelName(s.Label) + ", " + s.Text(room.page.desk.document()))
	}
}
