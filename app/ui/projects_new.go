package ui

import (
	"context"
	"errors"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/corpus"
)

// createProject makes a project as the form asks for, and goes there.
func (p *Page) createProject(name string) {
	project, err := p.newProject(!browser.Checked(noArticlesID), browser.Checked(takeSchemeID))
	if err != nil {
		p.failProjects("The project was not made", err)
		return
	}
	p.beginProject(name, project)
}

// newProject is what a new project begins with.
func (p *Page) newProject(practice, takeScheme bool) (*annotations.Project, error) {
	scheme := annotations.DefaultScheme()
	if takeScheme && p.session != nil {
		scheme = p.scheme()
	}
	if !practice {
		return annotations.BeginProject(annotations.NewID(), scheme)
	}
	articles, err := bundled()
	if err != nil {
		return nil, err
	}
	return annotations.BeginProject(annotations.NewID(), scheme, articles...)
}

// articlesOf are the articles that come with the program, as far as a project
// gets them by itself: the first one always has, and in the others a person may
// remove them.
func articlesOf(id string) ([]*corpus.Document, error) {
	if id != browser.FirstProject {
		return nil, nil
	}
	return bundled()
}

// beginProject makes a project and goes there.
func (p *Page) beginProject(name string, project *annotations.Project) {
	fill := func(ctx context.Context, pace annotations.Pace) (string, error) {
		return p.makeProject(ctx, name, project, pace)
	}
	p.makeAnd("Making a project", fill, func(id string, err error) {
		if err != nil {
			p.failProjects("The project was not made", err)
			return
		}
		p.switchTo(id)
	})
}

// making is the work of making a project, of which it gives the ID.
type making func(ctx context.Context, pace annotations.Pace) (id string, err error)

// makeAnd makes a project beside the page, one at a time, and then tells its ID.
func (p *Page) makeAnd(title string, work making, then func(id string, err error)) {
	if p.projects.busy {
		return
	}
	p.projects.busy = true
	p.ctx.Async(func() {
		var id string
		err := p.run(title, func(ctx context.Context, tell session.Progress) (err error) {
			id, err = work(ctx, pacing(ctx, "Making the project…", tell))
			return err
		})
		p.onPage(func() {
			p.projects.busy = false
			then(id, err)
		})
	})
}

// failProjects says what could not be done, unless it was called off: in the
// dialog while it is open, which would cover a notice.
func (p *Page) failProjects(what string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
	case p.projects.dialog.shown:
		p.projects.dialog.trouble = what + ": " + sentence(err.Error())
	default:
		p.notices.add(failure, what+": "+err.Error())
	}
}

// duplicateProject makes a project of what another is now.
func (p *Page) duplicateProject(id string) {
	all := p.projects.dialog.entries
	name := ""
	for _, e := range all {
		if e.ID == id {
			name = copyName(projectTitle(*e), all)
		}
	}
	if p.session != nil {
		p.keepNote()
	}
	duplicate := func(ctx context.Context, pace annotations.Pace) (copied string, err error) {
		err = p.inProject(ctx, id, func(s *session.Session) error {
			copied, err = p.makeProject(ctx, name, s.Project(), pace)
			return err
		})
		p.readProjects()
		return copied, err
	}
	p.makeAnd("Duplicating the project", duplicate, func(copied string, err error) {
		if err != nil {
			p.failProjects("The project was not duplicated", err)
			return
		}
		p.say("Duplicated as " + name)
		p.later(func() { browser.Focus(projectActionID + "open-" + copied) })
	})
}

func (f *projectForm) onFile(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	browser.Press(projectInput)
}

// onFileChosen opens the chosen file as a project. The input is emptied, or the
// same file could not be chosen again.
func (f *projectForm) onFileChosen(ctx app.Context, _ app.Event) {
	p, list, chosen := f.Page, ctx.JSSrc().Get("files"), ctx.JSSrc()
	p.ctx.Async(func() {
		files, err := browser.ReadFiles(list, maxFile)
		p.onPage(func() {
			browser.Empty(chosen)
			if err == nil && len(files) > 0 {
				files[0], err = asProject(files[0])
			}
			if err != nil {
				p.failProjects("The file was not opened", err)
			} else if len(files) > 0 {
				p.openFile(files[0], spanwise.Read)
			}
		})
	})
}

func (f *projectForm) onMend(app.Context, app.Event) {
	if file := f.Page.projects.dialog.mending; file != nil {
		f.Page.openFile(*file, spanwise.ReadRepaired)
	}
}

// openFile opens a file as a project. One that does not fit itself can be opened
// repaired.
func (p *Page) openFile(file browser.File, read projectReader) {
	p.openAsProject(file.Name, readOwn(file, read), func(err error) { p.refuseProject(file, err) })
}
