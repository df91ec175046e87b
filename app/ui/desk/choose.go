package desk

import (
	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// Choose shows a span's details; among says which other spans lie there.
func (d *Desk) Choose(id string, among []string) {
	d.Writing.Commit()
	d.Selection.choose(id, among)
	d.Panel = NoPanel
	d.Ask.Refresh()
	if id != "" {
		browser.ClearSelection()
		d.Later(func() { d.RevealSpan(id) })
	}
}

// Shortest is the innermost of some spans, which is the one a person means
// who points at a place.
func (d *Desk) Shortest(ids []string) string {
	best, length := "", 0
	for _, id := range ids {
		if s, ok := d.Set().Span(id); ok && (best == "" || s.End()-s.Start() <= length) {
			best, length = id, s.End()-s.Start()
		}
	}
	return best
}

// ChooseSeveral chooses spans together. A single one is chosen as ever, unless
// there are to be more.
func (d *Desk) ChooseSeveral(next *SpanChoice) {
	d.Writing.Commit()
	browser.ClearSelection()
	d.Selection.chooseSeveral(next)
	d.Ask.Refresh()
	if d.Selection.Several != nil {
		d.Say(kit.Count(d.Selection.Several.Count(), "span") + " chosen")
	}
}

// BegunChoice is the choice that a gesture adds to: the spans that are chosen together
// or the one that is chosen.
func (d *Desk) BegunChoice() *SpanChoice {
	if d.Selection.Several != nil || d.Selection.Span == "" {
		return d.Selection.Several
	}
	return d.Selection.Several.with(d.Set(), map[string]bool{d.Selection.Span: true}, d.Selection.Span)
}

// LetGoOfSeveral ends choosing several, and reports whether there was anything
// to end.
func (d *Desk) LetGoOfSeveral() bool {
	if d.Selection.Several == nil {
		return false
	}
	d.Selection.LetGoOfSeveral()
	d.Ask.Refresh()
	d.Say("No span chosen")
	return true
}

// Hold chooses a span without going to it: a person looks there already.
func (d *Desk) Hold(id string) {
	d.CursorAt = d.Selection.Text.End
	d.Selection.hold(id)
	d.Ask.Refresh()
}

// RevealSpan scrolls the text to a span, unless it is in view.
func (d *Desk) RevealSpan(id string) {
	if s, ok := d.Set().Span(id); ok {
		d.Ask.Reveal(annotations.Range{Start: s.Start(), End: s.End()})
	}
}

// ShowSpan shows a span, in whichever article it is.
func (d *Desk) ShowSpan(at annotations.Place) {
	doc, there := d.Session.Project().Document(at.Document)
	s, marked := d.Session.Project().SpanAt(d.Me(), at)
	if !there || !marked {
		return
	}
	d.Writing.Commit()
	if at.Document != d.ArticleID {
		d.Notices.GoOn()
		d.Ask.ShowArticle(at.Document, doc.BlockAt(s.Start()))
		d.Later(d.Ask.Paint)
	}
	d.Choose(at.Span, nil)
}
