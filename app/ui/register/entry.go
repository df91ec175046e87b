package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// renderEntry draws the side of the entry that is chosen.
func (d *registerDialog) renderEntry(e *annotations.Entry) app.UI {
	room := d.Room
	room.register.mentions.look()
	mentions := room.register.mentions.Count()
	return app.Div().Class("side", "entry-side").Body(
		app.Button().Type("button").Class("link", "back").Text("All entries").OnClick(d.onBack),
		&entryForm{Room: room, Entry: e, Serial: d.Serial, Label: kit.LabelName(d.Project.Scheme(), e.Label)},
		app.Div().Class("own").Body(
			kit.QuietButton("Merge into…", d.onMerge).Aria("expanded", d.Doing == doMerge).Disabled(d.Project.EntryCount() < 2),
			kit.QuietButton("Split…", d.onSplit).Aria("expanded", d.Doing == doSplit).Disabled(mentions < 2),
			app.Button().Type("button").Class("quiet", "danger").Aria("expanded", d.Doing == doDelete).
				Text("Delete…").OnClick(d.onDelete),
		),
		d.renderDoing(e, mentions),
		app.H2().Body(app.Text("Mentions "), app.Span().Class("count").Text(strconv.Itoa(mentions))),
		room.register.mentions.list.Element().Class("spans", "mention-rows").Attr("role", "list").
			Aria("label", "Mentions").OnClick(d.onMention),
	)
}

// entryForm is the name, the aliases and the note of an entry.
type entryForm struct {
	app.Compo

	Room   *Room
	Entry  *annotations.Entry
	Label  string
	Serial int
}

// CompoID tells the engine when a form is another one.
func (f *entryForm) CompoID() string { return f.Entry.ID + " " + strconv.Itoa(f.Serial) }

// Render draws the fields.
func (f *entryForm) Render() app.UI {
	return app.Div().Class("entry-form").OnKeyDown(f.onKeyDown).Body(
		f.field(f.Label, entryNameID),
		f.field("Other names, one a line", aliasesID),
		f.field("Note", entryNoteID),
	)
}

func (f *entryForm) field(name, id string) app.UI {
	key, kept := desk.KeyFor(desk.EntryWriting, f.Entry.ID, id), entryField(f.Entry, id)
	return kit.Field(name, &registerField{Room: f.Room, ID: id, Key: key, Serial: f.Room.desk.Writing.Show(key, kept), Value: kept})
}

// registerField is one of the fields.
type registerField struct {
	app.Compo

	Room           *Room
	ID, Key, Value string
	Serial         int

	text kit.Frozen
}

// CompoID tells the engine when a field is another one.
func (f *registerField) CompoID() string { return f.Key + " " + strconv.Itoa(f.Serial) }

// Render draws the field.
func (f *registerField) Render() app.UI {
	if f.ID == entryNameID {
		return kit.Input(f.ID, f.text.At(f.Value)).Dir("auto").Aria("label", "Name").DataSet("writing", f.Key)
	}
	return app.Textarea().ID(f.ID).Rows(2).Dir("auto").DataSet("writing", f.Key).Text(f.text.At(f.Value))
}

// onKeyDown keeps a name at Enter.
func (f *entryForm) onKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	if kit.StrokeOf(e).Name == keyboard.Enter && browser.Within(e.Get("target"), "input") {
		e.PreventDefault()
		f.Room.desk.Writing.Leave(e.Get("target"))
	}
}

// entryField is what an entry says in one of the fields of its form.
func entryField(e *annotations.Entry, id string) string {
	switch id {
	case aliasesID:
		return strings.Join(e.Aliases, "\n")
	case entryNoteID:
		return e.Note
	}
	return e.Name
}

// withField is an entry with what was typed into a field of its form. One without
// a name keeps the name that it has.
func withField(e annotations.Entry, id, typed string) annotations.Entry {
	switch id {
	case entryNameID:
		e.Name = cmp.Or(kit.OneLine(typed), e.Name)
	case aliasesID:
		e.Aliases = namesIn(typed)
	case entryNoteID:
		e.Note = strings.TrimSpace(typed)
	}
	return e
}

// namesIn are the names on the lines of a text, each once.
func namesIn(text string) []string {
	var names []string
	for _, line := range kit.LinesOf(text) {
		if name := kit.OneLine(line); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// onBack shows the list in a window that has room for one side only.
func (d *registerDialog) onBack(app.Context, app.Event) {
	d.Room.chooseEntry("")
	d.Room.desk.Later(func() { browser.Focus(findEntryID) })
}

// onMention goes to a mention in its article, or while a split is made picks it.
func (d *registerDialog) onMention(ctx app.Context, e app.Event) {
	rows := d.Room.register.mentions
	key := browser.Data(browser.Closest(e.Get("target"), "[data-mention]"), "mention")
	at := rows.IndexOf(key)
	switch {
	case at < 0:
		ctx.PreventUpdate()
	case d.Doing == doSplit:
		rows.press(key)
	default:
		d.Room.goToMention(ctx, rows.all[at])
	}
}

// goToMention closes the dialog, opens a mention's article and chooses its span.
// One of another annotator is shown in the text only, and a tag is the article's own.
func (room *Room) goToMention(ctx app.Context, m mention) {
	browser.CloseModal(registerID)
	room.register.shown = false
	if m.Document.ID != room.desk.ArticleID {
		room.desk.Ask.ShowArticle(m.Document.ID, 0)
	}
	if m.Span == nil {
		room.desk.Later(room.desk.FocusText)
		return
	}
	if m.Annotator == room.desk.Me() {
		room.desk.Selection.DropText()
		room.desk.Choose(m.Span.ID, nil)
	}
	span := annotations.Range{Start: m.Span.Start(), End: m.Span.End()}
	room.desk.Later(func() {
		room.desk.Ask.Paint()
		room.desk.Ask.Reveal(span)
		room.desk.FocusText()
		room.desk.Ask.KeepPlace()
	})
}
