package browser

import (
	"context"
	"errors"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// errForeign stops a compaction that would drop records of another tab.
var errForeign = errors.New("another tab has written to the journal")

// Compact puts a snapshot in the place of the former one and of the records that
// this store has loaded or appended. Where the journal holds others among them,
// those of a tab that was not kept out, it fails and changes nothing.
func (s *Store) Compact(ctx context.Context, snapshot []byte) error {
	s.turn.Lock()
	defer s.turn.Unlock()

	c := &compaction{snapshot: newBytes(snapshot)}
	defer c.release()
	err := s.transact(ctx, "readwrite", func(journal, snapshots app.Value) error {
		if s.emptied {
			s.last, s.known = 0, 0 // what this store knew of is gone
		}
		c.last, c.known = s.last, s.known
		c.begin(journal, snapshots)
		return nil
	})
	if c.foreign {
		err = errForeign
	}
	if err != nil {
		return fmt.Errorf("compact the database %q: %w", s.name, err)
	}
	s.known, s.emptied = 0, false
	return nil
}

// compaction is one that is under way.
type compaction struct {
	snapshot    app.Value
	last, known int
	foreign     bool
	listening   func()
}

// begin counts the journal's records up to the last that we know of; the rest
// follows when the number is there. A journal we know nothing of stays as it is.
func (c *compaction) begin(journal, snapshots app.Value) {
	if c.last == 0 {
		snapshots.Call("put", c.snapshot, snapshotKey)
		return
	}
	c.release()
	ours := app.Window().Get("IDBKeyRange").Call("upperBound", c.last)
	count := journal.Call("count", ours)
	c.listening = listen(count, "success", func(app.Value) {
		c.foreign = count.Get("result").Int() != c.known
		if c.foreign {
			journal.Get("transaction").Call("abort")
			return
		}
		journal.Call("delete", ours)
		snapshots.Call("put", c.snapshot, snapshotKey)
	})
}

// release takes the listener away, if there is one.
func (c *compaction) release() {
	if c.listening != nil {
		c.listening()
	}
	c.listening = nil
}
