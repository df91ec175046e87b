package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/journal"
	"spanwise/app/session/steps/direct"
	"spanwise/app/worker/program"
	"spanwise/corpus"
)

// here does what is heavy in this program.
var here = direct.New(program.Formats)

// memory is what several tabs' stores keep in, in memory. Its hook sees every
// write twice: before it is kept (kept false), when it may refuse it, and after.
type memory struct {
	mu         sync.Mutex
	generation int
	snapshot   []byte
	history    []byte
	through    int
	records    []journal.Record
	last       int
	aside      [][]byte
	appends    int
	compacts   int
	hook       func(m *memory, kept bool) error
	tabs       []*Session
	silent     atomic.Bool // it does not answer Since
}

// tab is the Store of one tab.
type tab struct {
	*memory
	generation int
	through    int
	had        bool // a snapshot
}

func (t *tab) Load(context.Context) (journal.Kept, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.generation, t.through, t.had = t.memory.generation, t.memory.through, t.snapshot != nil
	return journal.Kept{
		Generation: fmt.Sprint(t.memory.generation),
		Snapshot:   journal.Snapshot{Project: slices.Clone(t.snapshot), History: slices.Clone(t.history), Through: t.through},
		Records:    slices.Clone(t.records),
	}, nil
}

func (t *tab) Append(_ context.Context, after int, records [][]byte) (all []journal.Record, err error) {
	err = t.change(func() error {
		if err := t.check(after); err != nil {
			return err
		}
		t.appends++
		for _, data := range records {
			t.put(data)
		}
		all = t.since(after)
		return nil
	})
	return all, err
}

func (t *tab) Since(_ context.Context, after int) ([]journal.Record, error) {
	if t.silent.Load() {
		return nil, errors.New("UnknownError: no answer")
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.since(after), t.check(after)
}

func (t *tab) Compact(_ context.Context, s journal.Snapshot) error {
	return t.change(func() error {
		known := t.generation == t.memory.generation && t.had
		if !known && t.snapshot != nil || known && (t.memory.through > t.through || t.memory.through > s.Through) {
			return journal.ErrOvertaken
		}
		t.compacts++
		t.generation, t.through, t.had = t.memory.generation, s.Through, true
		t.snapshot, t.history, t.memory.through = slices.Clone(s.Project), slices.Clone(s.History), s.Through
		t.aside = append(t.aside, s.Aside...)
		t.records = t.since(s.Through)
		return nil
	})
}

// check says whether a tab may go on from a position.
func (t *tab) check(after int) error {
	switch {
	case t.generation != t.memory.generation && t.snapshot == nil:
		return journal.ErrEmptied
	case t.generation != t.memory.generation || t.memory.through > after:
		return journal.ErrOvertaken
	}
	t.through = t.memory.through
	return nil
}

// put adds a record as it stands.
func (m *memory) put(data []byte) {
	m.last++
	m.records = append(m.records, journal.Record{Position: m.last, Data: data})
}

// since gives the records after a position.
func (m *memory) since(after int) []journal.Record {
	return slices.DeleteFunc(slices.Clone(m.records), func(r journal.Record) bool { return r.Position <= after })
}

// empty clears everything, as the reader of a browser may.
func (m *memory) empty() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.generation++
	m.snapshot, m.history, m.through, m.records, m.last, m.aside = nil, nil, 0, nil, 0, nil
}

// change makes a change and tells the tabs of it.
func (m *memory) change(keep func() error) error {
	if m.hook != nil {
		if err := m.hook(m, false); err != nil {
			return err
		}
	}
	m.mu.Lock()
	err := keep()
	tabs := slices.Clone(m.tabs)
	m.mu.Unlock()
	if err != nil {
		return err
	}
	for _, t := range tabs {
		go t.LookForNews()
	}
	if m.hook != nil {
		return m.hook(m, true)
	}
	return nil
}

// copied is what a crash at this moment would leave.
func (m *memory) copied() *memory {
	m.mu.Lock()
	defer m.mu.Unlock()
	return &memory{
		generation: m.generation, snapshot: slices.Clone(m.snapshot), history: slices.Clone(m.history),
		through: m.through, records: slices.Clone(m.records), last: m.last, aside: slices.Clone(m.aside),
	}
}

// data gives the journal's records.
func (m *memory) data() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []string
	for _, r := range m.records {
		all = append(all, string(r.Data))
	}
	return all
}

// counted gives how many snapshots were taken, and what was set aside.
func (m *memory) counted() (compacts int, aside [][]byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.compacts, slices.Clone(m.aside)
}

