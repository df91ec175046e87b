//go:build js

package browser

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/journal"
)

func TestCompactKeepsOnlyTheSnapshotAndWhatFollows(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "1", "2")
	mustCompact(t, s, "first")
	mustCompact(t, s, "second")
	mustAppend(t, s, "3")
	expectKept(t, s, "second", "3")
}

func TestASnapshotComesBackAsItWas(t *testing.T) {
	long := strings.Repeat("spanwise ", 1_000_000)
	cases := []struct {
		name string
		want journal.Snapshot
		why  string
	}{
		{"project and history", journal.Snapshot{Project: []byte("\xffproject"), History: []byte("\x00history"), Through: 2}, "both are bytes"},
		{"no history", journal.Snapshot{Project: []byte("project"), Through: 2}, "that of an earlier snapshot must not stay"},
		{"empty", journal.Snapshot{Project: []byte{}, History: []byte{}, Through: 2}, "empty is not missing"},
		{"large", journal.Snapshot{Project: []byte(long), History: []byte(long), Through: 2}, "9 MB go over in portions"},
	}
	s := newStore(t)
	mustAppend(t, s, "1", "2")
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := s.Compact(withPatience(t), c.want); err != nil {
				t.Fatal(err)
			}
			if got := mustLoad(t, s).Snapshot; !reflect.DeepEqual(c.want, got) { // cmp takes a minute over 18 MB
				t.Errorf("%s: got %d and %d bytes through %d", c.why, len(got.Project), len(got.History), got.Through)
			}
		})
	}
}

func TestCompactSparesWhatItsSnapshotDoesNotHold(t *testing.T) {
	s := newStore(t)
	other := anotherTab(t, s)
	mustAppend(t, s, "1", "2")
	mustAppend(t, other, "theirs")
	if err := s.Compact(withPatience(t), snapshot("1", 1)); err != nil {
		t.Fatal(err)
	}
	expectKept(t, s, "1", "2", "theirs")
}

func TestOfTwoCompactionsTheFirstCounts(t *testing.T) {
	cases := []struct {
		name           string
		before         []string
		through        int
		want, whyOrder string
	}{
		{"through the same record", []string{"1", "2"}, 2, "first", "the second tab does not know what the first has set aside"},
		{"the first further", []string{"1", "2"}, 1, "first", "the second tab's snapshot would lack a record that is gone"},
		{"of nothing at all", nil, 0, "first", "two tabs that open a new database at once must not begin with different work"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			mustAppend(t, s, c.before...)
			other := anotherTab(t, s)
			mustCompact(t, s, c.want)
			if err := other.Compact(withPatience(t), snapshot("second", c.through)); !errors.Is(err, journal.ErrOvertaken) {
				t.Errorf("error %v, want %v: %s", err, journal.ErrOvertaken, c.whyOrder)
			}
			expectKept(t, other, c.want)
			mustCompact(t, other, "second, loaded") // what it has loaded it may replace
			expectKept(t, s, "second, loaded")
		})
	}
}

func TestASnapshotNeverGoesBack(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "1", "2")
	mustCompact(t, s, "both")
	if err := s.Compact(withPatience(t), snapshot("one", 1)); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("error %v, want %v", err, journal.ErrOvertaken)
	}
	expectKept(t, s, "both")
}

func TestATabThatIsBehindASnapshotMustLoadAndOneThatIsNotGoesOn(t *testing.T) {
	s := newStore(t)
	abreast, behind := anotherTab(t, s), anotherTab(t, s)
	mustAppend(t, s, "1", "2")
	if _, err := abreast.Since(withPatience(t), 0); err != nil {
		t.Fatal(err)
	}
	mustCompact(t, s, "1, 2")
	mustAppend(t, abreast, "3")

	if _, err := behind.Append(withPatience(t), 0, records("lost?")); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("Append: error %v, want %v", err, journal.ErrOvertaken)
	}
	if _, err := behind.Since(withPatience(t), 1); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("Since: error %v, want %v", err, journal.ErrOvertaken)
	}
	expectKept(t, behind, "1, 2", "3")
	mustAppend(t, behind, "4")
	expectKept(t, s, "1, 2", "3", "4")
}

func TestATabThatBeganWithNothingDoesNotGoOnWithTheWorkOfAnother(t *testing.T) {
	s := newStore(t)
	other := anotherTab(t, s)
	mustCompact(t, s, "bundled articles")
	if _, err := other.Append(withPatience(t), 0, records("on top of nothing")); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("error %v, want %v", err, journal.ErrOvertaken)
	}
	expectKept(t, other, "bundled articles")
}

