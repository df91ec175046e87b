package ui

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/keyboard"
)

// noteDraft is the note in a field: the ID of what it is about, what stands there,
// what of it is kept, and a serial number that changes when the field must show
// something else.
type noteDraft struct {
	of     string
	text   string
	kept   string
	serial int
}

// notePause is how long a writer must pause for the note to be kept: long
// enough that undo takes back a thought and not a letter.
const notePause = 800 * time.Millisecond

// followNote brings the draft in line with the chosen span, which is nil when
// there is none.
func (p *Page) followNote(s *annotations.Span) {
	if s == nil {
		p.note.follow("", "")
		return
	}
	p.note.follow(s.ID, s.Note)
}

// follow brings the draft in line with what it is about: another span, or a
// note that undo, redo, an import or another tab changed, puts new text into the
// field. What the field itself has just had kept leaves the writer alone, and so
// does another tab's note while one is being written here: the later one stays.
func (d *noteDraft) follow(id, note string) {
	switch {
	case id == "":
		*d = noteDraft{serial: d.serial + 1}
	case id == d.of && d.text != d.kept:
		d.kept = note
	case id != d.of, note != d.kept && note != d.text:
		*d = noteDraft{of: id, text: note, kept: note, serial: d.serial + 1}
	default:
		d.kept = note
	}
}

// noteField is the field for a span's note. Another serial number mounts it
// anew, since the engine cannot clear a field that a person has typed in.
type noteField struct {
	app.Compo

	Span   string
	Serial int
	Note   string
	Page   *Page
}

// CompoID tells the engine when a field is another one.
func (f *noteField) CompoID() string { return f.Span + " " + strconv.Itoa(f.Serial) }

// Render draws the field.
func (f *noteField) Render() app.UI {
	return app.Label().Class("note-field").Body(
		app.Span().Text("Note"),
		app.Textarea().Rows(2).Dir("auto").Text(f.Note).
			OnInput(f.onInput).OnChange(f.onChange).OnKeyDown(f.onKeyDown),
	)
}

func (f *noteField) onInput(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	f.Page.draftNote(ctx, f.Span, ctx.JSSrc().Get("value").String())
}

func (f *noteField) onChange(app.Context, app.Event) { f.Page.keepNote() }

// leaves reports whether a key leaves a field of several lines for the text.
func leaves(s keyboard.Stroke) bool {
	return s.Name == keyboard.Escape || s.Command && s.Name == keyboard.Enter
}

// onKeyDown leaves the field for the text, the note kept.
func (f *noteField) onKeyDown(ctx app.Context, e app.Event) {
	if !leaves(strokeOf(e)) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	f.Page.keepNote()
	f.Page.focusText()
}

// draftNote remembers what is being written, and keeps it at the next pause.
func (p *Page) draftNote(ctx app.Context, span, text string) {
	if p.note.of != span {
		return
	}
	p.note.text = text
	ctx.After(notePause, func(app.Context) {
		if p.note.of == span && p.note.text == text {
			p.keepNote()
		}
	})
}

// keepNote makes the notes that are being written edits.
func (p *Page) keepNote() {
	p.keepField()
	p.keepRelationNote()
	p.keepAboutNote()
	s, ok := p.set().Span(p.note.of)
	if !ok || s.Note == p.note.text {
		return
	}
	text := p.note.text
	p.change(s.ID, func(s *annotations.Span) { s.Note = text })
}
