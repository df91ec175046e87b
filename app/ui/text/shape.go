package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// addOrMerge merges the spans that are chosen or, where one is, adds to it.
func (room *Room) addOrMerge() bool { return room.MergeSeveral() || room.addPicked() }

func (room *Room) takeStart() bool { return room.takeEdge(false) }

func (room *Room) takeEnd() bool { return room.takeEdge(true) }

// addPicked adds the selected text to the span that was chosen or marked last.
func (room *Room) addPicked() bool {
	if !room.AdoptSelection() {
		return true
	}
	s, ok := room.desk.Set().Span(room.desk.Selection.Last)
	if !ok || room.desk.Selection.Text.Empty() {
		return false
	}
	at := annotations.Range{Start: room.desk.Selection.Text.Start, End: room.desk.Selection.Text.End}
	if !room.mayLabel(s.Label, []annotations.Range{at}, s) {
		return true
	}
	if room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Ranges = annotations.Cover(s.Ranges, at) }) {
		room.Reshaped(s.ID, "Added")
	}
	return true
}

// cutPicked takes the selected text out of a span that it lies in.
func (room *Room) cutPicked() bool {
	if !room.AdoptSelection() {
		return true
	}
	s, ok := room.underPick()
	if !ok {
		return false
	}
	left := annotations.Cut(room.desk.Document(), s.Ranges, annotations.Range{Start: room.desk.Selection.Text.Start, End: room.desk.Selection.Text.End})
	switch {
	case len(left) == 0:
		room.desk.Say("That is all of the span: press Delete to delete it")
		room.desk.Hold(s.ID)
	case room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Ranges = left }):
		room.Reshaped(s.ID, "Cut out")
	}
	return true
}

// splitAtPick splits a span where the selected text begins or, where that is the
// span's own beginning, where it ends.
func (room *Room) splitAtPick() bool {
	if !room.AdoptSelection() {
		return true
	}
	s, ok := room.underPick()
	if !ok {
		return false
	}
	first, second, ok := annotations.Split(room.desk.Document(), s, room.desk.Selection.Text.Start)
	if !ok {
		first, second, ok = annotations.Split(room.desk.Document(), s, room.desk.Selection.Text.End)
	}
	if !ok {
		room.desk.Say("Select a part of the span to split it there")
		return true
	}
	room.desk.DoAll([]annotations.Edit{room.desk.ChangingSpan(first), room.desk.AddingSpan(second)}, func() { room.Reshaped(second.ID, "Split off") })
	return true
}

// underPick is the span that the selected text is meant to change: the one that
// was chosen or marked last if it lies there, else the shortest that does.
func (room *Room) underPick() (*annotations.Span, bool) {
	if room.desk.Selection.Text.Empty() {
		return nil, false
	}
	var ids []string
	for s := range room.desk.Set().Overlapping(room.desk.Selection.Text.Start, room.desk.Selection.Text.End) {
		if s.ID == room.desk.Selection.Last {
			return s, true
		}
		ids = append(ids, s.ID)
	}
	return room.betweenRanges(room.desk.Shortest(ids))
}

// betweenRanges is the span with that ID or, where there is none, the one that
// was chosen or marked last if the selected text lies in a gap of it.
func (room *Room) betweenRanges(id string) (*annotations.Span, bool) {
	if s, ok := room.desk.Set().Span(id); ok {
		return s, true
	}
	s, ok := room.desk.Set().Span(room.desk.Selection.Last)
	return s, ok && s.Start() < room.desk.Selection.Text.Start && room.desk.Selection.Text.End < s.End()
}

// Reshaped chooses a span whose text has changed, and says what it is now.
func (room *Room) Reshaped(id, how string) {
	browser.ClearSelection()
	room.desk.Hold(id)
	room.desk.FocusText()
	if s, ok := room.desk.Set().Span(id); ok {
		room.desk.Say(how + ": " + s.Text(room.desk.Document()))
	}
}

// reshape is what can be done with the selected text to the span that was chosen
// when it was selected.
type reshape struct {
	Name   string // of the span; "" is none
	Inside bool   // some of the text is the span's
	Beyond bool   // some is not
}

// Reshape is what can be done now with the selected text.
func (room *Room) Reshape() reshape {
	s, ok := room.desk.Set().Span(room.desk.Selection.Offered)
	if !ok || room.desk.Selection.Text.Empty() {
		return reshape{}
	}
	r := reshape{Name: kit.Shorten(s.Text(room.desk.Document()), kit.InButton), Beyond: true}
	for _, at := range s.Ranges {
		r.Inside = r.Inside || at.Start < room.desk.Selection.Text.End && at.End > room.desk.Selection.Text.Start
		r.Beyond = r.Beyond && (at.Start > room.desk.Selection.Text.Start || at.End < room.desk.Selection.Text.End)
	}
	return r
}

// ShapeButtons do what the keys do.
type ShapeButtons struct {
	app.Compo

	Room    *Room
	Reshape reshape
	Class   string
	Keys    *keyboard.Table
}

// Render draws the buttons that have something to do, or keeps their place.
func (b *ShapeButtons) Render() app.UI {
	group := app.Div().Class("reshape", b.Class).Attr("role", "group").Aria("label", "Change the chosen span")
	if b.Reshape.Name == "" {
		return group.Hidden(true)
	}
	return group.OnMouseDown(kit.HoldSelection).Body(
		shapeButton(kit.Upright("Add to “"+b.Reshape.Name+"”"), b.Keys.Key(kit.AddCommand)).Hidden(!b.Reshape.Beyond).OnClick(b.onAdd),
		shapeButton("Cut out", b.Keys.Key(kit.CutCommand)).Hidden(!b.Reshape.Inside).OnClick(b.onCut),
		shapeButton("Split here", b.Keys.Key(kit.SplitCommand)).Hidden(!b.Reshape.Inside).OnClick(b.onSplit),
	)
}

func shapeButton(name, key string) app.HTMLButton {
	return app.Button().Type("button").Class("label").Aria("keyshortcuts", keyboard.Aria(key)).Body(
		kit.AsWritten(app.Span()).Class("name").Text(name),
		app.Kbd().Aria("hidden", true).Hidden(key == "").Text(key),
	)
}

func (b *ShapeButtons) onAdd(app.Context, app.Event)   { b.Room.addPicked() }
func (b *ShapeButtons) onCut(app.Context, app.Event)   { b.Room.cutPicked() }
func (b *ShapeButtons) onSplit(app.Context, app.Event) { b.Room.splitAtPick() }

// ReshapeClass has the buttons shown in the side panel where there is no
// palette beside the selection to hold them.
func (room *Room) ReshapeClass() string {
	if room.pressed.touch {
		return "by-touch"
	}
	return "by-mouse"
}
