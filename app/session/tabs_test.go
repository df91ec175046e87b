package session

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

// listener gathers what a session tells its reader.
type listener struct {
	mu  sync.Mutex
	all []string
}

func (l *listener) told() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.all)
}

func listening(s *Session) *listener {
	l := &listener{}
	s.OnTold(func(sentences []string) {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.all = append(l.all, sentences...)
	})
	return l
}

// apart opens two tabs that do not hear of each other until they are asked to.
func apart(t *testing.T, store *memory) (a, b *Session) {
	t.Helper()
	a = begunIn(t, store)
	b, _ = opened(t, store)
	saved(t, b)
	return a, b
}

// hears waits until all that sessions have made is kept, and then until each of
// them has gone through it.
func hears(t *testing.T, sessions ...*Session) {
	t.Helper()
	for range 2 { // what one makes of the news may be news to another
		for _, s := range sessions {
			s.Retry()
			atRest(t, s)
			saved(t, s)
		}
		for _, s := range sessions {
			s.LookForNews()
			atRest(t, s)
		}
	}
}

// atRest waits until a session has nothing to do for its store.
func atRest(t *testing.T, s *Session) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(100 * time.Microsecond) {
		s.mu.Lock()
		rests := !s.running && (s.nextJob() == nil || s.failure != nil)
		s.mu.Unlock()
		if rests {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("a session does not come to rest: %+v", s.Saving())
		}
	}
}

// sameWork says where sessions differ, a freshly opened one among them: in the
// work, or in what can be undone and redone.
func sameWork(t *testing.T, store *memory, sessions ...*Session) {
	t.Helper()
	fresh, _, err := Open(context.Background(), Start{Steps: here, Store: &tab{memory: store}, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sessions {
		if diff := cmp.Diff(exported(t, fresh), exported(t, s)); diff != "" {
			t.Errorf("tab %d differs from one that was opened after (-want +got):\n%s", i, diff)
		}
		if diff := cmp.Diff(past(t, fresh), past(t, s)); diff != "" {
			t.Errorf("the history of tab %d differs from that of one that was opened after (-want +got):\n%s", i, diff)
		}
	}
}

// past is a session's history as it is kept.
func past(t *testing.T, s *Session) string {
	t.Helper()
	data, err := s.present().state.history.Write(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func relabelled(id, label, note string) annotations.Edit {
	e := mark(id).(annotations.AddSpan)
	e.Span.Label, e.Span.Note = label, note
	return annotations.ChangeSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: e.Span}
}

func TestWhatOneTabDoesComesToTheOther(t *testing.T) {
	store := &memory{}
	tabs := together(t, store, 3)
	must(t, tabs[0], mark("x"))
	must(t, tabs[1], mark("y"))
	saved(t, tabs[0])
	saved(t, tabs[1])
	hears(t, tabs...)
	for _, s := range tabs {
		if diff := cmp.Diff([]string{"x", "y"}, slices.Sorted(slices.Values(marks(s)))); diff != "" {
			t.Errorf("spans (-want +got):\n%s", diff)
		}
	}
	sameWork(t, store, tabs...)
}

func TestWhatBothTabsDoAtOnceEndsInTheLaterEdit(t *testing.T) {
	label := func(id, label string) annotations.Edit { return relabelled(id, label, "") }
	remove := annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "x"}
	for _, c := range []struct {
		name          string
		first, second annotations.Edit
		want          string
		told          string
		why           string
	}{
		{"two labels", label("x", "demand"), label("x", "date"), "date",
			"“Shoigu” in “The article a”, which you have just changed, was changed in another tab after you: its label is Date now, no longer Demand|Undo brings back what you had", "the later edit wins"},
		{"two notes", relabelled("x", "actor", "mine"), relabelled("x", "actor", "theirs"), "actor",
			"its note is “theirs” now, no longer “mine”|Undo", ""},
		{"the same", label("x", "date"), label("x", "date"), "date", "", "nobody has lost anything"},
		{"a change, then gone", label("x", "demand"), remove, "",
			"“Shoigu” in “The article a”, which you have just changed, was deleted in another tab|Undo", ""},
		{"gone, then a change", remove, label("x", "date"), "date",
			"“Shoigu” in “The article a”, which you have just deleted, was changed in another tab, so it is there again|Undo", "a change is an edit of a whole span"},
		{"both delete it", remove, remove, "", "", ""},
		{"two spans", label("x", "date"), label("y", "date"), "date", "", "they have nothing to do with each other"},
		{"a change, then the article is gone", label("x", "date"), annotations.RemoveDocument{ID: "a"}, "",
			"“The article a”, in which you have just worked, was removed in another tab|Undo", ""},
		{"two schemes", schemeNamed("Ours"), schemeNamed("Theirs"), "actor",
			"the scheme, which you have just changed, was changed in another tab after you|Undo", "only one can stay"},
		{"the same scheme", schemeNamed("Ours"), schemeNamed("Ours"), "actor", "", "nobody has lost anything"},
		{"a scheme and a label", schemeNamed("Ours"), label("x", "date"), "date", "", "they have nothing to do with each other"},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			first, second := apart(t, store)
			must(t, first, mark("x"), mark("y"))
			hears(t, first, second)
			loser, winner := listening(first), listening(second)
			must(t, first, c.first)
			saved(t, first)
			must(t, second, c.second) // which does not know of the first
			hears(t, second, first)
			got := ""
			if set := first.Project().Set("a", annotations.DefaultAnnotator); set != nil {
				if span, there := set.Span("x"); there {
					got = span.Label
				}
			}
			if got != c.want {
				t.Errorf("the span is labelled %q, want %q: %s", got, c.want, c.why)
			}
			checkTold(t, loser, c.told)
			checkTold(t, winner, "")
			sameWork(t, store, first, second)
		})
	}
}

