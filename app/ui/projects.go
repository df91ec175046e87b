package ui

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
)

// lastProjectKey is the name under which the page remembers which project was
// opened last. There is nothing under it until this browser has several.
const lastProjectKey = "project"

// projectFragment begins the part of the address that names the open project.
const projectFragment = "project="

// projects is what the page knows of this browser's projects. A tab shows one of
// them for as long as the page lives: to show another it loads anew, so that
// nothing of one project, a note half written or a backup under way, can ever
// reach the other.
type projects struct {
	open string // the ID of the one that this page shows
	name string // its name as the list had it
	list *browser.Projects
	busy bool // another one is being made, or gone to

	dialog projectsDialogState
}

// own is the key under which the page remembers something of the open project,
// or shares a lock with the other tabs that have it open.
func (p *Page) own(key string) string { return browser.ProjectKey(key, p.projects.open) }

// addressed is the project that a fragment names, "" if none.
func addressed(fragment string) string {
	id, found := strings.CutPrefix(fragment, projectFragment)
	if !found || !browser.IsProjectID(id) {
		return ""
	}
	return id
}

// manyProjects reports whether this browser has had more than one project: only
// then does the page look into the list of them.
func (p *Page) manyProjects() bool {
	return p.projects.open != browser.FirstProject || browser.LoadPlace(lastProjectKey) != ""
}

// seekProject takes the project that the address names, else the one that was
// opened last, as the page's own. Whether it is there is seen later.
func (p *Page) seekProject() {
	p.projects.open = browser.FirstProject
	for _, id := range []string{browser.LoadPlace(lastProjectKey), addressed(browser.Fragment())} {
		if browser.IsProjectID(id) {
			p.projects.open = id
		}
	}
	p.listenProjects()
}

// listenProjects goes where the address is sent, and puts the project into the
// address when there are several: a page that is loaded anew is to show the same.
func (p *Page) listenProjects() {
	browser.Listen(app.Window(), "hashchange", func(app.Value) {
		p.dispatch(func() {
			if id := addressed(browser.Fragment()); id != "" && id != p.projects.open {
				p.switchTo(id)
			}
		})
	})
	browser.OnPlaceElsewhere(func(key string) {
		if key == lastProjectKey && p.session != nil {
			browser.SetFragment(projectFragment + p.projects.open)
		}
	})
	browser.OnHide(func() {
		if p.session != nil && p.manyProjects() {
			_ = p.noteProject(p.ctx, false) // the list says then what it said before
		}
	})
}

// settleProject makes sure that the page's project is there, and else goes to
// another: to make a new one of an address that somebody has passed on would
// hide where the work is. It waits.
func (p *Page) settleProject(ctx context.Context) {
	browser.ResumeVisit()
	if !p.manyProjects() {
		p.ctx.Async(func() { browser.HoldProject(p.projects.open) })
		return
	}
	wanted := p.projects.open
	browser.HoldProject(wanted)
	there, err := p.projectsThere(ctx)
	if err != nil {
		return // the database of the project will say what is wrong
	}
	at := projectToOpen(wanted, there)
	p.onPage(func() { p.projects.open, p.projects.name = at.ID, at.Name })
	if at.ID != wanted {
		browser.HoldProject(at.ID)
	}
	if named := addressed(browser.Fragment()); named != "" && named != at.ID {
		p.dispatch(func() {
			p.notices.add(warning, "The project that this address leads to is not in this browser, or was deleted. This is “"+projectTitle(at)+"”.")
		})
	}
}

// projectsThere lists the projects that are not deleted, and waits.
func (p *Page) projectsThere(ctx context.Context) ([]*browser.Project, error) {
	list, err := p.projectList(ctx)
	if err != nil {
		return nil, err
	}
	all, err := list.All(ctx)
	if err != nil {
		return nil, err
	}
	return undeleted(all), nil
}

// projectToOpen is the project that is wanted, or else the first of those there.
// Where there is none at all the first project begins anew.
func projectToOpen(wanted string, there []*browser.Project) browser.Project {
	found := &browser.Project{ID: browser.FirstProject}
	if len(there) > 0 {
		found = there[0]
	}
	for _, e := range there {
		if e.ID == wanted {
			found = e
		}
	}
	return *found
}

// removeLater is how long after the opening of a project deleted ones are
// removed: the page has better to do first.
const removeLater = 3 * time.Second

// projectBegun puts the project that was opened into the address and on the
// list, where there are several.
func (p *Page) projectBegun() {
	if !p.manyProjects() || p.store == nil {
		return
	}
	browser.SetFragment(projectFragment + p.projects.open)
	_ = browser.SavePlace(lastProjectKey, p.projects.open) // the address has it too
	p.ctx.Async(func() {
		if p.noteProject(p.ctx, true) == nil {
			time.Sleep(removeLater)
			p.removeDeleted(p.ctx)
		}
	})
}

// switchTo shows another project, once all of this one is saved. Work that cannot
// be saved keeps the page as it is.
func (p *Page) switchTo(id string) {
	switch {
	case p.projects.busy:
	case id == p.projects.open:
		browser.CloseModal(projectsID)
	default:
		p.projects.busy = true
		p.leaveFor(id)
	}
}

// leaveFor is switchTo for one that has made sure that nobody else is at it.
func (p *Page) leaveFor(id string) {
	if p.session != nil {
		p.keepNote()
		p.keepPlace()
	}
	p.ctx.Async(func() {
		err := p.allSaved()
		p.onPage(func() {
			if err != nil {
				p.stay(err)
				return
			}
			_ = browser.SavePlace(lastProjectKey, id)
			if addressed(browser.Fragment()) == "" {
				browser.SetFragment(projectFragment + p.projects.open) // for the way back
			}
			browser.LoadWithFragment(projectFragment + id)
		})
	})
}

// allSaved waits until the open project is saved, and the list knows how it was
// left.
func (p *Page) allSaved() error {
	if p.session == nil {
		return nil
	}
	return p.run("Saving your last changes", func(ctx context.Context, _ session.Progress) error {
		wait, cancel := context.WithTimeout(ctx, savingTime)
		defer cancel()
		if err := p.session.Wait(wait); err != nil {
			return err
		}
		_ = p.noteProject(wait, false) // the list says then what it said before
		return nil
	})
}

// stay says why the page shows no other project.
func (p *Page) stay(err error) {
	p.projects.busy = false
	browser.SetFragment(projectFragment + p.projects.open)
	if errors.Is(err, context.Canceled) {
		return
	}
	browser.CloseModal(projectsID)
	p.notices.add(failure, "The project stays open, since your last changes are not saved: "+err.Error())
}

// seat is the open project, with its name if it has one: its own, or while it
// cannot be opened the list's.
func (p *Page) seat() browser.Project {
	seat := browser.Project{ID: p.projects.open, Name: p.projects.name}
	if p.session != nil {
		seat.Name = p.session.Project().Name()
	}
	return seat
}
