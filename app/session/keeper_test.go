package session

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

// seen gathers the states that a listener sees, each once in a row.
type seen struct {
	mu     sync.Mutex
	states []State
}

func (l *seen) listen(s *Session) {
	s.OnChange(func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if now := s.Saving().State; len(l.states) == 0 || l.states[len(l.states)-1] != now {
			l.states = append(l.states, now)
		}
	})
}

func (l *seen) all() []State {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.states)
}

func TestSavedIsSeenOnlyAfterTheStoreHasIt(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	var states seen
	states.listen(s)
	gate := make(chan struct{})
	store.hook = func(_ *memory, kept bool) error {
		if kept {
			<-gate // the store has it, but Append has not said so
		}
		return nil
	}
	must(t, s, mark("x"))
	until(t, "the store has the edit", func() bool { return store.held() > 0 })
	if diff := cmp.Diff([]State{Writing}, states.all()); diff != "" {
		t.Errorf("states before Append has returned (-want +got):\n%s", diff)
	}
	if got := s.Saving(); got.State != Writing || got.Pending != 1 {
		t.Errorf("saving %+v, want writing with 1 pending", got)
	}
	close(gate)
	saved(t, s)
	until(t, "the listener has seen two states", func() bool { return len(states.all()) >= 2 })
	if diff := cmp.Diff([]State{Writing, Saved}, states.all()); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
}

func TestEditsMadeDuringAWriteGoTogetherInTheNext(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	gate := make(chan struct{})
	store.hook = func(_ *memory, kept bool) error {
		if !kept {
			<-gate
		}
		return nil
	}
	for _, id := range numbered(20) {
		must(t, s, mark(id))
	}
	close(gate)
	saved(t, s)
	if store.appends > 2 || store.held() != 20 {
		t.Errorf("%d appends of %d records, want at most 2 of 20", store.appends, store.held())
	}
}

func TestAFailedSaveIsSeenAndKeepsTheWork(t *testing.T) {
	cases := []struct {
		name string
		err  error
		why  string
	}{
		{"quota", errQuota, "the disk is full"},
		{"abort", errors.New("AbortError: the transaction was rolled back"), "a rollback is no success"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begunIn(t, store)
			var states seen
			states.listen(s)
			relent := store.refusing(c.err)
			must(t, s, mark("x"))
			if err := s.Wait(waiting(t)); !errors.Is(err, c.err) {
				t.Errorf("Wait gave %v, want %v (%s)", err, c.err, c.why)
			}
			if got := s.Saving(); got.State != Failed || got.Pending != 1 || !errors.Is(got.Err, c.err) {
				t.Errorf("saving %+v, want failed with 1 pending", got)
			}
			must(t, s, mark("y")) // tries again, in vain
			_ = s.Wait(waiting(t))
			relent()
			s.Retry()
			saved(t, s)
			if again, _ := opened(t, store); exported(t, again) != exported(t, s) {
				t.Error("after a retry the store lacks something")
			}
			if slices.Contains(states.all()[:1], Saved) {
				t.Errorf("states %v begin with saved", states.all())
			}
		})
	}
}

func TestTheNextEditTriesAFailedSaveAgain(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	relent := store.refusing(errQuota)
	must(t, s, mark("x"))
	_ = s.Wait(waiting(t))
	relent()
	must(t, s, mark("y"))
	saved(t, s)
	again, _ := opened(t, store)
	if diff := cmp.Diff([]string{"x", "y"}, marks(again)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
}

func TestARecordThatTheStoreHadDespiteItsErrorIsAppliedOnce(t *testing.T) {
	cases := []struct {
		name string
		left int
		why  string
	}{
		{"all", 2, "the answer was lost, the data was not"},
		{"half", 1, "a store that breaks its promise"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begunIn(t, store)
			relent := store.refusing(errQuota)
			must(t, s, mark("x"))
			_ = s.Wait(waiting(t))
			relent()
			failed := false
			store.hook = func(m *memory, kept bool) error {
				if !kept || failed {
					return nil
				}
				failed = true
				m.mu.Lock()
				defer m.mu.Unlock()
				m.records = m.records[:c.left]
				return errors.New("the answer was lost")
			}
			must(t, s, mark("y"))
			if err := s.Wait(waiting(t)); err == nil {
				t.Fatal("the store did not fail")
			}
			s.Retry()
			saved(t, s)
			again, notices := opened(t, store)
			if len(notices) > 0 || exported(t, again) != exported(t, s) {
				t.Errorf("%s: opened again it differs, or has notices %q", c.why, notices)
			}
		})
	}
}

