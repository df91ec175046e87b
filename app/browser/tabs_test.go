//go:build js

package browser

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// newsOf listens to a store's news, of which it holds one.
func newsOf(s *Store) <-chan struct{} {
	told := make(chan struct{}, 1)
	s.OnNews(func() {
		select {
		case told <- struct{}{}:
		default:
		}
	})
	return told
}

func TestWhatATabWritesIsNewsToTheOthersAndNotToItself(t *testing.T) {
	ctx := withPatience(t)
	cases := []struct {
		name string
		do   func(*Store) error
		want bool
		why  string
	}{
		{"records", func(s *Store) error { _, err := s.Append(ctx, 0, records("1")); return err }, true, "the others lack it"},
		{"no records", func(s *Store) error { _, err := s.Append(ctx, 0, nil); return err }, false, "nothing was written"},
		{"asking", func(s *Store) error { _, err := s.Since(ctx, 0); return err }, false, "two tabs would ask each other without end"},
		{"a snapshot", func(s *Store) error { return s.Compact(ctx, snapshot("p", 1)) }, true, "one that is behind must load"},
	}
	s := newStore(t)
	other := anotherTab(t, s)
	own, others := newsOf(s), newsOf(other)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := c.do(s); err != nil {
				t.Fatal(err)
			}
			if got := toldSoon(others); got != c.want {
				t.Errorf("told to the other tab: %v, want %v (%s)", got, c.want, c.why)
			}
			if toldSoon(own) {
				t.Error("it was told to itself")
			}
		})
	}
}

func TestAnotherDatabaseIsNoNews(t *testing.T) {
	s, stranger := newStore(t), newStore(t)
	told := newsOf(s)
	mustAppend(t, stranger, "x")
	if toldSoon(told) {
		t.Error("the write to another database was told")
	}
}

func TestComingBackToThePageIsNews(t *testing.T) {
	const hide = `Object.defineProperty(document, "visibilityState", {configurable: true, value: "hidden"});`
	cases := []struct {
		name, event string
		want        bool
	}{
		{"visible again", `document.dispatchEvent(new Event("visibilitychange"))`, true},
		{"hidden", hide + `document.dispatchEvent(new Event("visibilitychange"))`, false},
		{"kept whole meanwhile", `window.dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}))`, true},
		{"shown for the first time", `window.dispatchEvent(new PageTransitionEvent("pageshow", {persisted: false}))`, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Cleanup(func() { script(t, `delete document.visibilityState`) })
			s := newStore(t)
			told := newsOf(s)
			script(t, c.event)
			if got := toldSoon(told); got != c.want {
				t.Errorf("told: %v, want %v", got, c.want)
			}
			s.Close()
			script(t, c.event)
			if toldSoon(told) {
				t.Error("told after Close")
			}
		})
	}
}

func TestAConnectionThatIsTakenAwayIsNews(t *testing.T) {
	cases := []struct {
		name, why string
		take      func(*testing.T, *Store)
		want      error
	}{
		{"lost", "what was not saved must be tried again",
			func(_ *testing.T, s *Store) { s.open.db.Call("dispatchEvent", app.Window().Get("Event").New("close")) }, nil},
		{"deleted", "the session fills the database again",
			func(t *testing.T, s *Store) { deleteDatabase(t, s.name) }, journal.ErrEmptied},
		{"upgraded", "the session can only read from now on",
			func(t *testing.T, s *Store) { openRaw(t, s.name, storeVersion+1) }, journal.ErrNewer},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			answer := make(chan error, 1)
			s.OnNews(func() {
				_, err := s.Since(withPatience(t), 0)
				answer <- err
			})
			c.take(t, s)
			select {
			case err := <-answer:
				if !errors.Is(err, c.want) {
					t.Errorf("Since, asked at once: error %v, want %v", err, c.want)
				}
			case <-time.After(10 * time.Second):
				t.Errorf("not told: %s", c.why)
			}
		})
	}
}

// withoutChannels takes BroadcastChannel away, in one of two ways.
func withoutChannels(t *testing.T, how string) {
	patched(t, `window.plainChannel = window.BroadcastChannel; window.BroadcastChannel = `+how,
		`window.BroadcastChannel = window.plainChannel`)
}

func TestWithoutBroadcastChannelATabLooksByItself(t *testing.T) {
	cases := []struct{ name, how, why string }{
		{"missing", `undefined`, "an old browser"},
		{"throwing", `class { constructor() { throw new DOMException("denied", "SecurityError") } }`, "a page without an origin of its own"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			withoutChannels(t, c.how)
			s := newStore(t)
			other := anotherTab(t, s)
			own, others := newsOf(s), newsOf(other)
			mustAppend(t, s, "1")
			soon(t, "the other tab has looked", others)
			mustLoad(t, other)
			mustCompact(t, other, "1") // both have its record: no news
			expectQuiet(t, own, others)
			mustAppend(t, other, "2")
			mustCompact(t, other, "2") // the record is gone, and s has not had it
			soon(t, "the first tab has looked", own)
		})
	}
}

