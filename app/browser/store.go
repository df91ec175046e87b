package browser

import (
	"context"
	"fmt"
	"sync"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The database's layout, version 1. The journal's keys count up from 1 and are
// never used twice; snapshots holds at most one value, under snapshotKey.
// Values are Uint8Arrays: bytes come back as they were, and a snapshot of 9 MB is
// written and read in 80 ms, where a string takes 110.
const (
	storeVersion   = 1
	journalStore   = "journal"
	snapshotsStore = "snapshots"
	snapshotKey    = "current"
)

// DefaultStore is the name of the database that holds a reader's work.
const DefaultStore = "spanwise"

// EmptiedError says that the database was deleted, by the reader or the browser,
// while it was in use, and that what was kept in it is gone. Compact begins it
// anew with a snapshot; until then (or until the next Load) nothing is appended,
// since records without what they build on would be no use.
type EmptiedError struct{ Name string }

// Error names the database.
func (e *EmptiedError) Error() string {
	return fmt.Sprintf("the database %q was deleted while it was in use", e.Name)
}

// Emptied marks the error for callers that do not know this package.
func (e *EmptiedError) Emptied() bool { return true }

// Store keeps one project in IndexedDB: a snapshot, and a journal of records
// after it. What the bytes mean is the caller's matter.
//
// Every write is one transaction with strict durability and succeeds only when
// the database has said complete; until then nothing, and after a failure none
// of it, is kept. A failure carries the *Exception's name and message. A
// connection that was lost is opened again by the next call, which tries once
// more by itself.
//
// Its methods may be called from any goroutine (not from an event handler) and
// take turns.
type Store struct {
	name    string
	version int

	turn sync.Mutex // held through a whole call; guards the fields below
	// last and known are the greatest journal key, and the number of records, that
	// this store has loaded or appended since the last compaction.
	last, known int
	emptied     bool

	state         sync.Mutex // never held across a wait; guards the fields below
	open          *connection
	versionChange func()
}

// OpenStore opens the named database, DefaultStore if name is empty, and makes it
// where there is none. The error is ErrUnavailable where the browser keeps
// nothing, ErrNewerDatabase where a newer version of the program wrote it, and
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
	s.emptied = false // it was new, not emptied
	return s, nil
}

// OnVersionChange sets what is called, on a goroutine of its own, when another
// tab wants to upgrade or delete the database. The store has closed its
// connection by then so as not to be in the way.
func (s *Store) OnVersionChange(f func()) {
	s.state.Lock()
	defer s.state.Unlock()
	s.versionChange = f
}

// Load gives the snapshot, nil if none was ever written, and the records after
// it in the order in which they were appended.
func (s *Store) Load(ctx context.Context) (snapshot []byte, records [][]byte, err error) {
	s.turn.Lock()
	defer s.turn.Unlock()

	var kept, keys, values app.Value
	err = s.transact(ctx, "readonly", func(journal, snapshots app.Value) error {
		kept = snapshots.Call("get", snapshotKey)
		keys = journal.Call("getAllKeys")
		values = journal.Call("getAll")
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("load from the database %q: %w", s.name, err)
	}
	if value := kept.Get("result"); value.Truthy() {
		snapshot = goBytes(value)
	}
	records = goRecords(values.Get("result"))
	s.remember(keys.Get("result"))
	s.emptied = false
	return snapshot, records, nil
}

// goRecords copies an array of Uint8Arrays.
func goRecords(array app.Value) [][]byte {
	records := make([][]byte, array.Length())
	for i := range records {
		records[i] = goBytes(array.Index(i))
	}
	return records
}

// remember notes which records have been loaded.
func (s *Store) remember(keys app.Value) {
	s.last, s.known = 0, keys.Length()
	if s.known > 0 {
		s.last = keys.Index(s.known - 1).Int()
	}
}

// Append adds records to the journal, all of them or, with an error, none.
func (s *Store) Append(ctx context.Context, records [][]byte) error {
	if len(records) == 0 {
		return nil
	}
	s.turn.Lock()
	defer s.turn.Unlock()

	arrays := make([]app.Value, len(records)) // before the transaction, which waits for nothing
	for i, record := range records {
		arrays[i] = newBytes(record)
	}
	Pause() // the database copies them once more, in one piece
	var added app.Value
	err := s.transact(ctx, "readwrite", func(journal, _ app.Value) error {
		if s.emptied {
			return &EmptiedError{Name: s.name}
		}
		for _, array := range arrays {
			added = journal.Call("add", array)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("append to the database %q: %w", s.name, err)
	}
	s.last = added.Get("result").Int()
	s.known += len(records)
	return nil
}

// Close gives up the connection. A later call opens it again.
func (s *Store) Close() {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.drop()
}
