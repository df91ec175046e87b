package relations

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// relateHandleID is the id of the handle from which a relation is dragged.
const relateHandleID = "relate-handle"

// drag is a relation that is being dragged from the handle: where the pointer
// went down and is now, and the spans it is over.
type drag struct {
	held, moved bool
	startX      float64
	startY      float64
	x, y        float64
	over        []string
	row         app.Value // of the list of spans, where the pointer is over one
}

// relateHandle is the handle at the chosen span. It lies over the text and never
// in it.
type relateHandle struct {
	app.Compo

	Room *Room
	Span string // the ID; "" where nothing can be related
}

func (room *Room) renderRelateHandle() app.UI {
	h := &relateHandle{Room: room}
	if _, chosen := room.desk.Set().Span(room.desk.Selection.Span); chosen && len(room.desk.Scheme().Relations) > 0 {
		h.Span = room.desk.Selection.Span
	}
	return h
}

// Render draws the handle; placeRelateHandle puts it where it belongs.
func (h *relateHandle) Render() app.UI {
	return app.Button().Type("button").ID(relateHandleID).Class("relate-handle").Hidden(h.Span == "").
		Aria("label", "Relate to another span").Title("Drag to another span").
		On("pointerdown", h.onGrab).On("pointermove", h.onTow).
		On("pointerup", h.onLetGo).On("pointercancel", h.onAbandon).
		OnClick(h.onClick)
}

// OnResize puts the handle and the wires where the text has moved to.
func (h *relateHandle) OnResize(app.Context) { h.Room.placeRelations() }

// placeRelateHandle puts the handle above the end of the chosen span.
func (room *Room) placeRelateHandle() {
	handle := browser.ByID(relateHandleID)
	if room.desk.Bare() || !handle.Truthy() {
		return
	}
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return
	}
	if x, line, ok := room.desk.EdgePlace(s.End(), true); ok {
		browser.PutOn(handle, x, line)
	}
}

func (h *relateHandle) onGrab(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	if e.Get("button").Int() != 0 {
		return
	}
	x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
	h.Room.drag = drag{held: true, startX: x, startY: y, x: x, y: y}
	browser.CapturePointer(e.Get("target"), e.Get("pointerId").Int())
}

// onTow draws a wire after the pointer, and lights up what it is over. With the
// first move the span is being related, which in a narrow window takes its
// details from over the text.
func (h *relateHandle) onTow(ctx app.Context, e app.Event) {
	room, t := h.Room, &h.Room.drag
	t.x, t.y = e.Get("clientX").Float(), e.Get("clientY").Float()
	if t.held && !t.moved && math.Hypot(t.x-t.startX, t.y-t.startY) > kit.Shake && room.relate() {
		t.moved = true
		browser.NextFrame(room.scrollTow)
	} else {
		ctx.PreventUpdate()
	}
	if t.held && t.moved {
		room.drawTow()
	}
}

// onLetGo relates to what the pointer is over. One that has not moved was a
// click.
func (h *relateHandle) onLetGo(ctx app.Context, e app.Event) {
	t := h.Room.endDrag()
	switch {
	case !t.moved:
	case len(t.over) > 0:
		h.Room.GiveSpans(t.over)
	default:
		h.Room.Stop()
	}
}

// onAbandon leaves everything as it was.
func (h *relateHandle) onAbandon(app.Context, app.Event) {
	if h.Room.endDrag().moved {
		h.Room.Stop()
	}
}

// onClick begins to relate, as the button in the side panel does. A click that
// ends a drag is none.
func (h *relateHandle) onClick(app.Context, app.Event) {
	if !h.Room.drag.moved {
		h.Room.relate()
	}
	h.Room.drag = drag{}
}

// endDrag lets go of the handle, and returns what was held. That it was moved is
// remembered for the click that follows.
func (room *Room) endDrag() drag {
	t := room.drag
	room.lightRow(nil)
	room.drag = drag{moved: t.held && t.moved}
	room.drawWires()
	return t
}