func TestAnEmptiedStoreIsGivenTheWholeWorkAgain(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store)
	must(t, s, mark("x"))
	saved(t, s)
	store.empty()
	must(t, s, mark("y"))
	saved(t, s)
	must(t, s, mark("z"))
	saved(t, s)
	again, notices := opened(t, store)
	if diff := cmp.Diff([]string{"x", "y", "z"}, marks(again)); diff != "" || len(notices) > 0 {
		t.Errorf("notices %q, spans (-want +got):\n%s", notices, diff)
	}
	for range 3 {
		if !again.Undo() {
			t.Error("not all of it can be undone")
		}
	}
	if again.CanUndo() {
		t.Error("more can be undone than was done")
	}
}

func TestAStoreThatIsEmptiedWhileNobodyWorksIsFilledAgain(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	must(t, s, mark("x"))
	saved(t, s)
	store.empty()
	s.LookForNews()
	until(t, "the store has a snapshot again", func() bool { return store.copied().snapshot != nil })
	again, _ := opened(t, store)
	if diff := cmp.Diff([]string{"x"}, marks(again)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
}

func TestWithoutAStoreTheWorkIsInMemoryAndSaysWhy(t *testing.T) {
	s, _ := opened(t, nil)
	must(t, s, mark("x"))
	s.Retry()
	got := s.Saving()
	if got.State != NotKept || got.Err == nil || got.Err.Error() != "a private window" || got.Pending != 0 {
		t.Errorf("saving %+v", got)
	}
	if err := s.Wait(context.Background()); err != nil {
		t.Errorf("Wait: %v", err)
	}
}

func TestWaitEndsWithItsContext(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	gate := make(chan struct{})
	store.hook = func(*memory, bool) error { <-gate; return nil }
	must(t, s, mark("x"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Wait(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	close(gate)
	saved(t, s)
}

// crash is what a crash would leave, and what had been acknowledged by then.
type crash struct {
	left  *memory
	acked int
}

func TestACrashAtAnyMomentLeavesEverythingAcknowledged(t *testing.T) {
	store := &memory{}
	var crashes []crash
	acked := 0
	store.hook = func(m *memory, _ bool) error {
		crashes = append(crashes, crash{m.copied(), acked})
		return nil
	}
	s := begunIn(t, store)
	steps := []func(){
		func() { must(t, s, mark("x")) },
		func() { must(t, s, mark("y"), mark("z")) },
		func() { s.Undo() },
		func() { s.Redo() },
		func() { must(t, s, annotations.AddDocument{Document: article(t, "own"), At: 0}) },
		func() { must(t, s, annotations.RemoveDocument{ID: "own"}) },
		func() { s.Undo() },
		func() {
			must(t, s, annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "x"})
		},
	}
	states := []string{exported(t, s)}
	for _, step := range steps {
		step()
		saved(t, s)
		states = append(states, exported(t, s))
		acked = len(states) - 1
	}
	for i, c := range crashes {
		again, notices := opened(t, c.left)
		got := slices.Index(states[c.acked:], exported(t, again))
		if got < 0 && c.acked+1 < len(states) && len(marks(again)) == 2 {
			continue // between the two edits of one step
		}
		if got < 0 || len(notices) > 0 {
			t.Errorf("crash %d: what state %d acknowledged is not there; notices %q", i, c.acked, notices)
		}
	}
	if len(crashes) < 2*len(states) {
		t.Errorf("only %d crashes were tried", len(crashes))
	}
}
