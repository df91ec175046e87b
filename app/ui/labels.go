package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// paletteID is the id of the small palette beside a selection.
const paletteID = "palette"

// renderLabels draws the toolbar of all labels, each with its key and its
// definition.
func (p *Page) renderLabels() app.UI {
	labels := p.scheme().Labels
	return app.Div().Class("labels", p.labelsClass()).Attr("role", "toolbar").Aria("label", "Labels").
		OnMouseDown(p.onHoldSelection).OnClick(p.onLabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return app.Div().Class("entry").Body(
				p.labelButton(i, labels[i]).Aria("describedby", definitionID(i)),
				app.P().Class("definition").ID(definitionID(i)).Text(labels[i].Definition),
			)
		}),
	)
}

// labelsClass makes room for the details of a chosen span by leaving the
// definitions out.
func (p *Page) labelsClass() string {
	switch {
	case p.inFull:
		return "full"
	case p.chosen != "":
		return "brief"
	}
	return "short"
}

// renderPalette draws the labels beside the selection, while there is one.
func (p *Page) renderPalette() app.UI {
	palette := app.Div().ID(paletteID).Class("palette").Hidden(p.pick.empty() || p.pressed.touch)
	if p.pick.empty() || p.pressed.touch {
		return palette
	}
	labels := p.scheme().Labels
	return palette.Attr("role", "toolbar").Aria("label", "Mark the selection").
		OnMouseDown(p.onHoldSelection).OnClick(p.onLabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return p.labelButton(i, labels[i]).Title(labels[i].Definition)
		}),
	)
}

// labelButton is one label as a button: its underline, its name, its key.
func (p *Page) labelButton(index int, label annotations.Label) app.HTMLButton {
	button := app.Button().Type("button").
		Class("label", "label-"+strconv.Itoa(index)).
		DataSet("label", label.ID).
		Aria("pressed", p.pen == label.ID || p.chosenLabel() == label.ID).
		Aria("keyshortcuts", label.Key)
	return button.Body(
		app.Span().Class("swatch"),
		app.Span().Class("name").Text(label.Name),
		app.If(label.Key != "", func() app.UI {
			return app.Kbd().Aria("hidden", true).Text(label.Key)
		}),
	)
}

func (p *Page) chosenLabel() string {
	s, ok := p.set().Span(p.chosen)
	if !ok {
		return ""
	}
	return s.Label
}

func definitionID(index int) string { return "definition-" + strconv.Itoa(index) }

// onHoldSelection keeps a press on a label from taking the selection away.
func (p *Page) onHoldSelection(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	e.PreventDefault()
}

func (p *Page) onLabel(ctx app.Context, e app.Event) {
	button := browser.Closest(e.Get("target"), "[data-label]")
	if !button.Truthy() {
		return
	}
	if label := browser.Data(button, "label"); !p.useLabel(ctx, label) {
		p.takePen(label)
	}
}

// placePalette moves the palette to the end of the selection.
func (p *Page) placePalette() {
	palette := browser.ByID(paletteID)
	if p.pick.empty() || !palette.Truthy() {
		return
	}
	doc := p.document()
	if box, ok := p.article().RectOf(pointOf(doc, p.pick.Start), endPointOf(doc, p.pick.End)); ok {
		browser.PutAt(palette, box, paletteGap, barHeight)
	}
}

// paletteGap is the distance in CSS pixels between selection and palette,
// wide enough to leave the underlines of the last line in view.
const paletteGap = 10
