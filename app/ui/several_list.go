package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

func everySpan(*annotations.Span) bool { return true }

// onKeyDown walks through the list of spans and, with Space and Shift, chooses
// several of them.
func (l *spanList) onKeyDown(ctx app.Context, e app.Event) {
	list, s := &l.Room.spans.list, kit.StrokeOf(e)
	l.spaced = s.Name == keyboard.Space
	at, length := list.Focused(), list.Listing.Count()
	switch {
	case at < 0:
		ctx.PreventUpdate()
	case l.Room.page.desk.keys.Means(s, kit.AllCommand):
		e.PreventDefault()
		l.Room.page.desk.chooseSeveral(l.Room.page.desk.selection.several.among(l.Room.page.desk.set(), everySpan))
	case s.Shift && (s.Name == keyboard.ArrowDown || s.Name == keyboard.ArrowUp):
		e.PreventDefault()
		if to, ok := kit.RowAfter(s.Name, at, length); ok {
			l.reach(at, to)
		}
	default:
		list.OnKeyDown(ctx, e)
	}
}

// reach chooses the rows from where a person began to the one that the keyboard
// moves to.
func (l *spanList) reach(from, to int) {
	p := l.Room.page
	c, anchor := p.desk.begun(), p.desk.set().At(from).ID
	if c != nil && c.has(anchor) && c.anchor != "" {
		anchor = c.anchor
	}
	p.desk.chooseSeveral(c.reach(p.desk.set(), anchor, p.desk.set().At(to).ID))
	p.spans.spans.list.MoveTo(to)
}

// alsoChooses reports whether a press on a row chooses its span together with
// others, and chooses it. The keyboard's press of Space does so where one is
// chosen already; Enter chooses one span alone.
func (l *spanList) alsoChooses(e app.Event) bool {
	id := browser.Data(browser.Closest(e.Get("target"), "[data-span]"), "span")
	spaced := l.spaced && e.Get("detail").Int() == 0
	l.spaced = false
	if spaced {
		l.Room.page.text.alsoChoose(id, false)
		return true
	}
	return l.Room.page.text.alsoChooses(e, id)
}
