//go:build js

package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestStoreGivesBackExactlyWhatWasAppended(t *testing.T) {
	cases := []struct{ name, record, why string }{
		{"plain", `{"v":1}`, "what the journal holds"},
		{"empty", "", "a record is a value even without bytes"},
		{"beyond the BMP", "👩‍👩‍👧 é مرحبا 中文", "UTF-8 must not pass through UTF-16 on the way"},
		{"not text", "\xff\x00\xfe", "the store keeps bytes, whatever they mean"},
		{"large", strings.Repeat("spanwise ", 200_000), "an imported text of 1.8 MB is one record"},
	}
	s := newStore(t)
	var want []string
	for _, c := range cases {
		mustAppend(t, s, c.record)
		want = append(want, c.record)
	}
	s.Close()
	snapshot, got := mustLoad(t, s)
	if snapshot != "" {
		t.Errorf("a database without a snapshot gave one of %d bytes", len(snapshot))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestStoreKeepsTheOrderOfManyRecords(t *testing.T) {
	s := newStore(t)
	var want []string
	for batch := range 3 {
		var texts []string
		for i := range 40 {
			texts = append(texts, fmt.Sprintf("batch %d record %d", batch, i))
		}
		mustAppend(t, s, texts...)
		want = append(want, texts...)
	}
	_, got := mustLoad(t, s)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestEveryWriteIsOneStrictTransaction(t *testing.T) {
	s := newStore(t)
	patched(t, `window.seen = []; window.begin = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function(...a) {
			const tx = window.begin.apply(this, a); window.seen.push(tx.mode + " " + tx.durability); return tx; }`,
		`IDBDatabase.prototype.transaction = window.begin`)
	mustAppend(t, s, "a", "b", "c")
	if err := s.Compact(withPatience(t), []byte("snapshot")); err != nil {
		t.Fatal(err)
	}
	got := script(t, `window.seen.join(", ")`).String()
	if want := "readwrite strict, readwrite strict"; got != want {
		t.Errorf("transactions: %s, want %s", got, want)
	}
}

// failingAdd makes the second record of every batch fail in the given way.
func failingAdd(t *testing.T, how string) {
	patched(t, `window.adds = 0; window.plainAdd = IDBObjectStore.prototype.add;
		IDBObjectStore.prototype.add = function(...a) { if (++window.adds % 2 == 0) { `+how+` } return window.plainAdd.apply(this, a); }`,
		`IDBObjectStore.prototype.add = window.plainAdd`)
}

func TestAFailedAppendKeepsNothingAndSaysWhy(t *testing.T) {
	cases := []struct{ name, how, want, why string }{
		{"quota", `throw new DOMException("no room", "QuotaExceededError")`, "QuotaExceededError: no room",
			"thrown in the middle of a batch, it must take the first record back"},
		{"constraint", `return window.plainAdd.call(this, a[0], 1)`, "ConstraintError",
			"a request that fails ends in abort"},
		{"abort", `const r = window.plainAdd.apply(this, a); r.onsuccess = () => r.transaction.abort(); return r`, "AbortError",
			"an abort after every request succeeded is a failure, though transaction.error is null"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			mustAppend(t, s, "kept")
			failingAdd(t, c.how)
			err := s.Append(withPatience(t), records("first", "second"))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q (%s)", err, c.want, c.why)
			}
			_, got := mustLoad(t, s)
			if diff := cmp.Diff([]string{"kept"}, got); diff != "" {
				t.Errorf("records after the failure (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAppendGoesOnAfterAFailure(t *testing.T) {
	s := newStore(t)
	t.Run("failing", func(t *testing.T) {
		failingAdd(t, `throw new DOMException("no room", "QuotaExceededError")`)
		if err := s.Append(withPatience(t), records("a", "b")); err == nil {
			t.Error("no error")
		}
	})
	mustAppend(t, s, "a", "b")
	_, got := mustLoad(t, s)
	if diff := cmp.Diff([]string{"a", "b"}, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestCompactKeepsOnlyTheSnapshotAndWhatFollows(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "1", "2")
	for _, snapshot := range []string{"first", "second"} {
		if err := s.Compact(withPatience(t), []byte(snapshot)); err != nil {
			t.Fatal(err)
		}
	}
	mustAppend(t, s, "3")
	snapshot, got := mustLoad(t, s)
	if snapshot != "second" {
		t.Errorf("snapshot %q, want %q", snapshot, "second")
	}
	if diff := cmp.Diff([]string{"3"}, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestCompactSparesTheRecordsOfAnotherTab(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "ours 1")
	other, err := OpenStore(withPatience(t), s.name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(other.Close)
	mustAppend(t, other, "theirs")
	mustAppend(t, s, "ours 2")
	if err := s.Compact(withPatience(t), []byte("without theirs")); !errors.Is(err, errForeign) {
		t.Errorf("error %v, want %v", err, errForeign)
	}
	snapshot, got := mustLoad(t, s)
	if diff := cmp.Diff([]string{"ours 1", "theirs", "ours 2"}, got); diff != "" || snapshot != "" {
		t.Errorf("snapshot %q, records (-want +got):\n%s", snapshot, diff)
	}
	if err := s.Compact(withPatience(t), []byte("with theirs")); err != nil {
		t.Errorf("after loading theirs: %v", err)
	}
}

func TestALostConnectionIsOpenedAgain(t *testing.T) {
	cases := []struct {
		name, why string
		lose      func(*Store)
	}{
		{"closed unseen", "the next transaction throws InvalidStateError, and the call tries once more",
			func(s *Store) { s.open.db.Call("close") }},
		{"close event", "the browser lost it and said so",
			func(s *Store) {
				s.open.db.Call("dispatchEvent", app.Window().Get("Event").New("close"))
				s.open.db.Call("close")
			}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := newStore(t)
			mustAppend(t, s, "before")
			c.lose(s)
			mustAppend(t, s, "after")
			_, got := mustLoad(t, s)
			if diff := cmp.Diff([]string{"before", "after"}, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestATransactionLostUnderWayIsTriedOnceMore(t *testing.T) {
	s := newStore(t)
	patched(t, `window.plainAdd = IDBObjectStore.prototype.add; window.aborted = false;
		IDBObjectStore.prototype.add = function(...a) {
			const r = window.plainAdd.apply(this, a);
			if (!window.aborted) { window.aborted = true; this.transaction.abort(); }
			return r; }`, `IDBObjectStore.prototype.add = window.plainAdd`)
	mustAppend(t, s, "once")
	_, got := mustLoad(t, s)
	if diff := cmp.Diff([]string{"once"}, got); diff != "" {
		t.Errorf("records (-want +got):\n%s", diff)
	}
}

func TestDeletionByAnotherTabIsToldAndNothingIsAppendedToTheEmptyDatabase(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "gone")
	told := make(chan struct{})
	s.OnVersionChange(func() { close(told) })
	deleteDatabase(t, s.name)
	soon(t, "the store was told of the deletion", told)

	var emptied *EmptiedError
	for range 2 {
		if err := s.Append(withPatience(t), records("baseless")); !errors.As(err, &emptied) {
			t.Fatalf("error %v, want an EmptiedError", err)
		}
	}
	if err := s.Compact(withPatience(t), []byte("anew")); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, "based")
	snapshot, got := mustLoad(t, s)
	if diff := cmp.Diff([]string{"based"}, got); diff != "" || snapshot != "anew" {
		t.Errorf("snapshot %q, records (-want +got):\n%s", snapshot, diff)
	}
}

func TestANewerDatabaseIsLeftAlone(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, "old")
	openRaw(t, s.name, storeVersion+1)
	if err := s.Append(withPatience(t), records("x")); !errors.Is(err, ErrNewerDatabase) {
		t.Errorf("an open store: error %v, want %v", err, ErrNewerDatabase)
	}
	if _, err := OpenStore(withPatience(t), s.name); !errors.Is(err, ErrNewerDatabase) {
		t.Errorf("a new store: error %v, want %v", err, ErrNewerDatabase)
	}
}

func TestAnUpgradeThatAnotherTabBlocksIsAClearErrorAndGoesThroughLater(t *testing.T) {
	s := newStore(t)
	old := openRaw(t, s.name, storeVersion) // takes no notice of versionchange
	if _, err := openStoreAt(withPatience(t), s.name, storeVersion+1); !errors.Is(err, ErrBlocked) {
		t.Fatalf("error %v, want %v", err, ErrBlocked)
	}
	old.Call("close")
	if _, err := openStoreAt(withPatience(t), s.name, storeVersion+1); err != nil {
		t.Errorf("once the other tab is closed: %v", err)
	}
}

func TestADatabaseThatCannotBeOpenedIsAClearError(t *testing.T) {
	script(t, `window.plainOpen = IDBFactory.prototype.open; window.plainFactory = Object.getOwnPropertyDescriptor(window, "indexedDB")`)
	const undo = `Object.defineProperty(window, "indexedDB", window.plainFactory); IDBFactory.prototype.open = window.plainOpen`
	cases := []struct{ name, set, why string }{
		{"open throws", `IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError") }`, "a sandboxed frame"},
		{"the getter throws", `Object.defineProperty(window, "indexedDB", {configurable: true, get() { throw new DOMException("denied", "SecurityError") }})`,
			"a getter's exception would end the program if it were read plainly"},
		{"null", `Object.defineProperty(window, "indexedDB", {configurable: true, value: null})`, "old private windows"},
		{"refused later", `IDBFactory.prototype.open = () => { const r = new EventTarget(); r.error = new DOMException("denied", "UnknownError");
				setTimeout(() => r.dispatchEvent(new Event("error")), 5); return r }`, "Firefox's private windows, full disks"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patched(t, c.set, undo)
			if _, err := OpenStore(withPatience(t), "spanwise-test-denied"); !errors.Is(err, ErrUnavailable) {
				t.Errorf("error %v, want %v (%s)", err, ErrUnavailable, c.why)
			}
		})
	}
}

func TestAnEndedContextRollsBackAndSaysSo(t *testing.T) {
	s := newStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Append(ctx, records("x")); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	} else if err == nil {
		t.Error("an append under an ended context said that it was kept")
	}
	_, got := mustLoad(t, s)
	if len(got) != 0 {
		t.Errorf("%d records were kept", len(got))
	}
}

func BenchmarkAppend(b *testing.B) {
	record := `{"v":1,"at":"2026-01-01T00:00:00Z","edit":{"kind":"add span","document":"example","span":` + strings.Repeat("x", 250) + `}}`
	for _, size := range []int{1, 100} {
		b.Run(fmt.Sprintf("%d records", size), func(b *testing.B) {
			s := newStore(b)
			texts := make([]string, size)
			for i := range texts {
				texts[i] = record
			}
			for b.Loop() {
				if err := s.Append(context.Background(), records(texts...)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
