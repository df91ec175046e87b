package ui

import (
	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// choose shows a span's details; among says which other spans lie there.
func (d *deskRoom) choose(id string, among []string) {
	d.writing.Commit()
	d.selection.choose(id, among)
	d.panel = noPanel
	d.ask.Refresh()
	if id != "" {
		browser.ClearSelection()
		d.later(func() { d.revealSpan(id) })
	}
}

// shortest is the innermost of some spans, which is the one a person means
// who points at a place.
func (d *deskRoom) shortest(ids []string) string {
	best, length := "", 0
	for _, id := range ids {
		if s, ok := d.set().Span(id); ok && (best == "" || s.End()-s.Start() <= length) {
			best, length = id, s.End()-s.Start()
		}
	}
	return best
}

// chooseSeveral chooses spans together. A single one is chosen as ever, unless
// there are to be more.
func (d *deskRoom) chooseSeveral(next *several) {
	d.writing.Commit()
	browser.ClearSelection()
	d.selection.chooseSeveral(next)
	d.ask.Refresh()
	if d.selection.several != nil {
		d.say(kit.Count(d.selection.several.count(), "span") + " chosen")
	}
}

// begun is the choice that a gesture adds to: the spans that are chosen together
// or the one that is chosen.
func (d *deskRoom) begun() *several {
	if d.selection.several != nil || d.selection.span == "" {
		return d.selection.several
	}
	return d.selection.several.with(d.set(), map[string]bool{d.selection.span: true}, d.selection.span)
}

// letGoOfSeveral ends choosing several, and reports whether there was anything
// to end.
func (d *deskRoom) letGoOfSeveral() bool {
	if d.selection.several == nil {
		return false
	}
	d.selection.letGoOfSeveral()
	d.ask.Refresh()
	d.say("No span chosen")
	return true
}

// hold chooses a span without going to it: a person looks there already.
func (d *deskRoom) hold(id string) {
	d.cursorAt = d.selection.text.End
	d.selection.hold(id)
	d.ask.Refresh()
}

// revealSpan scrolls the text to a span, unless it is in view.
func (d *deskRoom) revealSpan(id string) {
	if s, ok := d.set().Span(id); ok {
		d.ask.Reveal(annotations.Range{Start: s.Start(), End: s.End()})
	}
}
