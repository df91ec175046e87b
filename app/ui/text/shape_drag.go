package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// grip is a handle that is being dragged: how far in CSS pixels the text that it
// stands for lies from the pointer, which may be a finger that would hide it,
// and where the edge would go. Beyond top and bottom, in pixels of the window,
// the text is covered or nearly so, and scrolls on.
type grip struct {
	held        bool
	span        *annotations.Span
	edge        annotations.Edge
	dx, dy      float64
	top, bottom float64
	pos         int
}

// scrollZone is how near in CSS pixels a handle comes to what covers the text
// for it to scroll.
const scrollZone = 56

// onGrab takes hold of a handle.
func (h *handles) onGrab(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	edge, ok := h.edgeOf(e)
	if !ok || e.Get("button").Int() != 0 || !h.Room.desk.MayEdit() {
		return
	}
	at := edgeAt(h.Span, edge)
	x, line, drawn := h.Room.desk.EdgePlace(at, edge.End)
	if !drawn {
		return
	}
	h.Room.grip = grip{
		held: true, span: h.Span, edge: edge, pos: at,
		dx:  x - e.Get("clientX").Float(),
		dy:  (line.Top+line.Bottom)/2 - e.Get("clientY").Float(),
		top: kit.BarHeight + scrollZone, bottom: browser.WindowHeight() - desk.FootHeight() - scrollZone,
	}
	browser.CapturePointer(e.Get("target"), e.Get("pointerId").Int())
	browser.SetClass(handlesID, "held", true)
}

// onDrag follows the pointer.
func (h *handles) onDrag(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	room, g := h.Room, &h.Room.grip
	if !g.held {
		return
	}
	x, y := e.Get("clientX").Float()+g.dx, e.Get("clientY").Float()+g.dy
	browser.ScrollBeyond(y, g.top, g.bottom)
	at, err := room.desk.Text().PointAt(x, y)
	switch {
	case room.refuses(err):
		ctx.Update()
	case err == nil:
		room.preview(g, at, room.exact != e.Get("altKey").Bool())
	}
}

// preview shows a handle where it is dragged to, and what the span would be.
func (room *Room) preview(g *grip, at browser.Point, exact bool) {
	doc := room.desk.Document()
	g.pos = snapEdge(doc, g.span, g.edge, kit.ByteOf(doc, at), exact)
	r := annotations.Move(g.span.Ranges, g.edge, g.pos)[g.edge.Range]
	room.desk.Text().Select(desk.TextSelection{Start: r.Start, End: r.End}.Selection(doc))
	to := r.Start
	if g.edge.End {
		to = r.End
	}
	if x, line, drawn := room.desk.EdgePlace(to, g.edge.End); drawn {
		browser.PutOn(browser.ByID(edgeID(g.edge)), x, line)
	}
}

// onLetGo changes the span, which is one step however far the handle was dragged.
func (h *handles) onLetGo(ctx app.Context, e app.Event) {
	g := h.Room.grip
	h.onAbandon(ctx, e)
	if s, ok := h.Room.desk.Set().Span(h.Room.desk.Selection.Span); g.held && ok && s == g.span {
		h.Room.moveEdge(s, g.edge, g.pos)
	}
}

// onAbandon lets go of a handle and leaves the span as it is.
func (h *handles) onAbandon(ctx app.Context, e app.Event) {
	if !h.Room.grip.held {
		ctx.PreventUpdate()
		return
	}
	h.Room.letGoOfHandle()
	h.Room.placeHandles()
}

// letGoOfHandle ends the dragging of a handle.
func (room *Room) letGoOfHandle() {
	room.grip = grip{}
	browser.SetClass(handlesID, "held", false)
	browser.ClearSelection()
}
