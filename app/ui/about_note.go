package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

func (s *aboutStrip) renderNote() app.UI {
	if s.Open != notePart {
		return app.Div().Hidden(true)
	}
	p := s.Room.page
	return p.spans.renderNote(p.desk.setKey(aboutWriting), "Note on this article", aboutNoteID, 3, p.about.saying.about.Note)
}
