package relations

import (
	"strconv"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// wireField is where wires between related spans may lie, in CSS pixels of the
// window: beside the column of the text, up to what a caption may take up, and
// between the first and the last line that can be seen.
type wireField struct {
	column      browser.Rect
	left, right float64
	top, bottom float64

	wires browser.Wiring
	taken [2][]float64 // heights at which there are captions, on either side
	edges [2]edge      // of the view: the lower, the upper
}

// edge counts the ties that lead over an edge of the view. Most is how many
// captions there are at the most, and last the index of the last of them.
type edge struct{ ties, most, last int }

// tie is a relation of the span whose wires are drawn. Out says that it goes out
// from it.
type tie struct {
	name, words string
	out         bool
	other       *annotations.Span // nil in another article
	where       whereTo
	line        browser.Rect // the first line of the other span, where it is drawn
}

// whereTo is where the other span of a tie is.
type whereTo int

const (
	isDrawn whereTo = iota
	isAbove
	isBelow
	isElsewhere // in another article
)

const (
	laneGap     = 9  // between the text and the wire beside it
	lineGap     = 3  // between a line of text and the wire above it
	headDip     = 2  // of an arrow's head into the line that it points at
	captionRoom = 64 // the least width that a caption is worth
	captionStep = 18 // between captions, from top to top
	captionMost = 320
	edgeMost    = 3 // captions at an edge of the view, beside the text; the others are counted
	edgeLines   = 2 // of text that a caption there may have
)

// wire draws the ties of a span whose first line is from. Wires run above lines
// of text and beside them, never across; those of one span run together for as
// long as they can.
func (f *wireField) wire(from browser.Rect, ties []tie) browser.Wiring {
	var inView []tie
	for _, t := range ties {
		switch {
		case t.where == isDrawn && (f.sees(t.line) || !f.sees(from)):
			inView = append(inView, t)
		case f.sees(from):
			f.wireOut(from, t)
		}
	}
	f.countRest()
	for _, t := range inView {
		f.wireTo(from, t)
	}
	return f.wires
}

// sees reports whether a line is in view.
func (f *wireField) sees(line browser.Rect) bool { return line.Bottom > f.top && line.Top < f.bottom }

// wireTo draws a wire to a span that is drawn too.
func (f *wireField) wireTo(from browser.Rect, t tie) {
	start, end := gapAbove(from), gapAbove(t.line)
	side := f.sideOf(start.X, end.X)
	w := browser.Wire{Hint: t.name}
	if kit.SameLine(from, t.line) {
		end.Y = start.Y
		w.Spots = []browser.Spot{start, end}
	} else {
		lane := f.lane(side)
		w.Aside = [2]browser.Spot{{X: lane, Y: start.Y}, {X: lane, Y: end.Y}}
		w.Spots = []browser.Spot{start, w.Aside[0], w.Aside[1], end}
	}
	f.draw(w, from, t.out, browser.Head{At: browser.Spot{X: end.X, Y: t.line.Top + headDip}})
	f.caption(side, end.Y, t.name)
}

// wireOut draws a wire to the edge of the view behind which the other span is,
// and says there what it is.
func (f *wireField) wireOut(from browser.Rect, t tie) {
	up := t.where == isAbove || t.where == isDrawn && t.line.Top < f.top
	start := gapAbove(from)
	side := f.sideOf(start.X, start.X)
	turn := browser.Spot{X: f.lane(side), Y: start.Y}
	edge := browser.Spot{X: turn.X, Y: f.bottom}
	if up {
		edge.Y = f.top
	}
	w := browser.Wire{Hint: t.name, Spots: []browser.Spot{start, turn, edge}, Aside: [2]browser.Spot{turn, edge}}
	f.draw(w, from, t.out, browser.Head{At: edge, Up: up})
	f.captionAtEdge(side, up, t.sentence())
}

// sentence says what a tie is where its other end cannot be seen.
func (t tie) sentence() string {
	if t.out {
		return "→ " + t.name + ": " + t.words
	}
	return "← " + t.name + ": " + t.words
}

// draw draws a wire from a span. The arrow's head is at its end or, where the
// relation comes in, at the span.
func (f *wireField) draw(w browser.Wire, from browser.Rect, out bool, head browser.Head) {
	if !out {
		head = browser.Head{At: browser.Spot{X: kit.MiddleOf(from), Y: from.Top + headDip}}
	}
	f.wires.Wires = append(f.wires.Wires, w)
	f.wires.Heads = append(f.wires.Heads, head)
}

// gapAbove is the gap above the middle of a line.
func gapAbove(line browser.Rect) browser.Spot {
	return browser.Spot{X: kit.MiddleOf(line), Y: line.Top - lineGap}
}

// The sides of the text.
const leftSide, rightSide = 0, 1

// sideOf is the side by which the way from one place to another is shorter.
func (f *wireField) sideOf(from, to float64) int {
	if from+to <= f.column.Left+f.column.Right {
		return leftSide
	}
	return rightSide
}

func (f *wireField) lane(side int) float64 {
	if side == leftSide {
		return f.column.Left - laneGap
	}
	return f.column.Right + laneGap
}

// room is how wide a caption beside the text may be.
func (f *wireField) room(side int) float64 {
	if side == leftSide {
		return f.lane(side) - laneGap - f.left
	}
	return f.right - f.lane(side) - laneGap
}

// caption says beside the text what a wire is, where there is room for it: at its
// height, or a little lower.
func (f *wireField) caption(side int, y float64, text string) {
	if f.room(side) < captionRoom {
		return
	}
	y -= captionStep / 2
	for f.isTaken(side, y) {
		y += captionStep
	}
	if y+captionStep <= f.bottom {
		f.taken[side] = append(f.taken[side], y)
		f.wires.Captions = append(f.wires.Captions, f.beside(side, y, text))
	}
}

func (f *wireField) isTaken(side int, y float64) bool {
	for _, other := range f.taken[side] {
		if y < other+captionStep && other < y+captionStep {
			return true
		}
	}
	return false
}

func (f *wireField) beside(side int, y float64, text string) browser.Caption {
	c := browser.Caption{Begins: side == rightSide, Width: f.room(side), Text: text}
	c.At = browser.Spot{X: f.lane(side) - laneGap, Y: y}
	if side == rightSide {
		c.At.X = f.lane(side) + laneGap
	}
	return c
}

// captionAtEdge says at an edge of the view what lies behind it.
func (f *wireField) captionAtEdge(side int, up bool, text string) {
	at := &f.edges[0]
	if up {
		at = &f.edges[1]
	}
	var c browser.Caption
	var height float64
	c, at.most, height = f.edgeCaption(side, text)
	at.ties++
	if at.ties > at.most {
		return
	}
	c.At.Y = f.bottom - float64(at.ties)*height
	if up {
		c.At.Y = f.top + float64(at.ties-1)*height
	}
	for line := 0.0; line < height; line += captionStep {
		f.taken[side] = append(f.taken[side], c.At.Y+line)
	}
	at.last = len(f.wires.Captions)
	f.wires.Captions = append(f.wires.Captions, c)
}

// edgeCaption is a caption at an edge of the view, how many of its kind there may
// be and how high they are: some beside the text or, where there is no room, one
// over its last line that can be seen.
func (f *wireField) edgeCaption(side int, text string) (c browser.Caption, most int, height float64) {
	c = f.beside(side, 0, text)
	c.Class, c.Fixed = "edge beside", true
	if f.room(side) >= captionRoom {
		return c, edgeMost, edgeLines * captionStep
	}
	c.Class, c.Begins = "edge", side == leftSide
	c.At.X, c.Width = f.lane(side), min(captionMost, f.column.Right-f.column.Left)
	return c, 1, captionStep
}

// countRest says how many ties lead over an edge and have no caption there.
func (f *wireField) countRest() {
	for _, at := range f.edges {
		switch last := at.last; {
		case at.ties <= at.most:
		case at.most == 1:
			f.wires.Captions[last].Text = kit.Shorten(f.wires.Captions[last].Text, kit.InCaption) + " + " + strconv.Itoa(at.ties-1) + " more"
		default:
			f.wires.Captions[last].Text = "and " + strconv.Itoa(at.ties-at.most+1) + " more"
		}
	}
}
