package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// chooseSeveral chooses spans together. A single one is chosen as ever, unless
// there are to be more.
func (room *spansRoom) chooseSeveral(next *several) {
	room.page.writing.keepNote()
	browser.ClearSelection()
	room.page.text.dropPick()
	room.page.several, room.page.chosen, room.page.choice = next, "", nil
	if !next.on() && next.count() < 2 {
		room.page.several, room.page.chosen = nil, next.only()
		room.page.text.shaped.lay(room.page.chosen)
	}
	room.page.refresh()
	if room.page.several != nil {
		room.page.say(kit.Count(room.page.several.count(), "span") + " chosen")
	}
}

// begun is the choice that a gesture adds to: the spans that are chosen together
// or the one that is chosen.
func (room *spansRoom) begun() *several {
	if room.page.several != nil || room.page.chosen == "" {
		return room.page.several
	}
	return room.page.several.with(room.page.set(), map[string]bool{room.page.chosen: true}, room.page.chosen)
}

// alsoChoose adds a span to those chosen, or takes it away; with reach it chooses
// all up to that span.
func (room *spansRoom) alsoChoose(id string, reach bool) {
	c := room.begun()
	if reach && c != nil {
		room.chooseSeveral(c.reach(room.page.set(), c.anchor, id))
		return
	}
	room.chooseSeveral(c.toggle(room.page.set(), id))
}

// alsoChooses reports whether a press on a span chooses it together with others,
// and chooses it.
func (room *spansRoom) alsoChooses(e app.Event, id string) bool {
	reach := e.Get("shiftKey").Bool()
	if _, known := room.page.set().Span(id); !known || !reach && !room.page.several.on() && !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() {
		return false
	}
	room.alsoChoose(id, reach)
	return true
}

// alsoChoosesAt does that with the innermost span under a press in the text. A
// press beside the spans, while several are being chosen, is a slip.
func (room *spansRoom) alsoChoosesAt(e app.Event) bool {
	if e.Get("shiftKey").Bool() {
		return false
	}
	block, run, ok := room.page.text.article().RunAt(e.Get("target"))
	return ok && room.alsoChooses(e, room.page.text.shortest(room.page.text.drawing.spansAt(block, run))) || room.page.several.on()
}

// chooseAlike chooses all spans of the article that have the chosen one's label,
// or cover the same words.
func (room *spansRoom) chooseAlike(alike func(a, b *annotations.Span) bool) {
	s, ok := room.page.set().Span(room.page.chosen)
	if !ok {
		return
	}
	next := room.page.several.among(room.page.set(), func(other *annotations.Span) bool { return alike(s, other) })
	if next.count() < 2 {
		room.page.say("There is no other")
		return
	}
	room.chooseSeveral(next)
	room.page.later(func() { browser.Focus(kit.SpanID) })
}

func sameLabel(a, b *annotations.Span) bool { return a.Label == b.Label }

// sameWords compares what two spans cover, without regard to case and to where
// lines break.
func (room *spansRoom) sameWords(a, b *annotations.Span) bool {
	doc := room.page.document()
	return a == b || strings.EqualFold(kit.FoldSpace(a.Text(doc)), kit.FoldSpace(b.Text(doc)))
}

// letGoOfSeveral ends choosing several, and reports whether there was anything
// to end.
func (room *spansRoom) letGoOfSeveral() bool {
	if room.page.several == nil {
		return false
	}
	room.page.several = nil
	room.page.refresh()
	room.page.say("No span chosen")
	return true
}
