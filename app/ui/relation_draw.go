package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// wiresID is the id of the element that the wires between related spans are
// drawn into. The engine leaves alone what is in it.
const wiresID = "wires"

// manyWires is how many relations of a span are drawn; the list in the side
// panel has all of them.
const manyWires = 24

// wiring is what the page remembers of the wires: what they are drawn into, the
// span that the mouse is over, the wires as they were measured last, and whether a
// frame has been asked for.
type wiring struct {
	layer   browser.WireLayer
	hovered string
	web     web
	asked   bool
}

// web is the ties of a span as they were measured when the layer that they are
// drawn into began at that height of the window. Scrolling moves all of it alike.
type web struct {
	from  browser.Rect
	ties  []tie
	field wireField
	at    float64
}

func newWiring() wiring { return wiring{layer: browser.WireLayer{ID: wiresID}} }

func renderWires() app.UI {
	return app.Div().ID(wiresID).Class("wires").Aria("hidden", true)
}

// listenRelations has the wires follow the mouse and the scrolling page. Both
// come often, and cost next to nothing as long as nothing is related.
func (p *Page) listenRelations() {
	onScroll := func(app.Value) {
		if len(p.wiring.web.ties) > 0 {
			p.askForFrame(p.drawWires)
		}
	}
	browser.Listen(app.Window(), "scroll", onScroll)
	browser.Listen(app.Window().Get("document"), "pointerover", func(e app.Value) {
		if p.session != nil && p.session.Project().RelationCount() > 0 && e.Get("pointerType").String() == "mouse" {
			p.hover(e.Get("target"))
		}
	})
}

// hover draws the wires of the innermost span under the mouse that has any.
func (p *Page) hover(target app.Value) {
	hovered := ""
	if browser.Within(target, "#"+articleID) && p.drawing != nil {
		if block, run, ok := p.article().RunAt(target); ok {
			hovered = p.shortest(p.related(p.drawing.spansAt(block, run)))
		}
	}
	if hovered != p.wiring.hovered {
		p.wiring.hovered = hovered
		p.askForFrame(p.placeWires)
	}
}

// related is those of some spans of the open article that have relations.
func (p *Page) related(spans []string) []string {
	var some []string
	for _, id := range spans {
		if relationCount(p.session.Project(), p.me(), p.placeOf(id)) > 0 {
			some = append(some, id)
		}
	}
	return some
}

// relationCount is how many relations a span has.
func relationCount(project *annotations.Project, annotator string, at annotations.Place) int {
	n := 0
	if project.RelationCount() > 0 {
		for range project.RelationsOf(annotator, at) {
			n++
		}
	}
	return n
}

// askForFrame does something with the next frame, once for however many asked.
func (p *Page) askForFrame(do func()) {
	if p.wiring.asked {
		return
	}
	p.wiring.asked = true
	browser.NextFrame(func() {
		p.wiring.asked = false
		do()
	})
}

// followRelations places what is drawn of relations once the page is drawn as it
// is now.
func (p *Page) followRelations() {
	p.followRelating()
	p.followRelation(p.relationOpen)
	if p.chosen != "" || len(p.wiring.web.ties) > 0 {
		p.later(p.placeRelations)
	}
}

// placeRelations puts the handle and the wires where they belong.
func (p *Page) placeRelations() {
	p.placeRelateHandle()
	p.placeWires()
}

// placeWires measures and draws the wires of the span that the mouse is over or,
// where that has none, of the chosen one.
func (p *Page) placeWires() {
	if p.bare() {
		return
	}
	p.wiring.web = p.webOf(p.wiring.hovered)
	if len(p.wiring.web.ties) == 0 {
		p.wiring.web = p.webOf(p.chosen)
	}
	p.drawWires()
}

// drawWires draws what was measured, in the window as it is scrolled now. What is
// being dragged is drawn instead.
func (p *Page) drawWires() {
	if p.tow.held && p.tow.moved || p.bare() {
		return
	}
	w := p.wiring.web
	if len(w.ties) == 0 {
		p.wiring.layer.Draw(browser.Wiring{})
		return
	}
	scrolled := p.wiresTop() - w.at
	f := w.field
	f.top, f.bottom = barHeight, browser.WindowHeight()-footHeight()
	ties := slices.Clone(w.ties)
	for i := range ties {
		ties[i].line = lowered(ties[i].line, scrolled)
	}
	p.wiring.layer.Draw(f.wire(lowered(w.from, scrolled), ties))
}

func lowered(r browser.Rect, by float64) browser.Rect {
	r.Top += by
	r.Bottom += by
	return r
}

// wiresTop is how high in the window the layer of the wires begins.
func (p *Page) wiresTop() float64 { return browser.RectOf(browser.ByID(wiresID)).Top }

// webOf measures the ties of a span of the open article, all at once. Only what
// is near the screen is measured: the way to the rest leads off it.
func (p *Page) webOf(id string) web {
	s, ok := p.set().Span(id)
	if !ok || !p.isNear(s) || relationCount(p.session.Project(), p.me(), p.placeOf(id)) == 0 {
		return web{}
	}
	w := web{at: p.wiresTop(), field: p.measureField(p.document().BlockAt(s.Start())), ties: p.tiesOf(s)}
	pieces := [][2]browser.Point{p.firstPiece(s)}
	for _, t := range w.ties {
		if t.where == isDrawn {
			pieces = append(pieces, p.firstPiece(t.other))
		}
	}
	boxes := p.article().FirstLines(pieces)
	w.from, boxes = boxes[0], boxes[1:]
	for i := range w.ties {
		if w.ties[i].where == isDrawn {
			w.ties[i].line, boxes = boxes[0], boxes[1:]
		}
	}
	return w
}

// tiesOf is the first ties of a span in text order.
func (p *Page) tiesOf(s *annotations.Span) []tie {
	all := p.sortedRelations(p.placeOf(s.ID))
	var ties []tie
	for _, r := range all[:min(len(all), manyWires)] {
		ties = append(ties, p.tieOf(r, s))
	}
	return ties
}

// firstPiece is where the first range of a span begins and ends.
func (p *Page) firstPiece(s *annotations.Span) [2]browser.Point {
	doc := p.document()
	return [2]browser.Point{pointOf(doc, s.Start()), endPointOf(doc, s.Ranges[0].End)}
}

// isNear reports whether a span begins near the screen.
func (p *Page) isNear(s *annotations.Span) bool { return p.near.has(p.document().BlockAt(s.Start())) }

// tieOf is a relation as one of its spans has it.
func (p *Page) tieOf(r *annotations.Relation, s *annotations.Span) tie {
	label, _ := p.scheme().Relation(r.Label)
	at := otherEnd(r, p.placeOf(s.ID))
	t := tie{name: label.Name, words: p.wordsAt(at), out: at == r.To}
	if at.Document != p.open {
		doc, _ := p.session.Project().Document(at.Document)
		t.where, t.words = isElsewhere, joined(t.words, shorten(doc.Title, 40))
		return t
	}
	t.other, _ = p.set().Span(at.Span)
	switch {
	case p.isNear(t.other):
	case t.other.Start() < s.Start():
		t.where = isAbove
	default:
		t.where = isBelow
	}
	return t
}

// measureField measures beside which column of text wires may lie: it is as wide
// as its blocks.
func (p *Page) measureField(block int) wireField {
	page := browser.RectOf(browser.Closest(browser.ByID(articleID), ".reading"))
	return wireField{
		column: browser.RectOf(p.article().Block(block)),
		left:   page.Left, right: page.Right,
	}
}
