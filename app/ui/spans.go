package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/corpus"
)

// spansID is the id of the list of spans.
const spansID = "spans"

// listed is what the list and the details of spans are drawn from.
type listed struct {
	doc    *corpus.Document
	scheme *annotations.Scheme
	set    *annotations.Set
	chosen string
}

func (p *Page) listed() listed { return listed{p.document(), p.scheme(), p.set(), p.chosen} }

// spanRows is the rows of the list of the open article's spans, in text order.
type spanRows struct {
	list  longList
	drawn listed
}

func newSpanRows() spanRows { return spanRows{list: newLongList(spansID, "span")} }

// drawSpans brings the list up to date, and shows a span in it that was chosen
// elsewhere.
func (p *Page) drawSpans() {
	now, before := p.listed(), p.spans.drawn
	if now == before {
		return
	}
	if before.doc == nil || now.doc.ID != before.doc.ID {
		p.spans.list.first = 0
		p.later(p.spans.list.on.ScrollToTop)
	}
	p.spans.drawn = now
	if at := now.set.IndexOf(now.chosen); at >= 0 && now.chosen != before.chosen {
		p.spans.list.reach(at, now.set.Len())
		p.later(func() { browser.ScrollInto(spansID, "[aria-current]") })
	}
	p.spans.draw()
}

func (r *spanRows) draw() {
	now := r.drawn
	r.list.draw(now.set.Len(), func(i int) browser.Row { return now.row(now.set.At(i)) })
}

// row is a button that names a span's label and its text.
func (l listed) row(s *annotations.Span) browser.Row {
	row := browser.Row{
		Key:   s.ID,
		Class: "span label-" + strconv.Itoa(labelIndex(l.scheme, s.Label)),
		Parts: [4]browser.Part{
			{Class: "swatch"},
			{Class: "name", Text: labelName(l.scheme, s.Label)},
			{},
			{Class: "covered", Own: true, Lang: l.doc.Language, Text: shorten(s.Text(l.doc), 90)},
		},
	}
	if s.Note != "" {
		row.Parts[2] = browser.Part{Class: "note", Own: true, Text: shorten(s.Note, 60)}
	}
	if s.ID == l.chosen {
		row.Current = "true"
	}
	return row
}

// spanList is the list on the page. Its rows are drawn by drawSpans.
type spanList struct {
	app.Compo

	Page *Page
}

// OnMount draws the rows into the list, which is new on the page.
func (l *spanList) OnMount(ctx app.Context) {
	l.Page.spans.drawn = listed{}
	l.Page.drawSpans()
	l.OnResize(ctx)
}

// OnResize draws as many rows as the window has room for.
func (l *spanList) OnResize(app.Context) {
	if rows := &l.Page.spans; rows.list.scrolled(rows.drawn.set.Len()) {
		rows.draw()
	}
}

// Render draws the list without its rows.
func (l *spanList) Render() app.UI {
	return app.Ul().ID(spansID).Class("spans").Attr("role", "list").Aria("label", "Spans").
		OnClick(l.onSpan).OnScroll(l.onScroll).On("focusin", l.onFocus).OnKeyDown(l.onKeyDown)
}

// onScroll draws other rows when those in view come near the end of what is
// drawn.
func (l *spanList) onScroll(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	l.OnResize(ctx)
}

// onFocus draws rows around the one that Tab has reached.
func (l *spanList) onFocus(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	rows := &l.Page.spans
	if rows.list.focused(rows.focused(), rows.drawn.set.Len()) {
		rows.draw()
	}
}

// focused is the index of the row that has the keyboard, or -1.
func (r *spanRows) focused() int { return r.drawn.set.IndexOf(r.list.on.Focused()) }

// onKeyDown walks through the rows.
func (l *spanList) onKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	rows := &l.Page.spans
	set := rows.drawn.set
	to, ok := rows.list.key(e, rows.focused(), set.Len())
	if !ok {
		return
	}
	e.PreventDefault()
	rows.list.reach(to, set.Len())
	rows.draw()
	rows.list.on.Focus(set.At(to).ID)
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
