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
func (p *Page) mayEdit() bool {
	switch {
	case p.welcoming != unwelcomed:
		p.say(openingText(p.opening))
	case p.keeping.locked():
		p.say("This page only reads: a newer Spanwise has taken over your work")
	case p.busy():
		p.say(p.errand.title)
	}
	return p.welcoming == unwelcomed && !p.keeping.locked() && !p.busy()
}

// do carries out an edit, the one way in which the page changes the work.
func (p *Page) do(e annotations.Edit) bool {
	if !p.mayEdit() {
		p.writing.writing.refuse()
		return false
	}
	if err := p.writing.writing.do(p.session, e); err != nil {
		if p.writing.writing.making == nil {
			p.notices.add(failure, "That could not be done: "+err.Error())
		}
		return false
	}
	p.notices.goOn()
	p.spans.checkSpan(e)
	p.refresh()
	return true
}

// change puts a new value in the place of the chosen span.
func (room *textRoom) change(id string, with func(*annotations.Span)) bool {
	s, ok := room.page.set().Span(id)
	if !ok {
		return false
	}
	next := *s
	with(&next)
	next.Modified = time.Now().UTC().Truncate(time.Millisecond)
	return room.page.do(annotations.ChangeSpan{Document: room.page.open, Annotator: room.page.me(), Span: next})
}

// adding, changing and removing are the edits of a span of the open article.
func (room *textRoom) adding(s annotations.Span) annotations.Edit {
	s.Modified = kit.Now()
	return annotations.AddSpan{Document: room.page.open, Annotator: room.page.me(), Span: s}
}

func (room *textRoom) changing(s annotations.Span) annotations.Edit {
	s.Modified = kit.Now()
	return annotations.ChangeSpan{Document: room.page.open, Annotator: room.page.me(), Span: s}
}

func (room *textRoom) removing(id string) annotations.Edit {
	return annotations.RemoveSpan{Document: room.page.open, Annotator: room.page.me(), ID: id}
}

// doAll carries out several edits as one step, and then what is to be done when
// that has come about. Very many are carried out beside the page.
func (room *textRoom) doAll(edits []annotations.Edit, then func()) {
	batch := annotations.Batch{Edits: edits}
	switch {
	case len(edits) == 0:
		then()
	case !session.IsLong(batch):
		if room.page.do(batch) {
			then()
		}
	case room.page.mayEdit():
		room.page.ctx.Async(func() {
			room.doLong(batch, then, func(why []string) { room.page.notices.add(failure, why...) })
		})
	}
}

// doLong carries out an edit of very many spans, and then what is to be done when
// that has come about, or otherwise what is to be done with the sentences that say
// why it has not. It is not for the UI goroutine.
func (room *textRoom) doLong(e annotations.Edit, then func(), otherwise func(why []string)) {
	made := false
	err := room.page.run("Changing spans", func(ctx context.Context, tell session.Progress) (err error) {
		made, err = room.page.session.DoLong(ctx, e, tell)
		return err
	})
	room.page.onPage(func() {
		if !made {
			otherwise(notDone(err))
			return
		}
		room.page.notices.goOn()
		room.page.refresh()
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
func (room *textRoom) tellLost(lost int, why string) {
	if lost > 0 {
		room.page.notices.put(notice{Kind: done, Undo: room.page.session.Revision(), Sentences: []string{kit.Count(lost, "detail") + " " + why}})
	}
}

// relabelTo is the label with that ID, to give to spans.
func (room *textRoom) relabelTo(id string) *annotations.Label {
	label, _ := room.page.scheme().Label(id)
	return &label
}
