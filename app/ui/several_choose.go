package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// chooseSeveral chooses spans together. A single one is chosen as ever, unless
// there are to be more.
func (p *Page) chooseSeveral(next *several) {
	p.keepNote()
	browser.ClearSelection()
	p.dropPick()
	p.several, p.chosen, p.choice = next, "", nil
	if !next.on() && next.count() < 2 {
		p.several, p.chosen = nil, next.only()
		p.shaped.lay(p.chosen)
	}
	p.refresh()
	if p.several != nil {
		p.say(count(p.several.count(), "span") + " chosen")
	}
}

// begun is the choice that a gesture adds to: the spans that are chosen together
// or the one that is chosen.
func (p *Page) begun() *several {
	if p.several != nil || p.chosen == "" {
		return p.several
	}
	return p.several.with(p.set(), map[string]bool{p.chosen: true}, p.chosen)
}

// alsoChoose adds a span to those chosen, or takes it away; with reach it chooses
// all up to that span.
func (p *Page) alsoChoose(id string, reach bool) {
	c := p.begun()
	if reach && c != nil {
		p.chooseSeveral(c.reach(p.set(), c.anchor, id))
		return
	}
	p.chooseSeveral(c.toggle(p.set(), id))
}

// alsoChooses reports whether a press on a span chooses it together with others,
// and chooses it.
func (p *Page) alsoChooses(e app.Event, id string) bool {
	reach := e.Get("shiftKey").Bool()
	if _, known := p.set().Span(id); !known || !reach && !p.several.on() && !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() {
		return false
	}
	p.alsoChoose(id, reach)
	return true
}

// alsoChoosesAt does that with the innermost span under a press in the text. A
// press beside the spans, while several are being chosen, is a slip.
func (p *Page) alsoChoosesAt(e app.Event) bool {
	if e.Get("shiftKey").Bool() {
		return false
	}
	block, run, ok := p.article().RunAt(e.Get("target"))
	return ok && p.alsoChooses(e, p.shortest(p.drawing.spansAt(block, run))) || p.several.on()
}

// chooseAlike chooses all spans of the article that have the chosen one's label,
// or cover the same words.
func (p *Page) chooseAlike(alike func(a, b *annotations.Span) bool) {
	s, ok := p.set().Span(p.chosen)
	if !ok {
		return
	}
	next := p.several.among(p.set(), func(other *annotations.Span) bool { return alike(s, other) })
	if next.count() < 2 {
		p.say("There is no other")
		return
	}
	p.chooseSeveral(next)
	p.later(func() { browser.Focus(spanID) })
}

func sameLabel(a, b *annotations.Span) bool { return a.Label == b.Label }

// sameWords compares what two spans cover, without regard to case and to where
// lines break.
func (p *Page) sameWords(a, b *annotations.Span) bool {
	doc := p.document()
	return a == b || strings.EqualFold(foldSpace(a.Text(doc)), foldSpace(b.Text(doc)))
}

// letGoOfSeveral ends choosing several, and reports whether there was anything
// to end.
func (p *Page) letGoOfSeveral() bool {
	if p.several == nil {
		return false
	}
	p.several = nil
	p.refresh()
	p.say("No span chosen")
	return true
}
