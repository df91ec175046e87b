package projects

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/uitest"
)

var press = desktest.PressOn("none", "")

// listed is a room with the dialog open at a list of three projects: the open one,
// “Haiti”, and “Old”, which is deleted.
func listed(t *testing.T) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t)
	d.ProjectID, d.Store = browser.FirstProject, &browser.Store{}
	d.Mark(t, "actor", "Shoigu")
	room := New(d.Desk)
	room.projects.dialog.shown = true
	room.projects.dialog.entries = []*browser.Project{
		{ID: browser.FirstProject, Created: uitest.Noon},
		{ID: "haiti", Name: "Haiti", Created: uitest.Noon, Articles: 3, Spans: 2},
		{ID: "old", Name: "Old", Created: uitest.Noon, Deleted: uitest.Noon, Articles: 1},
	}
	return d, room
}

func seen(room *Room) string              { return desktest.Seen(room.Render()) }
func dialogOf(room *Room) *projectsDialog { return room.Render().(*projectsDialog) }

// do presses a button of a project's row.
func do(d *desktest.Desk, room *Room, what, project string) {
	dialogOf(room).onAction(d.Context, desktest.Press(desktest.Element(map[string]string{"do": what, "project": project})))
}

func TestTheDialogListsProjectsWithWhatTheyHold(t *testing.T) {
	d, room := listed(t)
	desktest.MustSay(t, seen(room),
		"First project 1 article · 1 span · open here Rename Duplicate Delete",
		"Haiti 3 articles · 2 spans · never opened Rename Duplicate Delete",
		"Old Deleted · 1 article · 0 spans Bring back", "New project")
	dialogOf(room).onClose(d.Context, press)
	if got := seen(room); got != "" {
		t.Errorf("closed, there is %q", got)
	}
}

func TestWhereNothingIsKeptThereAreNoOtherProjects(t *testing.T) {
	d, room := listed(t)
	d.Store = nil
	desktest.MustSay(t, seen(room), "This browser keeps nothing, so there is only the project on this page.")
	if strings.Contains(seen(room), "New project") {
		t.Error("a project can be made that is not kept")
	}
}

func TestTheDialogOpensOnceThePageIsReady(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	d.Stage = desk.Late
	room.OnProjects(d.Context, press)
	if d.Settle(); seen(room) != "" || !strings.HasPrefix(d.Said, "Opening your articles") {
		t.Errorf("it shows %q and says %q", seen(room), d.Said)
	}
	d.Stage = desk.Ready
	room.OnProjects(d.Context, press)
	d.Settle()
	desktest.MustSay(t, seen(room), "Projects This browser keeps nothing")
}

func TestTheOpenProjectIsNotDeletedAndAnotherIsAskedAbout(t *testing.T) {
	d, room := listed(t)
	do(d, room, "delete", browser.FirstProject)
	desktest.MustSay(t, seen(room), "This project is open here. Open another one first, then delete this one.")
	do(d, room, "delete", "haiti")
	desktest.MustSay(t, seen(room), "Delete? Haiti 3 articles", "It has never been exported.", "You can bring it back until you close this page.", "Export it first Cancel")
	dialogOf(room).onKeep(d.Context, press)
	desktest.MustSay(t, seen(room), "Projects First project")
}

func TestAProjectIsNamedInAForm(t *testing.T) {
	d, room := listed(t)
	do(d, room, "rename", "haiti")
	desktest.MustSay(t, seen(room), "Rename Name [Haiti] Rename Cancel")
	form := &projectForm{Room: room, Part: namePart, About: dialogOf(room).Told.About}
	form.onSubmit(d.Context, press) // where no browser is, the field is empty
	desktest.MustSay(t, seen(room), "A project needs a name.")
	if !slices.Contains(d.Fake.Told, "End "+desk.KeyFor(desk.ProjectWriting, "haiti")) {
		t.Errorf("told is %q", d.Fake.Told)
	}
	form.onCancel(d.Context, press)
	desktest.MustSay(t, seen(room), "Projects First project")
	if strings.Contains(seen(room), "needs a name") {
		t.Error("the trouble of before is still told")
	}
}

func TestANewProjectBeginsAsIsAsked(t *testing.T) {
	d, room := listed(t)
	dialogOf(room).onNew(d.Context, press)
	desktest.MustSay(t, seen(room), "New project Name", "Begin with", "practice articles", "Begin empty: I bring my own", "Take over the labels of this project", "Create Cancel Open a project file…")
	if strings.Contains(seen(room), "Open it repaired") {
		t.Error("a repair is offered of no file")
	}
}

func TestAFileThatDoesNotFitItselfIsOfferedRepaired(t *testing.T) {
	d, room := listed(t)
	dialogOf(room).onNew(d.Context, press)
	room.refuseProject(session.File{Name: "a.json"}, &format.BrokenError{Problems: []format.Note{{}}, First: errors.New("two labels are called alike")})
	desktest.MustSay(t, seen(room), "a.json was not opened: Two labels are called alike.", "Open it repaired")
	dialogOf(room).onNew(d.Context, press)
	room.refuseProject(session.File{Name: "b.json"}, errors.New("it is no project"))
	desktest.MustSay(t, seen(room), "b.json was not opened: It is no project.")
	if strings.Contains(seen(room), "Open it repaired") {
		t.Error("a repair is offered of what is no project")
	}
}

