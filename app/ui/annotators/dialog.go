package annotators

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// The ids of the dialog of annotators and of its fields.
const (
	annotatorsID    = "annotators"
	newAnnotatorID  = "new-annotator"
	annotatorNameID = "annotator-name"
	workAsMeID      = "work-as-me"
)

// annotatorsState is how the dialog stands.
type annotatorsState struct {
	shown    bool
	renaming string // who, or ""
	removing string // who is to be removed when that is said again, or ""
	trouble  string
	serial   int // changes with each field that has to begin anew
	progress map[string]annotations.Progress
}

// annotatorTold is what the dialog says of one annotator.
type annotatorTold struct {
	ID, Name, Done string
	Me, Beside     bool
}

// Open opens the dialog of annotators.
func (room *Room) Open() {
	s := &room.colleagues.dialog
	*s = annotatorsState{shown: true, serial: s.serial + 1, progress: s.progress}
	room.desk.Later(func() { browser.ShowModal(annotatorsID) })
}

// Render draws the dialog, if it is open.
func (room *Room) Render() app.UI {
	s := room.colleagues.dialog
	if !s.shown {
		return app.Div().Hidden(true)
	}
	return &annotatorsDialog{
		Room: room, Told: room.tellAnnotators(), Renaming: s.renaming, Removing: s.removing, Trouble: s.trouble, Serial: s.serial,
	}
}

// tellAnnotators says how far each is.
func (room *Room) tellAnnotators() []annotatorTold {
	project := room.desk.Session.Project()
	before := room.colleagues.dialog.progress
	now := map[string]annotations.Progress{}
	var told []annotatorTold
	for _, a := range project.Annotators() {
		r := before[a.ID].Of(project, a.ID)
		now[a.ID] = r
		told = append(told, annotatorTold{a.ID, a.Name, progressWords(r), a.ID == room.desk.Me(), a.ID == room.desk.ComparedID})
	}
	room.colleagues.dialog.progress = now
	return told
}

func progressWords(r annotations.Progress) string {
	if r.Begun == 0 {
		return "Nothing yet"
	}
	return kit.Count(r.Begun, "article") + ", " + strconv.Itoa(r.Done) + " done · " + kit.Count(r.Spans, "span")
}

// annotatorsDialog is the dialog.
type annotatorsDialog struct {
	app.Compo

	Room                        *Room
	Told                        []annotatorTold
	Renaming, Removing, Trouble string
	Serial                      int
}

// Render draws the dialog.
func (d *annotatorsDialog) Render() app.UI {
	return app.Dialog().ID(annotatorsID).Class("form", "keeping", "annotators").Aria("label", "Annotators").
		On("close", d.onClose).Body(
		app.Div().Class("heading").Body(
			app.H2().Text("Annotators"),
			app.Button().Type("button").Class("icon", "close").Aria("label", "Close").OnClick(d.onPressClose),
		),
		app.P().Class("hint").Text("Each has spans, tags and notes of their own on every article. Whom you work as is remembered on this machine only."),
		app.P().Class("trouble").Hidden(d.Trouble == "").Attr("role", "alert").Text(kit.Upright(d.Trouble)),
		app.Ul().Attr("role", "list").Aria("label", "Annotators of this project").OnClick(d.onRow).Body(
			app.Range(d.Told).Slice(func(i int) app.UI { return d.renderAnnotator(d.Told[i]) }),
		),
		app.Form().Class("name-form").OnSubmit(d.onAdd).Body(
			&nameField{Key: desk.KeyFor(desk.AnnotatorWriting, ""), ID: newAnnotatorID, Label: "Name of a new annotator", Serial: d.Serial},
			app.Button().Type("submit").Class("quiet").Text("Add annotator"),
		),
	)
}

// renderAnnotator draws one, with what can be done.
func (d *annotatorsDialog) renderAnnotator(a annotatorTold) app.UI {
	row := app.Li()
	if a.Me {
		row = row.Aria("current", "true")
	}
	if a.ID == d.Renaming {
		return row.Body(app.Form().Class("name-form").OnSubmit(d.onRename).Body(
			&nameField{Key: desk.KeyFor(desk.AnnotatorWriting, a.ID), ID: annotatorNameID, Label: "Name of this annotator", Value: a.Name, Serial: d.Serial},
			app.Button().Type("submit").Class("quiet").Text("Keep"),
			act(a, "stop", "Cancel"),
		))
	}
	if a.ID == d.Removing {
		return row.Body(
			app.P().Dir("auto").Text(d.Room.removalWords(a)),
			act(a, "remove", "Delete all of it").Class("danger"),
			act(a, "stop", "Cancel"),
		)
	}
	return row.Body(
		app.Div().Class("who").Body(
			kit.AsWritten(app.Span()).Class("name").Text(kit.Spelt(a.Name)),
			app.Span().Class("hint").Text(a.Done),
		),
		workAs(a),
		act(a, "beside", "Compare").Aria("pressed", a.Beside).Aria("disabled", a.Me).Aria("label", "Compare with "+a.Name),
		act(a, "rename", "Rename").Aria("label", "Rename "+a.Name),
		act(a, "delete", "Delete").Aria("disabled", len(d.Told) == 1).Aria("label", "Delete "+a.Name),
	)
}

// workAs is the button by which one works as an annotator.
func workAs(a annotatorTold) app.UI {
	button := act(a, "work", "Work as").Aria("pressed", a.Me).Aria("label", "Work as "+a.Name)
	if a.Me {
		button = button.ID(workAsMeID)
	}
	return button
}

