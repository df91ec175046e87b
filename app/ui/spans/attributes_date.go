package spans

import (
	"errors"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/timex"
	"spanwise/app/ui/kit"
)

// readDate understands a date that is typed or covered: in the language of the
// open article, and counted from the day on which that was published.
func (room *Room) readDate(text string) (annotations.Timex, bool) {
	doc := room.desk.Document()
	return timex.Read(strings.TrimSpace(text), doc.Language, timex.Anchor(doc.Published))
}

// keepDate makes a typed date the value.
func (room *Room) keepDate(span string, a *annotations.Attribute, typed string) error {
	s, _ := room.desk.Set().Span(span)
	if old, there := annotations.ValueOf(s.Values, a.ID); there && old.Date.Value == typed {
		return nil // with whatever else is said of it
	}
	date, ok := room.readDate(typed)
	if !ok {
		return errors.New("“" + kit.Shorten(typed, kit.InClause) + "” is not understood as a date")
	}
	v := annotations.Value{Attribute: a.ID, Date: &date}
	err := a.Check(v)
	if err == nil {
		room.setValue(s, v)
	}
	return err
}

// dateTold says what a date that is being typed is understood as.
func (room *Room) dateTold(typed string) string {
	if strings.TrimSpace(typed) == "" {
		return ""
	}
	if date, ok := room.readDate(typed); ok {
		return timexTold(date)
	}
	return "Not understood yet. A day, a time or a period, or a TIMEX3 value such as 2023-04-25 or P3D."
}

// valueText is what stands in the field of a value that is typed.
func valueText(a *annotations.Attribute, v annotations.Value) string {
	if v.Date != nil {
		return v.Date.Value
	}
	return v.Text
}

// valueTold is what stands beneath a field that nobody is typing in: what a date
// means, and where there is none what the covered words are understood as, which
// is then offered.
func (room *Room) valueTold(s *annotations.Span, a *annotations.Attribute) (told string, offered bool) {
	if v, there := annotations.ValueOf(s.Values, a.ID); there {
		if v.Date != nil {
			told = timexWords(*v.Date)
		}
		return told, false
	}
	if date, ok := room.coveredDate(s, a); ok {
		return timexTold(date) + "?", true
	}
	return "", false
}

func (room *Room) datePlaceholder(s *annotations.Span, a *annotations.Attribute) string {
	if _, ok := room.coveredDate(s, a); ok {
		return kit.Shorten(s.Text(room.desk.Document()), kit.InCaption)
	}
	return "25 April 2023, last week"
}

// coveredDate is what the words of a span say, if they are understood as a date.
func (room *Room) coveredDate(s *annotations.Span, a *annotations.Attribute) (annotations.Timex, bool) {
	if a.Type != annotations.Date || len(s.Ranges) != 1 {
		return annotations.Timex{}, false
	}
	return room.readDate(s.Text(room.desk.Document()))
}

// takeDate makes what the words of the chosen span say, or of the one that was
// made last, the value of its first attribute that is a date. It reports whether
// there is such an attribute.
func (room *Room) takeDate() bool {
	id := room.desk.Selection.Span
	if id == "" && room.desk.Selection.Text.Empty() {
		id = room.desk.Selection.Last
	}
	s, there := room.desk.Set().Span(id)
	if !there {
		return false
	}
	label, _ := room.desk.Scheme().Label(s.Label)
	for i := range label.Attributes {
		if a := &label.Attributes[i]; a.Type == annotations.Date {
			room.setCoveredDate(s, a)
			return true
		}
	}
	return false
}

func (room *Room) setCoveredDate(s *annotations.Span, a *annotations.Attribute) {
	date, ok := room.coveredDate(s, a)
	if !ok {
		room.desk.Say("These words are not understood as a date")
		return
	}
	room.setValue(s, annotations.Value{Attribute: a.ID, Date: &date})
	room.desk.Say(a.Name + ": " + timexTold(date))
}
