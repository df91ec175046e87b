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
	c := room.page.desk.begun()
	if reach && c != nil {
		room.page.desk.chooseSeveral(c.reach(room.page.desk.set(), c.anchor, id))
		return
	}
	room.page.desk.chooseSeveral(c.toggle(room.page.desk.set(), id))
}

// alsoChooses reports whether a press on a span chooses it together with others,
// and chooses it.
func (room *textRoom) alsoChooses(e app.Event, id string) bool {
	reach := e.Get("shiftKey").Bool()
	if _, known := room.page.desk.set().Span(id); !known || !reach && !room.page.desk.selection.several.on() && !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() {
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
	block, run, ok := room.page.desk.article().RunAt(e.Get("target"))
	return ok && room.alsoChooses(e, room.page.desk.shortest(room.drawing.spansAt(block, run))) || room.page.desk.selection.several.on()
}

// chooseAlike chooses all spans of the article that have the chosen one's label,
// or cover the same words.
func (room *textRoom) chooseAlike(alike func(a, b *annotations.Span) bool) {
	s, ok := room.page.desk.set().Span(room.page.desk.selection.span)
	if !ok {
		return
	}
	next := room.page.desk.selection.several.among(room.page.desk.set(), func(other *annotations.Span) bool { return alike(s, other) })
	if next.count() < 2 {
		room.page.desk.say("There is no other")
		return
	}
	room.page.desk.chooseSeveral(next)
	room.page.desk.later(func() { browser.Focus(kit.SpanID) })
}

func sameLabel(a, b *annotations.Span) bool { return a.Label == b.Label }

// sameWords compares what two spans cover, without regard to case and to where
// lines break.
func (room *textRoom) sameWords(a, b *annotations.Span) bool {
	doc := room.page.desk.document()
	return a == b || strings.EqualFold(kit.FoldSpace(a.Text(doc)), kit.FoldSpace(b.Text(doc)))
}
