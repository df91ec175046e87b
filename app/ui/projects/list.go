package projects

import (
	"context"
	"slices"
	"time"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/journal"
	"spanwise/app/session"
	"spanwise/app/session/steps"
	"spanwise/app/ui/kit"
)

// projectList gives the list of projects, opened once and then kept. It waits.
func (room *Room) projectList(ctx context.Context) (*browser.Projects, error) {
	var list *browser.Projects
	room.desk.OnPage(func() { list = room.projects.list })
	if list != nil {
		return list, nil
	}
	list, err := browser.OpenProjects(ctx)
	if err != nil {
		return nil, err
	}
	list.OnNews(func() { room.readProjects() })
	room.desk.OnPage(func() { room.projects.list = list })
	return list, nil
}

// noteProject puts on the list what the open project holds now, and whether it
// was just opened. It waits.
func (room *Room) noteProject(ctx context.Context, opened bool) error {
	list, err := room.projectList(ctx)
	if err != nil {
		return err
	}
	project, edits := room.desk.Session.Project(), room.desk.Session.Edits()
	return list.Note(ctx, room.desk.ProjectID, func(e *browser.Project) {
		if opened {
			e.Opened = time.Now()
		}
		noteProjectAs(e, project, edits)
	})
}

// noteProjectAs notes what a project is called, and how much it holds.
func noteProjectAs(e *browser.Project, project *annotations.Project, edits int) {
	e.Name = project.Name()
	e.Articles, e.Spans, e.Edits = len(project.Documents()), project.SpanCount(), edits
}

// readProjects brings the open dialog up to date with the list. It waits.
func (room *Room) readProjects() {
	list, err := room.projectList(room.desk.Context)
	var all []*browser.Project
	if err == nil {
		all, err = list.All(room.desk.Context)
	}
	room.desk.OnPage(func() {
		d := &room.projects.dialog
		if err != nil {
			d.trouble = kit.Sentence(err.Error())
			return
		}
		d.entries = all
	})
}

// undeleted are the projects that nobody has deleted.
func undeleted(all []*browser.Project) []*browser.Project {
	return slices.DeleteFunc(slices.Clone(all), func(e *browser.Project) bool { return !e.Deleted.IsZero() })
}

// inProject does one thing with a project, which is opened beside the page if it
// is not the page's own, and waits until that is saved.
func (room *Room) inProject(ctx context.Context, id string, do func(*session.Session) error) error {
	if id == room.desk.ProjectID && room.desk.Session != nil {
		return doAndWait(ctx, room.desk.Session, do)
	}
	room.beside.Lock()
	defer room.beside.Unlock()
	release := browser.HoldProject(id)
	defer release()
	store, err := browser.OpenStore(ctx, browser.ProjectStore(id))
	if err != nil {
		return err
	}
	defer store.Close()
	s, err := openBeside(ctx, id, store, room.desk.Steps)
	if err != nil {
		return err
	}
	return doAndWait(ctx, s, do)
}

func doAndWait(ctx context.Context, s *session.Session, do func(*session.Session) error) error {
	if err := do(s); err != nil {
		return err
	}
	return s.Wait(ctx)
}

// openBeside opens a project without a page. It makes no snapshots.
func openBeside(ctx context.Context, id string, store journal.Store, heavy steps.Steps) (*session.Session, error) {
	articles, err := ArticlesOf(id)
	if err != nil {
		return nil, err
	}
	s, _, err := session.Open(ctx, session.Start{
		Store:    store,
		Bundled:  articles,
		Scheme:   annotations.DefaultScheme(),
		Pause:    browser.Pause,
		Steps:    heavy,
		TakeTurn: func() (func(), bool) { return func() {}, false },
	})
	return s, err
}

// makeProject makes a project of what another is now, under another name and
// without its history, and gives its ID. It waits.
func (room *Room) makeProject(ctx context.Context, name string, project *annotations.Project, pace annotations.Pace) (string, error) {
	project, _, err := annotations.RenameProject{Name: name}.Apply(project)
	if err != nil {
		return "", err
	}
	data, err := formats.Own.Write(project, pace)
	if err != nil {
		return "", err
	}
	list, err := room.projectList(ctx)
	if err != nil {
		return "", err
	}
	id := browser.NewProjectID()
	err = list.Note(ctx, id, func(e *browser.Project) {
		noteProjectAs(e, project, 0)
	})
	if err == nil {
		err = fillProject(ctx, id, data)
	}
	if err != nil {
		_ = list.Delete(context.WithoutCancel(ctx), id) // else it stays on the list, empty
		return "", err
	}
	return id, nil
}

// fillProject writes a project's first snapshot.
func fillProject(ctx context.Context, id string, data []byte) error {
	store, err := browser.OpenStore(ctx, browser.ProjectStore(id))
	if err != nil {
		return err
	}
	defer store.Close()
	if _, err := store.Load(ctx); err != nil {
		return err
	}
	return store.Compact(ctx, journal.Snapshot{Project: data})
}
