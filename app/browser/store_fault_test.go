//go:build js

package browser

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

func TestALostConnectionIsOpenedAgain(t *testing.T) {
	cases := []struct {
		name, why string
		lose      func(*Store)
	}{
		{"closed unseen", "the next transaction throws InvalidStateError, and the call tries once more",
			func(s *Store) { s.open.db.Call("close") }},
		{"close event", "the browser lost it and said so",
			func(s *Store) {
				s.open.db.Call("dispatchEvent", app.Window().Get("Event").New("close"))
				s.open.db.Call("close")
			}},
	}
	calls := []struct {
		name string
		call func(*Store) error
	}{
		{"Append", func(s *Store) error { _, err := s.Append(withPatience(t), 1, records("2")); return err }},
		{"Since", func(s *Store) error { _, err := s.Since(withPatience(t), 1); return err }},
		{"Load", func(s *Store) error { _, err := s.Load(withPatience(t)); return err }},
		{"Compact", func(s *Store) error { return s.Compact(withPatience(t), snapshot("1", 1)) }},
		{"Aside", func(s *Store) error { _, err := s.Aside(withPatience(t)); return err }},
		{"Handle", func(s *Store) error { _, err := s.Handle(withPatience(t), "folder"); return err }},
	}
	for _, c := range cases {
		for _, do := range calls {
			t.Run(c.name+", "+do.name, func(t *testing.T) {
				s := newStore(t)
				mustAppend(t, s, "1")
				c.lose(s)
				if err := do.call(s); err != nil {
					t.Errorf("%v (%s)", err, c.why)
				}
				if all := mustAppend(t, s, "after"); string(all[len(all)-1].Data) != "after" {
					t.Errorf("the append after it gave %q", textsOf(all))
				}
			})
		}
	}
}

func TestATransactionLostUnderWayIsTriedOnceMore(t *testing.T) {
	s := newStore(t)
	other := anotherTab(t, s)
	mustAppend(t, other, "theirs")
	patched(t, `window.plainAdd = IDBObjectStore.prototype.add; window.aborted = false;
		IDBObjectStore.prototype.add = function(...a) {
			const r = window.plainAdd.apply(this, a);
			if (!window.aborted) { window.aborted = true; this.transaction.abort(); }
			return r; }`, `IDBObjectStore.prototype.add = window.plainAdd`)
	got := mustAppend(t, s, "once")
	if diff := cmp.Diff([]string{"theirs", "once"}, textsOf(got)); diff != "" {
		t.Errorf("what Append gave (-want +got):\n%s", diff)
	}
	expectKept(t, s, "", "theirs", "once")
}

func TestARefusalIsNoFaultOfTheConnection(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "1")
	other := anotherTab(t, s)
	mustCompact(t, s, "1")
	before := other.connection()
	if _, err := other.Append(withPatience(t), 0, records("x")); !errors.Is(err, journal.ErrOvertaken) {
		t.Fatalf("error %v, want %v", err, journal.ErrOvertaken)
	}
	if other.connection() != before {
		t.Error("the connection was given up")
	}
}

func TestNothingIsAppendedToADatabaseThatWasEmptied(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "gone")
	deleteDatabase(t, s.name)
	for range 2 {
		_, err := s.Append(withPatience(t), 1, records("baseless"))
		if !errors.Is(err, journal.ErrEmptied) || !strings.Contains(err.Error(), s.name) {
			t.Fatalf("error %v, want %v with the database's name", err, journal.ErrEmptied)
		}
	}
	if _, err := s.Since(withPatience(t), 1); !errors.Is(err, journal.ErrEmptied) {
		t.Errorf("Since: error %v, want %v", err, journal.ErrEmptied)
	}
	expectKept(t, s, "")
	mustAppend(t, s, "based on nothing, as loaded")
}

func TestAnEmptiedDatabaseIsBegunAnewBySnapshot(t *testing.T) {
	cases := []struct {
		name    string
		through int
		next    int
		why     string
	}{
		{"counting from the beginning", 0, 1, "the session has begun to count anew"},
		{"counting on", 7, 8, "a tab that keeps its positions must get later ones"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			generation := mustLoad(t, s).Generation
			mustAppend(t, s, "1", "2", "3", "4", "5", "6", "7")
			deleteDatabase(t, s.name)
			if err := s.Compact(withPatience(t), snapshot("anew", c.through)); err != nil {
				t.Fatal(err)
			}
			got, err := s.Append(withPatience(t), c.through, records("based"))
			if diff := cmp.Diff([]journal.Record{{Position: c.next, Data: []byte("based")}}, got); diff != "" || err != nil {
				t.Errorf("%s: error %v, records (-want +got):\n%s", c.why, err, diff)
			}
			expectKept(t, s, "anew", "based")
			if now := mustLoad(t, s).Generation; now == generation || now == "" {
				t.Errorf("generation %q, want another than %q", now, generation)
			}
		})
	}
}

func TestOfTwoTabsThatFindTheDatabaseEmptiedTheFirstBeginsItAnew(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "gone")
	other := anotherTab(t, s)
	deleteDatabase(t, s.name)
	for _, tab := range []*Store{s, other} {
		if _, err := tab.Since(withPatience(t), 1); !errors.Is(err, journal.ErrEmptied) {
			t.Fatalf("error %v, want %v", err, journal.ErrEmptied)
		}
	}
	mustCompact(t, s, "first")
	if err := other.Compact(withPatience(t), snapshot("second", 1)); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("Compact: error %v, want %v", err, journal.ErrOvertaken)
	}
	if _, err := other.Append(withPatience(t), 1, records("x")); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("Append: error %v, want %v", err, journal.ErrOvertaken)
	}
	expectKept(t, other, "first")
	mustAppend(t, other, "theirs")
	expectKept(t, s, "first", "theirs")
}

