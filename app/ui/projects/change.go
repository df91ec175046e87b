package projects

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// renameProject gives a project another name, by an edit of that project.
func (room *Room) renameProject(id, name string) {
	room.desk.Context.Async(func() {
		err := room.inProject(room.desk.Context, id, func(s *session.Session) error { return rename(s, name) })
		if err == nil {
			err = room.noteName(id, name)
		}
		room.readProjects()
		room.desk.OnPage(func() {
			if err != nil {
				room.failProjects("The project was not renamed", err)
				return
			}
			room.backToProjects()
		})
	})
}

// rename is no edit where there is nothing to change.
func rename(s *session.Session, name string) error {
	if s.Project().Name() == name {
		return nil
	}
	return s.Do(annotations.RenameProject{Name: name})
}

// noteName puts a project's new name on the list.
func (room *Room) noteName(id, name string) error {
	list, err := room.projectList(room.desk.Context)
	if err != nil {
		return err
	}
	return list.Note(room.desk.Context, id, func(e *browser.Project) { e.Name = name })
}

// askDelete asks whether a project is to be deleted. One that is open stays.
func (room *Room) askDelete(id string) {
	if id == room.desk.ProjectID {
		room.projects.dialog.trouble = "This project is open here. Open another one first, then delete this one."
		return
	}
	room.turnTo(deletePart, id, deleteCancelID)
}

// renderDeletion asks, and says what would go.
func (d *projectsDialog) renderDeletion() app.UI {
	about := d.Told.About
	return app.Div().Body(
		kit.AsWritten(app.P()).Class("title").Text(kit.Spelt(about.Title)),
		app.P().Text(about.Words),
		app.P().Aria("live", "polite").Text(about.Exported),
		app.P().Class("hint").Text("You can bring it back until you close this page."),
		app.Div().Class("own").Body(
			kit.QuietButton("Delete", d.onDelete).Class("danger"),
			kit.QuietButton("Export it first", d.onExport),
			kit.QuietButton("Cancel", d.onKeep).ID(deleteCancelID),
		),
	)
}

func (d *projectsDialog) onKeep(app.Context, app.Event) { d.Room.backToProjects() }

// onExport downloads the project, which stays.
func (d *projectsDialog) onExport(app.Context, app.Event) {
	room, about := d.Room, d.Told.About
	room.desk.Context.Async(func() {
		err := room.desk.Run("Exporting "+about.Title, func(ctx context.Context, tell session.Progress) error {
			return room.inProject(ctx, about.ID, func(s *session.Session) error { return exportOther(ctx, tell, about, s) })
		})
		room.desk.OnPage(func() {
			if err != nil {
				room.failProjects("The export failed", err)
			}
		})
	})
}

// exportOther downloads a project that is not the page's own, and remembers it.
func exportOther(ctx context.Context, tell session.Progress, about projectRow, s *session.Session) error {
	data, err := s.Export(ctx, formats.Own, tell)
	if err != nil {
		return err
	}
	now := time.Now()
	if err := browser.Download(kit.ExportName(about.Name, now), formats.Own.About().MediaType, data); err != nil {
		return err
	}
	desk.Remember(browser.ProjectKey(desk.ExportKey, about.ID), &desk.Moment{At: now, Edits: s.Edits()})
	return nil
}

func (d *projectsDialog) onDelete(app.Context, app.Event) { d.Room.deleteProject(d.Told.About) }

// deleteProject takes a project off the list. What it holds goes when this tab
// is closed.
func (room *Room) deleteProject(about projectRow) {
	room.desk.Context.Async(func() {
		err := room.delist(about.ID)
		room.readProjects()
		room.desk.OnPage(func() {
			if err != nil {
				room.failProjects("The project was not deleted", err)
				return
			}
			room.desk.Notices.Put(desk.Notice{Kind: desk.Done, Offer: "Bring it back", Take: func() { room.restoreProject(about.ID) },
				Sentences: []string{"Deleted the project “" + about.Title + "”."}})
			room.turnTo(listPart, "", projectActionID+"restore-"+about.ID)
		})
	})
}

// delist deletes a project once this tab is done with whatever it was doing with it: it
// would be taken for another tab that has it open. It waits.
func (room *Room) delist(id string) error {
	room.beside.Lock()
	defer room.beside.Unlock()
	list, err := room.projectList(room.desk.Context)
	if err != nil {
		return err
	}
	return list.Delete(room.desk.Context, id)
}

// restoreProject brings a deleted project back.
func (room *Room) restoreProject(id string) {
	room.desk.Context.Async(func() {
		list, err := room.projectList(room.desk.Context)
		if err == nil {
			err = list.Restore(room.desk.Context, id)
		}
		room.readProjects()
		room.desk.OnPage(func() {
			if err != nil {
				room.failProjects("The project was not brought back", err)
				return
			}
			room.desk.Notices.GoOn()
			room.desk.Say("The project is back")
			room.desk.Later(func() { browser.Focus(projectActionID + "open-" + id) })
		})
	})
}

// ownKeys are the keys under which the page remembers something of a project.
var ownKeys = []string{desk.PlaceKey, desk.AnnotatorKey, desk.ExportKey, desk.RemindKey, desk.BackupKey}

// removeDeleted removes the projects that cannot be brought back any more, and
// what was remembered of them. What fails is tried again at the next opening. It
// waits.
func (room *Room) removeDeleted(ctx context.Context) {
	list, err := room.projectList(ctx)
	if err != nil {
		return
	}
	removed, _ := list.RemoveDeleted(ctx)
	for _, id := range removed {
		for _, key := range ownKeys {
			browser.DropPlace(browser.ProjectKey(key, id))
		}
	}
}
