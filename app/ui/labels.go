package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// The ids of the toolbar, and of the small palette beside a selection.
const (
	labelsID  = "labels"
	paletteID = "palette"
)

// manyLabels is from how many labels on their definitions are shown only when
// asked for.
const manyLabels = 9

// labelBar is the toolbar of all labels, each with its key and its definition. It
// is one stop of Tab; the arrows walk through it.
type labelBar struct {
	app.Compo

	Room   *labelsRoom
	Scheme *annotations.Scheme
	Class  string
	Pen    string
	Chosen string
	Keys   *keyboard.Table

	at int // the place of the label that had the keyboard last
}

// Render draws one button a label, those of a group below its own.
func (b *labelBar) Render() app.UI {
	labels, tree := b.Scheme.Labels, kit.LabelTree(b.Scheme.Labels)
	return app.Div().ID(labelsID).Class("labels", b.Class, b.many()).Attr("role", "toolbar").Aria("label", "Labels").
		OnMouseDown(b.Room.onHoldSelection).OnClick(b.Room.onLabel).
		On("focusin", b.onFocus).OnKeyDown(b.onKeyDown).Body(
		app.Range(tree).Slice(func(i int) app.UI {
			at := tree[i]
			return app.Div().Class("entry", kit.DepthClass(at.Depth)).Body(
				labelButton(at.Index, labels[at.Index], b.Keys, b.Pen, b.Chosen).ID(labelID(i)).DataSet("place", i).
					TabIndex(kit.TabStop(i == min(b.at, len(tree)-1))).Aria("describedby", definitionID(at.Index)),
				kit.Untranslated(app.P()).Class("definition").ID(definitionID(at.Index)).Text(labels[at.Index].Definition),
			)
		}),
	)
}

func (b *labelBar) many() string {
	if len(b.Scheme.Labels) > manyLabels {
		return "many"
	}
	return "few"
}

// labelID is the id of the button at a place of the toolbar.
func labelID(place int) string { return "label-" + strconv.Itoa(place) }

func (b *labelBar) onFocus(ctx app.Context, e app.Event) {
	if at, err := strconv.Atoi(browser.Data(e.Get("target"), "place")); err == nil {
		b.at = at
	}
}

// onKeyDown walks through the labels, which lie below each other or in a narrow
// window side by side.
func (b *labelBar) onKeyDown(ctx app.Context, e app.Event) {
	at, err := strconv.Atoi(browser.Data(e.Get("target"), "place"))
	key := kit.StrokeOf(e).Name
	switch key {
	case keyboard.ArrowRight:
		key = keyboard.ArrowDown
	case keyboard.ArrowLeft:
		key = keyboard.ArrowUp
	}
	to, ok := kit.RowAfter(key, at, len(b.Scheme.Labels))
	if err != nil || !ok {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	browser.Focus(labelID(to))
	browser.ScrollInto(labelsID, "#"+labelID(to))
}

// labelsClass makes room for the details of a chosen span by leaving the
// definitions out.
func (room *labelsRoom) labelsClass() string {
	switch {
	case room.inFull:
		return "full"
	case room.page.desk.selection.span != "" || room.page.desk.selection.several != nil:
		return "brief"
	}
	return "short"
}

// renderPalette draws the labels beside the selection, while there is one that
// no finger made.
func (room *labelsRoom) renderPalette() app.UI {
	if room.page.desk.selection.text.empty() || room.page.text.pressed.touch {
		return &palette{Room: room}
	}
	return &palette{Room: room, Shown: true, Scheme: room.page.desk.scheme(), Pen: room.page.desk.pen, Chosen: room.chosenLabel(), Keys: room.page.keys.keys.table, Reshape: room.page.text.reshape()}
}

// palette is a small toolbar of the labels.
type palette struct {
	app.Compo

	Room   *labelsRoom
	Shown  bool
	Scheme *annotations.Scheme
	Pen    string
	Chosen string
	Keys   *keyboard.Table

	Reshape reshape
}

// Render draws one button a label.
func (t *palette) Render() app.UI {
	bar := app.Div().ID(paletteID).Class("palette").Hidden(!t.Shown)
	if !t.Shown {
		return bar
	}
	labels, near := t.Scheme.Labels, nearest(t.Scheme.Labels)
	return bar.Attr("role", "toolbar").Aria("label", "Mark the selection").
		OnMouseDown(t.Room.onHoldSelection).OnClick(t.Room.onLabel).Body(
		app.Range(near).Slice(func(i int) app.UI {
			l := labels[near[i]]
			return labelButton(near[i], l, t.Keys, t.Pen, t.Chosen).Title(l.Definition)
		}),
		app.Button().Type("button").Class("label", "finding").Hidden(len(near) == len(labels)).
			Text("More…").OnClick(t.Room.onFindLabel),
		&shapeButtons{Room: t.Room.page.text, Reshape: t.Reshape, Keys: t.Keys},
	)
}

// inPalette is how many labels the palette has at most.
const inPalette = 9

// nearest gives the indices of the labels that the palette shows: all, or where
// there are too many those that have a key, and then the first.
func nearest(labels []annotations.Label) []int {
	var keyed, others []int
	for i, l := range labels {
		if l.Key != "" || len(labels) <= inPalette {
			keyed = append(keyed, i)
		} else {
			others = append(others, i)
		}
	}
	all := append(keyed, others...)
	return all[:min(len(all), inPalette)]
}

// labelButton is one label as a button: its underline, its name, its key. It
// is pressed in while its label is held as a pen or is the chosen span's.
func labelButton(index int, label annotations.Label, keys *keyboard.Table, pen, chosen string) app.HTMLButton {
	key := keys.Active(label.Key)
	button := app.Button().Type("button").
		Class("label", kit.LabelClass(index)).
		DataSet("label", label.ID).
		Aria("pressed", pen == label.ID || chosen == label.ID).
		Aria("keyshortcuts", key)
	return button.Body(
		app.Span().Class("swatch"),
		kit.Untranslated(app.Span()).Class("name").Text(kit.Spelt(label.Name)),
		app.If(key != "", func() app.UI {
			return app.Kbd().Aria("hidden", true).Text(key)
		}),
	)
}

func (room *labelsRoom) chosenLabel() string {
	s, ok := room.page.desk.set().Span(room.page.desk.selection.span)
	if !ok {
		return ""
	}
	return s.Label
}

func definitionID(index int) string { return "definition-" + strconv.Itoa(index) }

// onHoldSelection keeps a press on a label from taking the selection away.
func (room *labelsRoom) onHoldSelection(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	e.PreventDefault()
}

func (room *labelsRoom) onLabel(ctx app.Context, e app.Event) {
	button := browser.Closest(e.Get("target"), "[data-label]")
	if !button.Truthy() {
		return
	}
	if label := browser.Data(button, "label"); !room.page.text.useLabel(label) {
		room.page.text.takePen(label)
	}
}

// placePalette moves the palette to the end of the selection.
func (room *labelsRoom) placePalette() {
	palette := browser.ByID(paletteID)
	if room.page.desk.selection.text.empty() || !palette.Truthy() {
		return
	}
	doc := room.page.desk.document()
	if box, ok := room.page.desk.article().RectOf(kit.PointOf(doc, room.page.desk.selection.text.Start), kit.EndPointOf(doc, room.page.desk.selection.text.End)); ok {
		browser.PutAt(palette, box, paletteGap, room.page.desk.headHeight())
	}
}

// paletteGap is the distance in CSS pixels between selection and palette,
// wide enough to leave the underlines of the last line in view.
const paletteGap = 10
