package ui

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// renderPanel draws the side panel: the labels, the chosen span, the spans.
func (p *Page) renderPanel() app.UI {
	return app.Aside().Class("panel").Aria("label", "Marking").Body(
		app.Section().Class("marking").Body(
			app.H2().Body(app.Text("Labels"), p.renderExact()),
			p.renderPicked(),
			p.renderLabels(),
			app.Button().Type("button").Class("more").Aria("expanded", p.inFull).
				Text("Definitions in full").OnClick(p.onInFull),
		),
		app.Section().Class("details").Body(p.renderSpan()),
		app.Section().Class("marked").Body(
			app.H2().Body(app.Text("Spans "), app.Span().Class("count").Text(strconv.Itoa(p.set().Len()))),
			p.renderSpans(),
		),
		renderKeys(),
	)
}

func (p *Page) renderExact() app.UI {
	return app.Label().Class("exact").Title("Off, a selection grows to whole words. Holding Alt while selecting turns it round.").Body(
		app.Input().Type("checkbox").Checked(p.exact).OnChange(p.onExact),
		app.Text("Exact characters"),
	)
}

func (p *Page) onInFull(app.Context, app.Event) { p.inFull = !p.inFull }

func (p *Page) onExact(ctx app.Context, e app.Event) {
	p.exact = ctx.JSSrc().Get("checked").Bool()
	value := "off"
	if p.exact {
		value = "on"
	}
	if err := browser.SavePlace(exactKey, value); err != nil {
		p.notices.add(warning, "This setting holds until the page is closed: "+err.Error())
	}
}

// renderPicked says what a label's key would mark now.
func (p *Page) renderPicked() app.UI {
	hint := "Select text, then press a label or its key."
	switch {
	case !p.pick.empty():
		return app.P().Class("picked").Dir("auto").Text(shorten(p.document().Text()[p.pick.Start:p.pick.End], 120))
	case p.pen != "":
		hint = p.labelName(p.pen) + " is held as a pen: whatever you select is marked. Press it again to lay it down."
	case p.chosen != "":
		hint = "A label or its key relabels the chosen span."
	}
	return app.P().Class("hint").Text(hint)
}

// renderSpans draws the open article's spans in text order.
func (p *Page) renderSpans() app.UI {
	if p.set().Len() == 0 {
		return app.Div().Body(
			app.Ul().Class("spans").Attr("role", "list").Aria("label", "Spans"),
			app.P().Class("hint").Text("Nothing is marked in this article yet."),
		)
	}
	return &spanList{Drawing: p.drawing, Page: p}
}

// spanList is the list of spans, drawn again only when the drawing is another
// one.
type spanList struct {
	app.Compo

	Drawing *drawing
	Page    *Page
}

// Render draws one button a span, naming its label and its text.
func (l *spanList) Render() app.UI {
	var items []app.UI
	for s := range l.Drawing.set.All() {
		items = append(items, l.renderItem(s))
	}
	return app.Ul().Class("spans").Attr("role", "list").Aria("label", "Spans").
		OnClick(l.onSpan).Body(items...)
}

func (l *spanList) renderItem(s *annotations.Span) app.UI {
	d := l.Drawing
	button := app.Button().Type("button").Class("span", "label-"+strconv.Itoa(d.labelIndex(s.Label))).
		DataSet("span", s.ID).Body(
		app.Span().Class("swatch"),
		app.Span().Class("name").Text(d.labelName(s.Label)),
		app.Span().Class("covered").Dir("auto").Lang(d.doc.Language).Text(shorten(s.Text(d.doc), 90)),
		app.If(s.Note != "", func() app.UI {
			return app.Span().Class("note").Dir("auto").Text(shorten(s.Note, 60))
		}),
	)
	if s.ID == d.chosen {
		button = button.Aria("current", "true")
	}
	return app.Li().Body(button)
}

func (l *spanList) onSpan(ctx app.Context, e app.Event) {
	l.Page.onSpan(ctx, e)
}

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
	p.dropPick()
	p.choose(ctx, id, among)
	if p.panel == spansPanel && !browser.Within(e.Get("target"), ".among") {
		p.panel = noPanel
	}
	ctx.Defer(func(app.Context) { p.reveal(id) })
}

// shorten cuts a text for a list after about n characters, at a space where
// there is one, and folds its line breaks.
func shorten(text string, n int) string {
	runes := []rune(foldSpace(text))
	if len(runes) <= n {
		return string(runes)
	}
	cut := n
	for i := n; i > n*2/3; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	return string(runes[:cut]) + "…"
}

func foldSpace(text string) string { return strings.Join(strings.Fields(text), " ") }
