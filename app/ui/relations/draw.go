package relations

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
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

// Listen has the wires follow the mouse and the scrolling page. Both
// come often, and cost next to nothing as long as nothing is related.
func (room *Room) Listen() {
	onScroll := func(app.Value) {
		if len(room.wiring.web.ties) > 0 {
			room.askForFrame(room.drawWires)
		}
	}
	browser.Listen(app.Window(), "scroll", onScroll)
	browser.Listen(app.Window(), "scrollend", func(app.Value) { room.desk.Dispatch(room.placeRelations) })
	browser.Listen(app.Window().Get("document"), "pointerover", func(e app.Value) {
		if room.desk.Session != nil && room.desk.Session.Project().RelationCount() > 0 && e.Get("pointerType").String() == "mouse" {
			room.hover(e.Get("target"))
		}
	})
}

// hover draws the wires of the innermost span under the mouse that has any.
func (room *Room) hover(target app.Value) {
	hovered := ""
	if browser.Within(target, "#"+kit.ArticleID) {
		if block, run, ok := room.desk.Text().RunAt(target); ok {
			hovered = room.desk.Shortest(room.related(room.desk.Ask.SpansAt(block, run)))
		}
	}
	if hovered != room.wiring.hovered {
		room.wiring.hovered = hovered
		room.askForFrame(room.placeWires)
	}
}

// related is those of some spans of the open article that have relations.
func (room *Room) related(spans []string) []string {
	var some []string
	for _, id := range spans {
		if kit.RelationCount(room.desk.Session.Project(), room.desk.Me(), room.placeOf(id)) > 0 {
			some = append(some, id)
		}
	}
	return some
}

// askForFrame does something with the next frame, once for however many asked.
func (room *Room) askForFrame(do func()) {
	if room.wiring.asked {
		return
	}
	room.wiring.asked = true
	browser.NextFrame(func() {
		room.wiring.asked = false
		do()
	})
}

// follow places what is drawn of relations once the page is drawn as it
// is now.
func (room *Room) follow() {
	room.followRelating()
	room.followRelation(room.desk.Selection.Relation)
	if room.desk.Selection.Span != "" || len(room.wiring.web.ties) > 0 {
		room.desk.Later(room.placeRelations)
	}
}

// placeRelations puts the handle and the wires where they belong.
func (room *Room) placeRelations() {
	room.placeRelateHandle()
	room.placeWires()
}

// placeWires measures and draws the wires of the span that the mouse is over or,
// where that has none, of the chosen one.
func (room *Room) placeWires() {
	if room.desk.Bare() {
		return
	}
	room.wiring.web = room.webOf(room.wiring.hovered)
	if len(room.wiring.web.ties) == 0 {
		room.wiring.web = room.webOf(room.desk.Selection.Span)
	}
	room.drawWires()
}

// drawWires draws what was measured, in the window as it is scrolled now. What is
// being dragged is drawn instead.
func (room *Room) drawWires() {
	if room.drag.held && room.drag.moved || room.desk.Bare() {
		return
	}
	w := room.wiring.web
	if len(w.ties) == 0 {
		room.wiring.layer.Draw(browser.Wiring{})
		return
	}
	scrolled := room.wiresTop() - w.at
	f := w.field
	f.top, f.bottom = kit.BarHeight, browser.WindowHeight()-desk.FootHeight()
	ties := slices.Clone(w.ties)
	for i := range ties {
		ties[i].line = lowered(ties[i].line, scrolled)
	}
	room.wiring.layer.Draw(f.wire(lowered(w.from, scrolled), ties))
}

func lowered(r browser.Rect, by float64) browser.Rect {
	r.Top += by
	r.Bottom += by
	return r
}

// wiresTop is how high in the window the layer of the wires begins.
func (room *Room) wiresTop() float64 { return browser.RectOf(browser.ByID(wiresID)).Top }

// webOf measures the ties of a span of the open article, all at once. Only what
// is near the screen is measured: the way to the rest leads off it.
func (room *Room) webOf(id string) web {
	s, ok := room.desk.Set().Span(id)
	if !ok || !room.isNear(s) || kit.RelationCount(room.desk.Session.Project(), room.desk.Me(), room.placeOf(id)) == 0 {
		return web{}
	}
	w := web{at: room.wiresTop(), field: room.measureField(room.desk.Document().BlockAt(s.Start())), ties: room.tiesOf(s)}
	pieces := [][2]browser.Point{room.firstPiece(s)}
	for _, t := range w.ties {
		if t.where == isDrawn {
			pieces = append(pieces, room.firstPiece(t.other))
		}
	}
	boxes := room.desk.Text().FirstLines(pieces)
	w.from, boxes = boxes[0], boxes[1:]
	for i := range w.ties {
		if w.ties[i].where == isDrawn {
			w.ties[i].line, boxes = boxes[0], boxes[1:]
		}
	}
	return w
}

// tiesOf is the first ties of a span in text order.
func (room *Room) tiesOf(s *annotations.Span) []tie {
	all := room.sortedRelations(room.placeOf(s.ID))
	var ties []tie
	for _, r := range all[:min(len(all), manyWires)] {
		ties = append(ties, room.tieOf(r, s))
	}
	return ties
}

// firstPiece is where the first range of a span begins and ends.
func (room *Room) firstPiece(s *annotations.Span) [2]browser.Point {
	doc := room.desk.Document()
	return [2]browser.Point{kit.PointOf(doc, s.Start()), kit.EndPointOf(doc, s.Ranges[0].End)}
}

// isNear reports whether a span begins near the screen.
func (room *Room) isNear(s *annotations.Span) bool {
	return room.desk.Ask.Drawn(room.desk.Document().BlockAt(s.Start()))
}

// tieOf is a relation as one of its spans has it.
func (room *Room) tieOf(r *annotations.Relation, s *annotations.Span) tie {
	label, _ := room.desk.Scheme().Relation(r.Label)
	at := otherEnd(r, room.placeOf(s.ID))
	t := tie{name: label.Name, words: room.wordsAt(at), out: at == r.To}
	if at.Document != room.desk.ArticleID {
		doc, _ := room.desk.Session.Project().Document(at.Document)
		t.where, t.words = isElsewhere, kit.Join(t.words, kit.Shorten(doc.Title, kit.InClause))
		return t
	}
	t.other, _ = room.desk.Set().Span(at.Span)
	switch {
	case room.isNear(t.other):
	case t.other.Start() < s.Start():
		t.where = isAbove
	default:
		t.where = isBelow
	}
	return t
}

// measureField measures beside which column of text wires may lie: it is as wide
// as its blocks.
func (room *Room) measureField(block int) wireField {
	page := browser.RectOf(browser.Closest(browser.ByID(kit.ArticleID), ".reading"))
	return wireField{
		column: browser.RectOf(room.desk.Text().Block(block)),
		left:   page.Left, right: page.Right,
	}
}