// drawTow finds what the pointer is over and draws the wire to there.
func (room *Room) drawTow() {
	t := &room.drag
	under := browser.ElementAt(t.x, t.y)
	t.over = room.spansUnder(under)
	room.lightRow(browser.Closest(under, "#"+kit.SpansID+" [data-span]"))
	var w browser.Wiring
	for _, id := range t.over {
		w.Boxes = append(w.Boxes, room.linesOf(id)...)
	}
	if s, ok := room.desk.Set().Span(room.desk.Selection.Span); ok {
		from := room.desk.Text().FirstLines([][2]browser.Point{room.firstPiece(s)})[0]
		w.Loose = []browser.Spot{gapAbove(from), {X: t.x, Y: t.y}}
	}
	room.wiring.layer.Draw(w)
}

// spansUnder is the spans that an element of the text draws, or a row of the
// list of spans names, but for the chosen one.
func (room *Room) spansUnder(element app.Value) []string {
	var over []string
	if row := browser.Closest(element, "#"+kit.SpansID+" [data-span]"); row.Truthy() {
		over = []string{browser.Data(row, "span")}
	} else if browser.Within(element, "#"+kit.ArticleID) {
		if block, run, ok := room.desk.Text().RunAt(element); ok {
			over = room.desk.Ask.SpansAt(block, run)
		}
	}
	others := make([]string, 0, len(over))
	for _, id := range over {
		if id != room.desk.Selection.Span {
			others = append(others, id)
		}
	}
	return others
}

// lightRow lights up a row of the list of spans, and no other.
func (room *Room) lightRow(row app.Value) {
	if room.drag.row != nil {
		room.drag.row.Get("classList").Call("remove", "lit")
	}
	room.drag.row = nil
	if row != nil && row.Truthy() {
		row.Get("classList").Call("add", "lit")
		room.drag.row = row
	}
}

// linesOf is the boxes around a span's text.
func (room *Room) linesOf(id string) []browser.Rect {
	s, ok := room.desk.Set().Span(id)
	if !ok {
		return nil
	}
	var lines []browser.Rect
	for _, r := range s.Ranges {
		lines = append(lines, room.linesIn(r, manyLines)...)
	}
	return lines
}

// manyLines is how many lines of a range are lit up at the most.
const manyLines = 40

func (room *Room) linesIn(r annotations.Range, most int) []browser.Rect {
	doc := room.desk.Document()
	return room.desk.Text().LinesOf(kit.PointOf(doc, r.Start), kit.EndPointOf(doc, r.End), most)
}

// The strip at the upper and the lower end of the view in which a drag scrolls
// the page, and how fast it does at the end, in CSS pixels (a frame).
const (
	scrollStrip = 56
	scrollStep  = 14
)

// scrollTow scrolls the page for as long as a relation is held at the edge of
// the view.
func (room *Room) scrollTow() {
	if !room.drag.held {
		return
	}
	if step := scrollBy(room.drag.y, room.desk.HeadHeight(), browser.WindowHeight()-desk.FootHeight()); step != 0 {
		browser.ScrollBy(step)
		room.drawTow()
	}
	browser.NextFrame(room.scrollTow)
}

// scrollBy is how far to scroll for a pointer at that height of a view: the
// faster the nearer to the edge.
func scrollBy(y, top, bottom float64) float64 {
	switch {
	case y < top+scrollStrip:
		return -scrollStep * min(1, (top+scrollStrip-y)/scrollStrip)
	case y > bottom-scrollStrip:
		return scrollStep * min(1, (y-bottom+scrollStrip)/scrollStrip)
	}
	return 0
}

// RenderOver draws what of relations lies over the text: the handle and the wires.
func (room *Room) RenderOver() []app.UI {
	return []app.UI{room.renderRelateHandle(), renderWires()}
}
