package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// spansID is the id of the list of spans.
const spansID = "spans"

// drawnSpans is how many spans the list draws at once. A longer list is drawn
// as a window that follows the scrolling; elements are dear, and nobody sees
// more of them.
const drawnSpans = 120

// spanList is the list of the open article's spans in text order. It is drawn
// again only when the drawing is another one, or the window moves.
type spanList struct {
	app.Compo

	Drawing *drawing
	Page    *Page

	first int
	shown string
}

// OnMount shows the chosen span in a list that is new on the page.
func (l *spanList) OnMount(ctx app.Context) { l.OnUpdate(ctx) }

// OnUpdate moves the window to a span that was chosen elsewhere.
func (l *spanList) OnUpdate(ctx app.Context) {
	chosen := l.Drawing.chosen
	moved := chosen != "" && chosen != l.shown
	l.shown = chosen
	if at := l.Drawing.set.IndexOf(chosen); moved && at >= 0 {
		l.first = windowAround(at, l.Drawing.set.Len())
		ctx.Defer(func(app.Context) { l.settle(); browser.ScrollInto(spansID, "[aria-current]") })
		return
	}
	l.first = min(l.first, windowAround(l.Drawing.set.Len(), l.Drawing.set.Len()))
	ctx.Defer(func(app.Context) { l.settle() })
}

// windowAround is where a window of the list begins that has an index in its
// middle.
func windowAround(index, length int) int {
	return max(0, min(index-drawnSpans/2, length-drawnSpans))
}

// settle gives the rows that are not drawn their room.
func (l *spanList) settle() {
	if l.Drawing.set.Len() <= drawnSpans {
		return
	}
	browser.SpaceRows(spansID, l.first, max(0, l.Drawing.set.Len()-l.first-drawnSpans))
}

// Render draws one button a span, naming its label and its text.
func (l *spanList) Render() app.UI {
	set := l.Drawing.set
	last := min(l.first+drawnSpans, set.Len())
	var items []app.UI
	for i := l.first; i < last; i++ {
		items = append(items, l.renderItem(i, set.At(i)))
	}
	if set.Len() > drawnSpans {
		items = slices.Concat([]app.UI{room()}, items, []app.UI{room()})
	}
	return app.Ul().ID(spansID).Class("spans").Attr("role", "list").Aria("label", "Spans").
		OnClick(l.onSpan).OnScroll(l.onScroll).Body(items...)
}

// room stands for the rows before or after the window.
func room() app.UI { return app.Li().Class("room").Aria("hidden", true) }

func (l *spanList) renderItem(index int, s *annotations.Span) app.UI {
	d := l.Drawing
	button := app.Button().Type("button").Class("span", "label-"+strconv.Itoa(d.labelIndex(s.Label))).
		DataSet("span", s.ID).Body(
		app.Span().Class("swatch"),
		app.Span().Class("name").Text(d.labelName(s.Label)),
		app.If(s.Note != "", func() app.UI {
			return app.Span().Class("note").Dir("auto").Text(shorten(s.Note, 60))
		}),
		app.Span().Class("covered").Dir("auto").Lang(d.doc.Language).Text(shorten(s.Text(d.doc), 90)),
	)
	if s.ID == d.chosen {
		button = button.Aria("current", "true")
	}
	return app.Li().Aria("setsize", d.set.Len()).Aria("posinset", index+1).Body(button)
}

// onScroll moves the window when the rows in view come near its end.
func (l *spanList) onScroll(ctx app.Context, e app.Event) {
	if l.Drawing.set.Len() <= drawnSpans {
		ctx.PreventUpdate()
		return
	}
	at := browser.RowInView(spansID)
	if next := windowAround(at, l.Drawing.set.Len()); next-l.first > drawnSpans/4 || l.first-next > drawnSpans/4 {
		l.first = next
		ctx.Defer(func(app.Context) { l.settle() })
		return
	}
	ctx.PreventUpdate()
}

func (l *spanList) onSpan(ctx app.Context, e app.Event) { l.Page.onSpan(ctx, e) }

// onSpan chooses the span whose button was pressed, and shows it in the text.
func (p *Page) onSpan(ctx app.Context, e app.Event) {
	id := browser.Data(browser.Closest(e.Get("target"), "[data-span]"), "span")
	if id == "" {
		return
	}
	among := p.choice
	if !slices.Contains(among, id) {
		among = nil
	}
	covered := p.panel == spansPanel
	p.dropPick()
	p.choose(ctx, id, among)
	if covered {
		p.later(func() { browser.Focus(spanID) })
	}
}
