package spans

import (
	"spanwise/annotations"
	"spanwise/app/ui/desk"
)

// written are the kinds of writing in the fields of this room.
func (room *Room) written() map[string]desk.WrittenKind {
	return map[string]desk.WrittenKind{
		desk.NoteWriting: {Now: room.noteNow, Keep: room.keepSpanNote, Open: room.openSpan,
			Says: "You were writing this note on a span:",
			Gone: "The span that you were writing this note on is not there any more:"},
		desk.ValueWriting: {Now: room.valueNow, Keep: room.keepValue, Open: room.openSpanFields, Refuse: room.refuseValue,
			Says: "You were typing this as a detail of a span:",
			Gone: "What you were typing this for is not there any more:"},
		desk.MentionWriting: {Now: room.mentionNow, Open: room.openSpanFields,
			Says: "You were typing this as what a span mentions:",
			Gone: "What you were typing this for is not there any more:"},
	}
}

// spanOf is the span that something is written about.
func (room *Room) spanOf(of []string) (*annotations.Span, bool) {
	return room.desk.Session.Project().SpanAt(of[1], annotations.Place{Document: of[0], Span: of[2]})
}

func (room *Room) noteNow(of []string) (string, bool) {
	if s, there := room.spanOf(of); there {
		return s.Note, true
	}
	return "", false
}

func (room *Room) keepSpanNote(of []string, text string) error {
	s, there := room.spanOf(of)
	switch {
	case !room.desk.Here(of) || !there:
		return desk.ErrElsewhere
	case s.Note != text && !room.desk.ChangeSpan(s.ID, func(s *annotations.Span) { s.Note = text }):
		return desk.ErrNotDone
	}
	return nil
}

func (room *Room) openSpan(of []string) {
	room.desk.ShowSpan(annotations.Place{Document: of[0], Span: of[2]})
	room.desk.Panel = desk.SpansPanel
}

func (room *Room) openSpanFields(of []string) {
	room.openSpan(of)
	room.details.open = true
}

func (room *Room) valueNow(of []string) (string, bool) {
	s, there := room.spanOf(of)
	if !there {
		return "", false
	}
	label, _ := room.desk.Scheme().Label(s.Label)
	a, known := label.Attribute(of[3])
	if !known {
		return "", false
	}
	v, _ := annotations.ValueOf(s.Values, of[3])
	return valueText(a, v), true
}

func (room *Room) keepValue(of []string, text string) error {
	if !room.desk.Here(of) {
		return desk.ErrElsewhere
	}
	return room.setTyped(of[2], of[3], text)
}

// refuseValue has the page tell what was typed and is no value.
func (room *Room) refuseValue(of []string, text string) { _ = room.keepTyped(of[2], of[3], text) }

func (room *Room) mentionNow(of []string) (string, bool) {
	s, there := room.spanOf(of)
	if !there {
		return "", false
	}
	return room.desk.EntryName(s.Entry), true
}
