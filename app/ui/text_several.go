package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// alsoChoose adds a span to those chosen, or takes it away; with reach it chooses
// all up to that span.
func (room *textRoom) alsoChoose(id string, reach bool) {
	c := room.desk.BegunChoice()
	if reach && c != nil {
		room.desk.ChooseSeveral(c.Reach(room.desk.Set(), c.Anchor, id))
		return
	}
	room.desk.ChooseSeveral(c.Toggle(room.desk.Set(), id))
}

// alsoChooses reports whether a press on a span chooses it together with others,
// and chooses it.
func (room *textRoom) alsoChooses(e app.Event, id string) bool {
	reach := e.Get("shiftKey").Bool()
	if _, known := room.desk.Set().Span(id); !known || !reach && !room.desk.Selection.Several.On() && !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() {
		return false
	}
	room.alsoChoose(id, reach)
	return true
}

// alsoChoosesAt does that with the innermost span under a press in the text. A
// press beside the spans, while several are being chosen, is a slip.
func (room *textRoom) alsoChoosesAt(e app.Event) bool {
	if e.Get("shiftKey").Bool() {
		return false
	}
	block, run, ok := room.desk.Text().RunAt(e.Get("target"))
	return ok && room.alsoChooses(e, room.desk.Shortest(room.drawing.spansAt(block, run))) || room.desk.Selection.Several.On()
}

// chooseAlike chooses all spans of the article that have the chosen one's label,
// or cover the same words.
func (room *textRoom) chooseAlike(alike func(a, b *annotations.Span) bool) {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok {
		return
	}
	next := room.desk.Selection.Several.Among(room.desk.Set(), func(other *annotations.Span) bool { return alike(s, other) })
	if next.Count() < 2 {
		room.desk.Say("There is no other")
		return
	}
	room.desk.ChooseSeveral(next)
	room.desk.Later(func() { browser.Focus(kit.SpanID) })
}

func sameLabel(a, b *annotations.Span) bool { return a.Label == b.Label }

// sameWords compares what two spans cover, without regard to case and to where
// lines break.
func (room *textRoom) sameWords(a, b *annotations.Span) bool {
	doc := room.desk.Document()
	return a == b || strings.EqualFold(kit.FoldSpace(a.Text(doc)), kit.FoldSpace(b.Text(doc)))
}
