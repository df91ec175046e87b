package spans

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/entryfield"
	"spanwise/app/ui/kit"
)

// entryQuestion asks which entry a span of a label mentions.
func entryQuestion(label *annotations.Label) string {
	return "Which " + strings.ToLower(label.Name) + "?"
}

// pointTo has a span of the open article mention an entry, or with "" none.
func (room *Room) pointTo(span, entry string) {
	if s, there := room.desk.Set().Span(span); there && s.Entry != entry {
		room.desk.ChangeSpan(span, func(s *annotations.Span) { s.Entry = entry })
	}
}

// pointToNew brings an entry of that name into the register, and has a span
// mention it, in one step.
func (room *Room) pointToNew(span, name string) {
	s, there := room.desk.Set().Span(span)
	if !there || name == "" {
		return
	}
	entry := annotations.Entry{ID: annotations.NewID(), Label: s.Label, Name: name}
	next := *s
	next.Entry = entry.ID
	room.desk.DoAll([]annotations.Edit{annotations.AddEntry{Entry: entry}, room.desk.ChangingSpan(next)}, func() {
		room.desk.Say("New in the register: " + name)
	})
}

// renderEntry draws the field for the entry that a span mentions, and the way to
// the register.
func (f *spanFields) renderEntry(label *annotations.Label) app.UI {
	missing := label.Entry == annotations.EntryRequired && f.Span.Entry == ""
	if label.Entry == annotations.NoEntry || !f.Open && !missing {
		return app.Div().Hidden(true)
	}
	question, key := entryQuestion(label), f.Room.desk.WritingKey(desk.MentionWriting, f.Span.ID)
	return app.Div().Class("attribute", "entry", kit.MissingClass(missing)).DataSet("attribute", "").Body(
		app.Div().Class("name").Body(
			kit.Untranslated(app.Span()).Text(question),
			app.Span().Class("to-do").Aria("hidden", true).Hidden(!missing).Text("to do"),
		),
		&entryfield.Field{Desk: f.Room.desk, For: entryOf{f.Room, f.Span}, Name: question, Key: key, Serial: f.Room.desk.Writing.Show(key, f.Entry), Value: f.Entry},
		app.Button().Type("button").Class("link").Hidden(f.Span.Entry == "").TabIndex(0).
			DataSet("register", f.Span.Entry).Text("In the register"),
	)
}
