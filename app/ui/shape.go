package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// shaping is what the page remembers for changing which text a span covers.
// Last is the span that was marked or chosen last, which + adds to. Offered is
// the one that was chosen when the text was selected, for which there are
// buttons too.
type shaping struct {
	last, offered string
	grip          grip
}

// hold remembers the chosen span when text is selected.
func (s *shaping) hold(chosen string) {
	if chosen != "" {
		s.last, s.offered = chosen, chosen
	}
}

// lay remembers a span that was marked or chosen; for "" it only lets go of what
// was offered.
func (s *shaping) lay(id string) {
	s.offered = ""
	if id != "" {
		s.last = id
	}
}

// addOrMerge merges the spans that are chosen or, where one is, adds to it.
func (p *Page) addOrMerge() bool { return p.mergeSeveral() || p.addPicked() }

func (p *Page) takeStart() bool { return p.takeEdge(false) }

func (p *Page) takeEnd() bool { return p.takeEdge(true) }

// addPicked adds the selected text to the span that was chosen or marked last.
func (p *Page) addPicked() bool {
	if !p.adoptSelection() {
		return true
	}
	s, ok := p.set().Span(p.shaped.last)
	if !ok || p.pick.empty() {
		return false
	}
	at := annotations.Range{Start: p.pick.Start, End: p.pick.End}
	if !p.mayLabel(s.Label, []annotations.Range{at}, s) {
		return true
	}
	if p.change(s.ID, func(s *annotations.Span) { s.Ranges = annotations.Cover(s.Ranges, at) }) {
		p.reshaped(s.ID, "Added")
	}
	return true
}

// cutPicked takes the selected text out of a span that it lies in.
func (p *Page) cutPicked() bool {
	if !p.adoptSelection() {
		return true
	}
	s, ok := p.underPick()
	if !ok {
		return false
	}
	left := annotations.Cut(p.document(), s.Ranges, annotations.Range{Start: p.pick.Start, End: p.pick.End})
	switch {
	case len(left) == 0:
		p.say("That is all of the span: press Delete to delete it")
		p.hold(s.ID)
	case p.change(s.ID, func(s *annotations.Span) { s.Ranges = left }):
		p.reshaped(s.ID, "Cut out")
	}
	return true
}

// splitAtPick splits a span where the selected text begins or, where that is the
// span's own beginning, where it ends.
func (p *Page) splitAtPick() bool {
	if !p.adoptSelection() {
		return true
	}
	s, ok := p.underPick()
	if !ok {
		return false
	}
	first, second, ok := annotations.Split(p.document(), s, p.pick.Start)
	if !ok {
		first, second, ok = annotations.Split(p.document(), s, p.pick.End)
	}
	if !ok {
		p.say("Select a part of the span to split it there")
		return true
	}
	p.doAll([]annotations.Edit{p.changing(first), p.adding(second)}, func() { p.reshaped(second.ID, "Split off") })
	return true
}

// underPick is the span that the selected text is meant to change: the one that
// was chosen or marked last if it lies there, else the shortest that does.
func (p *Page) underPick() (*annotations.Span, bool) {
	if p.pick.empty() {
		return nil, false
	}
	var ids []string
	for s := range p.set().Overlapping(p.pick.Start, p.pick.End) {
		if s.ID == p.shaped.last {
			return s, true
		}
		ids = append(ids, s.ID)
	}
	return p.betweenRanges(p.shortest(ids))
}

// betweenRanges is the span with that ID or, where there is none, the one that
// was chosen or marked last if the selected text lies in a gap of it.
func (p *Page) betweenRanges(id string) (*annotations.Span, bool) {
	if s, ok := p.set().Span(id); ok {
		return s, true
	}
	s, ok := p.set().Span(p.shaped.last)
	return s, ok && s.Start() < p.pick.Start && p.pick.End < s.End()
}

// reshaped chooses a span whose text has changed, and says what it is now.
func (p *Page) reshaped(id, how string) {
	browser.ClearSelection()
	p.hold(id)
	p.focusText()
	if s, ok := p.set().Span(id); ok {
		p.say(how + ": " + s.Text(p.document()))
	}
}

// hold chooses a span without going to it: a person looks there already.
func (p *Page) hold(id string) {
	p.cursorAt = p.pick.End
	p.dropPick()
	p.chosen, p.choice = id, nil
	p.shaped.lay(id)
	p.refresh()
}

// reshape is what can be done with the selected text to the span that was chosen
// when it was selected.
type reshape struct {
	Name   string // of the span; "" is none
	Inside bool   // some of the text is the span's
	Beyond bool   // some is not
}

func (p *Page) reshape() reshape {
	s, ok := p.set().Span(p.shaped.offered)
	if !ok || p.pick.empty() {
		return reshape{}
	}
	r := reshape{Name: shorten(s.Text(p.document()), 24), Beyond: true}
	for _, at := range s.Ranges {
		r.Inside = r.Inside || at.Start < p.pick.End && at.End > p.pick.Start
		r.Beyond = r.Beyond && (at.Start > p.pick.Start || at.End < p.pick.End)
	}
	return r
}

// shapeButtons do what the keys do.
type shapeButtons struct {
	app.Compo

	Page    *Page
	Reshape reshape
	Class   string
	Keys    *keyboard.Table
}

// Render draws the buttons that have something to do, or keeps their place.
func (b *shapeButtons) Render() app.UI {
	group := app.Div().Class("reshape", b.Class).Attr("role", "group").Aria("label", "Change the chosen span")
	if b.Reshape.Name == "" {
		return group.Hidden(true)
	}
	return group.OnMouseDown(b.Page.onHoldSelection).Body(
		shapeButton(upright("Add to “"+b.Reshape.Name+"”"), b.Keys.Key(addCommand)).Hidden(!b.Reshape.Beyond).OnClick(b.onAdd),
		shapeButton("Cut out", b.Keys.Key(cutCommand)).Hidden(!b.Reshape.Inside).OnClick(b.onCut),
		shapeButton("Split here", b.Keys.Key(splitCommand)).Hidden(!b.Reshape.Inside).OnClick(b.onSplit),
	)
}

func shapeButton(name, key string) app.HTMLButton {
	return app.Button().Type("button").Class("label").Aria("keyshortcuts", keyboard.Aria(key)).Body(
		asWritten(app.Span()).Class("name").Text(name),
		app.Kbd().Aria("hidden", true).Hidden(key == "").Text(key),
	)
}

func (b *shapeButtons) onAdd(app.Context, app.Event)   { b.Page.addPicked() }
func (b *shapeButtons) onCut(app.Context, app.Event)   { b.Page.cutPicked() }
func (b *shapeButtons) onSplit(app.Context, app.Event) { b.Page.splitAtPick() }

// reshapeClass has the buttons shown in the side panel where there is no
// palette beside the selection to hold them.
func (p *Page) reshapeClass() string {
	if p.pressed.touch {
		return "by-touch"
	}
	return "by-mouse"
}