// schemeNamed gives the project the usual scheme under another name.
func schemeNamed(name string) annotations.Edit {
	scheme := annotations.DefaultScheme().Clone()
	scheme.Name = name
	return annotations.ChangeScheme{Scheme: scheme}
}

// checkTold says whether the parts of want, in order, are all that was told.
func checkTold(t *testing.T, l *listener, want string) {
	t.Helper()
	told, parts := l.told(), strings.Split(want, "|")
	if want == "" {
		parts = nil
	}
	if len(told) != len(parts) {
		t.Errorf("told %q, want %q", told, parts)
		return
	}
	for i, part := range parts {
		if !strings.Contains(told[i], part) {
			t.Errorf("told %q, want %q", told[i], part)
		}
	}
}

func TestWhoKnewOfAnEditTakesNothingFromItsMaker(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	must(t, first, mark("x"))
	hears(t, first, second)
	told := listening(first)
	must(t, second, relabelled("x", "date", ""))
	saved(t, second)
	hears(t, first)
	checkTold(t, told, "")
}

func TestASpanThatFindsItsArticleGoneIsSaidToItsMaker(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	hears(t, first, second)
	told, other := listening(second), listening(first)
	must(t, first, annotations.RemoveDocument{ID: "a"})
	saved(t, first)
	must(t, second, mark("x"))
	hears(t, second, first)
	checkTold(t, told, "could not be kept, because of what another tab had done")
	checkTold(t, other, "")
	if !first.Undo() || len(marks(first)) != 0 {
		t.Error("undo does not bring the article back")
	}
	hears(t, second, first)
	if diff := cmp.Diff(exported(t, first), exported(t, second)); diff != "" {
		t.Errorf("the tabs differ:\n%s", diff)
	}
}

