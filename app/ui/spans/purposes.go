package spans

import (
	"errors"

	"spanwise/annotations"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// entryOf is the entry that a span mentions. Only one of the register can be
// taken; the last suggestion makes a new one.
type entryOf struct {
	room *Room
	Span *annotations.Span
}

func (o entryOf) ID() string    { return entryFieldID }
func (o entryOf) About() string { return o.Span.ID }
func (o entryOf) Ready() bool   { return true }
func (o entryOf) New() string   { return "New entry" }
func (o entryOf) Took()         { o.room.leaveFields() }
func (o entryOf) Back()         { o.room.leaveFields() }

func (o entryOf) Forget() { o.room.details.forget(o.Span.ID, "") }

func (o entryOf) Unkept() string {
	return "This is not in the register. Ctrl + Enter, or the last row of the list, makes a new entry."
}

func (o entryOf) List(typed string) []entryfield.Suggestion {
	project := o.room.desk.Session.Project()
	o.room.suggest.Follow(project)
	if typed != "" {
		return append(o.room.suggest.Typed(o.Span.Label, typed), entryfield.Suggestion{Name: typed, New: true})
	}
	covered := kit.OneLine(o.Span.Text(o.room.desk.Document()))
	return append(o.room.suggest.Before(project, o.Span.Label, covered), entryfield.Suggestion{Name: covered, New: true})
}

func (o entryOf) Take(s entryfield.Suggestion) {
	if s.New {
		o.room.pointToNew(o.Span.ID, s.Name)
		return
	}
	o.room.pointTo(o.Span.ID, s.Entry)
	o.room.desk.Say(s.Name)
}

// leave takes the entry that is called so. An empty field leaves the span without.
func (o entryOf) Leave(typed string) bool {
	o.Forget()
	if typed == "" {
		o.room.pointTo(o.Span.ID, "")
		return true
	}
	for _, s := range o.List(typed) {
		if e, there := o.room.desk.Session.Project().Entry(s.Entry); there && entryfield.IsCalled(e, typed) {
			o.room.pointTo(o.Span.ID, e.ID)
			return true
		}
	}
	o.room.details.refuse(rejected{o.Span.ID, "", typed, errors.New("it is not in the register")})
	return false
}

// textOf is an attribute of a span that is a text; any text is one, and is offered as
// it is typed behind the entries.
type textOf struct {
	room              *Room
	Span              *annotations.Span
	Attribute, Offers string
}

func (o textOf) ID() string     { return "field-of-" + o.Attribute }
func (o textOf) About() string  { return o.Span.ID + " " + o.Attribute }
func (o textOf) Ready() bool    { return false }
func (o textOf) New() string    { return "As typed:" }
func (o textOf) Took()          { o.room.leaveFields() }
func (o textOf) Back()          { o.room.leaveFields() }
func (o textOf) Unkept() string { return "It was not kept." }
func (o textOf) Forget()        { o.room.details.forget(o.Span.ID, o.Attribute) }

func (o textOf) List(typed string) []entryfield.Suggestion {
	if typed == "" {
		return nil
	}
	o.room.suggest.Follow(o.room.desk.Session.Project())
	return append(o.room.suggest.Typed(o.Offers, typed), entryfield.Suggestion{Name: typed, New: true})
}

func (o textOf) Take(s entryfield.Suggestion) { o.Leave(s.Name) }

func (o textOf) Leave(typed string) bool {
	return o.room.keepTyped(o.Span.ID, o.Attribute, typed) == nil
}
