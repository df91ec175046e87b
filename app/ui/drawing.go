package ui

import (
	"slices"
	"strconv"
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// drawing is what the article's region shows: one look a block, bundled in
// sections. A drawing never changes. The next one shares every section and
// every look that stays as it was, and by those pointers the engine knows
// which blocks to redraw.
//
// The serial number differs between any two drawings: the engine compares
// fields in order, and is spared from comparing two whole articles.
type drawing struct {
	serial int
	scene
	class    string
	sections []*section
}

// scene is what a drawing is made from.
type scene struct {
	doc    *corpus.Document
	scheme *annotations.Scheme
	set    *annotations.Set
	chosen string
	near   blocks
}

// look is how one block is drawn: its runs in text order. A nil look is a
// block drawn as plain text, because it has no spans or is far off the screen.
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

// draw returns the drawing of a scene, keeping of old what still holds.
func draw(old *drawing, to scene) *drawing {
	d := &drawing{scene: to}
	if old != nil {
		d.serial = old.serial + 1
	}
	switch {
	case old == nil || old.doc.ID != to.doc.ID || old.scheme != to.scheme:
		d.class, d.sections = textClass(to.doc), plainSections(len(to.doc.Blocks()))
		d.redraw(to.near)
	case old.scene == to:
		return old
	default:
		d.class, d.sections = old.class, slices.Clone(old.sections)
		d.leave(old.near)
		d.enter(old.near)
		for _, r := range d.changedSince(old) {
			d.redraw(d.touched(r))
		}
	}
	return d
}

// changedSince gives the ranges of the document that look different now.
func (d *drawing) changedSince(old *drawing) []annotations.Range {
	changed := annotations.Changed(old.set, d.set)
	if old.chosen == d.chosen {
		return changed
	}
	return slices.Concat(changed, chosenRanges(old.set, old.chosen), chosenRanges(d.set, d.chosen))
}

// touched is the blocks that a range of the document lies in.
func (d *drawing) touched(r annotations.Range) blocks {
	return blocks{d.doc.BlockAt(r.Start), d.doc.BlockAt(r.End-1) + 1}
}

// redraw works out the looks of those blocks that are near the screen.
func (d *drawing) redraw(these blocks) {
	for i := max(these.from, d.near.from); i < min(these.to, d.near.to, len(d.doc.Blocks())); i++ {
		if next := d.lookOf(i); !next.equal(d.look(i)) {
			d.setLook(i, next)
		}
	}
}

// enter draws the spans of blocks that were far and are near now.
func (d *drawing) enter(before blocks) {
	d.redraw(blocks{d.near.from, min(before.from, d.near.to)})
	d.redraw(blocks{max(before.to, d.near.from), d.near.to})
}

// leave makes plain text of blocks that were near and are far now.
func (d *drawing) leave(before blocks) {
	for i := before.from; i < min(before.to, len(d.doc.Blocks())); i++ {
		if !d.near.has(i) && d.look(i) != nil {
			d.setLook(i, nil)
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
	if block < 0 || block >= len(d.doc.Blocks()) || d.look(block) == nil {
		return nil
	}
	runs := d.look(block).runs
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
