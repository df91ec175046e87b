package relations

import (
	"spanwise/annotations"
	"spanwise/app/ui/desk"
)

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.RelationWriting: {Now: room.relationNow, Keep: room.keepRelation, Open: room.openRelationNote,
			Says: "You were writing this note on a relation:",
			Gone: "The relation that you were writing this note on is not there any more:"},
	}
}

func (room *Room) relationNow(of []string) (string, bool) {
	if r, there := room.desk.Session.Project().Relation(of[0]); there {
		return r.Note, true
	}
	return "", false
}

func (room *Room) keepRelation(of []string, text string) error {
	r, there := room.desk.Session.Project().Relation(of[0])
	if there && r.Note != text && !room.changeRelation(r.ID, func(r *annotations.Relation) { r.Note = text }) {
		return desk.ErrNotDone
	}
	return nil
}

func (room *Room) openRelationNote(of []string) {
	if r, there := room.desk.Session.Project().Relation(of[0]); there {
		room.desk.ShowSpan(r.From)
		room.desk.Selection.Relation = of[0]
		room.desk.Panel = desk.SpansPanel
	}
}
