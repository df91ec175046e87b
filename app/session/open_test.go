package session

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestTheFirstTimeTheBundledArticlesAreWrittenAsASnapshot(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store)
	saved(t, s)
	if string(store.snapshot) != exported(t, s) || store.held() != 0 {
		t.Error("the store does not hold the project as its snapshot")
	}
	later, _ := opened(t, store, "b")
	if diff := cmp.Diff([]string{"a", "b"}, ids(later)); diff != "" {
		t.Errorf("an article that is no longer bundled is gone (-want +got):\n%s", diff)
	}
	if later.Bundled("a") || !later.Bundled("b") {
		t.Error("only b is bundled now")
	}
}

func TestNewBundledArticlesAreAddedAtTheirPlaceAndStay(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store, "b", "d")
	must(t, s, annotations.AddDocument{Document: article(t, "own"), At: -1})
	saved(t, s)

	later, notices := opened(t, store, "a", "b", "c", "d", "e")
	want := []string{"a", "b", "c", "d", "e", "own"}
	if diff := cmp.Diff(want, ids(later)); diff != "" || len(notices) > 0 {
		t.Errorf("notices %q, documents (-want +got):\n%s", notices, diff)
	}
	if later.CanUndo() {
		t.Error("nobody added them, so nobody can undo it")
	}
	must(t, later, mark("x"))
	saved(t, later)
	without, notices := opened(t, store, "b")
	if diff := cmp.Diff(want, ids(without)); diff != "" || len(notices) > 0 {
		t.Errorf("in a build without them: notices %q, documents (-want +got):\n%s", notices, diff)
	}
	if diff := cmp.Diff([]string{"x"}, marks(without)); diff != "" {
		t.Errorf("spans on an added article (-want +got):\n%s", diff)
	}
}

func TestRecordsThatCannotBeUsedAreReportedSkippedAndKept(t *testing.T) {
	cases := []struct{ name, record, reason, why string }{
		{"not JSON", `{"v":1,`, "not a record", "a damaged disk"},
		{"not UTF-8", "{\"v\":1,\"id\":\"\xff\"}", "UTF-8", "bytes that were changed"},
		{"no version", `{"id":"x","edit":{}}`, "version", "another program's"},
		{"unknown edit", `{"v":1,"id":"x","edit":{"kind":"paint"}}`, "paint", "a kind this version lacks"},
		{"no longer applies", `{"v":1,"id":"x","edit":{"kind":"remove-span","document":"a","id":"none"}}`, "none", "two tabs without locks"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begun(t, store)
			must(t, s, mark("x"))
			saved(t, s)
			store.records = append(store.records, []byte(c.record))
			last, _ := writeRecord(mark("y"), clock(), nil)
			store.records = append(store.records, last)

			again, notices := opened(t, store)
			if len(notices) != 1 || !strings.Contains(notices[0], "record 2 ") || !strings.Contains(notices[0], c.reason) {
				t.Errorf("notices %q, want one on record 2 with %q (%s)", notices, c.reason, c.why)
			}
			if diff := cmp.Diff([]string{"x", "y"}, marks(again)); diff != "" {
				t.Errorf("spans (-want +got):\n%s", diff)
			}
			saved(t, again)
			if store.held() != 3 || string(store.records[1]) != c.record {
				t.Error("the skipped record is gone")
			}
		})
	}
}

func TestALongJournalIsShortenedUnlessRecordsWereSkipped(t *testing.T) {
	cases := []struct {
		name    string
		edits   int
		damaged bool
		held    int
		why     string
	}{
		{"500 records", 500, false, 500, "not more than 500"},
		{"501 records", 501, false, 0, "more than 500"},
		{"501 records and a damaged one", 501, true, 502, "what cannot be read must not be thrown away"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begun(t, store)
			for _, id := range numbered(c.edits) {
				must(t, s, mark(id))
			}
			saved(t, s)
			if c.damaged {
				store.records = append(store.records, []byte("damaged"))
			}
			again, _ := opened(t, store)
			saved(t, again)
			if store.held() != c.held {
				t.Errorf("%d records, want %d: %s", store.held(), c.held, c.why)
			}
			third, _ := opened(t, store)
			if exported(t, third) != exported(t, s) {
				t.Error("the work differs")
			}
		})
	}
}

func TestAJournalThatCannotBeShortenedLosesNothing(t *testing.T) {
	store := &memory{}
	s := begun(t, store)
	for _, id := range numbered(501) {
		must(t, s, mark(id))
	}
	saved(t, s)
	relent := store.refusing(errQuota)
	again, notices := opened(t, store)
	if len(notices) != 1 || !strings.Contains(notices[0], errQuota.Error()) {
		t.Errorf("notices %q", notices)
	}
	relent()
	must(t, again, mark("more"))
	saved(t, again)
	if store.held() != 502 {
		t.Errorf("%d records, want 502", store.held())
	}
}

func TestWorkOfANewerVersionIsLeftAlone(t *testing.T) {
	cases := []struct {
		name  string
		newer func(*memory)
		want  NewerDataError
	}{
		{"snapshot", func(m *memory) {
			m.snapshot = []byte(strings.Replace(string(m.snapshot), `"version": 1`, `"version": 2, "later": {}`, 1))
		}, NewerDataError{"the saved work", 2, 1}},
		{"record", func(m *memory) {
			m.records = append(m.records, []byte(`{"v":3,"later":{}}`))
		}, NewerDataError{"record 2 of the journal", 3, 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			store := &memory{}
			s := begun(t, store)
			must(t, s, mark("x"))
			saved(t, s)
			c.newer(store)
			before := store.copied()
			_, _, err := Open(context.Background(), Start{Store: store})
			var newer *NewerDataError
			if !errors.As(err, &newer) {
				t.Fatalf("error %v, want a NewerDataError", err)
			}
			if diff := cmp.Diff(&c.want, newer); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(before.records, store.records); diff != "" || string(before.snapshot) != string(store.snapshot) {
				t.Error("the store has changed")
			}
		})
	}
}

func TestADamagedSnapshotIsAnErrorAndLeftAlone(t *testing.T) {
	store := &memory{}
	begun(t, store)
	store.snapshot = store.snapshot[:len(store.snapshot)/2]
	before := string(store.snapshot)
	if _, _, err := Open(context.Background(), Start{Store: store}); err == nil {
		t.Error("it was opened")
	}
	if string(store.snapshot) != before || store.held() != 0 {
		t.Error("the store has changed")
	}
}

func TestAFirstWriteThatFailsIsSeenAndTriedAgain(t *testing.T) {
	store := &memory{}
	relent := store.refusing(errQuota)
	s, _ := opened(t, store)
	if err := s.Wait(waiting(t)); !errors.Is(err, errQuota) {
		t.Errorf("Wait gave %v, want %v", err, errQuota)
	}
	relent()
	must(t, s, mark("x"))
	saved(t, s)
	if string(store.snapshot) == "" {
		t.Error("records without a snapshot are no use")
	}
	again, _ := opened(t, store)
	if exported(t, again) != exported(t, s) {
		t.Error("the work differs")
	}
}
