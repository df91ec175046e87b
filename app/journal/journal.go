// Package journal is what a session and the place that keeps its work agree on:
// the work is a snapshot and the journal of the records after it, all of them
// bytes whose meaning is the session's matter.
//
// Several tabs may share one store. The store puts their records into one order,
// and every tab that applies them in that order, to the snapshot that they
// follow, comes to the same work.
package journal

import (
	"context"
	"errors"
)

// Store keeps one snapshot and the journal after it. A method returns nil only
// once the data is safe; what failed has left nothing behind. One tab calls one
// method at a time.
type Store interface {
	// Load gives all that is kept.
	Load(ctx context.Context) (Kept, error)

	// Append adds records behind all others, all of them or with an error none, and
	// gives every record whose position is greater than after: what other tabs have
	// added, and then the records themselves.
	Append(ctx context.Context, after int, records [][]byte) ([]Record, error)

	// Since gives every record whose position is greater than after.
	Since(ctx context.Context, after int) ([]Record, error)

	// Compact puts a snapshot in the place of the former one and of the records that
	// it holds, in one step.
	Compact(ctx context.Context, s Snapshot) error
}

// Record is one of the journal's, with its place in the one order of all tabs.
// Positions begin at 1 and grow; some may be left out.
type Record struct {
	Position int
	Data     []byte
}

// Kept is all that a store keeps of the work.
type Kept struct {
	// Generation names this filling of the store. One that was emptied and begun
	// anew has another, and counts its positions from 1 again.
	Generation string
	Snapshot
	Records []Record // after the snapshot, in order
}

// Snapshot is the work as it was after some record.
type Snapshot struct {
	Project []byte // nil: there is none
	History []byte // what can be undone and redone
	Through int    // the position of the last record that it holds, 0 for none
	// Aside are records that the work could not use. Compact keeps them apart, where
	// they are not in the way; Load does not give them.
	Aside [][]byte
}

// What a Store may say besides that something failed.
var (
	// ErrOvertaken says that records or the snapshot on which a call builds are gone
	// from the store, since another tab has put a snapshot in their place or has
	// begun an emptied store anew. Nothing was changed; Load tells how it stands.
	ErrOvertaken = errors.New("another tab has put a snapshot in the place of what this one builds on")

	// ErrEmptied says that all that was kept is gone, since the browser's storage was
	// cleared. Compact begins the store anew; until then nothing is appended.
	ErrEmptied = errors.New("the browser's storage was cleared while it was in use")

	// ErrNewer says that a newer version of the program has taken the store over.
	ErrNewer = errors.New("a newer version of Spanwise has taken over the work in this browser")
)
