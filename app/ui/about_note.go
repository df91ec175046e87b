package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

func (s *aboutStrip) renderNote() app.UI {
	if s.Open != notePart {
		return app.Div().Hidden(true)
	}
	p := s.Page
	return p.renderNote(p.setKey(aboutWriting), "Note on this article", aboutNoteID, 3, p.saying.about.Note)
}
