package ui

import (
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// choose shows a span's details; among says which other spans lie there.
func (room *textRoom) choose(id string, among []string) {
	room.page.writing.keepNote()
	room.page.chosen, room.page.choice, room.page.several = id, among, nil
	room.page.annotators.colleagues.regarded = ""
	room.shaped.lay(id)
	room.page.panel = noPanel
	room.page.refresh()
	if id != "" {
		browser.ClearSelection()
		room.page.later(func() { room.reveal(id) })
	}
}

// shortest is the innermost of some spans, which is the one a person means
// who points at a place.
func (room *textRoom) shortest(ids []string) string {
	best, length := "", 0
	for _, id := range ids {
		if s, ok := room.page.set().Span(id); ok && (best == "" || s.End()-s.Start() <= length) {
			best, length = id, s.End()-s.Start()
		}
	}
	return best
}

func (room *textRoom) dropPick() { room.pick = pick{} }

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

// hold chooses a span without going to it: a person looks there already.
func (room *textRoom) hold(id string) {
	room.cursorAt = room.pick.End
	room.dropPick()
	room.page.chosen, room.page.choice = id, nil
	room.shaped.lay(id)
	room.page.refresh()
}
