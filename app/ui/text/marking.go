package text

import (
	"fmt"
	"slices"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// UseLabel marks the pick with a label, or without one relabels the chosen
// span, and reports whether there was either.
func (room *Room) UseLabel(label string) bool {
	switch {
	case !room.desk.Selection.Text.Empty():
		room.mark(label)
	case room.RelabelSeveral(label):
	case room.desk.Selection.Span != "":
		room.Relabel(label)
	default:
		return false
	}
	return true
}

// TakePen holds a label as a pen, which marks every selection to come, or lays
// it down. Only a press on the label does that: a key that was struck twice, or
// after a drag that missed, must not. Under a finger a selection grows step by
// step, and there is no telling when a pen should mark it.
func (room *Room) TakePen(label string) {
	switch {
	case room.pressed.touch:
		room.desk.Say("Select text first, then press a label")
	case room.desk.Pen == label:
		room.desk.Pen = ""
		room.desk.Say("Pen laid down")
	default:
		room.desk.Pen = label
		room.desk.Say(room.desk.LabelName(label) + " is the pen: every selection is marked with it")
	}
}

// PenClass shows over the text that a pen is held.
func (room *Room) PenClass() string {
	if room.desk.Pen == "" {
		return "no-pen"
	}
	return "pen"
}

// mark lays a span of that label over the pick and returns its ID, "" if it may
// not. The browser's selection is let go first: keeping it through the change
// would cost more than the mark.
func (room *Room) mark(label string) string {
	if !room.desk.MayEdit() {
		return ""
	}
	browser.ClearSelection()
	at := room.desk.Selection.Text
	if twin := room.twin(at, label); twin != "" {
		room.desk.Selection.DropText()
		room.desk.Choose(twin, nil)
		room.desk.Say("This is marked as " + room.desk.LabelName(label) + " already")
		return ""
	}
	if !room.mayLabel(label, []annotations.Range{{Start: at.Start, End: at.End}}, nil) {
		return ""
	}
	now := kit.Now()
	span := annotations.Span{
		ID:       annotations.NewID(),
		Label:    label,
		Ranges:   []annotations.Range{{Start: at.Start, End: at.End}},
		Origin:   annotations.FromPerson,
		Created:  now,
		Modified: now,
		Values:   room.defaults(label),
	}
	if !room.desk.Do(annotations.AddSpan{Document: room.desk.ArticleID, Annotator: room.desk.Me(), Span: span}) {
		return ""
	}
	room.desk.Selection.DropText()
	room.desk.Selection.Remember(span.ID)
	room.desk.CursorAt = at.End
	room.desk.FocusText()
	room.desk.Say(fmt.Sprintf("%s: %s", room.desk.LabelName(label), span.Text(room.desk.Document())))
	return span.ID
}

// twin is the span that a pick marked with a label would repeat, or "". The
// model allows it; made by hand it is a slip.
func (room *Room) twin(at desk.TextSelection, label string) string {
	same := []annotations.Range{{Start: at.Start, End: at.End}}
	for s := range room.desk.Set().Overlapping(at.Start, at.End) {
		if s.Label == label && slices.Equal(s.Ranges, same) {
			return s.ID
		}
	}
	return ""
}

// chooseAtPick chooses the spans that lie under the keyboard's word.
func (room *Room) chooseAtPick() bool {
	if room.desk.Selection.Text.Empty() {
		return false
	}
	var spans []string
	for s := range room.desk.Set().Overlapping(room.desk.Selection.Text.Start, room.desk.Selection.Text.End) {
		spans = append(spans, s.ID)
	}
	if len(spans) == 0 {
		return false
	}
	room.desk.Selection.DropText()
	if room.desk.Ask.GiveSpans(spans) {
		return true
	}
	room.desk.Choose(room.desk.Shortest(spans), spans)
	room.desk.Later(func() { browser.Focus(kit.SpanID) })
	return true
}

// RevealRange scrolls the text to a range of it, unless that is in view.
func (room *Room) RevealRange(r annotations.Range) {
	doc := room.desk.Document()
	if r.End <= len(doc.Text()) {
		room.desk.Text().Reveal(kit.PointOf(doc, r.Start), kit.EndPointOf(doc, r.End), room.desk.HeadHeight(), desk.FootHeight()+desk.RevealMargin)
	}
}

// Relabel gives the chosen span another label.
func (room *Room) Relabel(label string) {
	s, ok := room.desk.Set().Span(room.desk.Selection.Span)
	if !ok || s.Label == label || !room.mayLabel(label, s.Ranges, s) {
		return
	}
	next, lost := annotations.Relabel(s, room.desk.LabelByID(label), room.desk.Session.Project())
	if room.desk.ChangeSpan(room.desk.Selection.Span, func(s *annotations.Span) { *s = next }) {
		room.desk.TellLost(lost, "went, which "+room.desk.LabelName(label)+" does not have.")
		room.desk.Say("Label changed to " + room.desk.LabelName(label))
	}
}

// DeleteChosen deletes what is chosen, and reports whether anything was.
func (room *Room) DeleteChosen() bool {
	if room.deleteSeveral() {
		return true
	}
	if room.desk.Selection.Span == "" {
		return false
	}
	if room.desk.Do(annotations.RemoveSpan{Document: room.desk.ArticleID, Annotator: room.desk.Me(), ID: room.desk.Selection.Span}) {
		room.desk.Say("Span deleted")
	}
	room.desk.FocusText()
	return true
}
