package spans

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// named are the names of the entries that the values of a span point to.
func (room *Room) named(s *annotations.Span) string {
	var all []string
	for _, v := range s.Values {
		all = append(all, kit.EntryNames(v, room.desk.Session.Project()))
	}
	return strings.Join(all, "\n")
}

// pointing is an attribute of a span of the open article that points to entries, as
// it is now; there is none where either is gone.
func (room *Room) pointing(span, attribute string) (p entryfield.Pointing, there bool) {
	s, a := room.attributeOf(span, attribute)
	if a == nil || a.Type != annotations.Entries {
		return p, false
	}
	v, _ := annotations.ValueOf(s.Values, attribute)
	return entryfield.Pointing{Project: room.desk.Session.Project(), Attribute: a, Value: v}, true
}

// renderPointing draws the entries that a value points to, and the field for another.
func (f *spanFields) renderPointing(a *annotations.Attribute) app.UI {
	p, there := f.Room.pointing(f.Span.ID, a.ID)
	if !there {
		return app.Div().Hidden(true)
	}
	return app.Div().Class("pointing").Body(
		p.Chips(),
		&entryfield.Field{Desk: f.Room.desk, For: valueOf{f.Room, f.Span, a.ID}, Name: fieldName(a)},
	)
}

// nameEntry has a value of a span point to an entry, too or instead.
func (room *Room) nameEntry(span, attribute, entry string) {
	if p, there := room.pointing(span, attribute); there {
		s, _ := room.desk.Set().Span(span)
		room.setValue(s, p.With(entry))
	}
}

// nameNewEntry brings an entry of a name into the register, and has a value point to
// it, in one step.
func (room *Room) nameNewEntry(span, attribute string, new entryfield.Suggestion) {
	p, there := room.pointing(span, attribute)
	if !there {
		return
	}
	s, _ := room.desk.Set().Span(span)
	entry := annotations.Entry{ID: annotations.NewID(), Label: new.Label, Name: new.Name}
	next := *s
	next.Values = annotations.WithValue(s.Values, p.With(entry.ID))
	room.desk.DoAll([]annotations.Edit{annotations.AddEntry{Entry: entry}, room.desk.ChangingSpan(next)}, func() {
		room.desk.Say("New in the register: " + new.Name)
	})
}

// dropEntry takes an entry out of a value.
func (room *Room) dropEntry(span, attribute, entry string) {
	p, there := room.pointing(span, attribute)
	if !there {
		return
	}
	s, _ := room.desk.Set().Span(span)
	if v, any := p.Without(entry); any {
		room.setValue(s, v)
	} else {
		room.clearValue(s, p.Attribute)
	}
}

// valueOf is an attribute of a span whose value points to entries. Only those of the
// register can be taken; the last rows make new ones.
type valueOf struct {
	room      *Room
	Span      *annotations.Span
	Attribute string
}

func (o valueOf) ID() string     { return "field-of-" + o.Attribute }
func (o valueOf) About() string  { return o.Span.ID + " " + o.Attribute }
func (o valueOf) Ready() bool    { return false }
func (o valueOf) New() string    { return "New entry" }
func (o valueOf) Unkept() string { return entryfield.PointingUnkept }
func (o valueOf) Back()          { o.room.leaveFields() }
func (o valueOf) Forget()        { o.room.details.forget(o.Span.ID, o.Attribute) }

func (o valueOf) List(typed string) []entryfield.Suggestion {
	p, there := o.room.pointing(o.Span.ID, o.Attribute)
	if !there {
		return nil
	}
	return p.Offered(&o.room.suggest, typed)
}

func (o valueOf) Take(s entryfield.Suggestion) {
	if s.New {
		o.room.nameNewEntry(o.Span.ID, o.Attribute, s)
		return
	}
	o.room.nameEntry(o.Span.ID, o.Attribute, s.Entry)
	o.room.desk.Say(s.Name)
}

// Leave takes the entry that is called so.
func (o valueOf) Leave(typed string) bool {
	o.Forget()
	p, there := o.room.pointing(o.Span.ID, o.Attribute)
	if typed == "" || !there {
		return true
	}
	entry, err := p.Called(typed)
	if err != nil {
		o.room.details.refuse(rejected{o.Span.ID, o.Attribute, typed, err})
		return false
	}
	o.room.nameEntry(o.Span.ID, o.Attribute, entry)
	return true
}

// Took leaves the fields, but for a value that may point to more.
func (o valueOf) Took() {
	p, there := o.room.pointing(o.Span.ID, o.Attribute)
	if !there || !p.Attribute.Several {
		o.room.leaveFields()
	}
}
