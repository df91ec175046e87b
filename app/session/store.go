package session

import (
	"context"
	"errors"
	"fmt"
)

// Store keeps a snapshot and the journal of records after it, as bytes. Every
// method returns nil only once the data is safe; what failed has left nothing
// behind. A Session calls one method at a time.
type Store interface {
	// Load gives the snapshot, nil where none was ever written, and the records
	// in the order in which they were appended.
	Load(ctx context.Context) (snapshot []byte, records [][]byte, err error)
	// Append adds records to the journal: all, or with an error none.
	Append(ctx context.Context, records [][]byte) error
	// Compact puts a snapshot in the place of the former one and of every record
	// that was loaded or appended through this store, in one step.
	Compact(ctx context.Context, snapshot []byte) error
}

// emptied reports whether a store says of itself that all it kept is gone (the
// reader cleared the browser's storage while the page was open). Such a store
// needs a snapshot before it can take records.
func emptied(err error) bool {
	var e interface{ Emptied() bool }
	return errors.As(err, &e) && e.Emptied()
}

// NewerDataError says that saved work comes from a newer version of the program.
// It is left as it is, since this version could only damage it.
type NewerDataError struct {
	What    string // "the snapshot", "record 12 of the journal"
	Version int    // of the data
	Reads   int    // the greatest version that this program reads
}

// Error names the data and both versions.
func (e *NewerDataError) Error() string {
	return fmt.Sprintf("%s was written by a newer Spanwise (version %d; this one reads version %d)", e.What, e.Version, e.Reads)
}
