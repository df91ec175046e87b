package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// RenderPalette draws the labels beside the selection, while there is one that
// no finger made.
func (room *Room) RenderPalette() app.UI {
	if room.desk.Selection.Text.Empty() || room.pressed.touch {
		return &palette{Room: room}
	}
	return &palette{Room: room, Shown: true, Scheme: room.desk.Scheme(), Pen: room.desk.Pen, Chosen: room.desk.ChosenLabel(), Keys: room.desk.Keys, Reshape: room.Reshape()}
}

// palette is a small toolbar of the labels.
type palette struct {
	app.Compo

	Room   *Room
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
		OnMouseDown(kit.HoldSelection).OnClick(t.Room.desk.OnLabel).Body(
		app.Range(near).Slice(func(i int) app.UI {
			l := labels[near[i]]
			return kit.LabelButton(near[i], l, t.Keys, t.Pen, t.Chosen).Title(l.Definition)
		}),
		app.Button().Type("button").Class("label", "finding").Hidden(len(near) == len(labels)).
			Text("More…").OnClick(kit.On(t.Room.desk.Ask.FindLabel)),
		&ShapeButtons{Room: t.Room, Reshape: t.Reshape, Keys: t.Keys},
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

// placePalette moves the palette to the end of the selection.
func (room *Room) placePalette() {
	palette := browser.ByID(paletteID)
	if room.desk.Selection.Text.Empty() || !palette.Truthy() {
		return
	}
	doc := room.desk.Document()
	if box, ok := room.desk.Text().RectOf(kit.PointOf(doc, room.desk.Selection.Text.Start), kit.EndPointOf(doc, room.desk.Selection.Text.End)); ok {
		browser.PutAt(palette, box, paletteGap, room.desk.HeadHeight())
	}
}

// paletteGap is the distance in CSS pixels between selection and palette,
// wide enough to leave the underlines of the last line in view.
const (
	paletteGap = 10
	paletteID  = "palette"
)
