package projects

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// The ids of the dialog and of what in it takes the keyboard.
const (
	projectsID      = "projects"
	newProjectID    = "new-project"
	projectNameID   = "project-name"
	projectInput    = "project-file"
	takeSchemeID    = "take-scheme"
	noArticlesID    = "no-articles"
	deleteCancelID  = "keep-project"
	projectActionID = "project-"
)

// projectsPart is what the dialog shows.
type projectsPart string

const (
	listPart   projectsPart = ""
	newPart    projectsPart = "new"
	namePart   projectsPart = "rename"
	deletePart projectsPart = "delete"
)

// projectsDialogState is the dialog: what of it is shown, about which project,
// and what there is to say.
type projectsDialogState struct {
	shown   bool
	part    projectsPart
	about   string // the project's ID
	serial  int    // of the fields, which begin anew with it
	entries []*browser.Project
	trouble string
	mending *session.File // one that could be opened repaired
}

// projectsTold is what the dialog shows, as values.
type projectsTold struct {
	Part    projectsPart
	Serial  int
	Rows    []projectRow
	About   projectRow
	Trouble string
	Mending bool
	Alone   bool // the browser keeps nothing, so there are no others
}

// projectRow is a project as the dialog shows it.
type projectRow struct {
	ID, Title, Name, Words, Exported string
	Open, Deleted                    bool
}

// tellProjects puts the dialog's state into words.
func (room *Room) tellProjects(now time.Time) projectsTold {
	d := &room.projects.dialog
	told := projectsTold{Part: d.part, Serial: d.serial, Trouble: d.trouble, Mending: d.mending != nil, Alone: room.desk.Store == nil}
	for _, e := range d.entries {
		row := room.projectRow(*e, now)
		told.Rows = append(told.Rows, row)
		if e.ID == d.about {
			told.About = row
		}
	}
	return told
}

func (room *Room) projectRow(e browser.Project, now time.Time) projectRow {
	row := projectRow{ID: e.ID, Open: e.ID == room.desk.ProjectID, Deleted: !e.Deleted.IsZero()}
	if row.Open && room.desk.Session != nil {
		noteProjectAs(&e, room.desk.Session.Project(), room.desk.Session.Edits())
	}
	row.Name, row.Title = e.Name, kit.ProjectTitle(e)
	exported := desk.ReadMoment(browser.LoadPlace(browser.ProjectKey(desk.ExportKey, e.ID)))
	row.Words, row.Exported = projectWords(e, now), exportedWords(exported, now, e.Edits)
	switch {
	case row.Deleted:
		row.Words = kit.Join("Deleted", contentWords(e))
	case row.Open:
		row.Words = kit.Join(contentWords(e), "open here")
	}
	return row
}

// OnProjects opens the dialog with the list as it is now.
func (room *Room) OnProjects(app.Context, app.Event) { room.openProjects(func() {}) }

// openProjects is onProjects for one who does something there next.
func (room *Room) openProjects(next func()) {
	if room.desk.Stage != desk.Ready {
		room.desk.Say(desk.OpeningText(room.desk.OpeningPercent))
		return
	}
	room.desk.Context.Async(func() {
		if room.desk.Store != nil {
			if err := room.listSelf(); err != nil {
				room.desk.OnPage(func() { room.projects.dialog.trouble = kit.Sentence(err.Error()) })
			}
			room.readProjects()
		}
		room.desk.Dispatch(func() {
			room.projects.dialog.shown, room.projects.dialog.part = true, listPart
			room.desk.Later(func() { browser.ShowModal(projectsID) })
			next()
		})
	})
}

// listSelf puts the open project on the list, unless its work cannot be opened.
func (room *Room) listSelf() error {
	var known bool
	room.desk.OnPage(func() { known = room.desk.Session != nil })
	if !known {
		return nil
	}
	return room.noteProject(room.desk.Context, true)
}

// turnTo shows another part of the dialog, and puts the keyboard where it is
// needed there.
func (room *Room) turnTo(part projectsPart, about, focus string) {
	d := &room.projects.dialog
	d.part, d.about, d.trouble, d.mending = part, about, "", nil
	d.serial++
	room.desk.Later(func() { browser.Focus(focus) })
}

// backToProjects shows the list again, with the keyboard where it came from.
func (room *Room) backToProjects() {
	d := &room.projects.dialog
	focus := newProjectID
	if d.about != "" {
		focus = projectActionID + string(d.part) + "-" + d.about
	}
	room.turnTo(listPart, "", focus)
}

// Render draws the dialog if it is open.
func (room *Room) Render() app.UI {
	if !room.projects.dialog.shown {
		return app.Div().Hidden(true)
	}
	return &projectsDialog{Room: room, Told: room.tellProjects(time.Now())}
}

// projectsDialog is the dialog.
type projectsDialog struct {
	app.Compo

	Room *Room
	Told projectsTold
}

// Render draws the dialog.
func (d *projectsDialog) Render() app.UI {
	return app.Dialog().ID(projectsID).Class("form", "keeping", "projects").Aria("label", "Projects").
		On("close", d.onClose).On("cancel", d.onEscape).Body(
		app.Div().Class("heading").Body(
			app.H2().Text(d.heading()),
			app.Button().Type("button").Class("icon", "close").Aria("label", "Close").OnClick(d.onPressClose),
		),
		app.P().Class("trouble").Attr("role", "alert").Hidden(d.Told.Trouble == "").Text(kit.Upright(d.Told.Trouble)),
		d.renderPart(),
	)
}

func (d *projectsDialog) heading() string {
	switch d.Told.Part {
	case newPart:
		return "New project"
	case namePart:
		return "Rename"
	case deletePart:
		return "Delete?"
	}
	return "Projects"
}

func (d *projectsDialog) renderPart() app.UI {
	switch d.Told.Part {
	case newPart, namePart:
		return &projectForm{Room: d.Room, Serial: d.Told.Serial, Part: d.Told.Part, About: d.Told.About, Mending: d.Told.Mending}
	case deletePart:
		return d.renderDeletion()
	}
	return d.renderRows()
}

// onClose hears of every way in which the dialog closes.
func (d *projectsDialog) onClose(app.Context, app.Event) {
	d.Room.projects.dialog = projectsDialogState{serial: d.Room.projects.dialog.serial}
}

// onEscape leads back to the list first. It hears as well that the browser's own
// dialog for a file was left, which is no reason to go anywhere.
func (d *projectsDialog) onEscape(ctx app.Context, e app.Event) {
	ours := e.Get("target").Equal(ctx.JSSrc())
	if ours && d.Room.projects.dialog.part != listPart {
		e.PreventDefault()
		d.Room.backToProjects()
	}
}

func (d *projectsDialog) onPressClose(app.Context, app.Event) { browser.CloseModal(projectsID) }
