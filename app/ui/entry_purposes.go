package ui

import (
	"errors"
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// purpose is what a field that offers entries is for.
type purpose interface {
	id() string    // of the field
	about() string // what it is for tells it from another with that id
	// list gives what to offer for what is typed, which may be "".
	list(p *Page, typed string) []suggestion
	take(p *Page, s suggestion)
	// leave keeps what is typed though nothing was taken, if it is something to
	// keep, and reports whether it was.
	leave(p *Page, typed string) bool
	// forget lets go of what was typed and not kept.
	forget(p *Page)
	// back goes on after something was taken or let go of.
	back(p *Page)
	// ready is the suggestion that Enter takes if nobody walks through the list,
	// or -1 where it takes what is typed.
	ready() int
	// unkept says why what is typed is not kept.
	unkept() string
}

// entryOf is the entry that a span mentions. Only one of the register can be
// taken; the last suggestion makes a new one.
type entryOf struct{ Span *annotations.Span }

func (o entryOf) id() string    { return entryFieldID }
func (o entryOf) about() string { return o.Span.ID }
func (o entryOf) ready() int    { return 0 }
func (o entryOf) back(p *Page)  { p.spans.leaveFields() }

func (o entryOf) forget(p *Page) { p.spans.details.forget(o.Span.ID, "") }

func (o entryOf) unkept() string {
	return "This is not in the register. Ctrl + Enter, or the last row of the list, makes a new entry."
}

func (o entryOf) list(p *Page, typed string) []suggestion {
	project := p.desk.Session.Project()
	p.spans.details.suggest.follow(project)
	if typed != "" {
		return append(p.spans.details.suggest.typed(o.Span.Label, typed), suggestion{Name: typed, New: true})
	}
	covered := kit.OneLine(o.Span.Text(p.desk.Document()))
	return append(p.spans.details.suggest.before(project, o.Span.Label, covered), suggestion{Name: covered, New: true})
}

func (o entryOf) take(p *Page, s suggestion) {
	if s.New {
		p.register.pointToNew(o.Span.ID, s.Name)
		return
	}
	p.register.pointTo(o.Span.ID, s.Entry)
	p.desk.Say(s.Name)
}

// leave takes the entry that is called so. An empty field leaves the span without.
func (o entryOf) leave(p *Page, typed string) bool {
	o.forget(p)
	if typed == "" {
		p.register.pointTo(o.Span.ID, "")
		return true
	}
	for _, s := range o.list(p, typed) {
		if e, there := p.desk.Session.Project().Entry(s.Entry); there && isCalled(e, typed) {
			p.register.pointTo(o.Span.ID, e.ID)
			return true
		}
	}
	p.spans.details.refuse(rejected{o.Span.ID, "", typed, errors.New("it is not in the register")})
	return false
}

// textOf is an attribute of a span that is a text; any text is one.
type textOf struct {
	Span              *annotations.Span
	Attribute, Offers string
}

func (o textOf) id() string     { return "field-of-" + o.Attribute }
func (o textOf) about() string  { return o.Span.ID + " " + o.Attribute }
func (o textOf) ready() int     { return -1 }
func (o textOf) back(p *Page)   { p.spans.leaveFields() }
func (o textOf) unkept() string { return "It was not kept." }
func (o textOf) forget(p *Page) { p.spans.details.forget(o.Span.ID, o.Attribute) }

func (o textOf) list(p *Page, typed string) []suggestion {
	if typed == "" {
		return nil
	}
	p.spans.details.suggest.follow(p.desk.Session.Project())
	return p.spans.details.suggest.typed(o.Offers, typed)
}

func (o textOf) take(p *Page, s suggestion) { o.leave(p, s.Name) }

func (o textOf) leave(p *Page, typed string) bool {
	return p.spans.keepTyped(o.Span.ID, o.Attribute, typed) == nil
}

// mergeOf is the entry with which another becomes one.
type mergeOf struct{ Entry *annotations.Entry }

func (o mergeOf) id() string     { return mergeIntoID }
func (o mergeOf) about() string  { return o.Entry.ID }
func (o mergeOf) ready() int     { return 0 }
func (o mergeOf) unkept() string { return "No other entry of this label is called so." }
func (o mergeOf) forget(*Page)   {}

func (o mergeOf) back(p *Page) { p.desk.Later(p.register.drawRegister) }

func (o mergeOf) list(p *Page, typed string) []suggestion {
	if typed == "" {
		typed = o.Entry.Name
	}
	p.spans.details.suggest.follow(p.desk.Session.Project())
	return slices.DeleteFunc(p.spans.details.suggest.typed(o.Entry.Label, typed), func(s suggestion) bool { return s.Entry == o.Entry.ID })
}

func (o mergeOf) take(p *Page, s suggestion) { p.register.mergeEntries(o.Entry.ID, s.Entry) }

// leave keeps nothing: two entries become one only by a suggestion that is taken.
func (o mergeOf) leave(p *Page, typed string) bool {
	return strings.TrimSpace(typed) == "" || len(o.list(p, typed)) > 0
}
