package desk

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// AlsoChoose adds a span to those chosen, or takes it away; with reach it chooses
// all up to that span.
func (d *Desk) AlsoChoose(id string, reach bool) {
	c := d.BegunChoice()
	if reach && c != nil {
		d.ChooseSeveral(c.Reach(d.Set(), c.Anchor, id))
		return
	}
	d.ChooseSeveral(c.Toggle(d.Set(), id))
}

// AlsoChooses reports whether a press on a span chooses it together with others,
// and chooses it.
func (d *Desk) AlsoChooses(e app.Event, id string) bool {
	reach := e.Get("shiftKey").Bool()
	if _, known := d.Set().Span(id); !known || !reach && !d.Selection.Several.On() && !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() {
		return false
	}
	d.AlsoChoose(id, reach)
	return true
}

// ChooseAlike chooses all spans of the article that have the chosen one's label,
// or cover the same words.
func (d *Desk) ChooseAlike(alike func(a, b *annotations.Span) bool) {
	s, ok := d.Set().Span(d.Selection.Span)
	if !ok {
		return
	}
	next := d.Selection.Several.Among(d.Set(), func(other *annotations.Span) bool { return alike(s, other) })
	if next.Count() < 2 {
		d.Say("There is no other")
		return
	}
	d.ChooseSeveral(next)
	d.Later(func() { browser.Focus(kit.SpanID) })
}

// SameWords compares what two spans cover, without regard to case and to where
// lines break.
func (d *Desk) SameWords(a, b *annotations.Span) bool {
	doc := d.Document()
	return a == b || strings.EqualFold(kit.FoldSpace(a.Text(doc)), kit.FoldSpace(b.Text(doc)))
}

// SameLabel compares the labels of two spans.
func SameLabel(a, b *annotations.Span) bool { return a.Label == b.Label }
