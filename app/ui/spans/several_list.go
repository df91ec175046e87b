package spans

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
func (l *List) onKeyDown(ctx app.Context, e app.Event) {
	list, s := &l.Room.spans.list, kit.StrokeOf(e)
	l.spaced = s.Name == keyboard.Space
	at, length := list.Focused(), list.Listing.Count()
	switch {
	case at < 0:
		ctx.PreventUpdate()
	case l.Room.desk.Keys.Means(s, kit.AllCommand):
		e.PreventDefault()
		l.Room.desk.ChooseSeveral(l.Room.desk.Selection.Several.Among(l.Room.desk.Set(), everySpan))
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
func (l *List) reach(from, to int) {
	room := l.Room
	c, anchor := room.desk.BegunChoice(), room.desk.Set().At(from).ID
	if c != nil && c.Has(anchor) && c.Anchor != "" {
		anchor = c.Anchor
	}
	room.desk.ChooseSeveral(c.Reach(room.desk.Set(), anchor, room.desk.Set().At(to).ID))
	room.spans.list.MoveTo(to)
}

// alsoChooses reports whether a press on a row chooses its span together with
// others, and chooses it. The keyboard's press of Space does so where one is
// chosen already; Enter chooses one span alone.
func (l *List) alsoChooses(e app.Event) bool {
	id := browser.Data(browser.Closest(e.Get("target"), "[data-span]"), "span")
	spaced := l.spaced && e.Get("detail").Int() == 0
	l.spaced = false
	if spaced {
		l.Room.desk.AlsoChoose(id, false)
		return true
	}
	return l.Room.desk.AlsoChooses(e, id)
}
