package bringing

import (
	"spanwise/app/ui/desk"
	"spanwise/corpus"
)

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.PasteWriting: {Form: true, Open: func([]string) { room.openForm("", corpus.Details{}) },
			Says: "You were adding this text as an article:"},
		desk.DetailsWriting: {Form: true, Now: room.documentThere, Open: room.openDetails,
			Says: "You were changing the details of an article:",
			Gone: "The article that you were changing the details of is not there any more:"},
		desk.TextWriting: {Now: room.textNow, Open: room.openReplacingOf, Lasts: room.isRetyped, Form: true,
			Says: "You were putting this in the place of an article’s text:",
			Gone: "The article that you were writing this for is not there any more:"},
	}
}

// documentThere has no text: the details are several.
func (room *Room) documentThere(of []string) (string, bool) {
	_, there := room.desk.Session.Project().Document(of[0])
	return "", there
}

func (room *Room) openDetails(of []string) {
	room.desk.OpenWritten(of[0])
	room.openForm(room.desk.ArticleID, room.desk.Document().Details)
}

func (room *Room) openReplacingOf(of []string) {
	room.desk.OpenWritten(of[0])
	room.openReplacing()
}

// isRetyped reports whether the dialog's field was left with a text that is not in
// its place yet.
func (room *Room) isRetyped(of []string) bool {
	_, there := room.retyped[of[0]]
	return there
}

// textNow is the article's text as the form has it.
func (room *Room) textNow(of []string) (string, bool) {
	doc, there := room.desk.Session.Project().Document(of[0])
	if !there {
		return "", false
	}
	return desk.JoinFields(map[string]string{newTextField: doc.Text()}), true
}