func TestThereIsOneHistoryForAllTabs(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	must(t, first, mark("x"))
	hears(t, first, second)
	must(t, second, mark("y"))
	hears(t, second, first)
	if !first.Undo() {
		t.Fatal("what the second tab did cannot be undone in the first")
	}
	hears(t, first, second)
	if diff := cmp.Diff([]string{"x"}, marks(second)); diff != "" {
		t.Errorf("spans after an undo in the other tab (-want +got):\n%s", diff)
	}
	for _, step := range []func(*Session) bool{(*Session).Redo, (*Session).Undo, (*Session).Undo} {
		if !step(second) {
			t.Error("the second tab cannot go on in the history")
		}
	}
	if second.CanUndo() {
		t.Error("the second tab can undo more than was done")
	}
	hears(t, second, first)
	sameWork(t, store, first, second)
}

func TestAStepThatBothTabsUndoAtOnceIsUndoneOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		way  func(*Session) bool
		want []string
	}{
		{"undo", (*Session).Undo, []string{"x"}},
		{"redo", (*Session).Redo, []string{"x", "y", "z"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			first, second := apart(t, store)
			must(t, first, mark("x"), mark("y"), mark("z"))
			first.Undo()
			hears(t, first, second)
			if !c.way(first) || !c.way(second) {
				t.Fatal("one of them could not")
			}
			saved(t, first)
			hears(t, second, first)
			if diff := cmp.Diff(c.want, marks(first)); diff != "" {
				t.Errorf("spans (-want +got):\n%s", diff)
			}
			sameWork(t, store, first, second)
		})
	}
}

func TestAStepIsUndoneAlthoughAnotherTabHasDoneOneSince(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	must(t, first, mark("x"))
	hears(t, first, second)
	must(t, second, mark("y"))
	saved(t, second)
	first.Undo() // of x, the latest it knows of
	hears(t, first, second)
	if diff := cmp.Diff([]string{"y"}, marks(second)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	if !second.Undo() || len(marks(second)) != 0 || second.CanUndo() {
		t.Error("the other tab's step cannot be undone")
	}
	hears(t, second, first)
	sameWork(t, store, first, second)
}

func TestUndoAndRedoGoOnAfterTheSessionIsOpenedAgain(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	states := []string{exported(t, s)}
	for _, id := range numbered(30) {
		must(t, s, mark(id))
		states = append(states, exported(t, s))
	}
	at := 30
	walk := func(step func(*Session) bool, by int) {
		t.Helper()
		if at += by; !step(s) || exported(t, s) != states[at] {
			t.Fatalf("a step did not lead to state %d", at)
		}
	}
	for range 12 {
		walk((*Session).Undo, -1)
	}
	for range 5 {
		saved(t, s)
		s, _ = opened(t, store)
		walk((*Session).Undo, -1)
		walk((*Session).Redo, 1)
		walk((*Session).Redo, 1)
	}
	for at < 30 {
		walk((*Session).Redo, 1)
	}
	if s.CanRedo() {
		t.Error("more can be redone than was undone")
	}
	for at > 0 {
		walk((*Session).Undo, -1)
	}
	if s.CanUndo() {
		t.Error("more can be undone than was done")
	}
}

func TestATabThatSleptThroughASnapshotLosesNothing(t *testing.T) {
	store := &memory{}
	awake, asleep := apart(t, store)
	hears(t, awake, asleep)
	relent := store.refusing(errQuota)
	must(t, asleep, mark("mine"))
	_ = asleep.Wait(waiting(t))
	relent()
	for _, id := range numbered(20) {
		must(t, awake, mark(id))
	}
	compactNow(t, awake)
	must(t, awake, mark("after"))
	saved(t, awake)
	hears(t, asleep, awake)
	if n := len(marks(asleep)); n != 22 {
		t.Errorf("%d spans, want 22", n)
	}
	sameWork(t, store, awake, asleep)
}

func TestASnapshotThatIsMadeWhileNewsComeInDoesNotKnowThem(t *testing.T) {
	store := &memory{}
	first := begunIn(t, store)
	var second *Session
	looked, wrong := 0, 0
	second, _ = openedAs(t, store, Start{Pause: func() {
		if second == nil || !second.mu.TryLock() {
			return
		}
		defer second.mu.Unlock()
		looked++
		if len(second.kept.known.ids) != second.kept.since {
			wrong++
		}
	}})
	saved(t, second)
	var many annotations.Batch
	for _, id := range numbered(2000) {
		many.Edits = append(many.Edits, mark(id))
	}
	must(t, first, mark("x"), many, mark("y")) // many are gone through with pauses
	hears(t, first, second)
	if looked < 5 || wrong > 0 {
		t.Errorf("at %d of %d pauses the records that are known are not those that were gone through", wrong, looked)
	}
	sameWork(t, store, first, second)
}

func TestAStoreThatDoesNotAnswerIsNotCalledSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &memory{}
		s := begunIn(t, store)
		must(t, s, mark("x"))
		saved(t, s)
		store.silent.Store(true)
		s.LookForNews()
		synctest.Wait()
		if got := s.Saving(); got.State != Failed || got.Pending != 0 {
			t.Errorf("saving %+v, want failed with nothing pending", got)
		}
		if err := s.Wait(t.Context()); err != nil {
			t.Errorf("Wait gave %v: everything was saved once", err)
		}
		store.silent.Store(false)
		time.Sleep(newsAgain)
		synctest.Wait()
		if got := s.Saving(); got.State != Saved {
			t.Errorf("saving %+v, want saved when the store answers again", got)
		}
	})
}

