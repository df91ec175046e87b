package ui

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/merge"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// openedKey is the name under which a tab remembers what it has to tell of a file
// when it has gone to the project that was made of it.
const openedKey = "opened"

// ownProject is a file, or several, as a project of the reader's own.
type ownProject struct {
	from    string // the file
	project *annotations.Project
	me      annotations.Annotator // whom they work as
	repairs []string
}

// ownReader makes an ownProject, and pauses meanwhile.
type ownReader func(pace annotations.Pace) (ownProject, error)

// projectReader reads a project file.
type projectReader func(data []byte, pace annotations.Pace) (*annotations.Project, []format.Note, error)

// readOwn has a file read in the way given.
func readOwn(file browser.File, read projectReader) ownReader {
	return func(pace annotations.Pace) (ownProject, error) {
		project, repairs, err := read(file.Data, pace)
		if err != nil {
			return ownProject{}, err
		}
		return own(file.Name, project, inEnglish(format.Messages(repairs)))
	}
}

func own(from string, project *annotations.Project, repairs []string) (ownProject, error) {
	project, me, err := session.Own(project)
	return ownProject{from, project, me, repairs}, err
}

// readApart is what an import is as a project of its own.
func (room *projectsRoom) readApart(i *importing) ownReader {
	return func(annotations.Pace) (ownProject, error) {
		if !i.several() {
			return own(i.read[0].Name, i.read[0].Project(), inEnglish(i.read[0].Repairs()))
		}
		_, whole, err := room.desk.Session.Together(room.desk.Context, i.read, nil)
		if err != nil {
			return ownProject{}, err
		}
		var repairs []string
		for _, in := range i.read {
			for _, line := range inEnglish(in.Repairs()) {
				repairs = append(repairs, in.Name+": "+line)
			}
		}
		return ownProject{i.called(), whole, whole.Annotators()[0], repairs}, nil
	}
}

// openApart opens what is imported as a project of its own. Where the browser keeps
// nothing it takes the place of the work here, which nobody has touched.
func (room *projectsRoom) openApart(i *importing) {
	if room.desk.Store != nil {
		room.desk.OnPage(func() {
			room.openAsProject(i.called(), room.readApart(i), func(err error) { room.desk.Notices.Put(i.failed(err)) })
		})
		return
	}
	it, err := room.readApart(i)(nil)
	if err != nil {
		room.desk.OnPage(func() { room.desk.Notices.Put(i.failed(err)) })
		return
	}
	room.page.openSession(room.desk.Context, session.Start{Why: room.desk.Session.Saving().Err.Error(), Project: it.project})
	room.desk.OnPage(func() {
		room.desk.AnnotatorID = it.me.ID
		room.desk.Ask.OpenArticle(firstOf(it.project, it.me.ID))
		room.desk.Ask.Refresh()
		room.desk.Notices.Put(it.told("").notice())
		room.desk.Notices.Add(desk.Warning, it.repairs...)
	})
}

// firstOf is the first article of which an annotator has said something, or else
// the first that did not come with the program, or else the first.
func firstOf(project *annotations.Project, annotator string) string {
	practice, _ := bundled() // without them the page would not have opened
	first, brought := "", ""
	for _, d := range project.Documents() {
		if !project.Set(d.ID, annotator).Empty() {
			return d.ID
		}
		first = cmp.Or(first, d.ID)
		if !slices.ContainsFunc(practice, func(p *corpus.Document) bool { return p.ID == d.ID }) {
			brought = cmp.Or(brought, d.ID)
		}
	}
	return cmp.Or(brought, first)
}

// openAsProject makes a project of a file and goes there, unless there is
// something to tell of the file first.
func (room *projectsRoom) openAsProject(from string, read ownReader, fail func(error)) {
	typed := cleanName(browser.Field(projectNameID))
	var it ownProject
	open := func(ctx context.Context, pace annotations.Pace) (id string, err error) {
		if it, err = read(pace.Part(0, 0.5)); err != nil {
			return "", err
		}
		name := cmp.Or(typed, it.project.Name(), strings.TrimSuffix(it.from, ".json"))
		return room.makeProject(ctx, name, it.project, pace.Part(0.5, 1))
	}
	room.makeAnd("Opening "+from, open, func(id string, err error) {
		if err != nil {
			fail(err)
			return
		}
		it.remember(id)
		if len(it.repairs) > 0 {
			room.tellOpened(from, id, it.repairs)
			return
		}
		room.switchTo(id)
	})
}