func TestACompactionThatIsInterruptedLeavesAllAsItWas(t *testing.T) {
	cases := []struct{ name, method, why string }{
		{"at the first step", "delete", "the records are gone, the snapshot is not there"},
		{"half way", "put", "the project is there, its position is not"},
		{"at the last step", "add", "all is there except what was set aside"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			mustAppend(t, s, "1")
			mustCompact(t, s, "first")
			mustAppend(t, s, "2", "3")
			t.Run("interrupted", func(t *testing.T) {
				patched(t, fmt.Sprintf(`window.plain = IDBObjectStore.prototype.%s;
					IDBObjectStore.prototype.%[1]s = function(...a) {
						const r = window.plain.apply(this, a), tx = this.transaction; r.onsuccess = () => tx.abort(); return r; }`, c.method),
					fmt.Sprintf(`IDBObjectStore.prototype.%s = window.plain`, c.method))
				second := journal.Snapshot{Project: []byte("second"), History: []byte("h"), Through: 3, Aside: records("bad")}
				if err := s.Compact(withPatience(t), second); !isException(err, "AbortError") {
					t.Errorf("error %v, want an AbortError (%s)", err, c.why)
				}
			})
			expectKept(t, s, "first", "2", "3")
			if kept := mustLoad(t, s); kept.History != nil || kept.Through != 1 {
				t.Errorf("history %q through %d, want none through 1", kept.History, kept.Through)
			}
			expectAside(t, s)
			mustCompact(t, s, "second")
			expectKept(t, s, "second")
		})
	}
}

// joiner is a tab whose work is the sequence of all records.
type joiner struct {
	store *Store
	work  []string
	after int
}

func (j *joiner) load(t testing.TB) error {
	kept, err := j.store.Load(withPatience(t))
	if err != nil {
		return err
	}
	j.work = nil
	if kept.Project != nil {
		j.work = strings.Fields(string(kept.Project))
	}
	j.after = kept.Through
	j.apply(kept.Records)
	return nil
}

func (j *joiner) apply(records []journal.Record) {
	for _, r := range records {
		j.work, j.after = append(j.work, string(r.Data)), r.Position
	}
}

// add appends a record, however often it takes.
func (j *joiner) add(t testing.TB, text string) error {
	for {
		got, err := j.store.Append(withPatience(t), j.after, records(text))
		if err == nil {
			j.apply(got)
			return nil
		}
		if !errors.Is(err, journal.ErrOvertaken) {
			return err
		}
		if err := j.load(t); err != nil {
			return err
		}
	}
}

// compact puts the tab's work as the snapshot, unless another was first.
func (j *joiner) compact(t testing.TB) error {
	err := j.store.Compact(withPatience(t), snapshot(strings.Join(j.work, " "), j.after))
	if errors.Is(err, journal.ErrOvertaken) {
		return j.load(t)
	}
	return err
}

func TestTwoTabsThatAppendAndCompactAtOnceComeToTheSameWork(t *testing.T) {
	const each = 150
	s := newStore(t)
	tabs := []*joiner{{store: s}, {store: anotherTab(t, s)}}
	var wait sync.WaitGroup
	for n, tab := range tabs {
		wait.Go(func() {
			for i := range each {
				err := tab.add(t, fmt.Sprintf("%d.%d", n, i))
				if err == nil && i%10 == n {
					err = tab.compact(t)
				}
				if err != nil {
					t.Errorf("tab %d, record %d: %v", n, i, err)
					return
				}
			}
		})
	}
	wait.Wait()
	for _, tab := range tabs {
		if err := tab.load(t); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(tabs[0].work, tabs[1].work); diff != "" {
		t.Errorf("the tabs' work differs:\n%s", diff)
	}
	next := []int{0, 0}
	for _, text := range tabs[0].work {
		var n, i int
		if _, err := fmt.Sscanf(text, "%d.%d", &n, &i); err != nil || i != next[n] {
			t.Fatalf("record %q where tab %d's record %d belongs", text, n, next[n])
		}
		next[n]++
	}
	if diff := cmp.Diff([]int{each, each}, next); diff != "" {
		t.Errorf("records of the tabs (-want +got):\n%s", diff)
	}
}

func TestATabThatHasComeFurtherThanAnothersSnapshotMayMakeTheNext(t *testing.T) {
	for _, c := range []struct {
		name string
		come func(*Store) error
	}{
		{"by asking for news", func(s *Store) error { _, err := s.Since(withPatience(t), 2); return err }},
		{"by adding", func(s *Store) error { _, err := s.Append(withPatience(t), 2, [][]byte{[]byte("3")}); return err }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			mustAppend(t, s, "1", "2")
			other := anotherTab(t, s)
			mustCompact(t, s, "first")
			if err := c.come(other); err != nil {
				t.Fatal(err)
			}
			mustAppend(t, other, "4")
			mustCompact(t, other, "second")
			expectKept(t, s, "second")
		})
	}
}