// act is a button of an annotator's row.
func act(a annotatorTold, what, name string) app.HTMLButton {
	return app.Button().Type("button").Class("quiet").DataSet("act", what).DataSet("annotator", a.ID).Text(name)
}

// nameField is a field for a name. Another serial number mounts it anew.
type nameField struct {
	app.Compo

	Key, ID, Label, Value string
	Serial                int
}

// CompoID tells the engine when a field is another one.
func (f *nameField) CompoID() string { return f.ID + " " + strconv.Itoa(f.Serial) }

// Render draws the field.
func (f *nameField) Render() app.UI {
	return kit.Input(f.ID, f.Value).DataSet("writing", f.Key).Aria("label", f.Label).Placeholder(f.Label).Dir("auto").Required(true)
}

// removalWords says what goes with an annotator.
func (room *Room) removalWords(a annotatorTold) string {
	r := room.colleagues.dialog.progress[a.ID]
	return "Delete " + a.Name + " with " + kit.Count(r.Spans, "span") + " in " + kit.Count(r.Begun, "article") + "? Undo brings everything back."
}

// onClose hears of every way in which the dialog closes, Esc included.
func (d *annotatorsDialog) onClose(app.Context, app.Event) { d.Room.colleagues.dialog.shown = false }

func (d *annotatorsDialog) onPressClose(app.Context, app.Event) { browser.CloseModal(annotatorsID) }

// onRow does what the button of a row is for.
func (d *annotatorsDialog) onRow(ctx app.Context, e app.Event) {
	button := browser.Closest(e.Get("target"), "[data-act]")
	id := browser.Data(button, "annotator")
	if id == "" || browser.Within(button, "[aria-disabled=true]") {
		return
	}
	room, s := d.Room, &d.Room.colleagues.dialog
	s.trouble, s.renaming, s.removing = "", "", ""
	switch browser.Data(button, "act") {
	case "work":
		room.desk.WorkAs(id)
	case "beside":
		room.toggleBeside(id)
	case "rename":
		s.renaming = id
		s.serial++
		room.desk.Later(func() { browser.Focus(annotatorNameID) })
	case "delete":
		room.removeAnnotator(id)
	case "remove":
		room.dismissAnnotator(id)
	case "stop":
		room.desk.Later(func() { browser.Focus(workAsMeID) })
	}
}

func (room *Room) toggleBeside(id string) {
	if room.desk.ComparedID == id {
		id = ""
	}
	room.desk.CompareWith(id)
}

func (d *annotatorsDialog) onAdd(ctx app.Context, e app.Event) {
	e.PreventDefault()
	room, s := d.Room, &d.Room.colleagues.dialog
	name := strings.TrimSpace(browser.Field(newAnnotatorID))
	if s.trouble = room.nameTrouble("", name); s.trouble != "" {
		return
	}
	if room.desk.Do(annotations.AddAnnotator{Annotator: annotations.Annotator{ID: annotations.NewID(), Name: name}, At: -1}) {
		room.desk.Writing.End(desk.KeyFor(desk.AnnotatorWriting, ""))
		s.serial++
		room.desk.Say(name + " added")
		room.desk.Later(func() { browser.Focus(newAnnotatorID) })
	}
}

func (d *annotatorsDialog) onRename(ctx app.Context, e app.Event) {
	e.PreventDefault()
	room, s := d.Room, &d.Room.colleagues.dialog
	name := strings.TrimSpace(browser.Field(annotatorNameID))
	if s.trouble = room.nameTrouble(s.renaming, name); s.trouble != "" {
		return
	}
	if room.rename(s.renaming, name) {
		room.desk.Writing.End(desk.KeyFor(desk.AnnotatorWriting, s.renaming))
	}
	s.renaming = ""
	room.desk.Later(func() { browser.Focus(workAsMeID) })
}

// rename gives an annotator a name, and reports whether they have it.
func (room *Room) rename(id, name string) bool {
	a, there := room.desk.Session.Project().Annotator(id)
	if !there || a.Name == name {
		return there
	}
	a.Name = name
	return room.desk.Do(annotations.ChangeAnnotator{Annotator: a})
}

// nameTrouble says why an annotator, or with "" a new one, cannot have a name: two
// of one name could not be told apart.
func (room *Room) nameTrouble(id, name string) string {
	if name == "" {
		return "An annotator needs a name."
	}
	for _, a := range room.desk.Session.Project().Annotators() {
		if a.ID != id && a.Name == name {
			return "There is an annotator of that name already."
		}
	}
	return ""
}

// removeAnnotator takes out an annotator who has said nothing, and asks before it
// takes another.
func (room *Room) removeAnnotator(id string) {
	if room.colleagues.dialog.progress[id].Begun > 0 {
		room.colleagues.dialog.removing = id
		return
	}
	room.dismissAnnotator(id)
}

// dismissAnnotator takes an annotator out with all that they have said.
func (room *Room) dismissAnnotator(id string) {
	name := room.desk.AnnotatorName(id)
	room.desk.DoAll(annotations.DismissAnnotator(room.desk.Session.Project(), id).Edits, func() {
		room.desk.Notices.Put(desk.Notice{Kind: desk.Done, Sentences: []string{name + " is deleted"}, Undo: room.desk.Session.Revision()})
		room.desk.Later(func() { browser.Focus(workAsMeID) })
	})
}

// Rename opens the dialog where an annotator is being named.
func (room *Room) Rename(id string) {
	room.Open()
	room.colleagues.dialog.renaming = id
	room.desk.Later(func() { browser.Focus(annotatorNameID) })
}
