package register

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// labelSign begins the value of a row that stands for a label, so that a label may
// have any ID.
const labelSign = "="

// The ids of the dialog and of what in it is reached from elsewhere.
const (
	registerID    = "register"
	findEntryID   = "find-entry"
	ofLabelID     = "entries-of-label"
	entryRowsID   = "register-entries"
	mentionRowsID = "register-mentions"
	entryNameID   = "entry-name"
	aliasesID     = "entry-aliases"
	entryNoteID   = "entry-note"
	mergeIntoID   = "merge-into"
	splitNameID   = "split-name"
)

// register is the dialog of the register: what is looked for in it, the entry that
// is chosen, and what is about to be done with that.
type register struct {
	shown  bool
	words  string
	label  string // whose entries are listed, or "" for all
	chosen string // the ID of an entry, or ""
	doing  doing
	serial int // of the fields, which are mounted anew when what they show changed

	entries  *entryRows
	mentions *mentionRows
	counts   map[string]annotations.MentionCount // by the entry's ID
	counted  *annotations.Project
}

// doing is what is about to be done with the chosen entry.
type doing string

const (
	doNothing doing = ""
	doMerge   doing = "merge"
	doSplit   doing = "split"
	doDelete  doing = "delete"
)

// Open opens the dialog, at an entry or with "" at the whole list.
func (room *Room) Open(entry string) {
	room.desk.Writing.Commit()
	r := &room.register
	*r = register{shown: true, serial: r.serial + 1}
	r.entries, r.mentions = newEntryRows(room), newMentionRows(room)
	if _, there := room.desk.Session.Project().Entry(entry); there {
		r.chosen = entry
	}
	room.desk.Later(func() {
		browser.ShowModal(registerID)
		room.drawRegister()
	})
}

// chooseEntry shows an entry's details.
func (room *Room) chooseEntry(id string) {
	r := &room.register
	r.chosen, r.doing = id, doNothing
	r.serial++
	r.mentions.picked = map[string]bool{}
	r.mentions.list.First = 0
	room.desk.Later(room.drawRegister)
}

// drawRegister brings both lists of the open dialog up to date. What had the
// keyboard may be gone with that: it does not leave the dialog.
func (room *Room) drawRegister() {
	r := &room.register
	if !r.shown {
		return
	}
	r.entries.follow()
	r.mentions.follow()
	switch {
	case browser.FocusedIn("#" + registerID + " *").Truthy():
	case r.chosen != "":
		browser.Focus(entryNameID)
	default:
		browser.Focus(findEntryID)
	}
}

// follow brings the dialog up to date after an edit.
func (room *Room) follow() {
	r := &room.register
	if !r.shown {
		return
	}
	if _, there := room.desk.Session.Project().Entry(r.chosen); !there {
		r.chosen, r.doing = "", doNothing
	}
	room.desk.Later(room.drawRegister)
}

// mentionCounts counts the mentions of every entry, once for each state of the
// project.
func (room *Room) mentionCounts() map[string]annotations.MentionCount {
	r, project := &room.register, room.desk.Session.Project()
	if r.counted != project {
		r.counted, r.counts = project, project.MentionCounts()
	}
	return r.counts
}

// Button opens the register.
type Button struct {
	app.Compo

	Room *Room
}

// Render draws the button.
func (b *Button) Render() app.UI {
	return app.Button().Type("button").Class("scheme-link").Text("Register").OnClick(b.onPress)
}

func (b *Button) onPress(app.Context, app.Event) { b.Room.Open("") }

// Render draws the dialog if it is open.
func (room *Room) Render() app.UI {
	r := &room.register
	if !r.shown {
		return app.Div().Hidden(true)
	}
	return &registerDialog{
		Room: room, Project: room.desk.Session.Project(), Words: r.words, Label: r.label,
		Chosen: r.chosen, Doing: r.doing, Serial: r.serial, Picked: len(r.mentions.picked),
	}
}

// registerDialog is the dialog: the list of entries, and beside it the one that is
// chosen. A narrow window shows one of the two at a time.
type registerDialog struct {
	app.Compo

	Room    *Room
	Project *annotations.Project
	Words   string
	Label   string
	Chosen  string
	Doing   doing
	Serial  int
	Picked  int
}

// Render draws the dialog.
func (d *registerDialog) Render() app.UI {
	entry, there := d.Project.Entry(d.Chosen)
	return app.Dialog().ID(registerID).Class("form", "register").Aria("label", "Register").
		DataSet("side", d.side()).On("close", d.onClose).OnKeyDown(d.onKeyDown).Body(
		app.Div().Class("heading").Body(
			app.H2().Text("Register"),
			app.Button().Type("button").Class("icon", "close").Aria("label", "Close").OnClick(d.onPressClose),
		),
		app.Div().Class("sides").Body(
			d.renderList(),
			app.If(there, func() app.UI { return d.renderEntry(entry) }).
				Else(func() app.UI { return d.renderNone() }),
		),
	)
}

