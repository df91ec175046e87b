package about

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

func (s *aboutStrip) renderNote() app.UI {
	if s.Open != notePart {
		return app.Div().Hidden(true)
	}
	room := s.Room
	return room.desk.Note(desk.NoteField{Key: room.desk.WritingKey(desk.AboutWriting), Name: "Note on this article", ID: aboutNoteID, Rows: 3, Note: room.saying.about.Note, Left: func() { room.unfold(notePart) }})
}
