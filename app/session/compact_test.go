package session

import (
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// long opens a session whose journal may have ten records, and makes edits.
func long(t *testing.T, store *memory, edits int) *Session {
	t.Helper()
	s, _ := openedAs(t, store, Start{CompactAbove: 10})
	for _, id := range numbered(edits) {
		must(t, s, mark(id))
		saved(t, s)
	}
	return s
}

func TestALongJournalGivesWayToASnapshotWhenNobodyIsAtWork(t *testing.T) {
	for _, c := range []struct {
		name  string
		edits int
		held  int
		why   string
	}{
		{"10 records", 10, 10, "not more than 10"},
		{"11 records", 11, 0, "more than 10"},
		{"20 records", 20, 0, "more than 10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				store := &memory{}
				s := long(t, store, c.edits)
				if store.held() != c.edits {
					t.Errorf("%d records while there was work, want %d", store.held(), c.edits)
				}
				time.Sleep(2 * quiet)
				synctest.Wait()
				if store.held() != c.held {
					t.Errorf("%d records after a pause, want %d: %s", store.held(), c.held, c.why)
				}
				again, notices := opened(t, store)
				if exported(t, again) != exported(t, s) || len(notices) > 0 {
					t.Errorf("opened again it differs; notices %q", notices)
				}
				time.Sleep(2 * quiet) // lets its timers end
			})
		})
	}
}

func TestAVeryLongJournalGivesWayToASnapshotInTheMidstOfWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		s, _ := openedAs(t, store, Start{CompactAbove: 10})
		most := 0
		for _, id := range numbered(300) {
			must(t, s, mark(id))
			saved(t, s)
			most = max(most, store.held())
			time.Sleep(time.Millisecond)
		}
		if compacts, _ := store.counted(); most > 45 || compacts < 5 {
			t.Errorf("the journal had up to %d records; %d snapshots were made", most, compacts)
		}
		time.Sleep(2 * quiet)
		again, _ := opened(t, store)
		if exported(t, again) != exported(t, s) {
			t.Error("opened again it differs")
		}
		for range 300 {
			if !again.Undo() {
				t.Fatal("not everything can be undone after the snapshots")
			}
		}
		time.Sleep(2 * quiet)
	})
}

func TestWhatCouldNotBeUsedIsSetAsideByTheSnapshot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		s := long(t, store, 3)
		saved(t, s)
		store.put([]byte("damaged"))
		store.put([]byte("damaged too"))
		again, notices := openedAs(t, store, Start{CompactAbove: 10})
		if len(notices) != 2 || !strings.Contains(notices[1], "record 5 of the journal was skipped") {
			t.Errorf("notices %q", notices)
		}
		time.Sleep(2 * quiet)
		_, aside := store.counted()
		if diff := cmp.Diff([][]byte{[]byte("damaged"), []byte("damaged too")}, aside); diff != "" || store.held() > 0 {
			t.Errorf("%d records are left; set aside (-want +got):\n%s", store.held(), diff)
		}
		third, notices := opened(t, store)
		if exported(t, third) != exported(t, again) || len(notices) > 0 {
			t.Errorf("opened again it differs; notices %q", notices)
		}
	})
}

func TestASnapshotThatTheStoreRefusesLosesNothingAndIsNotTriedOverAndOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		s := long(t, store, 5)
		saved(t, s)
		var tries atomic.Int32
		var relented atomic.Bool
		store.hook = func(m *memory, kept bool) error {
			if !kept && m.held() > 10 && !relented.Load() {
				tries.Add(1)
				return errQuota
			}
			return nil
		}
		for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
			must(t, s, mark(id))
			saved(t, s)
		}
		time.Sleep(10 * quiet)
		if tries.Load() != 1 || store.held() != 11 {
			t.Errorf("%d tries, %d records", tries.Load(), store.held())
		}
		if state := s.Saving().State; state != Saved {
			t.Errorf("the state is %v: the journal has everything", state)
		}
		relented.Store(true)
		for _, id := range numbered(31)[20:] {
			must(t, s, mark(id))
			saved(t, s)
		}
		time.Sleep(2 * quiet)
		if store.held() != 0 {
			t.Errorf("%d records are left when the store takes snapshots again", store.held())
		}
	})
}

func TestOnlyTheTabWhoseTurnItIsMakesASnapshot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		var asked, released atomic.Int32
		for _, mine := range []bool{false, true} {
			s, _ := openedAs(t, store, Start{CompactAbove: 10, TakeTurn: func() (func(), bool) {
				asked.Add(1)
				return func() { released.Add(1) }, mine
			}})
			saved(t, s)
			before, _ := store.counted()
			for _, id := range numbered(11) {
				_ = s.Do(mark(id))
				s.Undo()
				saved(t, s)
			}
			time.Sleep(2 * quiet)
			compacts, _ := store.counted()
			if made := compacts > before; made != mine || asked.Load() != released.Load() {
				t.Errorf("its turn: %v, made one: %v; asked %d times, released %d", mine, made, asked.Load(), released.Load())
			}
		}
	})
}
