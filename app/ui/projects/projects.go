package projects

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
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
	list *browser.Projects
	busy bool // another one is being made, or gone to

	dialog projectsDialogState
}

// addressed is the project that a fragment names, "" if none.
func addressed(fragment string) string {
	id, found := strings.CutPrefix(fragment, projectFragment)
	if !found || !browser.IsProjectID(id) {
		return ""
	}
	return id
}

// Many reports whether this browser has had more than one project: only
// then does the page look into the list of them.
func (room *Room) Many() bool {
	return room.desk.ProjectID != browser.FirstProject || browser.LoadPlace(lastProjectKey) != ""
}

// Seek takes the project that the address names, else the one that was
// opened last, as the page's own. Whether it is there is seen later.
func (room *Room) Seek() {
	room.desk.ProjectID = browser.FirstProject
	for _, id := range []string{browser.LoadPlace(lastProjectKey), addressed(browser.Fragment())} {
		if browser.IsProjectID(id) {
			room.desk.ProjectID = id
		}
	}
	room.listenProjects()
}

// listenProjects goes where the address is sent, and puts the project into the
// address when there are several: a page that is loaded anew is to show the same.
func (room *Room) listenProjects() {
	browser.Listen(app.Window(), "hashchange", func(app.Value) {
		room.desk.Dispatch(func() {
			if id := addressed(browser.Fragment()); id != "" && id != room.desk.ProjectID {
				room.switchTo(id)
			}
		})
	})
	browser.OnPlaceElsewhere(func(key string) {
		if key == lastProjectKey && room.desk.Session != nil {
			browser.SetFragment(projectFragment + room.desk.ProjectID)
		}
	})
	browser.OnHide(func() {
		if room.desk.Session != nil && room.Many() {
			_ = room.noteProject(room.desk.Context, false) // the list says then what it said before
		}
	})
}

// Settle makes sure that the page's project is there, and else goes to
// another: to make a new one of an address that somebody has passed on would
// hide where the work is. It waits.
func (room *Room) Settle(ctx context.Context) {
	browser.ResumeVisit()
	if !room.Many() {
		room.desk.Context.Async(func() { browser.HoldProject(room.desk.ProjectID) })
		return
	}
	wanted := room.desk.ProjectID
	browser.HoldProject(wanted)
	there, err := room.projectsThere(ctx)
	if err != nil {
		return // the database of the project will say what is wrong
	}
	at := projectToOpen(wanted, there)
	room.desk.OnPage(func() { room.desk.ProjectID, room.desk.ProjectName = at.ID, at.Name })
	if at.ID != wanted {
		browser.HoldProject(at.ID)
	}
	if named := addressed(browser.Fragment()); named != "" && named != at.ID {
		room.desk.Dispatch(func() {
			room.desk.Notices.Add(desk.Warning, "The project that this address leads to is not in this browser, or was deleted. This is “"+kit.ProjectTitle(at)+"”.")
		})
	}
}

// projectsThere lists the projects that are not deleted, and waits.
func (room *Room) projectsThere(ctx context.Context) ([]*browser.Project, error) {
	list, err := room.projectList(ctx)
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

// Begun puts the project that was opened into the address and on the
// list, where there are several.
func (room *Room) Begun() {
	if !room.Many() || room.desk.Store == nil {
		return
	}
	browser.SetFragment(projectFragment + room.desk.ProjectID)
	_ = browser.SavePlace(lastProjectKey, room.desk.ProjectID) // the address has it too
	room.desk.Context.Async(func() {
		if room.noteProject(room.desk.Context, true) == nil {
			time.Sleep(removeLater)
			room.removeDeleted(room.desk.Context)
		}
	})
}

// switchTo shows another project, once all of this one is saved. Work that cannot
// be saved keeps the page as it is.
func (room *Room) switchTo(id string) {
	switch {
	case room.projects.busy:
	case id == room.desk.ProjectID:
		browser.CloseModal(projectsID)
	default:
		room.projects.busy = true
		room.leaveFor(id)
	}
}

// leaveFor is switchTo for one that has made sure that nobody else is at it.
func (room *Room) leaveFor(id string) {
	if room.desk.Session != nil {
		room.desk.Writing.Commit()
		room.desk.Ask.KeepPlace()
	}
	room.desk.Context.Async(func() {
		err := room.allSaved()
		room.desk.OnPage(func() {
			if err != nil {
				room.stay(err)
				return
			}
			_ = browser.SavePlace(lastProjectKey, id)
			if addressed(browser.Fragment()) == "" {
				browser.SetFragment(projectFragment + room.desk.ProjectID) // for the way back
			}
			browser.LoadWithFragment(projectFragment + id)
		})
	})
}

// allSaved waits until the open project is saved, and the list knows how it was
// left.
func (room *Room) allSaved() error {
	if room.desk.Session == nil {
		return nil
	}
	return room.desk.Run("Saving your last changes", func(ctx context.Context, _ session.Progress) error {
		wait, cancel := context.WithTimeout(ctx, desk.SavingTime)
		defer cancel()
		if err := room.desk.Session.Wait(wait); err != nil {
			return err
		}
		_ = room.noteProject(wait, false) // the list says then what it said before
		return nil
	})
}

// stay says why the page shows no other project.
func (room *Room) stay(err error) {
	room.projects.busy = false
	browser.SetFragment(projectFragment + room.desk.ProjectID)
	if errors.Is(err, context.Canceled) {
		return
	}
	browser.CloseModal(projectsID)
	room.desk.Notices.Add(desk.Failure, "The project stays open, since your last changes are not saved: "+err.Error())
}
