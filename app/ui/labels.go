package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// paletteID is the id of the small palette beside a selection.
const paletteID = "palette"

// labelBar is the toolbar of all labels, each with its key and its definition.
type labelBar struct {
	app.Compo

	Page   *Page
	Scheme *annotations.Scheme
	Class  string
	Pen    string
	Chosen string
}

// Render draws one button a label.
func (b *labelBar) Render() app.UI {
	labels := b.Scheme.Labels
	return app.Div().Class("labels", b.Class).Attr("role", "toolbar").Aria("label", "Labels").
		OnMouseDown(b.Page.onHoldSelection).OnClick(b.Page.onLabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return app.Div().Class("entry").Body(
				labelButton(i, labels[i], b.Pen, b.Chosen).Aria("describedby", definitionID(i)),
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
	case p.chosen != "" || p.several != nil:
		return "brief"
	}
	return "short"
}

// renderPalette draws the labels beside the selection, while there is one that
// no finger made.
func (p *Page) renderPalette() app.UI {
	if p.pick.empty() || p.pressed.touch {
		return &palette{Page: p}
	}
	return &palette{Page: p, Shown: true, Scheme: p.scheme(), Pen: p.pen, Chosen: p.chosenLabel(), Reshape: p.reshape()}
}

// palette is a small toolbar of the labels.
type palette struct {
	app.Compo

	Page   *Page
	Shown  bool
	Scheme *annotations.Scheme
	Pen    string
	Chosen string

	Reshape reshape
}

// Render draws one button a label.
func (t *palette) Render() app.UI {
	bar := app.Div().ID(paletteID).Class("palette").Hidden(!t.Shown)
	if !t.Shown {
		return bar
	}
	labels := t.Scheme.Labels
	return bar.Attr("role", "toolbar").Aria("label", "Mark the selection").
		OnMouseDown(t.Page.onHoldSelection).OnClick(t.Page.onLabel).Body(
		app.Range(labels).Slice(func(i int) app.UI {
			return labelButton(i, labels[i], t.Pen, t.Chosen).Title(labels[i].Definition)
		}),
		&shapeButtons{Page: t.Page, Reshape: t.Reshape},
	)
}

// labelButton is one label as a button: its underline, its name, its key. It
// is pressed in while its label is held as a pen or is the chosen span's.
func labelButton(index int, label annotations.Label, pen, chosen string) app.HTMLButton {
	button := app.Button().Type("button").
		Class("label", "label-"+strconv.Itoa(index)).
		DataSet("label", label.ID).
		Aria("pressed", pen == label.ID || chosen == label.ID).
		Aria("keyshortcuts", label.Key)
	return button.Body(
		app.Span().Class("swatch"),
		app.Span().Class("name").Text(label.Name),
		app.If(label.Key != "", func() app.UI {
			return app.Kbd().Aria("hidden", true).Text(label.Key)
		}),
	)
}

// labelIndex is a label's place in a scheme, or -1.
func labelIndex(scheme *annotations.Scheme, id string) int {
	return slices.IndexFunc(scheme.Labels, func(l annotations.Label) bool { return l.ID == id })
}

// labelName is a label's name, or its ID where the scheme lacks it.
func labelName(scheme *annotations.Scheme, id string) string {
	if l, ok := scheme.Label(id); ok {
		return l.Name
	}
	return id
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
