//go:build js

package browser

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/journal"
)

// expectAside fails the test unless exactly these were set aside.
func expectAside(t testing.TB, s *Store, want ...string) {
	t.Helper()
	aside, err := s.Aside(withPatience(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, record := range aside {
		got = append(got, string(record))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("set aside (-want +got):\n%s", diff)
	}
}

func TestWhatIsSetAsideStaysInOrderUntilItIsDropped(t *testing.T) {
	s := newStore(t)
	expectAside(t, s)
	mustAppend(t, s, "1", "2", "3")
	for i, aside := range [][]string{{"1", "\xff"}, nil, {"3"}} {
		shot := journal.Snapshot{Project: []byte("p"), Through: i + 1, Aside: records(aside...)}
		if err := s.Compact(withPatience(t), shot); err != nil {
			t.Fatal(err)
		}
	}
	expectAside(t, anotherTab(t, s), "1", "\xff", "3")
	if kept := mustLoad(t, s); kept.Aside != nil || len(kept.Records) > 0 {
		t.Errorf("Load gave %d records set aside and %d others", len(kept.Aside), len(kept.Records))
	}
	if err := s.DropAside(withPatience(t)); err != nil {
		t.Fatal(err)
	}
	expectAside(t, s)
	expectKept(t, s, "p")
}

func TestARefusedCompactionSetsNothingAside(t *testing.T) {
	s := newStore(t)
	other := anotherTab(t, s)
	mustCompact(t, s, "first")
	second := journal.Snapshot{Project: []byte("second"), Aside: records("bad")}
	if err := other.Compact(withPatience(t), second); !errors.Is(err, journal.ErrOvertaken) {
		t.Errorf("error %v, want %v", err, journal.ErrOvertaken)
	}
	expectAside(t, other)
}
