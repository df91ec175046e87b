package text

import (
	"maps"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// drawing is what the article's region shows: a look for each block that is
// drawn with its spans. A drawing never changes; the next one shares every look
// that stays as it was, and by those pointers the canvas knows which blocks to
// draw again.
type drawing struct {
	scene
	looks map[int]*look
}

// scene is what a drawing is made from.
type scene struct {
	doc    *corpus.Document
	scheme *annotations.Scheme
	set    *annotations.Set
	chosen string
	near   blocks
	others *desk.SpanChoice // that are chosen together
	beside desk.Comparison
}

// look is how a block with spans is drawn: its runs in text order.
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
	Theirs     []string // spans of the annotator who is compared with
}

// draw returns the drawing of a scene, keeping of old what still holds.
func draw(old *drawing, to scene) *drawing {
	d := &drawing{scene: to}
	switch {
	case old == nil || old.doc.ID != to.doc.ID || old.scheme != to.scheme || !old.beside.SameAnnotator(to.beside):
		d.looks = map[int]*look{}
		d.redrawAll()
	case old.scene == to:
		return old
	default:
		d.looks = maps.Clone(old.looks)
		d.leave()
		d.enter(old.near)
		for _, r := range d.changedSince(old) {
			d.redraw(d.touched(r))
		}
	}
	return d
}

// changedSince gives the ranges of the document that look different now.
func (d *drawing) changedSince(old *drawing) []annotations.Range {
	changed := append(annotations.Changed(old.set, d.set), d.beside.ChangedSince(old.beside)...)
	if old.others != d.others {
		changed = append(changed, d.marked()...)
	}
	if old.chosen == d.chosen {
		return changed
	}
	return slices.Concat(changed, desk.ChosenRanges(old.set, old.chosen), desk.ChosenRanges(d.set, d.chosen))
}

// touched is the blocks that a range of the document lies in.
func (d *drawing) touched(r annotations.Range) blocks {
	return blocks{d.doc.BlockAt(r.Start), d.doc.BlockAt(r.End-1) + 1}
}

// redrawAll works out the looks of all blocks near the screen, by way of the
// spans: a long text may have few.
func (d *drawing) redrawAll() {
	d.redrawSpans(d.set)
	if d.beside.Set != nil {
		d.redrawSpans(d.beside.Set)
	}
}

func (d *drawing) redrawSpans(of *annotations.Set) {
	next := 0
	for s := range of.Overlapping(d.bounds(d.near)) {
		for _, r := range s.Ranges {
			at := d.touched(r)
			d.redraw(blocks{max(at.from, next), at.to})
			next = max(next, at.to)
		}
	}
}

// redraw works out the looks of those blocks that are near the screen.
func (d *drawing) redraw(these blocks) {
	for i := max(these.from, d.near.from); i < min(these.to, d.near.to, len(d.doc.Blocks())); i++ {
		d.setLook(i, d.lookOf(i))
	}
}

// setLook gives a block another look, or none. One that is equal stays.
func (d *drawing) setLook(i int, next *look) {
	switch {
	case next == nil:
		delete(d.looks, i)
	case !next.equal(d.looks[i]):
		d.looks[i] = next
	}
}

// enter draws the spans of blocks that were far and are near now.
func (d *drawing) enter(before blocks) {
	d.redraw(blocks{d.near.from, min(before.from, d.near.to)})
	d.redraw(blocks{max(before.to, d.near.from), d.near.to})
}

// leave makes plain text of blocks that are far now.
func (d *drawing) leave() {
	maps.DeleteFunc(d.looks, func(i int, _ *look) bool { return !d.near.has(i) })
}

// bounds is the part of the document, in bytes, that some blocks hold.
func (d *drawing) bounds(of blocks) (start, end int) {
	all := d.doc.Blocks()
	from, to := max(0, of.from), min(of.to, len(all))
	if from >= to {
		return 0, 0
	}
	return all[from].Start, all[to-1].End
}

// lookOf is nil for a block without spans.
func (d *drawing) lookOf(index int) *look {
	block := d.doc.Blocks()[index]
	if d.beside.Set != nil {
		return d.lookBeside(block)
	}
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
		classes = append(classes, kit.LaneClass(lane, kit.LabelIndex(d.scheme, span.Label)))
		names = append(names, kit.LabelName(d.scheme, span.Label))
		r.Spans = append(r.Spans, span.ID)
		if span.ID == d.chosen || d.others.Has(span.ID) {
			classes = append(classes, "chosen")
		}
	}
	r.Class = strings.Join(classes, " ")
	r.Title = strings.Join(names, " + ")
	return r
}

// SpansAt names the spans over a run, given as a block's and a run's index.
func (d *drawing) SpansAt(block, index int) []string {
	if d == nil {
		return nil
	}
	l := d.looks[block]
	if l == nil || index < 0 || index >= len(l.runs) {
		return nil
	}
	return l.runs[index].Spans
}

func (l *look) equal(other *look) bool {
	if l == nil || other == nil {
		return l == other
	}
	return slices.EqualFunc(l.runs, other.runs, func(a, b run) bool {
		return a.Start == b.Start && a.End == b.End && a.Class == b.Class &&
			a.Title == b.Title && slices.Equal(a.Spans, b.Spans) && slices.Equal(a.Theirs, b.Theirs)
	})
}

// marked gives the blocks near the screen that have spans, which is where a
// choice of several can be seen.
func (d *drawing) marked() []annotations.Range {
	var ranges []annotations.Range
	for i := range d.looks {
		b := d.doc.Blocks()[i]
		ranges = append(ranges, annotations.Range{Start: b.Start, End: b.End})
	}
	return ranges
}