// held gives how many records the journal has.
func (m *memory) held() int { return len(m.data()) }

// refusing makes a store refuse writes until the returned function is called.
func (m *memory) refusing(err error) (relent func()) {
	var mu sync.Mutex
	m.hook = func(_ *memory, kept bool) error {
		mu.Lock()
		defer mu.Unlock()
		if kept {
			return nil
		}
		return err
	}
	return func() {
		mu.Lock()
		defer mu.Unlock()
		err = nil
	}
}

const sample = "Shoigu met the minister in Ankara on Friday. 👩‍👩‍👧 watched.\nمرحبا بالعالم\n"

// article makes a document.
func article(t testing.TB, id string) *corpus.Document {
	t.Helper()
	d, err := corpus.NewDocument(id, corpus.Details{Title: "The article " + id, Language: "en"}, sample)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// clock stands still, so that equal work is equal in every byte.
func clock() time.Time { return time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC) }

// opened opens a session on bundled articles, a and b unless others are named.
func opened(t testing.TB, store *memory, bundled ...string) (*Session, []string) {
	t.Helper()
	return openedAs(t, store, Start{}, bundled...)
}

// openedAs is opened with more to begin with.
func openedAs(t testing.TB, store *memory, start Start, bundled ...string) (*Session, []string) {
	t.Helper()
	if bundled == nil {
		bundled = []string{"a", "b"}
	}
	start.Why, start.Now, start.Steps = "a private window", clock, here
	if start.Annotator == "" {
		start.Annotator = annotations.DefaultAnnotator
	}
	if store != nil {
		start.Store = &tab{memory: store}
	}
	for _, id := range bundled {
		start.Bundled = append(start.Bundled, article(t, id))
	}
	s, notices, err := Open(context.Background(), start)
	if err != nil {
		t.Fatal(err)
	}
	return s, notices
}

// together opens sessions as tabs that share a store and hear of each other.
func together(t testing.TB, store *memory, n int) []*Session {
	t.Helper()
	all := []*Session{begunIn(t, store)}
	for range n - 1 {
		s, _ := opened(t, store)
		all = append(all, s)
	}
	store.mu.Lock()
	store.tabs = all
	store.mu.Unlock()
	return all
}

// begunIn opens a session on an empty store and waits until its snapshot is there.
func begunIn(t testing.TB, store *memory) *Session {
	t.Helper()
	s, _ := opened(t, store)
	saved(t, s)
	return s
}

// saved waits until a session has saved everything.
func saved(t testing.TB, s *Session) {
	t.Helper()
	if err := s.Wait(waiting(t)); err != nil {
		t.Fatal(err)
	}
}

// compactNow puts a snapshot in the place of all that a session has made.
func compactNow(t testing.TB, s *Session) {
	t.Helper()
	saved(t, s)
	packed, err := s.pack(s.kept, s.kept.known.ids)
	if err == nil {
		err = s.store.Compact(context.Background(), packed.snapshot)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// waiting gives a context that ends before the test run does.
func waiting(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// until waits for what a session does beside the test, and ends the test where that
// does not come.
func until(t testing.TB, what string, holds func() bool) {
	t.Helper()
	ended := waiting(t)
	for !holds() {
		select {
		case <-ended.Done():
			t.Fatalf("waited in vain until %s", what)
		case <-time.After(time.Millisecond):
		}
	}
}

// mark adds a span of the document "a".
func mark(id string) annotations.Edit {
	return annotations.AddSpan{Document: "a", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
		ID: id, Label: "actor", Ranges: []annotations.Range{{Start: 0, End: 6}}, Origin: "person", Created: clock(), Modified: clock(),
	}}
}

// must makes edits that have to succeed.
func must(t testing.TB, s *Session, edits ...annotations.Edit) {
	t.Helper()
	for _, e := range edits {
		if err := s.Do(e); err != nil {
			t.Fatal(err)
		}
	}
}

// exported gives the whole project as bytes.
func exported(t testing.TB, s *Session) string {
	t.Helper()
	data, err := s.Export(context.Background(), spanwise.Codec, nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// ids lists the documents in order.
func ids(s *Session) []string {
	var all []string
	for _, d := range s.Project().Documents() {
		all = append(all, d.ID)
	}
	return all
}

// marks lists the spans of the document "a".
func marks(s *Session) []string {
	var all []string
	for span := range s.Project().Set("a", annotations.DefaultAnnotator).All() {
		all = append(all, span.ID)
	}
	return all
}

var errQuota = errors.New("QuotaExceededError: no room")

// numbered gives n names that sort in order.
func numbered(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("span-%04d", i)
	}
	return all
}
