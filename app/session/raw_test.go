package session

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations/format"
)

// broken is a store whose snapshot has a span that covers nothing.
func broken(t *testing.T) *memory {
	t.Helper()
	store := &memory{}
	s := begunIn(t, store)
	must(t, s, mark("x"), mark("y"))
	compactNow(t, s)
	store.snapshot = []byte(strings.Replace(string(store.snapshot), `{"start": 0, "end": 6}`, `{"start": 6, "end": 6}`, 1))
	last, _ := record{id: "z", how: did, edit: mark("z")}.write(clock(), nil)
	store.put(last)
	return store
}

func TestBrokenWorkIsNotOpenedButCanBeTakenAwayAsItIs(t *testing.T) {
	store := broken(t)
	before := store.copied()
	_, _, err := Open(context.Background(), Start{Steps: here, Store: &tab{memory: store}})
	var found *format.BrokenError
	if !errors.As(err, &found) || len(found.Problems) != 1 {
		t.Fatalf("error %v, want one problem", err)
	}
	snapshot, records, err := Raw(context.Background(), &tab{memory: store})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(before.snapshot), string(snapshot)); diff != "" {
		t.Errorf("the snapshot (-kept +taken away):\n%s", diff)
	}
	if diff := cmp.Diff(strings.Join(before.data(), "\n")+"\n", string(records)); diff != "" {
		t.Errorf("the records (-kept +taken away):\n%s", diff)
	}
	if diff := cmp.Diff(before.data(), store.data()); diff != "" || string(store.snapshot) != string(before.snapshot) {
		t.Error("the store has changed")
	}
}

func TestBrokenWorkIsRepairedWhenThatIsAskedForAndSetAside(t *testing.T) {
	store := broken(t)
	before := store.copied()
	s, notices := openedAs(t, store, Start{Repair: true})
	if diff := cmp.Diff([]string{"y", "z"}, marks(s)); diff != "" || len(notices) == 0 {
		t.Errorf("notices %q, spans (-want +got):\n%s", notices, diff)
	}
	saved(t, s)
	if _, aside := store.counted(); len(aside) != 1 || string(aside[0]) != string(before.snapshot) {
		t.Error("the broken snapshot was not set aside")
	}
	again, notices := opened(t, store)
	if diff := cmp.Diff([]string{"y", "z"}, marks(again)); diff != "" || len(notices) > 0 {
		t.Errorf("opened again: notices %q, spans (-want +got):\n%s", notices, diff)
	}
}

func TestWorkThatCannotBeReadIsSetAsideWhenNewWorkIsAskedFor(t *testing.T) {
	store := broken(t)
	store.snapshot = store.snapshot[:100]
	before := store.copied()
	if _, _, err := Open(context.Background(), Start{Steps: here, Store: &tab{memory: store}, Repair: true}); err == nil {
		t.Error("what is cut short was opened")
	}
	s, notices := openedAs(t, store, Start{Anew: true})
	must(t, s, mark("new"))
	saved(t, s)
	want := append([][]byte{before.snapshot}, before.records[0].Data)
	if _, aside := store.counted(); !cmp.Equal(want, aside) || len(notices) > 0 {
		t.Errorf("set aside %q, notices %q", aside, notices)
	}
	again, _ := opened(t, store)
	if diff := cmp.Diff([]string{"new"}, marks(again)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
}

func TestABrokenFileIsImportedOnlyWhenItsRepairIsAskedFor(t *testing.T) {
	file := broken(t).snapshot
	s, _ := opened(t, nil)
	before := exported(t, s)
	var found *format.BrokenError
	if _, err := s.Import(context.Background(), fileOf("", string(file)), asOne, nil); !errors.As(err, &found) || exported(t, s) != before {
		t.Errorf("error %v, want that of a broken file, and nothing changed", err)
	}
	in, err := s.ReadFile(context.Background(), fileOf("broken.json", string(file)), format.Options{Repair: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	in.Choices = asOne
	told, err := s.Merge(context.Background(), []*Incoming{in}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"y"}, marks(s)); diff != "" || !strings.Contains(fmt.Sprint(told.Report), found.Problems[0].String()) {
		t.Errorf("report %q, spans (-want +got):\n%s", told.Report, diff)
	}
}

// TestALongJournalOfBrokenWorkIsRepairedOnce opens broken work whose journal is so
// long that a snapshot is due as well.
func TestALongJournalOfBrokenWorkIsRepairedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := broken(t)
		for _, id := range numbered(40) {
			data, _ := record{id: id, how: did, edit: mark(id)}.write(clock(), nil)
			store.put(data)
		}
		s, _ := openedAs(t, store, Start{Repair: true, CompactAbove: 10})
		saved(t, s)
		time.Sleep(2 * quiet)
		synctest.Wait()
		if _, aside := store.counted(); len(aside) != 1 {
			t.Errorf("%d pieces were set aside, want the broken snapshot", len(aside))
		}
		again, notices := opened(t, store)
		if exported(t, again) != exported(t, s) || len(notices) > 0 {
			t.Errorf("opened again it differs; notices %q", notices)
		}
	})
}
