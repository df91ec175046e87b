package ui

import (
	"errors"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// entryOf is the entry that a span mentions. Only one of the register can be
// taken; the last suggestion makes a new one.
type entryOf struct {
	room *spansRoom
	Span *annotations.Span
}

func (o entryOf) id() string    { return entryFieldID }
func (o entryOf) about() string { return o.Span.ID }
func (o entryOf) ready() int    { return 0 }
func (o entryOf) back()         { o.room.leaveFields() }

func (o entryOf) forget() { o.room.details.forget(o.Span.ID, "") }

func (o entryOf) unkept() string {
	return "This is not in the register. Ctrl + Enter, or the last row of the list, makes a new entry."
}

func (o entryOf) list(typed string) []suggestion {
	project := o.room.desk.Session.Project()
	o.room.suggest.follow(project)
	if typed != "" {
		return append(o.room.suggest.typed(o.Span.Label, typed), suggestion{Name: typed, New: true})
	}
	covered := kit.OneLine(o.Span.Text(o.room.desk.Document()))
	return append(o.room.suggest.before(project, o.Span.Label, covered), suggestion{Name: covered, New: true})
}

func (o entryOf) take(s suggestion) {
	if s.New {
		o.room.pointToNew(o.Span.ID, s.Name)
		return
	}
	o.room.pointTo(o.Span.ID, s.Entry)
	o.room.desk.Say(s.Name)
}

// leave takes the entry that is called so. An empty field leaves the span without.
func (o entryOf) leave(typed string) bool {
	o.forget()
	if typed == "" {
		o.room.pointTo(o.Span.ID, "")
		return true
	}
	for _, s := range o.list(typed) {
		if e, there := o.room.desk.Session.Project().Entry(s.Entry); there && isCalled(e, typed) {
			o.room.pointTo(o.Span.ID, e.ID)
			return true
		}
	}
	o.room.details.refuse(rejected{o.Span.ID, "", typed, errors.New("it is not in the register")})
	return false
}

// textOf is an attribute of a span that is a text; any text is one.
type textOf struct {
	room              *spansRoom
	Span              *annotations.Span
	Attribute, Offers string
}

func (o textOf) id() string     { return "field-of-" + o.Attribute }
func (o textOf) about() string  { return o.Span.ID + " " + o.Attribute }
func (o textOf) ready() int     { return -1 }
func (o textOf) back()          { o.room.leaveFields() }
func (o textOf) unkept() string { return "It was not kept." }
func (o textOf) forget()        { o.room.details.forget(o.Span.ID, o.Attribute) }

func (o textOf) list(typed string) []suggestion {
	if typed == "" {
		return nil
	}
	o.room.suggest.follow(o.room.desk.Session.Project())
	return o.room.suggest.typed(o.Offers, typed)
}

func (o textOf) take(s suggestion) { o.leave(s.Name) }

func (o textOf) leave(typed string) bool {
	return o.room.keepTyped(o.Span.ID, o.Attribute, typed) == nil
}
