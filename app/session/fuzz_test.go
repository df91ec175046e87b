package session

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/journal"
)

// FuzzReadRecord takes what may stand in a journal. What is read as a record is
// the same out of its own bytes, and nothing stops a session that goes through it.
func FuzzReadRecord(f *testing.F) {
	for _, r := range []record{
		{id: "a", tab: "t", seen: 3, how: did, edit: mark("x")},
		{id: "b", how: undid, step: "a", edit: annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "x"}},
		{id: "c", how: redid, step: "a", edit: annotations.Batch{Edits: []annotations.Edit{mark("y")}}},
		{id: "d", edit: annotations.AddDocument{Document: article(f, "c"), At: -1}},
	} {
		data, err := r.write(clock(), nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(newerRecord))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := readRecord(data, nil)
		if err == nil {
			sameAgain(t, r)
		}
		store := &memory{}
		begunIn(t, store)
		store.put(data)
		openedWith(t, store, err)
	})
}

// sameAgain writes a record and reads it.
func sameAgain(t *testing.T, r record) {
	t.Helper()
	data, err := r.write(clock(), nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := readRecord(data, nil)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	twice, err := again.write(clock(), nil)
	if diff := cmp.Diff(string(data), string(twice)); err != nil || diff != "" {
		t.Errorf("%v, (-written +written again):\n%s", err, diff)
	}
}

// openedWith opens a session on a journal that holds what a fuzzer has made.
func openedWith(t *testing.T, store *memory, unreadable error) {
	t.Helper()
	s, notices := opened(t, store)
	if unreadable != nil && len(notices) == 0 && s.Saving().State != Locked {
		t.Errorf("a record that cannot be read (%v) is passed over in silence", unreadable)
	}
	snapshot, err := s.kept.snapshot(s.kept.known.ids, nil)
	if err != nil {
		t.Fatalf("the work that it led to cannot be kept: %v", err)
	}
	if _, err := s.load(context.Background(), journal.Kept{Snapshot: snapshot}, Start{}, nil); err != nil {
		t.Fatalf("the work that it led to cannot be opened again: %v", err)
	}
	for s.Undo() { // whatever it was
	}
	_, _ = s.Export(context.Background(), spanwise.Codec, nil)
}

// FuzzReadPast takes what a snapshot may keep beside the project.
func FuzzReadPast(f *testing.F) {
	store := &memory{}
	s := begunIn(f, store)
	must(f, s, mark("x"), mark("y"))
	s.Undo()
	saved(f, s)
	past, err := s.kept.past(s.kept.known.ids, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(past)
	f.Fuzz(func(t *testing.T, data []byte) {
		known, history, err := readPast(data)
		if err != nil {
			return
		}
		written, err := place{state: state{history: history}}.past(known.ids, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, again, err := readPast(written)
		if err != nil || again.CanUndo() != history.CanUndo() || again.CanRedo() != history.CanRedo() {
			t.Errorf("%q: %v", written, err)
		}
		_, _ = history.NextUndo()
		_, _ = history.NextRedo()
	})
}
