package ui

import (
	"context"
	"errors"
	"time"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/kit"
)

// mayEdit reports whether this tab may change the work. A banner or a dialog
// says why not for as long as it may not.
func (d *deskRoom) mayEdit() bool {
	switch {
	case d.welcoming != unwelcomed:
		d.say(openingText(d.opening))
	case d.locked():
		d.say("This page only reads: a newer Spanwise has taken over your work")
	case d.busy():
		d.say(d.errand.title)
	}
	return d.welcoming == unwelcomed && !d.locked() && !d.busy()
}

// do carries out an edit, the one way in which the page changes the work.
func (d *deskRoom) do(e annotations.Edit) bool {
	if !d.mayEdit() {
		d.writing.Refuse()
		return false
	}
	if err := d.writing.Do(e); err != nil {
		if !d.writing.Making() {
			d.notices.add(failure, "That could not be done: "+err.Error())
		}
		return false
	}
	d.notices.goOn()
	d.ask.Done(e)
	d.ask.Refresh()
	return true
}

// change puts a new value in the place of the chosen span.
func (d *deskRoom) change(id string, with func(*annotations.Span)) bool {
	s, ok := d.set().Span(id)
	if !ok {
		return false
	}
	next := *s
	with(&next)
	next.Modified = time.Now().UTC().Truncate(time.Millisecond)
	return d.do(annotations.ChangeSpan{Document: d.open, Annotator: d.me(), Span: next})
}

// adding, changing and removing are the edits of a span of the open article.
func (d *deskRoom) adding(s annotations.Span) annotations.Edit {
	s.Modified = kit.Now()
	return annotations.AddSpan{Document: d.open, Annotator: d.me(), Span: s}
}

func (d *deskRoom) changing(s annotations.Span) annotations.Edit {
	s.Modified = kit.Now()
	return annotations.ChangeSpan{Document: d.open, Annotator: d.me(), Span: s}
}

func (d *deskRoom) removing(id string) annotations.Edit {
	return annotations.RemoveSpan{Document: d.open, Annotator: d.me(), ID: id}
}

// doAll carries out several edits as one step, and then what is to be done when
// that has come about. Very many are carried out beside the page.
func (d *deskRoom) doAll(edits []annotations.Edit, then func()) {
	batch := annotations.Batch{Edits: edits}
	switch {
	case len(edits) == 0:
		then()
	case !session.IsLong(batch):
		if d.do(batch) {
			then()
		}
	case d.mayEdit():
		d.ctx.Async(func() {
			d.doLong(batch, then, func(why []string) { d.notices.add(failure, why...) })
		})
	}
}

// doLong carries out an edit of very many spans, and then what is to be done when
// that has come about, or otherwise what is to be done with the sentences that say
// why it has not. It is not for the UI goroutine.
func (d *deskRoom) doLong(e annotations.Edit, then func(), otherwise func(why []string)) {
	made := false
	err := d.run("Changing spans", func(ctx context.Context, tell session.Progress) (err error) {
		made, err = d.session.DoLong(ctx, e, tell)
		return err
	})
	d.onPage(func() {
		if !made {
			otherwise(notDone(err))
			return
		}
		d.notices.goOn()
		d.ask.Refresh()
		then()
	})
}

// notDone says why long work has changed nothing, given its error. Without one the
// work had become another meanwhile. To who has called it off it says nothing.
func notDone(err error) []string {
	switch {
	case err == nil:
		return []string{"That was not done, since the work was changed meanwhile. Do it again."}
	case errors.Is(err, context.Canceled):
		return nil
	}
	return []string{"That could not be done: " + err.Error()}
}

// tellLost tells how many details of spans an edit has left behind that could
// not come along, and offers to take it back.
func (d *deskRoom) tellLost(lost int, why string) {
	if lost > 0 {
		d.notices.put(notice{Kind: done, Undo: d.session.Revision(), Sentences: []string{kit.Count(lost, "detail") + " " + why}})
	}
}

// relabelTo is the label with that ID, to give to spans.
func (d *deskRoom) relabelTo(id string) *annotations.Label {
	label, _ := d.scheme().Label(id)
	return &label
}
