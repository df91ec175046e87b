package ui

import (
	"slices"
	"strings"

	"spanwise/annotations"
)

// mergeOf is the entry with which another becomes one.
type mergeOf struct {
	room  *registerRoom
	Entry *annotations.Entry
}

func (o mergeOf) id() string     { return mergeIntoID }
func (o mergeOf) about() string  { return o.Entry.ID }
func (o mergeOf) ready() int     { return 0 }
func (o mergeOf) unkept() string { return "No other entry of this label is called so." }
func (o mergeOf) forget()        {}

func (o mergeOf) back() { o.room.desk.Later(o.room.drawRegister) }

func (o mergeOf) list(typed string) []suggestion {
	if typed == "" {
		typed = o.Entry.Name
	}
	o.room.suggest.follow(o.room.desk.Session.Project())
	return slices.DeleteFunc(o.room.suggest.typed(o.Entry.Label, typed), func(s suggestion) bool { return s.Entry == o.Entry.ID })
}

func (o mergeOf) take(s suggestion) { o.room.mergeEntries(o.Entry.ID, s.Entry) }

// leave keeps nothing: two entries become one only by a suggestion that is taken.
func (o mergeOf) leave(typed string) bool {
	return strings.TrimSpace(typed) == "" || len(o.list(typed)) > 0
}
