package session

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/journal"
)

func TestTheFirstTimeTheBundledArticlesAreWrittenAsASnapshot(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store)
	saved(t, s)
	if string(store.snapshot) != exported(t, s) || store.held() != 0 {
		t.Error("the store does not hold the project as its snapshot")
	}
	later, _ := opened(t, store, "b")
	if diff := cmp.Diff([]string{"a", "b"}, ids(later)); diff != "" {
		t.Errorf("an article that is no longer bundled is gone (-want +got):\n%s", diff)
	}
	if later.Bundled("a") || !later.Bundled("b") {
		t.Error("only b is bundled now")
	}
}

func TestNewBundledArticlesAreAddedAtTheirPlaceAndStay(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store, "b", "d")
	must(t, s, annotations.AddDocument{Document: article(t, "own"), At: -1})
	saved(t, s)

	later, notices := opened(t, store, "a", "b", "c", "d", "e")
	want := []string{"a", "b", "c", "d", "e", "own"}
	if diff := cmp.Diff(want, ids(later)); diff != "" || len(notices) > 0 {
		t.Errorf("notices %q, documents (-want +got):\n%s", notices, diff)
	}
	if !later.Undo() || later.CanUndo() || !later.Redo() {
		t.Error("one can undo something else than the article that one has added")
	}
	must(t, later, mark("x"))
	saved(t, later)
	without, notices := opened(t, store, "b")
	if diff := cmp.Diff(want, ids(without)); diff != "" || len(notices) > 0 {
		t.Errorf("in a build without them: notices %q, documents (-want +got):\n%s", notices, diff)
	}
	if diff := cmp.Diff([]string{"x"}, marks(without)); diff != "" {
		t.Errorf("spans on an added article (-want +got):\n%s", diff)
	}
}

func TestRecordsThatCannotBeUsedAreReportedSkippedAndKept(t *testing.T) {
	lost, _ := record{id: "x", how: did, edit: annotations.DescribeDocument{ID: "none"}}.write(clock(), nil)
	cases := []struct{ name, record, reason, why string }{
		{"not JSON", `{"v":1,`, "not a record", "a damaged disk"},
		{"not UTF-8", "{\"v\":1,\"id\":\"\xff\"}", "UTF-8", "bytes that were changed"},
		{"no version", `{"id":"x","edit":{}}`, "version", "another program's"},
		{"unknown edit", `{"v":1,"id":"x","edit":{"kind":"paint"}}`, "paint", "a kind this version lacks"},
		{"no longer applies", string(lost), "removed meanwhile", "an article that another tab removed"},
		{"undo of nothing", `{"v":2,"id":"x","how":"undo","edit":{"kind":"remove-span","document":"a","id":"none"}}`, "which step it is to undo is missing", "another program's"},
		{"unknown purpose", `{"v":2,"id":"x","how":"paint","edit":{"kind":"remove-span","document":"a","id":"none"}}`, `made to "paint"`, "another program's"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begunIn(t, store)
			must(t, s, mark("x"))
			saved(t, s)
			store.put([]byte(c.record))
			last, _ := record{id: "last", how: did, edit: mark("y")}.write(clock(), nil)
			store.put(last)

			again, notices := opened(t, store)
			if len(notices) != 1 || !strings.Contains(notices[0], "record 2 ") || !strings.Contains(notices[0], c.reason) {
				t.Errorf("notices %q, want one on record 2 with %q (%s)", notices, c.reason, c.why)
			}
			if diff := cmp.Diff([]string{"x", "y"}, marks(again)); diff != "" {
				t.Errorf("spans (-want +got):\n%s", diff)
			}
			saved(t, again)
			if store.held() != 3 || store.data()[1] != c.record {
				t.Error("the skipped record is gone")
			}
		})
	}
}