func TestRecordsInADatabaseThatWasEmptiedAreNotWrittenOver(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "gone")
	deleteDatabase(t, s.name)
	other := anotherTab(t, s) // opened after the deletion, it knows no former work
	mustAppend(t, other, "new")
	if err := s.Compact(withPatience(t), snapshot("old", 1)); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("error %v, want %v", err, journal.ErrOvertaken)
	}
	expectKept(t, s, "", "new")
}

func TestANewerDatabaseIsLeftAlone(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "old")
	openRaw(t, s.name, storeVersion+1)
	_, appending := s.Append(withPatience(t), 1, records("x"))
	_, opening := OpenStore(withPatience(t), s.name)
	for what, err := range map[string]error{"an open store": appending, "a new store": opening} {
		if !errors.Is(err, journal.ErrNewer) || !strings.Contains(err.Error(), "reload the page to get that version") {
			t.Errorf("%s: error %v, want %v and what to do", what, err, journal.ErrNewer)
		}
	}
}

// formerDatabase makes a database of layout version 1 with a snapshot and two
// records, of which the positions are 2 and 3.
func formerDatabase(t *testing.T) (name string, db app.Value) {
	name = fmt.Sprintf("spanwise-test-%s-former", t.Name())
	deleteDatabase(t, name)
	db, err := await(script(t, fmt.Sprintf(`new Promise((yes, no) => {
		const r = indexedDB.open(%q, 1);
		r.onupgradeneeded = () => {
			r.result.createObjectStore("journal", {autoIncrement: true});
			r.result.createObjectStore("snapshots");
		};
		r.onsuccess = () => {
			const bytes = text => new TextEncoder().encode(text);
			const tx = r.result.transaction(["journal", "snapshots"], "readwrite"), journal = tx.objectStore("journal");
			for (const text of ["in the snapshot", "2", "3"]) journal.add(bytes(text));
			journal.delete(1);
			tx.objectStore("snapshots").put(bytes("project"), "current");
			tx.oncomplete = () => yes(r.result);
			tx.onabort = () => no(tx.error);
		};
	})`, name)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		db.Call("close")
		deleteDatabase(t, name)
	})
	return name, db
}

// openAndLoad opens a database as the page does.
func openAndLoad(t *testing.T, name string) *Store {
	t.Helper()
	s, err := OpenStore(withPatience(t), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	mustLoad(t, s)
	return s
}

func TestAFormerLayoutIsUpgradedAndKeepsEverything(t *testing.T) {
	name, db := formerDatabase(t)
	db.Call("close")
	s := openAndLoad(t, name)
	kept := mustLoad(t, s)
	want := journal.Kept{
		Generation: kept.Generation,
		Snapshot:   journal.Snapshot{Project: []byte("project")},
		Records:    []journal.Record{{Position: 2, Data: []byte("2")}, {Position: 3, Data: []byte("3")}},
	}
	if diff := cmp.Diff(want, kept); diff != "" || kept.Generation == "" {
		t.Errorf("generation %q, kept (-want +got):\n%s", kept.Generation, diff)
	}
	expectAside(t, s)
	if got := mustAppend(t, s, "4"); got[0].Position != 4 {
		t.Errorf("the next position is %d, want 4", got[0].Position)
	}
	mustCompact(t, s, "all")
	expectKept(t, s, "all")
	if again := mustLoad(t, anotherTab(t, s)).Generation; again != kept.Generation {
		t.Errorf("generation %q, and then %q", kept.Generation, again)
	}
}

func TestAnUpgradeThatAnotherTabBlocksIsAClearErrorAndGoesThroughLater(t *testing.T) {
	name, former := formerDatabase(t) // takes no notice of versionchange
	if _, err := OpenStore(withPatience(t), name); !errors.Is(err, ErrBlocked) {
		t.Fatalf("error %v, want %v", err, ErrBlocked)
	}
	former.Call("close")
	expectKept(t, openAndLoad(t, name), "project", "2", "3")
}

func TestAStoreStepsAsideForANewerVersion(t *testing.T) {
	s := newStore(t)
	newer, err := openStoreAt(withPatience(t), s.name, storeVersion+1)
	if err != nil {
		t.Fatal(err)
	}
	newer.Close()
}

func TestADatabaseThatCannotBeOpenedIsAClearError(t *testing.T) {
	script(t, `window.plainOpen = IDBFactory.prototype.open; window.plainFactory = Object.getOwnPropertyDescriptor(window, "indexedDB")`)
	const undo = `Object.defineProperty(window, "indexedDB", window.plainFactory); IDBFactory.prototype.open = window.plainOpen`
	cases := []struct{ name, set, why string }{
		{"open throws", `IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError") }`, "a sandboxed frame"},
		{"the getter throws", `Object.defineProperty(window, "indexedDB", {configurable: true, get() { throw new DOMException("denied", "SecurityError") }})`,
			"a getter's exception would end the program if it were read plainly"},
		{"null", `Object.defineProperty(window, "indexedDB", {configurable: true, value: null})`, "old private windows"},
		{"refused later", `IDBFactory.prototype.open = () => { const r = new EventTarget(); r.error = new DOMException("denied", "UnknownError");
				setTimeout(() => r.dispatchEvent(new Event("error")), 5); return r }`, "Firefox's private windows, full disks"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patched(t, c.set, undo)
			if _, err := OpenStore(withPatience(t), "spanwise-test-denied"); !errors.Is(err, ErrUnavailable) {
				t.Errorf("error %v, want %v (%s)", err, ErrUnavailable, c.why)
			}
		})
	}
}
