package browser

import (
	"context"
	"fmt"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// The database's layout, version 2. The journal's keys are the records'
// positions: they count up from 1 and are never used twice. What was set aside
// is numbered in the same way; handles are under names of their users' choice.
// Bytes are Uint8Arrays: they come back as they were, and a snapshot of 9 MB is
// written and read in 80 ms, where a string takes 110.
//
// Version 1 had the journal and, in snapshots, the project only.
const (
	storeVersion   = 2
	journalStore   = "journal"
	snapshotsStore = "snapshots"
	asideStore     = "aside"
	handlesStore   = "handles"
)

// The keys of the object store snapshots.
const (
	projectKey    = "current"    // a Uint8Array
	historyKey    = "history"    // a Uint8Array, or nothing
	throughKey    = "through"    // a number; nothing is 0
	generationKey = "generation" // a string, there from the beginning
)

// DefaultStore is the name of the database that holds a reader's work.
const DefaultStore = "spanwise"

// Store keeps one project in IndexedDB, as a journal.Store that several tabs may
// share, each with a Store of its own. What the bytes mean is the caller's
// matter.
//
// Every write is one transaction with strict durability and succeeds only when
// the database has said complete; until then nothing, and after a failure none
// of it, is kept. A failure carries the *Exception's name and message. A
// connection that was lost is opened again by the next call, which tries once
// more by itself.
//
// Load comes first; until it has succeeded, the calls that build on what is kept
// fail with journal.ErrOvertaken. The methods may be called from any goroutine
// (not from an event handler) and take turns.
type Store struct {
	name    string
	version int
	others  *tabs

	turn  sync.Mutex // held through a whole call; guards the fields below
	known standing   // as this tab last found it, and has come as far as
	seen  int        // the greatest position that any call has given or taken

	state sync.Mutex // never held across a wait; guards the fields below
	open  *connection
	news  func()
}

// OpenStore opens the named database, DefaultStore if name is empty, and makes it
// where there is none. The error is ErrUnavailable where the browser keeps
// nothing, journal.ErrNewer where a newer version of the program wrote it, and
// ErrBlocked where a tab with an older version keeps it from being upgraded.
func OpenStore(ctx context.Context, name string) (*Store, error) {
	if name == "" {
		name = DefaultStore
	}
	return openStoreAt(ctx, name, storeVersion)
}

// openStoreAt opens a database at a layout version other than ours, for tests.
func openStoreAt(ctx context.Context, name string, version int) (*Store, error) {
	s := &Store{name: name, version: version}
	if _, err := s.connect(ctx); err != nil {
		return nil, err
	}
	s.others = s.joinTabs()
	return s, nil
}

// Load gives the snapshot and the records after it. What is kept apart is left
// out; Aside gives it.
func (s *Store) Load(ctx context.Context) (journal.Kept, error) {
	s.turn.Lock()
	defer s.turn.Unlock()

	var now standingRequest
	var project, history app.Value
	var all reading
	err := s.transact(ctx, "readonly", []any{journalStore, snapshotsStore}, func(t *transaction) error {
		now = askStanding(t)
		project = t.store(snapshotsStore).Call("get", projectKey)
		history = t.store(snapshotsStore).Call("get", historyKey)
		all = readRecords(t, app.Null())
		return nil
	})
	if err != nil {
		return journal.Kept{}, fmt.Errorf("load from the database %q: %w", s.name, err)
	}
	s.known = now.answer()
	kept := journal.Kept{Generation: s.known.generation, Records: all.records()}
	kept.Project, kept.History, kept.Through = bytesOrNil(project), bytesOrNil(history), s.known.through
	s.seen = kept.Through
	s.see(kept.Records)
	return kept, nil
}

// bytesOrNil copies the Uint8Array that a request has found, if any.
func bytesOrNil(request app.Value) []byte {
	found := request.Get("result")
	if !found.Truthy() {
		return nil
	}
	return goBytes(found)
}

// see notes how far this tab has come.
func (s *Store) see(records []journal.Record) {
	if n := len(records); n > 0 {
		s.seen = records[n-1].Position
	}
}

// Close gives up the connection and hears no more news. The store is of no use
// after it.
func (s *Store) Close() {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.others.leave()
	s.drop()
}
