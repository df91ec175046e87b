package register

import (
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/entryfield"
)

// mergeOf is the entry with which another becomes one.
type mergeOf struct {
	room  *Room
	Entry *annotations.Entry
}

func (o mergeOf) ID() string     { return mergeIntoID }
func (o mergeOf) About() string  { return o.Entry.ID }
func (o mergeOf) Ready() bool    { return true }
func (o mergeOf) New() string    { return "" }
func (o mergeOf) Unkept() string { return "No other entry of this label is called so." }
func (o mergeOf) Forget()        {}

func (o mergeOf) Took() { o.Back() }
func (o mergeOf) Back() { o.room.desk.Later(o.room.drawRegister) }

func (o mergeOf) List(typed string) []entryfield.Suggestion {
	if typed == "" {
		typed = o.Entry.Name
	}
	o.room.suggest.Follow(o.room.desk.Session.Project())
	return slices.DeleteFunc(o.room.suggest.Typed(o.Entry.Label, typed), func(s entryfield.Suggestion) bool { return s.Entry == o.Entry.ID })
}

func (o mergeOf) Take(s entryfield.Suggestion) { o.room.mergeEntries(o.Entry.ID, s.Entry) }

// leave keeps nothing: two entries become one only by a suggestion that is taken.
func (o mergeOf) Leave(typed string) bool {
	return strings.TrimSpace(typed) == "" || len(o.List(typed)) > 0
}
