package text

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// handlesID is the id of the handles of the chosen span.
const handlesID = "handles"

// manyHandles is how many ranges of a span have handles of their own. Of one
// with more only the outer two edges have.
const manyHandles = 6

// handles are the handles at the edges of the chosen span, by which a person
// makes it longer or shorter. They lie over the text and never in it.
type handles struct {
	app.Compo

	Room *Room
	Span *annotations.Span // nil when none is chosen
}

func (room *Room) renderHandles() app.UI {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return &handles{Room: room}
	}
	return &handles{Room: room, Span: s}
}

// edges are the edges of a span that have handles, in text order.
func edges(s *annotations.Span) []annotations.Edge {
	if len(s.Ranges) > manyHandles {
		return []annotations.Edge{{}, {Range: len(s.Ranges) - 1, End: true}}
	}
	var all []annotations.Edge
	for i := range s.Ranges {
		all = append(all, annotations.Edge{Range: i}, annotations.Edge{Range: i, End: true})
	}
	return all
}

// Render draws the handles; placeHandles puts them where they belong.
func (h *handles) Render() app.UI {
	group := app.Div().ID(handlesID).Class("handles").Attr("role", "group").Aria("label", "Edges of the span")
	if h.Span == nil {
		return group.Hidden(true)
	}
	all := edges(h.Span)
	return group.
		On("pointerdown", h.onGrab).On("pointermove", h.onDrag).
		On("pointerup", h.onLetGo).On("pointercancel", h.onAbandon).
		OnKeyDown(h.onKey).Body(
		app.Range(all).Slice(func(i int) app.UI { return h.renderHandle(all[i]) }),
	)
}

// renderHandle draws a handle as what it is to a keyboard and a screen reader, a
// slider over the text.
func (h *handles) renderHandle(edge annotations.Edge) app.UI {
	doc, r := h.Room.desk.Document(), h.Span.Ranges[edge.Range]
	return app.Button().Type("button").ID(edgeID(edge)).Class("handle", edgeClass(edge)).
		DataSet("range", edge.Range).DataSet("end", edge.End).
		Attr("role", "slider").Aria("label", edgeName(edge, len(h.Span.Ranges))).
		Aria("valuemin", 0).Aria("valuemax", kit.UTF16Of(doc, len(doc.Text()))).
		Aria("valuenow", kit.UTF16Of(doc, edgeAt(h.Span, edge))).
		Aria("valuetext", kit.Shorten(doc.Text()[r.Start:r.End], kit.InHint))
}

func edgeID(edge annotations.Edge) string {
	return "edge-" + edgeClass(edge) + "-" + strconv.Itoa(edge.Range)
}

func edgeClass(edge annotations.Edge) string {
	if edge.End {
		return "end"
	}
	return "start"
}

// edgeName tells the edges apart, by number where a span has several ranges.
func edgeName(edge annotations.Edge, ranges int) string {
	name, of := "Start", "the span"
	if edge.End {
		name = "End"
	}
	if ranges > 1 {
		of = "part " + strconv.Itoa(edge.Range+1)
	}
	return name + " of " + of
}

// OnResize puts the handles where the text has moved to.
func (h *handles) OnResize(ctx app.Context) { h.Room.placeHandles() }

// placeHandles puts the handles to the edges of the chosen span, unless one of
// them is being dragged. All are measured before any is moved.
func (room *Room) placeHandles() {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok || room.grip.held {
		return
	}
	var moves []func()
	for _, edge := range edges(s) {
		handle := browser.ByID(edgeID(edge))
		x, line, drawn := room.desk.EdgePlace(edgeAt(s, edge), edge.End)
		if handle.Truthy() && drawn {
			moves = append(moves, func() { browser.PutOn(handle, x, line) })
		}
	}
	for _, move := range moves {
		move()
	}
}

// takeEdge moves the keyboard to a handle of the chosen span: to the first, or
// to the last.
func (room *Room) takeEdge(end bool) bool {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return false
	}
	edge := annotations.Edge{End: end}
	if end {
		edge.Range = len(s.Ranges) - 1
	}
	room.desk.Panel = desk.NoPanel
	room.desk.Later(func() { browser.Focus(edgeID(edge)) })
	return true
}

// onKey moves an edge: by words or, with Shift, by characters.
func (h *handles) onKey(ctx app.Context, e app.Event) {
	edge, ok := h.edgeOf(e)
	s := kit.StrokeOf(e)
	if !ok || s.Command || s.Alt {
		return
	}
	switch s.Name {
	case keyboard.ArrowRight:
		h.Room.stepEdge(edge, true, s.Shift)
	case keyboard.ArrowLeft:
		h.Room.stepEdge(edge, false, s.Shift)
	case keyboard.Enter:
		h.Room.desk.FocusText()
	default:
		return
	}
	e.PreventDefault()
}

// edgeOf is the edge of the handle that an event happened on.
func (h *handles) edgeOf(e app.Event) (annotations.Edge, bool) {
	handle := browser.Closest(e.Get("target"), "[data-range]")
	index, err := strconv.Atoi(browser.Data(handle, "range"))
	if err != nil || h.Span == nil || index >= len(h.Span.Ranges) {
		return annotations.Edge{}, false
	}
	return annotations.Edge{Range: index, End: browser.Data(handle, "end") == "true"}, true
}

// stepEdge moves an edge of the chosen span by a key.
func (room *Room) stepEdge(edge annotations.Edge, forward, exact bool) {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return
	}
	room.moveEdge(s, edge, stepEdge(room.desk.Document(), s, edge, forward, exact != room.exact))
	if s, ok := room.desk.Set().Span(room.desk.Selection.Span); ok {
		at := edgeAt(s, edge)
		room.RevealRange(annotations.Range{Start: at, End: at})
	}
}

// moveEdge changes a span so that one of its edges is at pos.
func (room *Room) moveEdge(s *annotations.Span, edge annotations.Edge, pos int) {
	next := annotations.Move(s.Ranges, edge, pos)
	if next[edge.Range] == s.Ranges[edge.Range] || !room.mayLabel(s.Label, next, s) {
		return
	}
	if room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Ranges = next }) {
		room.desk.Say(room.desk.Document().Text()[next[edge.Range].Start:next[edge.Range].End])
	}
}

// followHandles places the handles once the page is drawn as it is now. One that
// is being dragged is let go when its span changes or goes meanwhile.
func (room *Room) followHandles() {
	s, _ := room.desk.Set().Span(room.desk.Selection.Span)
	if room.grip.held && room.grip.span != s {
		room.letGoOfHandle()
	}
	if room.desk.Selection.Span != "" {
		room.desk.Later(room.placeHandles)
	}
}
