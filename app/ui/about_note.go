package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desk"
)

func (s *aboutStrip) renderNote() app.UI {
	if s.Open != notePart {
		return app.Div().Hidden(true)
	}
	room := s.Room
	return room.page.spans.renderNote(room.desk.WritingKey(desk.AboutWriting), "Note on this article", aboutNoteID, 3, room.saying.about.Note)
}