// expectQuiet fails the test if there is news within two looks.
func expectQuiet(t *testing.T, news ...<-chan struct{}) {
	t.Helper()
	time.Sleep(lookEvery) // what was true before the last call may be told yet
	for _, n := range news {
		toldSoon(n)
	}
	time.Sleep(2 * lookEvery)
	for i, n := range news {
		if toldSoon(n) {
			t.Errorf("tab %d was told of news, and there are none", i)
		}
	}
}

func TestATabThatLooksByItselfSeesThatTheDatabaseWasEmptiedAndBegunAnew(t *testing.T) {
	withoutChannels(t, `undefined`)
	s := newStore(t)
	mustAppend(t, s, "1")
	other := anotherTab(t, s)
	deleteDatabase(t, s.name)
	if _, err := s.Aside(withPatience(t)); err != nil { // opens the new database and looks at nothing
		t.Fatal(err)
	}
	told := newsOf(s)
	if err := other.Compact(withPatience(t), snapshot("anew", 0)); err != nil {
		t.Fatal(err)
	}
	soon(t, "the tab has looked", told)
}

func TestATabThatHasBegunTheDatabaseAnewLooksForWhatFollows(t *testing.T) {
	withoutChannels(t, `undefined`)
	s := newStore(t)
	mustAppend(t, s, "1", "2", "3")
	deleteDatabase(t, s.name)
	if err := s.Compact(withPatience(t), snapshot("anew", 0)); err != nil {
		t.Fatal(err)
	}
	other := anotherTab(t, s)
	told := newsOf(s)
	mustAppend(t, other, "1 again") // a position that s has seen before, and yet news
	soon(t, "the tab has looked", told)
}

func TestATabThatCannotBeSeenOrWasClosedDoesNotLook(t *testing.T) {
	withoutChannels(t, `undefined`)
	patched(t, `Object.defineProperty(document, "visibilityState", {configurable: true, value: "hidden"})`, `delete document.visibilityState`)
	s := newStore(t)
	other := anotherTab(t, s)
	told := newsOf(s)
	mustAppend(t, other, "1")
	expectQuiet(t, told)
	script(t, `delete document.visibilityState`)
	soon(t, "the tab that can be seen again has looked", told)
	s.Close()
	expectQuiet(t, told)
}

// appender is one of two tabs that write at the same time.
type appender struct {
	store *Store
	got   []journal.Record // everything that it was ever given
	after int
}

func (a *appender) take(records []journal.Record, err error) error {
	a.got = append(a.got, records...)
	if n := len(records); n > 0 {
		a.after = records[n-1].Position
	}
	return err
}

// appendAll appends n records of the tab's own.
func (a *appender) appendAll(t *testing.T, name string, n int) {
	for i := range n {
		if err := a.take(a.store.Append(withPatience(t), a.after, records(fmt.Sprintf("%s%d", name, i)))); err != nil {
			t.Errorf("tab %s, record %d: %v", name, i, err)
			return
		}
	}
}

func TestTwoTabsOfAThousandRecordsEachLoseNoneAndHaveOneOrder(t *testing.T) {
	const each = 1000
	s := newStore(t)
	a, b := &appender{store: s}, &appender{store: anotherTab(t, s)}
	var wait sync.WaitGroup
	wait.Go(func() { a.appendAll(t, "a", each) })
	wait.Go(func() { b.appendAll(t, "b", each) })
	wait.Wait()
	for _, tab := range []*appender{a, b} {
		if err := tab.take(tab.store.Since(withPatience(t), tab.after)); err != nil {
			t.Fatal(err)
		}
	}
	kept := mustLoad(t, s).Records
	for name, tab := range map[string]*appender{"a": a, "b": b} {
		if diff := cmp.Diff(kept, tab.got); diff != "" {
			t.Errorf("what tab %s was given, against what is kept (-kept +given):\n%s", name, diff)
		}
	}
	next := map[byte]int{}
	for _, r := range kept {
		name := r.Data[0]
		if want := fmt.Sprintf("%c%d", name, next[name]); string(r.Data) != want {
			t.Fatalf("record %q at position %d, where %q belongs", r.Data, r.Position, want)
		}
		next[name]++
	}
	if diff := cmp.Diff(map[byte]int{'a': each, 'b': each}, next); diff != "" {
		t.Errorf("records of the tabs (-want +got):\n%s", diff)
	}
	if turns := turnsOf(kept); turns < each/10 {
		t.Errorf("the tabs took %d turns: they did not write at the same time", turns)
	}
}

// turnsOf counts how often another tab's record follows.
func turnsOf(records []journal.Record) (turns int) {
	for i := 1; i < len(records); i++ {
		if records[i].Data[0] != records[i-1].Data[0] {
			turns++
		}
	}
	return turns
}
