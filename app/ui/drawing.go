package ui

import (
	"slices"
	"strconv"
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// drawing is what the article's region shows: one look a block. A drawing
// never changes. The next one shares every look that stays as it was, and by
// that pointer the engine knows which blocks to redraw.
//
// The serial number differs between any two drawings: the engine compares
// fields in order, and is spared from comparing two whole articles.
type drawing struct {
	serial int
	doc    *corpus.Document
	scheme *annotations.Scheme
	set    *annotations.Set
	chosen string
	class  string
	looks  []*look
}

// look is how one block is drawn: its runs in text order. A nil look is a
// block without spans, drawn as plain text.
type look struct {
	runs []run
}

// run is a drawn piece of a block's text. Start and End are byte offsets of
// the document. A run with no spans over it has no class.
type run struct {
	Start, End int
	Class      string
	Title      string
	Spans      []string
}

// draw returns the drawing of doc under set, keeping of old what still holds.
func draw(old *drawing, doc *corpus.Document, scheme *annotations.Scheme, set *annotations.Set, chosen string) *drawing {
	d := &drawing{doc: doc, scheme: scheme, set: set, chosen: chosen}
	if old != nil {
		d.serial = old.serial + 1
	}
	if old == nil || old.doc.ID != doc.ID || old.scheme != scheme {
		d.drawAll()
		return d
	}
	if old.set == set && old.chosen == chosen && old.doc == doc {
		return old
	}
	changed := annotations.Changed(old.set, set)
	if old.chosen != chosen {
		changed = slices.Concat(changed, chosenRanges(old.set, old.chosen), chosenRanges(set, chosen))
	}
	d.class, d.looks = old.class, slices.Clone(old.looks)
	d.redraw(changed)
	return d
}

// drawAll looks only at the blocks that have spans.
func (d *drawing) drawAll() {
	d.class, d.looks = textClass(d.doc), make([]*look, len(d.doc.Blocks()))
	var marked []annotations.Range
	for s := range d.set.All() {
		marked = append(marked, s.Ranges...)
	}
	d.redraw(marked)
}

// redraw works out the looks of the blocks that the ranges touch.
func (d *drawing) redraw(ranges []annotations.Range) {
	done := make(map[int]bool)
	for _, r := range ranges {
		for i := d.doc.BlockAt(r.Start); i < len(d.looks) && d.doc.Blocks()[i].Start < r.End; i++ {
			if done[i] {
				continue
			}
			done[i] = true
			if next := d.lookOf(i); !next.equal(d.looks[i]) {
				d.looks[i] = next
			}
		}
	}
}

func (d *drawing) lookOf(index int) *look {
	block := d.doc.Blocks()[index]
	segments := annotations.Segments(d.set, block.Start, block.End)
	if len(segments) == 0 || len(segments) == 1 && len(segments[0].Lanes) == 0 {
		return nil
	}
	l := &look{}
	for _, s := range segments {
		l.runs = append(l.runs, d.runOf(s))
	}
	return l
}

// runOf names the classes of a run: one for each underline lane and the label
// drawn in it. The classes' rules are written by labelRules.
func (d *drawing) runOf(s annotations.Segment) run {
	r := run{Start: s.Start, End: s.End}
	var classes, names []string
	for lane, span := range s.Lanes {
		if span == nil {
			continue
		}
		classes = append(classes, laneClass(lane, d.labelIndex(span.Label)))
		names = append(names, d.labelName(span.Label))
		r.Spans = append(r.Spans, span.ID)
		if span.ID == d.chosen {
			classes = append(classes, "chosen")
		}
	}
	r.Class = strings.Join(classes, " ")
	r.Title = strings.Join(names, " + ")
	return r
}

func (d *drawing) labelIndex(id string) int {
	return slices.IndexFunc(d.scheme.Labels, func(l annotations.Label) bool { return l.ID == id })
}

func (d *drawing) labelName(id string) string {
	if l, ok := d.scheme.Label(id); ok {
		return l.Name
	}
	return id
}

// spansAt names the spans over a run, given as a block's and a run's index.
func (d *drawing) spansAt(block, index int) []string {
	if block < 0 || block >= len(d.looks) || d.looks[block] == nil {
		return nil
	}
	runs := d.looks[block].runs
	if index < 0 || index >= len(runs) {
		return nil
	}
	return runs[index].Spans
}

func (l *look) equal(other *look) bool {
	if l == nil || other == nil {
		return l == other
	}
	return slices.EqualFunc(l.runs, other.runs, func(a, b run) bool {
		return a.Start == b.Start && a.End == b.End && a.Class == b.Class &&
			a.Title == b.Title && slices.Equal(a.Spans, b.Spans)
	})
}

func chosenRanges(set *annotations.Set, id string) []annotations.Range {
	if s, ok := set.Span(id); ok {
		return s.Ranges
	}
	return nil
}

// laneClass is the class of a run that shows a label in an underline lane.
func laneClass(lane, label int) string {
	return "lane-" + strconv.Itoa(lane) + "-" + strconv.Itoa(label)
}
