package projects

import (
	"strings"
	"testing"

	"spanwise/app/browser"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/uitest"
)

// Where these tests run no browser keeps anything: what a person asks for fails, which
// has to be told where they look.
func TestWhatTheBrowserCannotKeepIsToldWhereItWasAskedFor(t *testing.T) {
	for _, tt := range []struct {
		asks string
		does func(*Room)
		want string
	}{
		{"another name for the open project", func(r *Room) { r.renameProject(browser.FirstProject, "Here") }, "The project was not renamed: "},
		{"another name", func(r *Room) { r.renameProject("haiti", "Haiti 2") }, "The project was not renamed: "},
		{"to delete one", func(r *Room) { r.deleteProject(r.projectRow(*r.projects.dialog.entries[1], uitest.Noon)) }, "The project was not deleted: "},
		{"one back", func(r *Room) { r.restoreProject("old") }, "The project was not brought back: "},
		{"a copy", func(r *Room) { r.duplicateProject("haiti") }, "The project was not duplicated: "},
	} {
		d, room := listed(t)
		tt.does(room)
		d.Wait()
		if got := seen(room); !strings.Contains(got, tt.want) || !strings.Contains(got, "lets the page keep nothing") {
			t.Errorf("%s: it says %q", tt.asks, got)
		}
		if len(d.Told()) > 0 || room.projects.busy || len(room.projects.dialog.entries) != 3 {
			t.Errorf("%s: told is %q, busy %v, listed %d", tt.asks, d.Told(), room.projects.busy, len(room.projects.dialog.entries))
		}
	}
}

func TestTheListThatCannotBeReadSaysWhy(t *testing.T) {
	d, room := listed(t)
	room.projects.dialog.shown = false
	room.OnProjects(d.Context, press)
	d.Wait()
	desktest.MustSay(t, seen(room), "lets the page keep nothing", "First project")
}

func TestWhatIsBeingWrittenAndReadIsKeptBeforeThePageLeaves(t *testing.T) {
	d, room := listed(t)
	do(d, room, "open", "haiti")
	d.Wait()
	if !d.WasAsked("KeepPlace") || len(d.Fake.Told) == 0 || d.Fake.Told[0] != "Commit" {
		t.Errorf("asked %q, told %q", d.Asked.Asked, d.Fake.Told)
	}
	if !room.projects.busy {
		t.Error("another project can be gone to meanwhile")
	}
}

func TestTheFirstProjectIsThePagesOwnUntilThereAreSeveral(t *testing.T) {
	d, room := listed(t)
	d.ProjectID = ""
	room.Seek()
	if d.ProjectID != browser.FirstProject || room.Many() {
		t.Errorf("open is %q, many: %v", d.ProjectID, room.Many())
	}
	room.Begun()
	d.Beside(func() { room.Settle(d.Context) })
	if d.ProjectID != browser.FirstProject {
		t.Errorf("settled on %q", d.ProjectID)
	}
	d.ProjectID = "haiti"
	if !room.Many() {
		t.Error("another project than the first is the only one")
	}
	d.Beside(func() { room.Settle(d.Context) })
	if d.ProjectID != "haiti" || len(d.Told()) > 0 {
		t.Errorf("where the list cannot be read it opens %q and tells %q", d.ProjectID, d.Told())
	}
}

func TestEscapeLeadsBackToTheListFirst(t *testing.T) {
	d, room := listed(t)
	for _, part := range []projectsPart{newPart, namePart, deletePart} {
		room.turnTo(part, "haiti", "")
		target := desktest.Element(nil)
		dialogOf(room).onEscape(d.On(target), desktest.Press(target))
		if room.projects.dialog.part != listPart {
			t.Errorf("from %q it leads to %q", part, room.projects.dialog.part)
		}
	}
	room.turnTo(newPart, "", "")
	dialogOf(room).onEscape(d.On(desktest.Element(nil)), desktest.Press(desktest.Element(nil)))
	if room.projects.dialog.part != newPart {
		t.Error("the browser’s own dialog for a file, when it is left, leads away")
	}
}

func TestAPressBesideTheButtonsDoesNothing(t *testing.T) {
	d, room := listed(t)
	do(d, room, "", "haiti")
	dialogOf(room).onKeyDown(d.Context, desktest.Key("x", desktest.Element(map[string]string{"project": "haiti"})))
	if room.projects.dialog.part != listPart || room.projects.busy {
		t.Error("something is done")
	}
}
