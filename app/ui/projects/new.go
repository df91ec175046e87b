package projects

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/app/browser"
	"spanwise/app/formats"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// createProject makes a project as the form asks for, and goes there.
func (room *Room) createProject(name string) {
	project, err := room.newProject(!browser.Checked(noArticlesID), browser.Checked(takeSchemeID))
	if err != nil {
		room.failProjects("The project was not made", err)
		return
	}
	room.beginProject(name, project)
}

// newProject is what a new project begins with.
func (room *Room) newProject(practice, takeScheme bool) (*annotations.Project, error) {
	scheme := annotations.DefaultScheme()
	if takeScheme && room.desk.Session != nil {
		scheme = room.desk.Scheme()
	}
	if !practice {
		return annotations.BeginProject(annotations.NewID(), scheme)
	}
	articles, err := desk.Bundled()
	if err != nil {
		return nil, err
	}
	return annotations.BeginProject(annotations.NewID(), scheme, articles...)
}

// ArticlesOf are the articles that come with the program, as far as a project
// gets them by itself: the first one always has, and in the others a person may
// remove them.
func ArticlesOf(id string) ([]*corpus.Document, error) {
	if id != browser.FirstProject {
		return nil, nil
	}
	return desk.Bundled()
}

// beginProject makes a project and goes there.
func (room *Room) beginProject(name string, project *annotations.Project) {
	fill := func(ctx context.Context, pace annotations.Pace) (string, error) {
		return room.makeProject(ctx, name, project, pace)
	}
	room.makeAnd("Making a project", fill, func(id string, err error) {
		if err != nil {
			room.failProjects("The project was not made", err)
			return
		}
		room.switchTo(id)
	})
}

// making is the work of making a project, of which it gives the ID.
type making func(ctx context.Context, pace annotations.Pace) (id string, err error)

// makeAnd makes a project beside the page, one at a time, and then tells its ID.
func (room *Room) makeAnd(title string, work making, then func(id string, err error)) {
	if room.projects.busy {
		return
	}
	room.projects.busy = true
	room.desk.Context.Async(func() {
		var id string
		err := room.desk.Run(title, func(ctx context.Context, tell session.Progress) (err error) {
			id, err = work(ctx, desk.Pacing(ctx, "Making the project…", tell))
			return err
		})
		room.desk.OnPage(func() {
			room.projects.busy = false
			then(id, err)
		})
	})
}

// failProjects says what could not be done, unless it was called off: in the
// dialog while it is open, which would cover a notice.
func (room *Room) failProjects(what string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
	case room.projects.dialog.shown:
		room.projects.dialog.trouble = what + ": " + kit.Sentence(err.Error())
	default:
		room.desk.Notices.Add(desk.Failure, what+": "+err.Error())
	}
}

// duplicateProject makes a project of what another is now.
func (room *Room) duplicateProject(id string) {
	all := room.projects.dialog.entries
	name := ""
	for _, e := range all {
		if e.ID == id {
			name = copyName(kit.ProjectTitle(*e), all)
		}
	}
	if room.desk.Session != nil {
		room.desk.Writing.Commit()
	}
	duplicate := func(ctx context.Context, pace annotations.Pace) (copied string, err error) {
		err = room.inProject(ctx, id, func(s *session.Session) error {
			copied, err = room.makeProject(ctx, name, s.Project(), pace)
			return err
		})
		room.readProjects()
		return copied, err
	}
	room.makeAnd("Duplicating the project", duplicate, func(copied string, err error) {
		if err != nil {
			room.failProjects("The project was not duplicated", err)
			return
		}
		room.desk.Say("Duplicated as " + name)
		room.desk.Later(func() { browser.Focus(projectActionID + "open-" + copied) })
	})
}

func (f *projectForm) onFile(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	browser.Press(projectInput)
}

// onFileChosen opens the chosen file as a project. The input is emptied, or the
// same file could not be chosen again.
func (f *projectForm) onFileChosen(ctx app.Context, _ app.Event) {
	room, list, chosen := f.Room, ctx.JSSrc().Get("files"), ctx.JSSrc()
	room.desk.Context.Async(func() {
		files, err := browser.ReadFiles(list, kit.MaxFile)
		room.desk.OnPage(func() {
			browser.Empty(chosen)
			if err == nil && len(files) > 0 {
				err = room.openChosen(importing.File(files[0]))
			}
			if err != nil {
				room.failProjects("The file was not opened", err)
			}
		})
	})
}

// openChosen opens a file as a project, whatever its name, if it is one.
func (room *Room) openChosen(chosen importing.File) error {
	file, err := importing.Project(chosen, formats.All, formats.Own)
	if err == nil {
		room.openFile(file, format.Options{})
	}
	return err
}

func (f *projectForm) onMend(app.Context, app.Event) {
	if file := f.Room.projects.dialog.mending; file != nil {
		f.Room.openFile(*file, format.Options{Repair: true})
	}
}

// openFile opens a file as a project. One that does not fit itself can be opened
// repaired.
func (room *Room) openFile(file session.File, options format.Options) {
	room.OpenAsProject(file.Name, room.readOwn(file, options), func(err error) { room.refuseProject(file, err) })
}
