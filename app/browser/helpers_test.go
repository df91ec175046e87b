//go:build js

package browser

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// script runs JavaScript on the test page, which has no policy against it.
func script(t testing.TB, source string) app.Value {
	t.Helper()
	var value app.Value
	if err := attempt(func() { value = app.Window().Call("eval", source) }); err != nil {
		t.Fatalf("script %s: %v", source, err)
	}
	return value
}

// patched runs set for the length of a test and undo after it.
func patched(t testing.TB, set, undo string) {
	t.Helper()
	script(t, set)
	t.Cleanup(func() { script(t, undo) })
}

// withPatience gives a context that ends long before the test run would.
func withPatience(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// newStore opens a database of the test's own and deletes it afterwards.
func newStore(t testing.TB) *Store {
	t.Helper()
	name := fmt.Sprintf("spanwise-test-%s-%d", t.Name(), time.Now().UnixNano())
	s, err := OpenStore(withPatience(t), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		s.Close()
		deleteDatabase(t, name)
	})
	mustLoad(t, s)
	return s
}

// anotherTab opens a store's database once more and loads it, as another tab
// does.
func anotherTab(t testing.TB, s *Store) *Store {
	t.Helper()
	other, err := OpenStore(withPatience(t), s.name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(other.Close)
	mustLoad(t, other)
	return other
}

// deleteDatabase deletes a database as another tab would.
func deleteDatabase(t testing.TB, name string) {
	t.Helper()
	promise := script(t, fmt.Sprintf(`new Promise((yes, no) => {
		const r = indexedDB.deleteDatabase(%q);
		r.onsuccess = () => yes(); r.onerror = () => no(r.error);
	})`, name))
	if _, err := await(promise); err != nil {
		t.Fatal(err)
	}
}

// openRaw opens a database as another tab would, at any version.
func openRaw(t testing.TB, name string, version int) app.Value {
	t.Helper()
	db, err := await(script(t, fmt.Sprintf(`new Promise((yes, no) => {
		const r = indexedDB.open(%q, %d);
		r.onsuccess = () => yes(r.result); r.onerror = () => no(r.error);
	})`, name, version)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Call("close") })
	return db
}

// mustAppend appends texts behind all that the store has seen and fails the test
// if the store does. It gives what the store gives.
func mustAppend(t testing.TB, s *Store, texts ...string) []journal.Record {
	t.Helper()
	all, err := s.Append(withPatience(t), s.seen, records(texts...))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// mustCompact puts a snapshot of all that the store has seen.
func mustCompact(t testing.TB, s *Store, project string) {
	t.Helper()
	if err := s.Compact(withPatience(t), snapshot(project, s.seen)); err != nil {
		t.Fatal(err)
	}
}

// mustLoad loads everything.
func mustLoad(t testing.TB, s *Store) journal.Kept {
	t.Helper()
	kept, err := s.Load(withPatience(t))
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// expectKept fails the test unless exactly this is kept. A project of "" is none.
func expectKept(t testing.TB, s *Store, project string, texts ...string) {
	t.Helper()
	kept := mustLoad(t, s)
	if string(kept.Project) != project {
		t.Errorf("project %q, want %q", kept.Project, project)
	}
	if diff := cmp.Diff(texts, textsOf(kept.Records)); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

// snapshot makes one of a project.
func snapshot(project string, through int) journal.Snapshot {
	return journal.Snapshot{Project: []byte(project), Through: through}
}

// records gives texts as records.
func records(texts ...string) [][]byte {
	all := make([][]byte, len(texts))
	for i, text := range texts {
		all[i] = []byte(text)
	}
	return all
}

// textsOf gives records as texts.
func textsOf(records []journal.Record) (texts []string) {
	for _, r := range records {
		texts = append(texts, string(r.Data))
	}
	return texts
}

// soon waits for something that another goroutine is about to do.
func soon(t testing.TB, what string, done <-chan struct{}) {
	t.Helper()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatalf("waited in vain until %s", what)
	}
}