// side is the side that a narrow window shows.
func (d *registerDialog) side() string {
	if d.Chosen == "" {
		return "list"
	}
	return "entry"
}

// renderList draws the side with all entries. The engine leaves the rows alone.
func (d *registerDialog) renderList() app.UI {
	found := d.Room.register.entries.Count()
	return app.Div().Class("side", "entries").Body(
		app.Input().ID(findEntryID).Type("search").AutoComplete(false).AutoFocus(d.Chosen == "").Aria("label", "Find an entry").
			Placeholder("Find an entry").OnInput(d.onFind).OnKeyDown(d.onFindKey),
		kit.Untranslated(app.Select()).ID(ofLabelID).Aria("label", "Entries of").OnChange(d.onLabel).Body(
			app.Option().Value(kit.NoOption).Text("All labels").Selected(d.Label == ""),
			app.Range(d.Project.Scheme().Labels).Slice(func(i int) app.UI {
				l := d.Project.Scheme().Labels[i]
				return app.Option().Value(labelSign + l.ID).Text(l.Name).Selected(d.Label == l.ID)
			}),
		),
		app.P().Class("hint").Aria("live", "polite").Text(d.foundWords(found)),
		d.Room.register.entries.list.Element().Class("spans", "entry-rows").Attr("role", "list").
			Aria("label", "Entries").OnClick(d.onEntry),
	)
}

// foundWords says how many entries are listed.
func (d *registerDialog) foundWords(found int) string {
	switch {
	case d.Project.EntryCount() == 0:
		return d.Room.emptyRegisterWords()
	case found == 1:
		return "1 entry"
	}
	return strconv.Itoa(found) + " entries"
}

// emptyRegisterWords says how a register begins.
func (room *Room) emptyRegisterWords() string {
	key := room.desk.Keys.Key(kit.EntryCommand)
	if key == "" {
		return "Nothing is in the register yet. Choose a span to name what it mentions."
	}
	return "Nothing is in the register yet. Choose a span and press " + room.desk.Layout.Show(key) + " to name what it mentions."
}

func (d *registerDialog) renderNone() app.UI {
	return app.Div().Class("side", "entry-side").Body(
		app.P().Class("hint").Text("Choose an entry to see where it is mentioned."),
	)
}

func (d *registerDialog) onClose(app.Context, app.Event) {
	d.Room.register.shown = false
	d.Room.desk.Ask.Refresh()
}

// onKeyDown takes back what was done, or does it again, while the dialog is open.
func (d *registerDialog) onKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	if browser.Within(e.Get("target"), "input, textarea") {
		return
	}
	switch s := kit.StrokeOf(e); {
	case d.Room.desk.Keys.Means(s, kit.UndoCommand):
		d.Room.desk.Ask.Undo()
	case d.Room.desk.Keys.Means(s, kit.RedoCommand):
		d.Room.desk.Ask.Redo()
	default:
		return
	}
	d.Room.register.serial++
	e.PreventDefault()
}

func (d *registerDialog) onPressClose(app.Context, app.Event) { browser.CloseModal(registerID) }

func (d *registerDialog) onFind(ctx app.Context, e app.Event) {
	d.Room.register.words = browser.Field(findEntryID)
	d.Room.register.entries.begin()
}

// onFindKey goes on to the list, or chooses the first entry that was found.
func (d *registerDialog) onFindKey(ctx app.Context, e app.Event) {
	rows := d.Room.register.entries
	switch key := kit.StrokeOf(e).Name; {
	case rows.Count() == 0:
		ctx.PreventUpdate()
		return
	case key == keyboard.ArrowDown:
		rows.list.MoveTo(0)
	case key == keyboard.Enter:
		d.Room.chooseEntry(rows.found[0].ID)
	default:
		ctx.PreventUpdate()
		return
	}
	e.PreventDefault()
}

func (d *registerDialog) onLabel(ctx app.Context, e app.Event) {
	d.Room.register.label = ""
	if id, one := strings.CutPrefix(browser.Field(ofLabelID), labelSign); one {
		d.Room.register.label = id
	}
	d.Room.register.entries.begin()
}

func (d *registerDialog) onEntry(ctx app.Context, e app.Event) {
	if id := browser.Data(browser.Closest(e.Get("target"), "[data-entry]"), "entry"); id != "" {
		d.Room.chooseEntry(id)
	}
}