func TestASnapshotOfANewerVersionIsLeftAlone(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	must(t, s, mark("x"))
	saved(t, s)
	store.snapshot = []byte(strings.Replace(string(store.snapshot), `"version": 4`, `"version": 5, "later": {}`, 1))
	before := store.copied()
	_, _, err := Open(context.Background(), Start{Steps: here, Store: &tab{memory: store}})
	var newer *NewerDataError
	if !errors.As(err, &newer) {
		t.Fatalf("error %v, want a NewerDataError", err)
	}
	if diff := cmp.Diff(&NewerDataError{"the saved work", 5, 4}, newer); diff != "" {
		t.Errorf("error (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before.data(), store.data()); diff != "" || string(before.snapshot) != string(store.snapshot) {
		t.Error("the store has changed")
	}
}

const newerRecord = `{"v":6,"later":{}}`

func TestARecordOfANewerVersionLetsTheWorkOnlyBeRead(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	must(t, s, mark("x"))
	saved(t, s)
	store.put([]byte(newerRecord))
	last, _ := record{id: "last", how: did, edit: mark("y")}.write(clock(), nil)
	store.put(last)
	before := store.copied()
	again, _ := opened(t, store, "a", "b", "c")
	checkLocked(t, again, "record 2 of the journal was written by a newer Spanwise (version 6; this one reads version 5)")
	if diff := cmp.Diff([]string{"x"}, marks(again)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before.data(), store.data()); diff != "" || string(before.snapshot) != string(store.snapshot) {
		t.Error("the store has changed")
	}
}

func TestANewerVersionThatTakesOverLetsTheWorkOnlyBeRead(t *testing.T) {
	for _, c := range []struct {
		name string
		over func(*memory, *Session)
		want string
		why  string
	}{
		{"a record", func(m *memory, s *Session) { m.put([]byte(newerRecord)); s.LookForNews() }, "newer Spanwise (version 6", "a newer page in another tab made an edit"},
		{"the database", func(m *memory, s *Session) { m.refusing(journal.ErrNewer); _ = s.Do(mark("y")) }, journal.ErrNewer.Error(), "a newer page in another tab changed how things are kept"},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begunIn(t, store)
			must(t, s, mark("x"))
			saved(t, s)
			c.over(store, s)
			until(t, "the work is locked", func() bool { return s.Saving().State == Locked })
			checkLocked(t, s, c.want)
			if !strings.Contains(exported(t, s), `"x"`) {
				t.Error("the work cannot be exported")
			}
		})
	}
}

// checkLocked says that nothing can be changed any more, and why.
func checkLocked(t *testing.T, s *Session, why string) {
	t.Helper()
	saving, before := s.Saving(), s.Revision()
	if saving.State != Locked || !strings.Contains(saving.Err.Error(), why) {
		t.Errorf("saving %+v, want locked with %q", saving, why)
	}
	if err := s.Do(mark("late")); err == nil || s.Undo() || s.Redo() || s.Revision() != before {
		t.Errorf("an edit was made: %v", err)
	}
	if _, err := s.Import(context.Background(), fileOf("", exported(t, s)), asOne, nil); err != nil {
		t.Errorf("a file that brings nothing: %v", err)
	}
}

func TestADamagedSnapshotIsAnErrorAndLeftAlone(t *testing.T) {
	store := &memory{}
	begunIn(t, store)
	store.snapshot = store.snapshot[:len(store.snapshot)/2]
	before := string(store.snapshot)
	if _, _, err := Open(context.Background(), Start{Steps: here, Store: &tab{memory: store}}); err == nil {
		t.Error("it was opened")
	}
	if string(store.snapshot) != before || store.held() != 0 {
		t.Error("the store has changed")
	}
}

func TestAFirstWriteThatFailsIsSeenAndTriedAgain(t *testing.T) {
	store := &memory{}
	relent := store.refusing(errQuota)
	s, _ := opened(t, store)
	if err := s.Wait(waiting(t)); !errors.Is(err, errQuota) {
		t.Errorf("Wait gave %v, want %v", err, errQuota)
	}
	relent()
	must(t, s, mark("x"))
	saved(t, s)
	if string(store.snapshot) == "" {
		t.Error("records without a snapshot are no use")
	}
	again, _ := opened(t, store)
	if exported(t, again) != exported(t, s) {
		t.Error("the work differs")
	}
}
