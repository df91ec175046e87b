package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// renderPanel draws the side panel: the labels, the chosen span, the spans.
func (p *Page) renderPanel() app.UI {
	return app.Aside().Class("panel").Aria("label", "Marking").Body(
		app.Section().Class("marking").Body(
			app.Div().Class("heading").Body(app.H2().Text("Labels"), p.renderExact()),
			p.renderPicked(),
			p.renderLabels(),
			app.Button().Type("button").Class("more").Aria("expanded", p.inFull).
				Text("Definitions in full").OnClick(p.onInFull),
		),
		app.Section().Class("details").Body(p.renderSpan()),
		app.Section().Class("marked").Body(
			app.H2().Body(app.Text("Spans "), app.Span().Class("count").Text(strconv.Itoa(p.set().Len()))),
			app.P().Class("hint").Hidden(p.set().Len() > 0).Text("Nothing is marked in this article yet."),
			&spanList{Drawing: p.drawing, Page: p},
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
