package browser

import (
	"context"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// Compact puts a snapshot in the place of the former one and of the records
// through its position; later ones stay. Where another tab has compacted since
// this one loaded, it fails with journal.ErrOvertaken and changes nothing. A
// database that was emptied is begun anew with the snapshot, by the first tab
// that comes.
func (s *Store) Compact(ctx context.Context, snapshot journal.Snapshot) error {
	s.turn.Lock()
	defer s.turn.Unlock()

	c := newCompaction(s.known, snapshot)
	Pause() // the database copies it once more, in one piece
	if err := s.transact(ctx, "readwrite", []any{journalStore, snapshotsStore, asideStore}, c.begin); err != nil {
		return fmt.Errorf("compact the database %q: %w", s.name, err)
	}
	if c.anew() {
		s.seen = snapshot.Through // former positions mean nothing any more
	}
	s.known = standing{generation: c.generation, begun: true, through: snapshot.Through}
	s.others.tell()
	return nil
}

// compaction is one that is under way.
type compaction struct {
	known            standing
	generation       string // of the database, as it was found
	through          int
	project, history app.Value // history is nil where there is none
	aside            []app.Value
}

// newCompaction makes everything ready for a transaction, which waits for
// nothing.
func newCompaction(known standing, s journal.Snapshot) *compaction {
	c := &compaction{known: known, through: s.Through, project: newBytes(s.Project), aside: newArrays(s.Aside)}
	if s.History != nil {
		c.history = newBytes(s.History)
	}
	return c
}

// begin asks how the database stands; the rest follows with the answer.
func (c *compaction) begin(t *transaction) error {
	now := askStanding(t)
	count := t.store(journalStore).Call("count")
	t.then(count, func() error {
		stored := now.answer()
		if err := c.known.checkSnapshot(stored, count.Get("result").Int(), c.through); err != nil {
			return err
		}
		c.generation = stored.generation
		c.replace(t)
		return nil
	})
	return nil
}

// anew says whether the database was emptied, and is another than it was.
func (c *compaction) anew() bool { return c.generation != c.known.generation }

// replace puts the snapshot where the records through its position were.
func (c *compaction) replace(t *transaction) {
	j, snapshots := t.store(journalStore), t.store(snapshotsStore)
	if c.anew() {
		// A key of our own moves the key generator behind it (Indexed Database API
		// 3.0, section 2.11), so that positions after the snapshot's are greater.
		j.Call("put", 0, c.through)
	}
	j.Call("delete", app.Window().Get("IDBKeyRange").Call("upperBound", c.through))
	snapshots.Call("put", c.project, projectKey)
	snapshots.Call("put", c.through, throughKey)
	if c.history != nil {
		snapshots.Call("put", c.history, historyKey)
	} else {
		snapshots.Call("delete", historyKey)
	}
	for _, record := range c.aside {
		t.store(asideStore).Call("add", record)
	}
}
