package session

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

// writes keeps a note on the span "x" again and again, as one step or as what is
// left of one, and gives the ID of that which it ended in.
func writes(t *testing.T, s *Session, step string, notes ...string) string {
	t.Helper()
	for _, note := range notes {
		var err error
		if step, err = s.GoOn(step, relabelled("x", "actor", note)); err != nil {
			t.Fatal(err)
		}
	}
	return step
}

// noteOf is the note on the span "x".
func noteOf(s *Session) string {
	span, _ := s.Project().Set("a", annotations.DefaultAnnotator).Span("x")
	return span.Note
}

func TestWhatGoesOnWithAStepIsTakenBackWithIt(t *testing.T) {
	for name, reopened := range map[string]bool{"at once": false, "after a reload": true} {
		t.Run(name, func(t *testing.T) {
			store := &memory{}
			s, _ := opened(t, store)
			must(t, s, mark("x"))
			first := writes(t, s, "", "a", "a thou", "a thought")
			second := writes(t, s, "", "a thought, and", "a thought, and another")
			if first == second {
				t.Fatal("another step has the same ID")
			}
			saved(t, s)
			if reopened {
				s, _ = opened(t, store)
			}
			takesBackWhatWentOn(t, s)
			saved(t, s)
			compactNow(t, s)
			sameWork(t, store, s)
		})
	}
}

// takesBackWhatWentOn walks through two steps in which a note was written.
func takesBackWhatWentOn(t *testing.T, s *Session) {
	t.Helper()
	var went []string
	for _, step := range []func() bool{s.Undo, s.Undo, s.Redo, s.Redo, s.Undo, s.Undo, s.Undo} {
		step()
		if len(marks(s)) > 0 {
			went = append(went, noteOf(s))
		}
	}
	want := []string{"a thought", "", "a thought", "a thought, and another", "a thought", ""}
	if diff := cmp.Diff(want, went); diff != "" {
		t.Errorf("the note at each step (-want +got):\n%s", diff)
	}
	if s.CanUndo() {
		t.Error("a part of a step could be taken back alone")
	}
}

func TestAStepThatSomethingElseCameAfterIsNotGoneOnWith(t *testing.T) {
	tests := []struct {
		name    string
		between func(*testing.T, *Session)
		undone  []string // the note after each step back
	}{
		{"another edit", func(t *testing.T, s *Session) { must(t, s, mark("y")) }, []string{"a", "a", ""}},
		{"an undo", func(_ *testing.T, s *Session) { s.Undo() }, []string{""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := opened(t, nil)
			must(t, s, mark("x"))
			step := writes(t, s, "", "a")
			tt.between(t, s)
			if next := writes(t, s, step, "ab"); next == step {
				t.Error("the edit went on with the step before")
			}
			var undone []string
			for range tt.undone {
				s.Undo()
				undone = append(undone, noteOf(s))
			}
			if diff := cmp.Diff(tt.undone, undone); diff != "" {
				t.Errorf("the note after each step back (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTabsAgreeOnWhereAStepEnds(t *testing.T) {
	store := &memory{}
	a, b := apart(t, store)
	must(t, a, mark("x"))
	step := writes(t, a, "", "a", "ab")
	hears(t, a, b)
	must(t, b, mark("y")) // a does not know of it
	saved(t, b)
	writes(t, a, step, "abc", "abcd")
	hears(t, a, b)
	sameWork(t, store, a, b)
	b.Undo()
	hears(t, a, b)
	if got := noteOf(a); got == "abcd" {
		t.Error("the latest words of the note were not taken back")
	}
	for b.Undo() {
	}
	hears(t, a, b)
	sameWork(t, store, a, b)
	if len(marks(a)) > 0 {
		t.Errorf("everything was undone, but there are %q", marks(a))
	}
}
