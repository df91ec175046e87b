package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// noteField is the field for a note. What is written in it is kept by its key.
type noteField struct {
	app.Compo

	Room      *spansRoom
	Key, Name string
	ID        string
	Rows      int
	Serial    int
	Note      string

	text kit.Frozen
}

// CompoID tells the engine when a field is another one.
func (f *noteField) CompoID() string { return f.Key + " " + strconv.Itoa(f.Serial) }

// renderNote draws the field for a note that is kept as it is given.
func (room *spansRoom) renderNote(key, name, id string, rows int, note string) app.UI {
	return &noteField{Room: room, Key: key, Name: name, ID: id, Rows: rows, Serial: room.desk.Writing.Show(key, note), Note: note}
}

// Render draws the field.
func (f *noteField) Render() app.UI {
	area := app.Textarea().Rows(f.Rows).Dir("auto").DataSet("writing", f.Key).Text(f.text.At(f.Note)).OnKeyDown(f.onKeyDown)
	if f.ID != "" {
		area = area.ID(f.ID)
	}
	return app.Label().Class("note-field").Body(app.Span().Text(f.Name), area)
}

// leaves reports whether a key leaves a field of several lines for the text.
func leaves(s keyboard.Stroke) bool {
	return s.Name == keyboard.Escape || s.Command && s.Name == keyboard.Enter
}

// onKeyDown leaves the field for the text, the note kept. The note on an article
// folds.
func (f *noteField) onKeyDown(ctx app.Context, e app.Event) {
	if !leaves(kit.StrokeOf(e)) {
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
	f.Room.desk.Writing.Commit()
	if f.ID == aboutNoteID {
		f.Room.page.about.unfold(notePart)
	}
	f.Room.desk.FocusText()
}
