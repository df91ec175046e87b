package labels

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// The ids of the toolbar, and of the small palette beside a selection.
const labelsID = "labels"

// Bar is the toolbar of all labels, each with its key and its definition. It
// is one stop of Tab; the arrows walk through it.
type Bar struct {
	app.Compo

	Room   *Room
	Scheme *annotations.Scheme
	Class  string
	Pen    string
	Chosen string
	Keys   *keyboard.Table

	at int // the place of the label that had the keyboard last
}

// Render draws one button a label, those of a group below its own.
func (b *Bar) Render() app.UI {
	labels, tree := b.Scheme.Labels, kit.LabelTree(b.Scheme.Labels)
	return app.Div().ID(labelsID).Class("labels", b.Class, b.many()).Attr("role", "toolbar").Aria("label", "Labels").
		OnMouseDown(kit.HoldSelection).OnClick(b.Room.desk.OnLabel).
		On("focusin", b.onFocus).OnKeyDown(b.onKeyDown).Body(
		app.Range(tree).Slice(func(i int) app.UI {
			at := tree[i]
			return app.Div().Class("entry", kit.DepthClass(at.Depth)).Body(
				kit.LabelButton(at.Index, labels[at.Index], b.Keys, b.Pen, b.Chosen).ID(labelID(i)).DataSet("place", i).
					TabIndex(kit.TabStop(i == min(b.at, len(tree)-1))).Aria("describedby", definitionID(at.Index)),
				kit.Untranslated(app.P()).Class("definition").ID(definitionID(at.Index)).Text(labels[at.Index].Definition),
			)
		}),
	)
}

func (b *Bar) many() string {
	if len(b.Scheme.Labels) > kit.ManyLabels {
		return "many"
	}
	return "few"
}

// labelID is the id of the button at a place of the toolbar.
func labelID(place int) string { return "label-" + strconv.Itoa(place) }

func (b *Bar) onFocus(ctx app.Context, e app.Event) {
	if at, err := strconv.Atoi(browser.Data(e.Get("target"), "place")); err == nil {
		b.at = at
	}
}

// onKeyDown walks through the labels, which lie below each other or in a narrow
// window side by side.
func (b *Bar) onKeyDown(ctx app.Context, e app.Event) {
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

// LabelsClass makes room for the details of a chosen span by leaving the
// definitions out.
func (room *Room) LabelsClass() string {
	switch {
	case room.InFull:
		return "full"
	case room.desk.Selection.Span != "" || room.desk.Selection.Several != nil:
		return "brief"
	}
	return "short"
}

func definitionID(index int) string { return "definition-" + strconv.Itoa(index) }
