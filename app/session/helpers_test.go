package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// memory is a Store in memory. Its hook sees every write twice: before it is
// kept (kept false), when it may refuse it, and after.
type memory struct {
	mu       sync.Mutex
	snapshot []byte
	records  [][]byte
	appends  int
	compacts int
	hook     func(m *memory, kept bool) error
}

func (m *memory) Load(context.Context) ([]byte, [][]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.snapshot), slices.Clone(m.records), nil
}

func (m *memory) Append(_ context.Context, records [][]byte) error {
	return m.change(func() {
		m.appends++
		m.records = append(slices.Clip(m.records), records...)
	})
}

func (m *memory) Compact(_ context.Context, snapshot []byte) error {
	return m.change(func() {
		m.compacts++
		m.snapshot, m.records = slices.Clone(snapshot), nil
	})
}

func (m *memory) change(keep func()) error {
	if m.hook != nil {
		if err := m.hook(m, false); err != nil {
			return err
		}
	}
	m.mu.Lock()
	keep()
	m.mu.Unlock()
	if m.hook != nil {
		return m.hook(m, true)
	}
	return nil
}

// copied is what a crash at this moment would leave.
func (m *memory) copied() *memory {
	m.mu.Lock()
	defer m.mu.Unlock()
	return &memory{snapshot: slices.Clone(m.snapshot), records: slices.Clone(m.records)}
}

// held gives how many records the journal has.
func (m *memory) held() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.records)
}

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
func opened(t testing.TB, store Store, bundled ...string) (*Session, []string) {
	t.Helper()
	if bundled == nil {
		bundled = []string{"a", "b"}
	}
	start := Start{Store: store, Why: "a private window", Now: clock}
	for _, id := range bundled {
		start.Bundled = append(start.Bundled, article(t, id))
	}
	s, notices, err := Open(context.Background(), start)
	if err != nil {
		t.Fatal(err)
	}
	return s, notices
}

// begun opens a session on an empty store and waits until its snapshot is there.
func begun(t testing.TB, store *memory) *Session {
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

// waiting gives a context that ends before the test run does.
func waiting(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// mark adds a span of the document "a".
func mark(id string) annotations.Edit {
	return annotations.AddSpan{Document: "a", Span: annotations.Span{
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
	data, err := s.Export(context.Background(), nil)
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
	for span := range s.Project().Set("a").All() {
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
