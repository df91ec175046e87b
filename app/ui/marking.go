package ui

import (
	"fmt"
	"slices"
	"time"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// useLabel marks the pick with a label, or without one relabels the chosen
// span, and reports whether there was either.
func (room *textRoom) useLabel(label string) bool {
	switch {
	case !room.page.desk.selection.text.empty():
		room.mark(label)
	case room.relabelSeveral(label):
	case room.page.desk.selection.span != "":
		room.relabel(label)
	default:
		return false
	}
	return true
}

// takePen holds a label as a pen, which marks every selection to come, or lays
// it down. Only a press on the label does that: a key that was struck twice, or
// after a drag that missed, must not. Under a finger a selection grows step by
// step, and there is no telling when a pen should mark it.
func (room *textRoom) takePen(label string) {
	switch {
	case room.pressed.touch:
		room.page.desk.say("Select text first, then press a label")
	case room.page.desk.pen == label:
		room.page.desk.pen = ""
		room.page.desk.say("Pen laid down")
	default:
		room.page.desk.pen = label
		room.page.desk.say(room.page.desk.labelName(label) + " is the pen: every selection is marked with it")
	}
}

// penClass shows over the text that a pen is held.
func (room *textRoom) penClass() string {
	if room.page.desk.pen == "" {
		return "no-pen"
	}
	return "pen"
}

// mark lays a span of that label over the pick and returns its ID, "" if it may
// not. The browser's selection is let go first: keeping it through the change
// would cost more than the mark.
func (room *textRoom) mark(label string) string {
	if !room.page.desk.mayEdit() {
		return ""
	}
	browser.ClearSelection()
	at := room.page.desk.selection.text
	if twin := room.twin(at, label); twin != "" {
		room.page.desk.selection.dropText()
		room.page.desk.choose(twin, nil)
		room.page.desk.say("This is marked as " + room.page.desk.labelName(label) + " already")
		return ""
	}
	if !room.mayLabel(label, []annotations.Range{{Start: at.Start, End: at.End}}, nil) {
		return ""
	}
	now := time.Now().UTC().Truncate(time.Millisecond)
	span := annotations.Span{
		ID:       annotations.NewID(),
		Label:    label,
		Ranges:   []annotations.Range{{Start: at.Start, End: at.End}},
		Origin:   annotations.FromPerson,
		Created:  now,
		Modified: now,
		Values:   room.defaults(label),
	}
	if !room.page.desk.do(annotations.AddSpan{Document: room.page.desk.open, Annotator: room.page.desk.me(), Span: span}) {
		return ""
	}
	room.page.desk.selection.dropText()
	room.page.desk.selection.remember(span.ID)
	room.page.desk.cursorAt = at.End
	room.page.desk.focusText()
	room.page.desk.say(fmt.Sprintf("%s: %s", room.page.desk.labelName(label), span.Text(room.page.desk.document())))
	return span.ID
}

// twin is the span that a pick marked with a label would repeat, or "". The
// model allows it; made by hand it is a slip.
func (room *textRoom) twin(at pick, label string) string {
	same := []annotations.Range{{Start: at.Start, End: at.End}}
	for s := range room.page.desk.set().Overlapping(at.Start, at.End) {
		if s.Label == label && slices.Equal(s.Ranges, same) {
			return s.ID
		}
	}
	return ""
}

// chooseAtPick chooses the spans that lie under the keyboard's word.
func (room *textRoom) chooseAtPick() bool {
	if room.page.desk.selection.text.empty() {
		return false
	}
	var spans []string
	for s := range room.page.desk.set().Overlapping(room.page.desk.selection.text.Start, room.page.desk.selection.text.End) {
		spans = append(spans, s.ID)
	}
	if len(spans) == 0 {
		return false
	}
	room.page.desk.selection.dropText()
	if room.page.desk.ask.GiveSpans(spans) {
		return true
	}
	room.page.desk.choose(room.page.desk.shortest(spans), spans)
	room.page.desk.later(func() { browser.Focus(kit.SpanID) })
	return true
}

// reveal scrolls the text to a span, unless it is in view.
func (room *textRoom) reveal(id string) {
	if s, ok := room.page.desk.set().Span(id); ok {
		room.revealRange(annotations.Range{Start: s.Start(), End: s.End()})
	}
}

func (room *textRoom) revealRange(r annotations.Range) {
	doc := room.page.desk.document()
	if r.End <= len(doc.Text()) {
		room.page.desk.article().Reveal(kit.PointOf(doc, r.Start), kit.EndPointOf(doc, r.End), room.page.desk.headHeight(), footHeight()+air)
	}
}

func (room *textRoom) relabel(label string) {
	s, ok := room.page.desk.set().Span(room.page.desk.selection.span)
	if !ok || s.Label == label || !room.mayLabel(label, s.Ranges, s) {
		return
	}
	next, lost := annotations.Relabel(s, room.page.desk.relabelTo(label))
	if room.page.desk.change(room.page.desk.selection.span, func(s *annotations.Span) { *s = next }) {
		room.page.desk.tellLost(lost, "went, which "+room.page.desk.labelName(label)+" does not have.")
		room.page.desk.say("Label changed to " + room.page.desk.labelName(label))
	}
}

func (room *textRoom) deleteChosen() bool {
	if room.deleteSeveral() {
		return true
	}
	if room.page.desk.selection.span == "" {
		return false
	}
	if room.page.desk.do(annotations.RemoveSpan{Document: room.page.desk.open, Annotator: room.page.desk.me(), ID: room.page.desk.selection.span}) {
		room.page.desk.say("Span deleted")
	}
	room.page.desk.focusText()
	return true
}
