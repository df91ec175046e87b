package browser

import (
	"context"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// Append adds records to the journal, all of them or, with an error, none, and
// gives every record after the position after: those of other tabs, and then
// these. The error is journal.ErrOvertaken or journal.ErrEmptied where the
// database is not the one that was loaded any more.
func (s *Store) Append(ctx context.Context, after int, records [][]byte) ([]journal.Record, error) {
	if len(records) == 0 {
		return s.Since(ctx, after)
	}
	s.turn.Lock()
	defer s.turn.Unlock()

	a := &addition{known: s.known, after: after, data: records, arrays: newArrays(records)}
	Pause() // the database copies them once more, in one piece
	if err := s.transact(ctx, "readwrite", []any{journalStore, snapshotsStore}, a.begin); err != nil {
		return nil, fmt.Errorf("append to the database %q: %w", s.name, err)
	}
	s.known = a.now.answer()
	all := a.records()
	s.see(all)
	s.others.tell()
	return all, nil
}

// newArrays makes Uint8Arrays ready for a transaction, which waits for nothing.
func newArrays(records [][]byte) []app.Value {
	arrays := make([]app.Value, len(records))
	for i, record := range records {
		arrays[i] = newBytes(record)
	}
	return arrays
}

// addition is an Append that is under way.
type addition struct {
	known  standing
	after  int
	data   [][]byte
	arrays []app.Value
	now    standingRequest
	first  app.Value // the request that adds the first record
	others reading   // what other tabs have put between after and the first
}

// begin adds the records at once and looks when they are in whether they may be.
// So an append costs one round trip to the database. Only where its first key
// does not follow after is there something of others to read.
func (a *addition) begin(t *transaction) error {
	a.now = askStanding(t)
	j := t.store(journalStore)
	last := j.Call("add", a.arrays[0])
	a.first = last
	for _, array := range a.arrays[1:] {
		last = j.Call("add", array)
	}
	t.then(last, func() error {
		if err := a.known.check(a.now.answer(), a.after); err != nil {
			return err
		}
		if first := a.position(); first > a.after+1 {
			between := app.Window().Get("IDBKeyRange").Call("bound", a.after, first, true, true)
			a.others = readRecords(t, between)
		}
		return nil
	})
	return nil
}

// position gives the first record's; the rest follow one by one, since no other
// transaction is let in between.
func (a *addition) position() int { return a.first.Get("result").Int() }

// records gives what others have added, and then what was added here.
func (a *addition) records() []journal.Record {
	all := a.others.records()
	first := a.position()
	for i, data := range a.data {
		all = append(all, journal.Record{Position: first + i, Data: data})
	}
	return all
}

// Since gives every record after the position after. It fails like Append.
func (s *Store) Since(ctx context.Context, after int) ([]journal.Record, error) {
	s.turn.Lock()
	defer s.turn.Unlock()

	var now standingRequest
	var found reading
	err := s.transact(ctx, "readonly", []any{journalStore, snapshotsStore}, func(t *transaction) error {
		now = askStanding(t)
		found = readRecords(t, app.Window().Get("IDBKeyRange").Call("lowerBound", after, true))
		t.then(found.values, func() error { return s.known.check(now.answer(), after) })
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read news from the database %q: %w", s.name, err)
	}
	s.known = now.answer()
	all := found.records()
	s.see(all)
	return all, nil
}