func TestWhatFailsIsToldWhereItIsSeen(t *testing.T) {
	d, room := listed(t)
	room.failProjects("The project was not made", errors.New("the disk is full"))
	desktest.MustSay(t, seen(room), "The project was not made: The disk is full.")
	room.projects.dialog.shown = false
	room.failProjects("The project was not made", errors.New("the disk is full"))
	if got := d.Told(); !slices.Equal(got, []string{"The project was not made: the disk is full"}) {
		t.Errorf("told is %q", got)
	}
	room.failProjects("The project was not made", context.Canceled)
	if got := d.Told(); len(got) != 1 {
		t.Errorf("what was called off is told: %q", got)
	}
}

func TestAFileIsToldOfOnceItIsTheOpenProject(t *testing.T) {
	d, room := listed(t)
	project := d.Session.Project()
	me := project.Annotators()[0]
	room.TellOwn(desk.OwnProject{From: "a.json", Project: project, Me: me, Repairs: []string{"A span was cut."}})
	if got := d.Told(); len(got) != 3 || !strings.HasPrefix(got[0], "Opened a.json as a project of its own: ") || !strings.HasPrefix(got[1], "You work as "+me.Name) || got[2] != "A span was cut." {
		t.Errorf("told is %q", got)
	}
	n := room.toldOpened(openedTold{From: "b.json"})
	if n.Offer != "" || len(n.Sentences) != 1 {
		t.Errorf("of a file without marks of one’s own it offers %q", n.Offer)
	}
}

func TestWhoIsSomebodyElseWorksAsANewAnnotator(t *testing.T) {
	d, room := listed(t)
	first := d.Me()
	room.toldOpened(openedTold{Mine: true}).Take()
	if d.Me() == first || !d.WasAsked("RenameAnnotator "+d.Me()) || len(d.Session.Project().Annotators()) != 2 {
		t.Errorf("one works as %q, asked %q", d.Me(), d.Asked.Asked)
	}
	d.Stage = desk.Late
	room.becomeSomebodyElse()
	if len(d.Session.Project().Annotators()) != 2 {
		t.Error("somebody is added while nothing can be changed")
	}
}

func TestARepairedFileIsToldOfBeforeOneGoesThere(t *testing.T) {
	d, room := listed(t)
	room.tellOpened("a.json", "new", []string{"A span was cut."})
	want := []string{"Opened a.json as a project of its own. Not all in it was as it should be:", "A span was cut."}
	if got := d.Told(); !slices.Equal(got, want) || d.Notices.List[0].Offer != "Go to the project" {
		t.Errorf("told is %q", got)
	}
}

func TestThePageStaysWhereItsWorkIsNotSaved(t *testing.T) {
	d, room := listed(t)
	room.projects.busy = true
	room.stay(errors.New("the disk is full"))
	if got := d.Told(); !slices.Equal(got, []string{"The project stays open, since your last changes are not saved: the disk is full"}) || room.projects.busy {
		t.Errorf("told is %q", got)
	}
	room.projects.busy = true
	room.stay(context.Canceled)
	if len(d.Told()) != 1 || room.projects.busy {
		t.Errorf("what was called off is told: %q", d.Told())
	}
}

func TestTheProjectThatIsOpenIsNotOpenedAgain(t *testing.T) {
	d, room := listed(t)
	do(d, room, "open", browser.FirstProject)
	if room.projects.busy || slices.Contains(d.Fake.Told, "Commit") {
		t.Error("the page leaves")
	}
	room.projects.busy = true
	do(d, room, "open", "haiti")
	if slices.Contains(d.Fake.Told, "Commit") {
		t.Error("the page goes to two projects")
	}
}

func TestOneProjectIsMadeAtATime(t *testing.T) {
	d, room := listed(t)
	var made []string
	work := func(id string, err error) making {
		return func(context.Context, annotations.Pace) (string, error) { return id, err }
	}
	then := func(id string, err error) { made = append(made, id) }
	room.makeAnd("Making a project", work("a", nil), then)
	room.makeAnd("Making a project", work("b", nil), then)
	d.Wait()
	if !slices.Equal(made, []string{"a"}) || room.projects.busy {
		t.Errorf("made are %q", made)
	}
}

func TestAnEditOfAnotherNameIsMadeOnlyWhereItIsAnother(t *testing.T) {
	d, _ := listed(t)
	before := d.Session.Revision()
	for _, name := range []string{"Haiti", "Haiti"} {
		if err := rename(d.Session, name); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.Session.Revision() - before; got != 1 || d.Session.Project().Name() != "Haiti" {
		t.Errorf("%d edits, and the name is %q", got, d.Session.Project().Name())
	}
}

func TestTheButtonHasTheProjectsName(t *testing.T) {
	d, room := listed(t)
	desktest.MustSay(t, desktest.Seen(room.RenderButton("")), "First project")
	d.Apply(t, annotations.RenameProject{Name: "Haiti"})
	desktest.MustSay(t, desktest.Seen(room.RenderButton("")), "Haiti")
}

func TestDeletedProjectsAreNotThere(t *testing.T) {
	_, room := listed(t)
	var got []string
	for _, e := range undeleted(room.projects.dialog.entries) {
		got = append(got, e.ID)
	}
	if !slices.Equal(got, []string{browser.FirstProject, "haiti"}) {
		t.Errorf("there are %q", got)
	}
}

func TestANameThatWasBeingTypedIsGoneOnWith(t *testing.T) {
	d := desktest.New(t)
	room := New(d.Desk)
	kind := room.Registration().Written[desk.ProjectWriting]
	for of, want := range map[string]projectsPart{"": newPart, "haiti": namePart} {
		kind.Open([]string{of})
		d.Settle()
		if got := room.projects.dialog; got.part != want || got.about != of {
			t.Errorf("of %q it opens %q of %q", of, got.part, got.about)
		}
	}
}
