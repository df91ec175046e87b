package ui

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
)

// renameProject gives a project another name, by an edit of that project.
func (p *Page) renameProject(id, name string) {
	p.ctx.Async(func() {
		err := p.inProject(p.ctx, id, func(s *session.Session) error { return rename(s, name) })
		if err == nil {
			err = p.noteName(id, name)
		}
		p.readProjects()
		p.onPage(func() {
			if err != nil {
				p.failProjects("The project was not renamed", err)
				return
			}
			p.backToProjects()
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
func (p *Page) noteName(id, name string) error {
	list, err := p.projectList(p.ctx)
	if err != nil {
		return err
	}
	return list.Note(p.ctx, id, func(e *browser.Project) { e.Name = name })
}

// askDelete asks whether a project is to be deleted. One that is open stays.
func (p *Page) askDelete(id string) {
	if id == p.projects.open {
		p.projects.dialog.trouble = "This project is open here. Open another one first, then delete this one."
		return
	}
	p.turnTo(deletePart, id, deleteCancelID)
}

// renderDeletion asks, and says what would go.
func (d *projectsDialog) renderDeletion() app.UI {
	about := d.Told.About
	return app.Div().Body(
		asWritten(app.P()).Class("title").Text(spelt(about.Title)),
		app.P().Text(about.Words),
		app.P().Aria("live", "polite").Text(about.Exported),
		app.P().Class("hint").Text("You can bring it back until you close this page."),
		app.Div().Class("own").Body(
			quiet("Delete", d.onDelete).Class("danger"),
			quiet("Export it first", d.onExport),
			quiet("Cancel", d.onKeep).ID(deleteCancelID),
		),
	)
}

func (d *projectsDialog) onKeep(app.Context, app.Event) { d.Page.backToProjects() }

// onExport downloads the project, which stays.
func (d *projectsDialog) onExport(app.Context, app.Event) {
	p, about := d.Page, d.Told.About
	p.ctx.Async(func() {
		err := p.run("Exporting "+about.Title, func(ctx context.Context, tell session.Progress) error {
			return p.inProject(ctx, about.ID, func(s *session.Session) error { return exportOther(ctx, tell, about, s) })
		})
		p.onPage(func() {
			if err != nil {
				p.failProjects("The export failed", err)
			}
		})
	})
}

// exportOther downloads a project that is not the page's own, and remembers it.
func exportOther(ctx context.Context, tell session.Progress, about projectRow, s *session.Session) error {
	data, err := s.Export(ctx, tell)
	if err != nil {
		return err
	}
	now := time.Now()
	if err := browser.Download(exportName(about.Name, now), "application/json", data); err != nil {
		return err
	}
	remember(browser.ProjectKey(exportKey, about.ID), moment{At: now, Edits: s.Edits()})
	return nil
}

func (d *projectsDialog) onDelete(app.Context, app.Event) { d.Page.deleteProject(d.Told.About) }

// deleteProject takes a project off the list. What it holds goes when this tab
// is closed.
func (p *Page) deleteProject(about projectRow) {
	p.ctx.Async(func() {
		list, err := p.projectList(p.ctx)
		if err == nil {
			err = list.Delete(p.ctx, about.ID)
		}
		p.readProjects()
		p.onPage(func() {
			if err != nil {
				p.failProjects("The project was not deleted", err)
				return
			}
			p.notices.put(notice{Kind: done, Offer: restoreProject, Project: about.ID,
				Sentences: []string{"Deleted the project “" + about.Title + "”."}})
			p.turnTo(listPart, "", projectActionID+"restore-"+about.ID)
		})
	})
}

// restoreProject brings a deleted project back.
func (p *Page) restoreProject(id string) {
	p.ctx.Async(func() {
		list, err := p.projectList(p.ctx)
		if err == nil {
			err = list.Restore(p.ctx, id)
		}
		p.readProjects()
		p.onPage(func() {
			if err != nil {
				p.failProjects("The project was not brought back", err)
				return
			}
			p.notices.goOn()
			p.say("The project is back")
			p.later(func() { browser.Focus(projectActionID + "open-" + id) })
		})
	})
}

// ownKeys are the keys under which the page remembers something of a project.
var ownKeys = []string{placeKey, annotatorKey, exportKey, remindKey, backupKey}

// removeDeleted removes the projects that cannot be brought back any more, and
// what was remembered of them. What fails is tried again at the next opening. It
// waits.
func (p *Page) removeDeleted(ctx context.Context) {
	list, err := p.projectList(ctx)
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
