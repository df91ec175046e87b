package desk

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// NoteField is the field for a note. What is written in it is kept by its key.
type NoteField struct {
	app.Compo

	Desk      *Desk
	Key, Name string
	ID        string
	Rows      int
	Serial    int
	Note      string
	Left      func() // what is done when a key has left the field, or nil

	text kit.Frozen
}

// CompoID tells the engine when a field is another one.
func (f *NoteField) CompoID() string { return f.Key + " " + strconv.Itoa(f.Serial) }

// Render draws the field.
func (f *NoteField) Render() app.UI {
	area := app.Textarea().Rows(f.Rows).Dir("auto").DataSet("writing", f.Key).Text(f.text.At(f.Note)).OnKeyDown(f.onKeyDown)
	if f.ID != "" {
		area = area.ID(f.ID)
	}
	return app.Label().Class("note-field").Body(app.Span().Text(f.Name), area)
}

// Leaves reports whether a key leaves a field of several lines for the text.
func Leaves(s keyboard.Stroke) bool {
	return s.Name == keyboard.Escape || s.Command && s.Name == keyboard.Enter
}

// onKeyDown leaves the field for the text, the note kept.
func (f *NoteField) onKeyDown(ctx app.Context, e app.Event) {
	if !Leaves(kit.StrokeOf(e)) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	f.Desk.Writing.Commit()
	if f.Left != nil {
		f.Left()
	}
	f.Desk.FocusText()
}

// Note draws the field for a note that is kept as it is given.
func (d *Desk) Note(field NoteField) app.UI {
	field.Desk, field.Serial = d, d.Writing.Show(field.Key, field.Note)
	return &field
}