// remember has the project opened at the article where there is something, by the
// one who the reader is there, and then told of.
func (it ownProject) remember(id string) {
	if at, err := json.Marshal(place{Article: firstOf(it.project, it.me.ID)}); err == nil {
		_ = browser.SavePlace(browser.ProjectKey(placeKey, id), string(at)) // else it opens at the first
	}
	_ = browser.SavePlace(browser.ProjectKey(annotatorKey, id), it.me.ID) // who is the first, unless others have said more
	if told, err := json.Marshal(it.told(id)); err == nil {
		browser.SaveForTab(openedKey, string(told))
	}
}

// openedTold is what there is to tell of a file that was opened.
type openedTold struct {
	Project, From, Holds, Me string
	Mine                     bool // the marks in it are taken for the reader's own
}

func (it ownProject) told(id string) openedTold {
	return openedTold{id, it.from, listedThings(merge.TallyOf(it.project)), it.me.Name,
		it.project.Speaks(it.me.ID)}
}

// notice is that, with the offer to be somebody else where the marks may be
// another's.
func (t openedTold) notice() desk.Notice {
	n := desk.Notice{Kind: desk.Done, Sentences: []string{"Opened " + t.From + " as a project of its own: " + orNothing(t.Holds)}}
	if t.Mine {
		n.Offer = desk.BeSomebodyElse
		n.Sentences = append(n.Sentences, "You work as "+t.Me+", whose marks are in it, and go on with them")
	}
	return n
}

// tellOfOpened tells of the file that this tab has made the open project of, once.
func (room *projectsRoom) tellOfOpened() {
	var told openedTold
	if json.Unmarshal([]byte(browser.TakeForTab(openedKey)), &told) == nil && told.Project == room.desk.ProjectID {
		room.desk.Notices.Put(told.notice())
	}
}

// becomeSomebodyElse has the reader work as a new annotator, who can be named at
// once.
func (room *projectsRoom) becomeSomebodyElse(ctx app.Context) {
	me := annotations.Annotator{ID: annotations.NewID(), Name: annotations.NextName(room.desk.Session.Project().Annotators())}
	if !room.desk.Do(annotations.AddAnnotator{Annotator: me, At: -1}) {
		return
	}
	room.page.annotators.workAs(me.ID)
	room.desk.Ask.OpenAnnotators()
	room.page.annotators.colleagues.dialog.renaming = me.ID
	room.desk.Later(func() { browser.Focus(annotatorNameID) })
}

// tellOpened tells what was not as it should be in a file that is now a project of
// its own. The page that goes there loads anew and could not tell it. Where no
// project is open there are no notices, and the list of projects says it.
func (room *projectsRoom) tellOpened(name, id string, repairs []string) {
	told := openedAs(name, id, repairs)
	if room.desk.Session != nil {
		browser.CloseModal(projectsID)
		room.desk.Notices.Put(told)
		room.desk.Later(func() { browser.ScrollToTop() })
		return
	}
	for i, line := range told.Sentences {
		told.Sentences[i] = kit.Sentence(line)
	}
	room.desk.Context.Async(func() {
		room.readProjects()
		room.desk.OnPage(func() {
			room.turnTo(listPart, "", projectActionID+"open-"+id)
			room.projects.dialog.trouble = strings.Join(told.Sentences, " ")
		})
	})
}

// openedAs says that a file is a project of its own now, and what was done to it.
func openedAs(name, id string, repairs []string) desk.Notice {
	said := []string{"Opened " + name + " as a project of its own. Not all in it was as it should be:"}
	return desk.Notice{Kind: desk.Warning, Offer: desk.GoToProject, Project: id, Sentences: append(said, repairs...)}
}

// refuseProject says why a file was not opened, and offers to repair it where
// that helps.
func (room *projectsRoom) refuseProject(file browser.File, err error) {
	var broken *format.BrokenError
	if errors.As(err, &broken) {
		room.projects.dialog.mending = &file
	}
	room.failProjects(file.Name+" was not opened", err)
}
