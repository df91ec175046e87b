package annotators

import "spanwise/app/ui/desk"

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.AnnotatorWriting: {Now: room.annotatorNow, Open: room.openAnnotatorName,
			Says: "You were typing this as the name of an annotator:",
			Gone: "The annotator that you were typing this name for is not there any more:"},
	}
}

// annotatorNow is an annotator's name; a new one has none.
func (room *Room) annotatorNow(of []string) (string, bool) {
	a, there := room.desk.Session.Project().Annotator(of[0])
	return a.Name, there || of[0] == ""
}

func (room *Room) openAnnotatorName(of []string) {
	room.desk.Ask.OpenAnnotators()
	room.colleagues.dialog.renaming = of[0]
}
