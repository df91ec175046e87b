//go:build js

package browser

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// newProjects opens the list, which begins and ends empty.
func newProjects(t testing.TB) *Projects {
	t.Helper()
	l := openProjects(t)
	t.Cleanup(func() {
		l.Close()
		deleteDatabase(t, projectsStore)
	})
	return l
}

// openProjects opens the list as another tab does.
func openProjects(t testing.TB) *Projects {
	t.Helper()
	l, err := OpenProjects(withPatience(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(l.Close)
	return l
}

// mustNote puts a project on the list under a name.
func mustNote(t testing.TB, l *Projects, id, name string) {
	t.Helper()
	if err := l.Note(withPatience(t), id, func(p *Project) { p.Name = name }); err != nil {
		t.Fatal(err)
	}
}

// mustDelete marks a project as deleted by a visit.
func mustDelete(t testing.TB, l *Projects, id, by string) {
	t.Helper()
	beAnotherVisit(t)
	if err := l.Delete(withPatience(t), id); err != nil {
		t.Fatal(err)
	}
	if by == "" {
		return
	}
	err := l.Note(withPatience(t), id, func(p *Project) { p.DeletedBy = by })
	if err != nil {
		t.Fatal(err)
	}
}

// beAnotherVisit makes the test one that has deleted nothing yet.
func beAnotherVisit(t testing.TB) {
	t.Helper()
	script(t, `sessionStorage.clear()`)
	visit.Lock()
	defer visit.Unlock()
	visit.id, visit.held = "", false
}

// listed gives the IDs of the projects that a list has.
func listed(t testing.TB, l *Projects) []string {
	t.Helper()
	all, err := l.All(withPatience(t))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range all {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	return ids
}

// expectListed fails the test unless these are the listed projects' IDs.
func expectListed(t testing.TB, l *Projects, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, listed(t, l)); diff != "" {
		t.Errorf("projects (-want +got):\n%s", diff)
	}
}

// databases gives the names of the projects' databases that there are.
func databases(t testing.TB) []string {
	t.Helper()
	found, err := await(script(t, `indexedDB.databases()`))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i := range found.Length() {
		names = append(names, text(found.Index(i).Get("name")))
	}
	return names
}

// newProjectStore makes a project's database, with one record in it.
func newProjectStore(t testing.TB, id string) {
	t.Helper()
	s, err := OpenStore(withPatience(t), ProjectStore(id))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { deleteDatabase(t, ProjectStore(id)) })
	mustLoad(t, s)
	mustAppend(t, s, "of "+id)
	s.Close()
}

func TestTheFirstProjectHasTheNamesThatWereThereBefore(t *testing.T) {
	cases := []struct{ what, got, want string }{
		{"the first database", ProjectStore(FirstProject), "spanwise"},
		{"another database", ProjectStore("abc"), "spanwise.project.abc"},
		{"a key of the first", ProjectKey("place", FirstProject), "place"},
		{"another's key", ProjectKey("place", "abc"), "place.abc"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestWhatIsNoIDNeverBecomesPartOfADatabasesName(t *testing.T) {
	cases := map[string]bool{
		FirstProject: true, NewProjectID(): true, "abc": true,
		"": false, "ABC": false, "../x": false, "s.aside": false, "é": false, "abcdefghijk": false,
	}
	for id, want := range cases {
		if got := IsProjectID(id); got != want {
			t.Errorf("%q: %v, want %v", id, got, want)
		}
	}
}

func TestTwoProjectsShareNothing(t *testing.T) {
	newProjectStore(t, "abc")
	newProjectStore(t, "def")
	for _, id := range []string{"abc", "def"} {
		s, err := OpenStore(withPatience(t), ProjectStore(id))
		if err != nil {
			t.Fatal(err)
		}
		expectKept(t, s, "", "of "+id)
		s.Close()
	}
}

func TestTheListKeepsWhatIsNotedOfAProject(t *testing.T) {
	l := newProjects(t)
	opened := time.Date(2026, 11, 23, 14, 20, 0, 5e6, time.UTC)
	want := Project{ID: "abc", Name: "مشروع 👩‍👧", Opened: opened, Articles: 5, Spans: 12, Edits: 40}
	err := l.Note(withPatience(t), "abc", func(p *Project) {
		if p.ID != "abc" || time.Since(p.Created) > time.Minute {
			t.Errorf("a new project is %+v", *p)
		}
		created := p.Created
		*p = want
		p.Created = created
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := openProjects(t).All(withPatience(t))
	ignored := cmpopts.IgnoreFields(Project{}, "Created")
	if diff := cmp.Diff([]*Project{&want}, got, ignored, cmpopts.IgnoreUnexported(Project{})); err != nil || diff != "" {
		t.Errorf("error %v, list (-want +got):\n%s", err, diff)
	}
	if time.Since(got[0].Created) > time.Minute {
		t.Errorf("created %v", got[0].Created)
	}
}

func TestTheProjectThatWasUsedLastIsListedFirst(t *testing.T) {
	l := newProjects(t)
	for i, id := range []string{"b", "c", "a"} {
		err := l.Note(withPatience(t), id, func(p *Project) {
			p.Created = time.UnixMilli(int64(1000 + i))
			if id == "b" {
				p.Opened = time.UnixMilli(5000)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	all, err := l.All(withPatience(t))
	if err != nil || all[0].ID != "b" || all[1].ID != "a" || all[2].ID != "c" {
		t.Errorf("error %v, order %v, %v, %v", err, *all[0], *all[1], *all[2])
	}
}

func TestNoTabOverwritesWhatAnotherHasNoted(t *testing.T) {
	l := newProjects(t)
	other := openProjects(t)
	mustNote(t, l, "abc", "x")
	const rounds = 20
	ended := make(chan error, 2)
	for _, tab := range []*Projects{l, other} {
		go func() {
			var err error
			for range rounds {
				err = errors.Join(err, tab.Note(withPatience(t), "abc", func(p *Project) { p.Edits++ }))
			}
			ended <- err
		}()
	}
	if err := errors.Join(<-ended, <-ended); err != nil {
		t.Fatal(err)
	}
	all, err := l.All(withPatience(t))
	if err != nil || all[0].Edits != 2*rounds {
		t.Errorf("error %v, %d of %d changes are there", err, all[0].Edits, 2*rounds)
	}
}

func TestAChangeOfTheListIsNewsToTheOtherTab(t *testing.T) {
	l := newProjects(t)
	other := openProjects(t)
	told := newsOf(other.store)
	mustNote(t, l, "abc", "x")
	if !toldSoon(told) {
		t.Error("the other tab was not told")
	}
}

func TestAProjectThatTheListHasLostIsFoundByItsDatabase(t *testing.T) {
	l := newProjects(t)
	newProjectStore(t, FirstProject)
	newProjectStore(t, "abc")
	expectListed(t, l, FirstProject, "abc")
	mustNote(t, l, "abc", "x")
	expectListed(t, l, FirstProject, "abc")

	patched(t, `Object.defineProperty(indexedDB, "databases", {configurable: true, value: undefined})`, `delete indexedDB.databases`)
	expectListed(t, l, "abc")
}

func TestADeletedProjectComesBackWithAllThatWasInIt(t *testing.T) {
	l := newProjects(t)
	newProjectStore(t, "abc")
	mustNote(t, l, "abc", "x")
	mustDelete(t, l, "abc", "")
	all, err := openProjects(t).All(withPatience(t))
	if err != nil || all[0].Deleted.IsZero() {
		t.Errorf("error %v, %+v is not deleted", err, *all[0])
	}
	if removed, err := l.RemoveDeleted(withPatience(t)); err != nil || removed != nil {
		t.Errorf("error %v, %q were removed, which this tab can bring back", err, removed)
	}
	if err := l.Restore(withPatience(t), "abc"); err != nil {
		t.Fatal(err)
	}
	beAnotherVisit(t)
	if removed, err := l.RemoveDeleted(withPatience(t)); err != nil || removed != nil {
		t.Errorf("error %v, %q were removed, which are not deleted", err, removed)
	}
	s, err := OpenStore(withPatience(t), ProjectStore("abc"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	expectKept(t, s, "", "of abc")
}

func TestADeletedProjectIsRemovedWhenNoTabCanBringItBack(t *testing.T) {
	cases := []struct {
		name  string
		setup func(t *testing.T) // before the removal
		gone  bool
		why   string
	}{
		{"the tab is closed", func(*testing.T) {}, true, "nobody holds its visit"},
		{"the tab is open", func(t *testing.T) { t.Cleanup(Share(visitLock + "closed")) }, false, "it can still undo"},
		{"the project is open", func(t *testing.T) { t.Cleanup(HoldProject("abc")) }, false, "somebody works on it"},
		{"without locks", func(t *testing.T) {
			patched(t, `Object.defineProperty(navigator, "locks", {configurable: true, value: undefined})`, `delete navigator.locks`)
		}, false, "nobody knows whether the tab is open"},
		{"with locks that are refused", func(t *testing.T) {
			patched(t, `Object.defineProperty(navigator, "locks", {configurable: true, value: {request() {
				return Promise.reject(new DOMException("denied", "SecurityError")) }}})`, `delete navigator.locks`)
		}, false, "nor does anybody here"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := newProjects(t)
			newProjectStore(t, "abc")
			mustNote(t, l, "abc", "x")
			mustDelete(t, l, "abc", "closed")
			beAnotherVisit(t)
			c.setup(t)
			removed, err := l.RemoveDeleted(withPatience(t))
			if err != nil || slices.Contains(removed, "abc") != c.gone {
				t.Errorf("error %v, removed %q (%s)", err, removed, c.why)
			}
			if there := slices.Contains(databases(t), ProjectStore("abc")); there == c.gone {
				t.Errorf("the database is there: %v (%s)", there, c.why)
			}
			if err := l.Restore(withPatience(t), "abc"); errors.Is(err, ErrProjectGone) != c.gone {
				t.Errorf("bringing it back: error %v (%s)", err, c.why)
			}
		})
	}
}

func TestARemovalThatEndedHalfWayGoesOn(t *testing.T) {
	l := newProjects(t)
	newProjectStore(t, "abc")
	mustNote(t, l, "abc", "x")
	mustDelete(t, l, "abc", "closed")
	beAnotherVisit(t)
	patched(t, `window.plainDelete = IDBFactory.prototype.deleteDatabase;
		IDBFactory.prototype.deleteDatabase = () => { throw new DOMException("the disk is gone", "UnknownError") }`,
		`IDBFactory.prototype.deleteDatabase = window.plainDelete`)
	if _, err := l.RemoveDeleted(withPatience(t)); err == nil {
		t.Error("the removal did not say that it failed")
	}
	if err := l.Restore(withPatience(t), "abc"); !errors.Is(err, ErrProjectGone) {
		t.Errorf("error %v: a project that is half gone is not to come back", err)
	}
	expectListed(t, l)
	script(t, `IDBFactory.prototype.deleteDatabase = window.plainDelete`)
	if removed, err := l.RemoveDeleted(withPatience(t)); err != nil || len(removed) != 1 {
		t.Errorf("error %v, removed %q", err, removed)
	}
	expectListed(t, l)
}

func TestAProjectThatIsOpenElsewhereIsNotDeleted(t *testing.T) {
	l := newProjects(t)
	beAnotherVisit(t)
	mustNote(t, l, "abc", "x")
	first, second := HoldProject("abc"), HoldProject("abc")
	for _, release := range []func(){first, second} {
		if err := l.Delete(withPatience(t), "abc"); !errors.Is(err, ErrProjectOpen) {
			t.Errorf("error %v, want %v", err, ErrProjectOpen)
		}
		release()
	}
	holdSoon(t, ProjectKey(openLock, "abc"))()
	all, err := l.All(withPatience(t))
	if err != nil || !all[0].Deleted.IsZero() {
		t.Errorf("error %v, %+v is deleted", err, *all[0])
	}
}

func TestAPageThatIsLoadedAnewIsStillTheVisitThatDeleted(t *testing.T) {
	l := newProjects(t)
	newProjectStore(t, "abc")
	mustNote(t, l, "abc", "x")
	mustDelete(t, l, "abc", "")
	visit.Lock()
	visit.id, visit.held = "", false // what a reload forgets; sessionStorage stays
	visit.Unlock()
	ResumeVisit()
	if removed, err := l.RemoveDeleted(withPatience(t)); err != nil || removed != nil {
		t.Errorf("error %v, removed %q", err, removed)
	}
}

func TestNamesAreSharedUntilOneTabHasThemAlone(t *testing.T) {
	first, second := Share(t.Name()), Share(t.Name())
	if _, mine := TryHold(t.Name()); mine {
		t.Error("a shared name was held alone")
	}
	first()
	if _, mine := TryHold(t.Name()); mine {
		t.Error("one tab still shares it")
	}
	second()
	holdSoon(t, t.Name())()
}
