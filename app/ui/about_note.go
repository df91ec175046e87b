package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
)

func (s *aboutStrip) renderNote() app.UI {
	if s.Open != notePart {
		return app.Div().Hidden(true)
	}
	return &aboutNoteField{Page: s.Page, Serial: s.Note, Note: s.Page.saying.about.Note}
}

// aboutNoteField is the field for a note on an article. Another serial number
// mounts it anew.
type aboutNoteField struct {
	app.Compo

	Page   *Page
	Serial int
	Note   string
}

// CompoID tells the engine when a field is another one.
func (f *aboutNoteField) CompoID() string { return "about-note " + strconv.Itoa(f.Serial) }

// Render draws the field.
func (f *aboutNoteField) Render() app.UI {
	return app.Label().Class("note-field").Body(
		app.Span().Text("Note on this article"),
		app.Textarea().ID(aboutNoteID).Rows(3).Dir("auto").Text(f.Note).
			OnInput(f.onInput).OnChange(f.onChange).OnKeyDown(f.onKeyDown),
	)
}

// onInput remembers what is being written, and keeps it at the next pause.
func (f *aboutNoteField) onInput(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	d := &f.Page.saying.note
	d.text = ctx.JSSrc().Get("value").String()
	of, text := d.of, d.text
	ctx.After(notePause, func(app.Context) {
		if d.of == of && d.text == text {
			f.Page.keepAboutNote()
		}
	})
}

func (f *aboutNoteField) onChange(app.Context, app.Event) { f.Page.keepAboutNote() }

// onKeyDown folds the field and goes back to the text, the note kept.
func (f *aboutNoteField) onKeyDown(ctx app.Context, e app.Event) {
	if !leaves(strokeOf(e)) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	f.Page.unfold(notePart)
	f.Page.focusText()
}

// keepAboutNote makes the note that is being written an edit.
func (p *Page) keepAboutNote() {
	d := p.saying.note
	if d.of != p.open+" "+p.me() {
		return
	}
	p.changeAbout(func(a *annotations.About) { a.Note = d.text })
}
