//go:build js

package browser

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/journal"
)

var _ journal.Store = (*Store)(nil)

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
	kept := mustLoad(t, anotherTab(t, s))
	if kept.Project != nil || kept.History != nil || kept.Through != 0 {
		t.Errorf("a database without a snapshot gave one: %d and %d bytes, through %d", len(kept.Project), len(kept.History), kept.Through)
	}
	if diff := cmp.Diff(want, textsOf(kept.Records)); diff != "" {
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
		got := mustAppend(t, s, texts...)
		if diff := cmp.Diff(texts, textsOf(got)); diff != "" {
			t.Errorf("what Append gave (-want +got):\n%s", diff)
		}
		want = append(want, texts...)
	}
	expectKept(t, s, "", want...)
}

func TestPositionsCountUpFromOneAndAreTheSameEverywhere(t *testing.T) {
	s := newStore(t)
	appended := append(mustAppend(t, s, "a"), mustAppend(t, s, "b", "c")...)
	for i, r := range appended {
		if r.Position != i+1 {
			t.Errorf("record %q has position %d, want %d", r.Data, r.Position, i+1)
		}
	}
	if diff := cmp.Diff(appended, mustLoad(t, s).Records); diff != "" {
		t.Errorf("what Load gives, against Append (-append +load):\n%s", diff)
	}
	since, err := s.Since(withPatience(t), 1)
	if diff := cmp.Diff(appended[1:], since); diff != "" || err != nil {
		t.Errorf("error %v; what Since gives, against Append (-append +since):\n%s", err, diff)
	}
}

func TestAppendOfNothingIsSince(t *testing.T) {
	s := newStore(t)
	want := mustAppend(t, s, "a", "b")
	got, err := s.Append(withPatience(t), 0, nil)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v, records (-want +got):\n%s", err, diff)
	}
}

func TestAStoreThatWasNotLoadedBuildsOnNothing(t *testing.T) {
	ctx := withPatience(t)
	fresh, err := OpenStore(ctx, newStore(t).name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(fresh.Close)
	_, appending := fresh.Append(ctx, 0, records("x"))
	_, asking := fresh.Since(ctx, 0)
	for what, err := range map[string]error{"Append": appending, "Since": asking, "Compact": fresh.Compact(ctx, snapshot("x", 0))} {
		if !errors.Is(err, journal.ErrOvertaken) {
			t.Errorf("%s: error %v, want %v", what, err, journal.ErrOvertaken)
		}
	}
	expectKept(t, fresh, "")
}

func TestEveryWriteIsOneStrictTransaction(t *testing.T) {
	s := newStore(t)
	ctx := withPatience(t)
	patched(t, `window.seen = []; window.begin = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function(...a) {
			const tx = window.begin.apply(this, a); window.seen.push(tx.mode + " " + tx.durability); return tx; }`,
		`IDBDatabase.prototype.transaction = window.begin`)
	writes := []struct {
		name  string
		write func() error
	}{
		{"Append", func() error { _, err := s.Append(ctx, 0, records("a", "b", "c")); return err }},
		{"Compact", func() error { return s.Compact(ctx, snapshot("all", 3)) }},
		{"DropAside", func() error { return s.DropAside(ctx) }},
		{"KeepHandle", func() error { return s.KeepHandle(ctx, "folder", nil) }},
	}
	for _, w := range writes {
		script(t, `window.seen = []`)
		if err := w.write(); err != nil {
			t.Errorf("%s: %v", w.name, err)
		}
		if got := script(t, `window.seen.join(", ")`).String(); got != "readwrite strict" {
			t.Errorf("%s: transactions: %s, want one, readwrite strict", w.name, got)
		}
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
			_, err := s.Append(withPatience(t), 1, records("first", "second"))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q (%s)", err, c.want, c.why)
			}
			expectKept(t, s, "", "kept")
		})
	}
}

func TestAppendGoesOnAfterAFailure(t *testing.T) {
	s := newStore(t)
	t.Run("failing", func(t *testing.T) {
		failingAdd(t, `throw new DOMException("no room", "QuotaExceededError")`)
		if _, err := s.Append(withPatience(t), 0, records("a", "b")); err == nil {
			t.Error("no error")
		}
	})
	mustAppend(t, s, "a", "b")
	expectKept(t, s, "", "a", "b")
}

func TestAnEndedContextRollsBackAndSaysSo(t *testing.T) {
	s := newStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Append(ctx, 0, records("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	expectKept(t, s, "")
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
				mustAppend(b, s, texts...)
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	s := newStore(b)
	for range 10 {
		mustAppend(b, s, make([]string, 1000)...)
	}
	for b.Loop() {
		mustLoad(b, s)
	}
}
