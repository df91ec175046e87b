package ui

import (
	"context"
	"slices"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
)

func (p *Page) undo() {
	if p.desk.Session.UndoIsLong() {
		p.longStep("Undoing", p.desk.Session.UndoLong, "Undone")
		return
	}
	p.step(p.desk.Session.Undo, "Undone")
}

func (p *Page) redo() {
	if p.desk.Session.RedoIsLong() {
		p.longStep("Redoing", p.desk.Session.RedoLong, "Redone")
		return
	}
	p.step(p.desk.Session.Redo, "Redone")
}

// step goes one edit back or forth.
func (p *Page) step(move func() bool, said string) {
	p.desk.Writing.Commit()
	before := p.desk.Session.Project()
	if p.desk.MayEdit() && move() {
		p.stepped(before, said)
	}
}

// longStep goes one edit back or forth that holds very much, beside the page.
func (p *Page) longStep(title string, move func(context.Context, session.Progress) (bool, error), said string) {
	p.desk.Writing.Commit()
	before := p.desk.Session.Project()
	if !p.desk.MayEdit() {
		return
	}
	p.desk.Context.Async(func() {
		moved := false
		err := p.desk.Run(title, func(ctx context.Context, tell session.Progress) (err error) {
			moved, err = move(ctx, tell)
			return err
		})
		p.desk.OnPage(func() {
			if !moved {
				p.desk.Notices.Add(desk.Failure, desk.NotDone(err)...)
				return
			}
			p.stepped(before, said)
		})
	})
}

// stepped shows the place that a step has changed: an edit that is undone out
// of sight would look like none.
func (p *Page) stepped(before *annotations.Project, said string) {
	p.desk.Notices.GoOn()
	at, found := changedPlace(before, p.desk.Session.Project(), p.desk.ArticleID)
	if found && at.document != p.desk.ArticleID {
		p.text.ShowAt(at.document, 0)
		said += ", in " + p.desk.Document().Title
	}
	p.refresh()
	p.desk.Say(said)
	if found && at.within.Start < at.within.End {
		p.desk.Later(func() { p.text.RevealRange(at.within) })
	}
}

// changed is a document that two projects differ in, and where in its text;
// an empty range is nowhere in particular.
type changed struct {
	document string
	within   annotations.Range
}

// changedPlace finds what differs between two projects. Several documents may
// (after an import, say): the open one is looked at first, and one that is
// gone cannot be shown.
func changedPlace(before, after *annotations.Project, open string) (changed, bool) {
	var first changed
	found := false
	for _, doc := range after.Documents() {
		at, differs := changedIn(before, after, doc.ID)
		switch {
		case !differs:
		case doc.ID == open:
			return at, true
		case !found:
			first, found = at, true
		}
	}
	return first, found
}

func changedIn(before, after *annotations.Project, id string) (changed, bool) {
	was, had := before.Document(id)
	is, _ := after.Document(id)
	if !had || was != is {
		return changed{document: id}, true
	}
	if slices.Equal(before.Sets(id), after.Sets(id)) {
		return changed{}, false
	}
	for _, a := range after.Annotators() {
		if ranges := annotations.Changed(before.Set(id, a.ID), after.Set(id, a.ID)); len(ranges) > 0 {
			return changed{document: id, within: ranges[0]}, true
		}
	}
	return changed{document: id}, true
}
