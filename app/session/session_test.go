package session

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestAnEditThatDoesNotFitChangesNothing(t *testing.T) {
	store := &memory{}
	s := begunIn(t, store)
	before := exported(t, s)
	if err := s.Do(annotations.RemoveSpan{Document: "a", Annotator: annotations.DefaultAnnotator, ID: "none"}); err == nil {
		t.Error("no error")
	}
	saved(t, s)
	if exported(t, s) != before || s.Revision() != 0 || s.CanUndo() || store.held() != 0 {
		t.Error("the project, its revision, its history or its journal has changed")
	}
}

func TestUndoAndRedoReachAsDeepAsTheSession(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store)
	states := []string{exported(t, s)}
	for _, id := range numbered(300) {
		must(t, s, mark(id))
		states = append(states, exported(t, s))
	}
	for i := len(states) - 2; i >= 0; i-- {
		if !s.Undo() || exported(t, s) != states[i] {
			t.Fatalf("undo did not lead back to state %d", i)
		}
	}
	if s.CanUndo() || s.Undo() {
		t.Error("there was more to undo than had been done")
	}
	for i := 1; i < len(states); i++ {
		if !s.Redo() || exported(t, s) != states[i] {
			t.Fatalf("redo did not lead to state %d", i)
		}
	}
	if s.CanRedo() || s.Redo() {
		t.Error("there was more to redo than had been undone")
	}
	saved(t, s)
	again, notices := opened(t, store)
	if exported(t, again) != states[len(states)-1] || len(notices) > 0 {
		t.Errorf("opened again it differs; notices %q", notices)
	}
}

func TestANewEditEndsRedo(t *testing.T) {
	s, _ := opened(t, nil)
	must(t, s, mark("x"), mark("y"))
	s.Undo()
	must(t, s, mark("z"))
	if s.CanRedo() || s.Redo() {
		t.Error("what was undone could be redone over a later edit")
	}
	if diff := cmp.Diff([]string{"x", "z"}, marks(s)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
}

func TestUndoIsKeptLikeAnyEdit(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store)
	must(t, s, mark("x"), mark("y"))
	s.Undo()
	s.Undo()
	s.Redo()
	saved(t, s)
	again, _ := opened(t, store)
	if diff := cmp.Diff([]string{"x"}, marks(again)); diff != "" {
		t.Errorf("spans after opening again (-want +got):\n%s", diff)
	}
}

func TestEveryChangeRaisesTheRevisionAndTellsTheListener(t *testing.T) {
	s, _ := opened(t, nil)
	var told []int
	s.OnChange(func() { told = append(told, s.Revision()) })
	must(t, s, mark("x"))
	s.Undo()
	s.Redo()
	_ = s.Do(mark("x"))
	if diff := cmp.Diff([]int{1, 2, 3}, told); diff != "" {
		t.Errorf("revisions told (-want +got):\n%s", diff)
	}
}

func TestEditsFromManyGoroutinesAreAllKept(t *testing.T) {
	store := &memory{}
	s, _ := opened(t, store)
	s.OnChange(func() { s.Saving(); s.Project() })
	all := numbered(160)
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for i := worker; i < len(all); i += 8 {
				if err := s.Do(mark(all[i])); err != nil {
					t.Error(err)
				}
				s.Retry()
			}
		})
	}
	group.Wait()
	saved(t, s)
	if diff := cmp.Diff(all, marks(s)); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	again, notices := opened(t, store)
	if exported(t, again) != exported(t, s) || len(notices) > 0 {
		t.Errorf("opened again it differs; notices %q", notices)
	}
}

func TestExportComesBackThroughImportAsOneStep(t *testing.T) {
	s, _ := opened(t, nil)
	must(t, s, mark("x"), mark("y"), annotations.AddDocument{Document: article(t, "own"), At: -1})
	file := exported(t, s)

	other, _ := opened(t, nil)
	before := exported(t, other)
	if _, err := other.Import(context.Background(), fileOf("", file), asOne, nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file, exported(t, other)); diff != "" {
		t.Errorf("after import (-want +got):\n%s", diff)
	}
	if !other.Undo() || exported(t, other) != before || other.CanUndo() {
		t.Error("one undo did not take the import back")
	}
}

func TestAnImportThatBringsNothingIsNoStep(t *testing.T) {
	s, _ := opened(t, nil)
	must(t, s, mark("x"))
	if _, err := s.Import(context.Background(), fileOf("", exported(t, s)), asOne, nil); err != nil {
		t.Fatal(err)
	}
	if s.Revision() != 1 {
		t.Errorf("revision %d, want 1", s.Revision())
	}
}

func TestADamagedImportChangesNothing(t *testing.T) {
	s, _ := opened(t, nil)
	must(t, s, mark("x"))
	file := exported(t, s)
	cases := []struct{ name, data, why string }{
		{"cut short", file[:len(file)/2], "a download that broke off"},
		{"newer", strings.Replace(file, `"version": 4`, `"version": 5`, 1), "this version could only damage it"},
		{"other JSON", `{"spans":[]}`, "it is another program's"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := s.Import(context.Background(), fileOf("", c.data), asOne, nil); err == nil {
				t.Errorf("it was taken (%s)", c.why)
			}
			if s.Revision() != 1 || exported(t, s) != file {
				t.Error("the open work has changed")
			}
		})
	}
}
