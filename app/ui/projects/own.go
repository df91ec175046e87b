package projects

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/jsontext"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/session/steps"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// openedKey is the name under which a tab remembers what it has to tell of a file
// when it has gone to the project that was made of it.
const openedKey = "opened"

// readOwn has a file read.
func (room *Room) readOwn(file session.File, options format.Options) desk.OwnReader {
	return func(ctx context.Context, pace annotations.Pace) (desk.OwnProject, error) {
		read, err := steps.Read(ctx, room.desk.Steps, file.Codec, file.Data, options, pace)
		if err != nil {
			return desk.OwnProject{}, err
		}
		it, err := importing.Own(read.Project, format.Messages(read.Notes))
		if err != nil {
			return desk.OwnProject{}, err
		}
		return desk.OwnProjectOf(file.Name, it), nil
	}
}

// OpenAsProject makes a project of a file and goes there, unless there is
// something to tell of the file first.
func (room *Room) OpenAsProject(from string, read desk.OwnReader, fail func(error)) {
	typed := cleanName(browser.Field(projectNameID))
	var it desk.OwnProject
	open := func(ctx context.Context, pace annotations.Pace) (id string, err error) {
		if it, err = read(ctx, pace.Part(0, 0.5)); err != nil {
			return "", err
		}
		name := cmp.Or(typed, it.Project.Name(), strings.TrimSuffix(it.From, ".json"))
		return room.makeProject(ctx, name, it.Project, pace.Part(0.5, 1))
	}
	room.makeAnd("Opening "+from, open, func(id string, err error) {
		if err != nil {
			fail(err)
			return
		}
		remember(it, id)
		if len(it.Repairs) > 0 {
			room.tellOpened(from, id, it.Repairs)
			return
		}
		room.switchTo(id)
	})
}

// remember has the project opened at the article where there is something, by the
// one who the reader is there, and then told of.
func remember(it desk.OwnProject, id string) {
	at := desk.Place{Article: desk.FirstOf(it.Project, it.Me.ID)}
	desk.Remember(browser.ProjectKey(desk.PlaceKey, id), &at)                  // else it opens at the first
	_ = browser.SavePlace(browser.ProjectKey(desk.AnnotatorKey, id), it.Me.ID) // who is the first, unless others have said more
	opened := told(it, id)
	browser.SaveForTab(openedKey, opened.fields().Text())
}

// openedTold is what there is to tell of a file that was opened.
type openedTold struct {
	Project, From, Holds, Me string
	Mine                     bool // the marks in it are taken for the reader's own
}

func (t *openedTold) fields() jsontext.Fields {
	return jsontext.Fields{
		{Name: "project", At: &t.Project}, {Name: "from", At: &t.From}, {Name: "holds", At: &t.Holds},
		{Name: "me", At: &t.Me}, {Name: "mine", At: &t.Mine},
	}
}

func told(it desk.OwnProject, id string) openedTold {
	return openedTold{id, it.From, kit.ListedThings(annotations.TallyOf(it.Project)), it.Me.Name,
		it.Project.Speaks(it.Me.ID)}
}

// toldOpened is that, with the offer to be somebody else where the marks may be
// another's.
func (room *Room) toldOpened(t openedTold) desk.Notice {
	n := desk.Notice{Kind: desk.Done, Sentences: []string{"Opened " + t.From + " as a project of its own: " + kit.OrNothing(t.Holds)}}
	if t.Mine {
		n.Offer, n.Take = beSomebodyElse, room.becomeSomebodyElse
		n.Sentences = append(n.Sentences, "You work as "+t.Me+", whose marks are in it, and go on with them")
	}
	return n
}

// TellOfOpened tells of the file that this tab has made the open project of, once.
func (room *Room) TellOfOpened() {
	var opened openedTold
	if opened.fields().Read(browser.TakeForTab(openedKey)) == nil && opened.Project == room.desk.ProjectID {
		room.desk.Notices.Put(room.toldOpened(opened))
	}
}

// beSomebodyElse is what the notice of an opened file offers.
const beSomebodyElse = "I am somebody else"

// becomeSomebodyElse has the reader work as a new annotator, who can be named at
// once.
func (room *Room) becomeSomebodyElse() {
	me := annotations.Annotator{ID: annotations.NewID(), Name: annotations.NextName(room.desk.Session.Project().Annotators())}
	if !room.desk.Do(annotations.AddAnnotator{Annotator: me, At: -1}) {
		return
	}
	room.desk.WorkAs(me.ID)
	room.desk.Ask.RenameAnnotator(me.ID)
}

// tellOpened tells what was not as it should be in a file that is now a project of
// its own. The page that goes there loads anew and could not tell it. Where no
// project is open there are no notices, and the list of projects says it.
func (room *Room) tellOpened(name, id string, repairs []string) {
	told := room.openedAs(name, id, repairs)
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
func (room *Room) openedAs(name, id string, repairs []string) desk.Notice {
	said := []string{"Opened " + name + " as a project of its own. Not all in it was as it should be:"}
	return desk.Notice{Kind: desk.Warning, Offer: "Go to the project", Take: func() { room.switchTo(id) }, Sentences: append(said, repairs...)}
}

// refuseProject says why a file was not opened, and offers to repair it where
// that helps.
func (room *Room) refuseProject(file session.File, err error) {
	var broken *format.BrokenError
	if errors.As(err, &broken) {
		room.projects.dialog.mending = &file
	}
	room.failProjects(file.Name+" was not opened", err)
}

// TellOwn tells of a file that is the open project now. What was repaired in it is
// told first: the next notice would put away one that says what was done.
func (room *Room) TellOwn(it desk.OwnProject) {
	room.desk.Notices.Add(desk.Warning, it.Repairs...)
	room.desk.Notices.Put(room.toldOpened(told(it, "")))
}
