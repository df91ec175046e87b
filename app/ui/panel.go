package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/keys"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/labels"
	"spanwise/app/ui/register"
	"spanwise/app/ui/spans"
	"spanwise/app/ui/text"
)

// renderPanel draws the side panel: the labels, the chosen span, the spans.
func (p *Page) renderPanel() app.UI {
	return app.Aside().Class("panel").Aria("label", "Marking").Body(
		app.Section().Class("marking").Body(
			p.text.RenderHead(),
			p.renderPicked(),
			&text.ShapeButtons{Room: p.text, Reshape: p.text.Reshape(), Keys: p.desk.Keys, Class: p.text.ReshapeClass()},
			&labels.Bar{Room: p.labels, Scheme: p.desk.Scheme(), Class: p.labels.LabelsClass(), Pen: p.desk.Pen, Chosen: p.desk.ChosenLabel(), Keys: p.desk.Keys},
			app.Div().Class("label-tools").Body(
				&moreButton{Page: p, InFull: p.labels.InFull},
				&register.Button{Room: p.register},
				&schemeTools{Page: p, Keys: p.desk.Keys},
			),
		),
		app.Section().Class("details").Body(p.spans.Render(), p.annotators.RenderTheirSpan()),
		app.Section().Class("marked", p.annotators.SharesClass()).Body(
			app.Div().Class("heading").Body(&spanCount{Count: p.desk.Set().Len()}, &spans.ToDoButton{Room: p.spans, Count: p.spans.ToDo(p.desk.ArticleID), Keys: p.desk.Keys}, p.spans.RenderSeveralToggle()),
			&emptyHint{Hidden: p.desk.Set().Len() > 0},
			p.annotators.RenderCopyOffer(),
			&spans.List{Room: p.spans},
		),
		p.annotators.RenderTheirSpans(),
		&keys.Table{Room: p.keys, Scheme: p.desk.Scheme(), Keys: p.desk.Keys, Layout: p.desk.Layout},
	)
}

// renderPicked says what a label's key would mark now.
func (p *Page) renderPicked() app.UI {
	switch {
	case !p.desk.Selection.Text.Empty():
		return &pickedText{Text: kit.Shorten(p.desk.Document().Text()[p.desk.Selection.Text.Start:p.desk.Selection.Text.End], kit.InHint), Picked: true}
	case p.desk.Pen != "":
		return &pickedText{Text: p.desk.LabelName(p.desk.Pen) + " is held as a pen: whatever you select is marked. Press it again to lay it down."}
	case p.desk.Selection.Several.Count() > 0:
		return &pickedText{Text: "A label or its key relabels the chosen spans."}
	case p.desk.Selection.Span != "":
		return &pickedText{Text: p.about.MarkedDone("A label or its key relabels the chosen span.")}
	}
	return &pickedText{Text: p.about.MarkedDone("Select text, then press a label or its key.")}
}

// pickedText is what is selected, or a hint what to do.
type pickedText struct {
	app.Compo

	Text   string
	Picked bool
}

// Render draws the line above the labels.
func (t *pickedText) Render() app.UI {
	if t.Picked {
		return kit.AsWritten(app.P()).Class("picked").Text(t.Text)
	}
	return app.P().Class("hint").Text(t.Text)
}

// moreButton unfolds the labels' definitions.
type moreButton struct {
	app.Compo

	Page   *Page
	InFull bool
}

// Render draws the button.
func (b *moreButton) Render() app.UI {
	return app.Button().Type("button").Class("more").Aria("expanded", b.InFull).
		Text("Definitions in full").OnClick(b.onInFull)
}

func (b *moreButton) onInFull(app.Context, app.Event) { b.Page.labels.InFull = !b.Page.labels.InFull }

// schemeTools leads to all that the labels are about.
type schemeTools struct {
	app.Compo

	Page *Page
	Keys *keyboard.Table
}

// Render draws the buttons.
func (t *schemeTools) Render() app.UI {
	link := func(name, key string, onClick app.EventHandler) app.UI {
		return app.Button().Type("button").Class("scheme-link").Aria("keyshortcuts", keyboard.Aria(key)).Text(name).OnClick(onClick)
	}
	return app.Div().Class("scheme-tools").Body(
		link("Find a label", t.Keys.Key(kit.FindCommand), t.Page.labels.OnFindLabel),
		link("Guidelines", t.Keys.Key(kit.GuidelinesCommand), t.Page.labels.OnGuidelines),
		link("Edit scheme", "", t.Page.schemes.OnEditScheme),
	)
}

// spanCount is the heading of the list of spans.
type spanCount struct {
	app.Compo

	Count int
}

// Render draws the heading.
func (c *spanCount) Render() app.UI {
	return app.H2().Body(app.Text("Spans "), app.Span().Class("count").Text(strconv.Itoa(c.Count)))
}

// emptyHint stands in the place of a list without spans.
type emptyHint struct {
	app.Compo

	Hidden bool
}

// Render draws the hint.
func (h *emptyHint) Render() app.UI {
	return app.P().Class("hint").Hidden(h.Hidden).Text("Nothing is marked in this article yet.")
}
