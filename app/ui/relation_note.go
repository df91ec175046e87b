package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
)

// relationNote is the field for a relation's note. It is mounted anew as a
// span's is.
type relationNote struct {
	app.Compo

	Page     *Page
	Relation string
	Serial   int
	Note     string
}

// CompoID tells the engine when a field is another one.
func (f *relationNote) CompoID() string { return f.Relation + " " + strconv.Itoa(f.Serial) }

// Render draws the field.
func (f *relationNote) Render() app.UI {
	return app.Label().Class("note-field").Body(
		app.Span().Text("Note on this relation"),
		app.Textarea().Rows(1).Dir("auto").Text(f.Note).
			OnInput(f.onInput).OnChange(f.onChange).OnKeyDown(f.onKeyDown),
	)
}

func (f *relationNote) onInput(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	p, text := f.Page, ctx.JSSrc().Get("value").String()
	if p.relationNote.of != f.Relation {
		return
	}
	p.relationNote.text = text
	ctx.After(notePause, func(app.Context) {
		if p.relationNote.of == f.Relation && p.relationNote.text == text {
			p.keepRelationNote()
		}
	})
}

func (f *relationNote) onChange(app.Context, app.Event) { f.Page.keepRelationNote() }

// onKeyDown leaves the field for the text, the note kept.
func (f *relationNote) onKeyDown(ctx app.Context, e app.Event) {
	if !leaves(strokeOf(e)) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	f.Page.keepRelationNote()
	f.Page.focusText()
}

// keepRelationNote makes the note that is being written an edit.
func (p *Page) keepRelationNote() {
	draft := &p.relationNote
	r, there := p.session.Project().Relation(draft.of)
	if !there || r.Note == draft.text {
		return
	}
	text := draft.text
	p.changeRelation(r.ID, func(r *annotations.Relation) { r.Note = text })
}