func TestTwoTabsThatLoseTheirStoreFillItTogether(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	must(t, first, mark("x"))
	hears(t, first, second)
	must(t, second, mark("y")) // acknowledged, and the first has not heard of it
	saved(t, second)
	store.empty()
	must(t, first, mark("z"))
	hears(t, second, first)
	if diff := cmp.Diff([]string{"x", "y", "z"}, slices.Sorted(slices.Values(marks(first)))); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	sameWork(t, store, first, second)
}

func TestTwoTabsThatBeginAtOnceBeginTheSameWork(t *testing.T) {
	store := &memory{}
	first, _ := opened(t, store)
	second, _ := opened(t, store)
	must(t, first, mark("x"))
	must(t, second, mark("y"))
	hears(t, first, second)
	hears(t, first, second)
	sameWork(t, store, first, second)
	if len(marks(first)) != 2 {
		t.Errorf("spans %v", marks(first))
	}
}

func TestARecordThatTheStoreHadDespiteItsErrorIsNotWrittenAgain(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	failed := false
	store.hook = func(_ *memory, kept bool) error {
		if !kept || failed {
			return nil
		}
		failed = true
		return errors.New("the answer was lost")
	}
	must(t, first, mark("x"))
	if err := first.Wait(waiting(t)); err == nil {
		t.Fatal("the store did not fail")
	}
	second.LookForNews()
	atRest(t, second)
	must(t, second, relabelled("x", "date", "")) // comes in between
	saved(t, second)
	first.Retry()
	hears(t, first, second)
	if store.held() != 2 {
		t.Errorf("%d records, want 2", store.held())
	}
	sameWork(t, store, first, second)
}

// unlucky is a store one write in ten of which fails, before or after it was kept,
// until it relents.
func unlucky(seed uint64) (relent func(), store *memory) {
	var mu sync.Mutex
	dice, fails := rand.New(rand.NewPCG(seed, 2)), true
	store = &memory{hook: func(*memory, bool) error {
		mu.Lock()
		defer mu.Unlock()
		if fails && dice.IntN(10) == 0 {
			return errQuota
		}
		return nil
	}}
	return func() {
		mu.Lock()
		defer mu.Unlock()
		fails = false
	}, store
}

