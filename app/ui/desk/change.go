package desk

import (
	"context"
	"errors"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/kit"
)

// MayEdit reports whether this tab may change the work. A banner or a dialog
// says why not for as long as it may not.
func (d *Desk) MayEdit() bool {
	switch {
	case d.Stage != Ready:
		d.Say(OpeningText(d.OpeningPercent))
	case d.Locked():
		d.Say("This page only reads: a newer Spanwise has taken over your work")
	case d.Busy():
		d.Say(d.errand.title)
	}
	return d.Stage == Ready && !d.Locked() && !d.Busy()
}

// Do carries out an edit, the one way in which the page changes the work.
func (d *Desk) Do(e annotations.Edit) bool {
	if !d.MayEdit() {
		d.Writing.Refuse()
		return false
	}
	if err := d.Writing.Do(e); err != nil {
		if !d.Writing.Making() {
			d.Notices.Add(Failure, "That could not be done: "+err.Error())
		}
		return false
	}
	d.Notices.GoOn()
	d.Ask.Done(e)
	d.Ask.Refresh()
	return true
}

// ChangeSpan puts a new value in the place of the chosen span.
func (d *Desk) ChangeSpan(id string, with func(*annotations.Span)) bool {
	s, ok := d.Set().Span(id)
	if !ok {
		return false
	}
	next := *s
	with(&next)
	return d.Do(d.ChangingSpan(next))
}

// adding, changing and removing are the edits of a span of the open article.
func (d *Desk) AddingSpan(s annotations.Span) annotations.Edit {
	s.Modified = kit.Now()
	return annotations.AddSpan{Document: d.ArticleID, Annotator: d.Me(), Span: s}
}

// ChangingSpan is the edit that changes a span of the open article.
func (d *Desk) ChangingSpan(s annotations.Span) annotations.Edit {
	s.Modified = kit.Now()
	return annotations.ChangeSpan{Document: d.ArticleID, Annotator: d.Me(), Span: s}
}

// RemovingSpan is the edit that removes one.
func (d *Desk) RemovingSpan(id string) annotations.Edit {
	return annotations.RemoveSpan{Document: d.ArticleID, Annotator: d.Me(), ID: id}
}

// DoAll carries out several edits as one step, and then what is to be done when
// that has come about. Very many are carried out beside the page.
func (d *Desk) DoAll(edits []annotations.Edit, then func()) {
	batch := annotations.Batch{Edits: edits}
	switch {
	case len(edits) == 0:
		then()
	case !session.IsLong(batch):
		if d.Do(batch) {
			then()
		}
	case d.MayEdit():
		d.Context.Async(func() {
			d.DoLong(batch, then, func(why []string) { d.Notices.Add(Failure, why...) })
		})
	}
}

// DoLong carries out an edit of very many spans, and then what is to be done when
// that has come about, or otherwise what is to be done with the sentences that say
// why it has not. It is not for the UI goroutine.
func (d *Desk) DoLong(e annotations.Edit, then func(), otherwise func(why []string)) {
	made := false
	err := d.Run("Changing spans", func(ctx context.Context, tell session.Progress) (err error) {
		made, err = d.Session.DoLong(ctx, e, tell)
		return err
	})
	d.OnPage(func() {
		if !made {
			otherwise(NotDone(err))
			return
		}
		d.Notices.GoOn()
		d.Ask.Refresh()
		then()
	})
}

// NotDone says why long work has changed nothing, given its error. Without one the
// work had become another meanwhile. To who has called it off it says nothing.
func NotDone(err error) []string {
	switch {
	case err == nil:
		return []string{"That was not done, since the work was changed meanwhile. Do it again."}
	case errors.Is(err, context.Canceled):
		return nil
	}
	return []string{"That could not be done: " + err.Error()}
}

// TellLost tells how many details of spans an edit has left behind that could
// not come along, and offers to take it back.
func (d *Desk) TellLost(lost int, why string) {
	if lost > 0 {
		d.Notices.Put(Notice{Kind: Done, Undo: d.Session.Revision(), Sentences: []string{kit.Count(lost, "detail") + " " + why}})
	}
}

// LabelByID is the label with that ID, to give to spans.
func (d *Desk) LabelByID(id string) *annotations.Label {
	label, _ := d.Scheme().Label(id)
	return &label
}
