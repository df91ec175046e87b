package spans

import (
	"slices"
	"strings"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// rejected is what was typed into a field of a span and is no value: the ID of the
// span, that of the attribute or "" for the entry, and why. The field says so for
// as long as it is there, and the page when it is not.
type rejected struct {
	span, attribute, typed string
	why                    error
}

// refuse remembers what was refused in the place of what the field held before.
func (d *details) refuse(r rejected) {
	d.forget(r.span, r.attribute)
	d.refused = append(d.refused, r)
}

// forget lets go of what a field refused: it holds something else now.
func (d *details) forget(span, attribute string) {
	d.refused = slices.DeleteFunc(d.refused, func(r rejected) bool { return r.span == span && r.attribute == attribute })
}

// gone says what was refused by the fields of all spans but the one whose fields
// are shown, and forgets it.
func (d *details) gone(shown string) []string {
	var sentences []string
	d.refused = slices.DeleteFunc(d.refused, func(r rejected) bool {
		if r.span == shown {
			return false
		}
		sentences = append(sentences, "“"+kit.Shorten(strings.TrimSpace(r.typed), kit.InClause)+"” was not kept: "+r.why.Error())
		return true
	})
	return sentences
}

// tellRefused tells that, wherever a person is in the text.
func (room *Room) tellRefused(shown string) {
	room.desk.Notices.Add(desk.Failure, room.details.gone(shown)...)
}