// TestTabsThatDoAnythingAtAnyTimeComeToTheSame lets three tabs make edits of
// many kinds, hearing of each other or not, while snapshots are made and writes
// fail now and then.
func TestTabsThatDoAnythingAtAnyTimeComeToTheSame(t *testing.T) {
	seeds := uint64(150)
	if testing.Short() || runtime.GOOS == "js" {
		seeds = 30
	}
	for seed := range seeds {
		relent, store := unlucky(seed)
		var tabs []*Session
		for range 3 {
			s, _ := openedAs(t, store, Start{CompactAbove: 5})
			tabs = append(tabs, s)
		}
		r, added := rand.New(rand.NewPCG(seed, 1)), 0
		going := "" // the step that an edit goes on with, of whatever tab
		for step := range 60 {
			tab := tabs[r.IntN(3)]
			id := fmt.Sprint("s", r.IntN(added+1))
			switch r.IntN(12) {
			case 0, 1, 2, 3:
				added++
				must(t, tab, mark(fmt.Sprint("s", added)))
			case 4:
				_ = tab.Do(relabelled(id, "date", fmt.Sprint(step)))
			case 5:
				_ = tab.Do(annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: id})
			case 6:
				tab.Undo()
			case 7:
				tab.Redo()
			case 8:
				_ = tab.Do(annotations.Batch{Edits: []annotations.Edit{
					annotations.RemoveDocument{ID: "b"}, annotations.AddDocument{Document: article(t, fmt.Sprint("d", step)), At: 0}}})
			case 9:
				tab.LookForNews()
			case 10, 11:
				if next, err := tab.GoOn(going, relabelled(id, "actor", fmt.Sprint(step))); err == nil {
					going = next
				}
			}
		}
		for _, s := range tabs {
			atRest(t, s)
		}
		relent()
		hears(t, tabs...)
		sameWork(t, store, tabs...)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func TestATabThatBeganTheStoreLosesNothingWhenAnotherBeginsItAnew(t *testing.T) {
	store := &memory{}
	first := begunIn(t, store)
	must(t, first, mark("w"))
	saved(t, first)
	store.empty()
	must(t, first, mark("x")) // the first fills it again, and then
	saved(t, first)
	store.empty()
	second, _ := opened(t, store) // another does, before the first looks
	saved(t, second)
	hears(t, first, second)
	for _, s := range []*Session{first, second} {
		if diff := cmp.Diff([]string{"w", "x"}, marks(s)); diff != "" {
			t.Errorf("spans (-want +got):\n%s", diff)
		}
	}
	sameWork(t, store, first, second)
}

func TestAnImportIntoWorkThatCanOnlyBeReadEnds(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	other, _ := opened(t, nil)
	must(t, other, mark("y"))
	file := fileOf("", exported(t, other))
	store.put([]byte(newerRecord))
	s.LookForNews()
	atRest(t, s)
	if told, err := s.Import(waiting(t), file, asOne, nil); err == nil || errors.Is(err, context.DeadlineExceeded) || told.Revision != 0 {
		t.Errorf("imported %+v, %v", told, err)
	}
	if moved, err := s.UndoLong(waiting(t), nil); moved || err != nil {
		t.Errorf("with nothing to undo: moved %v, %v", moved, err)
	}
}

func TestASpanThatBothTabsRemoveIsOneStepToUndo(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	must(t, first, mark("x"))
	hears(t, first, second)
	must(t, first, annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "x"})
	saved(t, first)
	must(t, second, annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "x"})
	hears(t, first, second)
	if !second.Undo() || len(marks(second)) != 1 {
		t.Errorf("one undo gives the spans %v", marks(second))
	}
	hears(t, first, second)
	sameWork(t, store, first, second)
}

func TestWhatCameToNothingIsSetAsideByItsMakerToo(t *testing.T) {
	store := &memory{}
	first, second := apart(t, store)
	relent := store.refusing(errQuota)
	must(t, second, mark("lost"))
	_ = second.Wait(waiting(t))
	relent()
	must(t, first, annotations.RemoveDocument{ID: "a"})
	saved(t, first)
	hears(t, second, first)
	for i, s := range []*Session{first, second} {
		if n := len(s.kept.aside); n != 1 {
			t.Errorf("tab %d has %d records to set aside, want that of the lost span", i, n)
		}
	}
}
