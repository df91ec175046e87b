package edits

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/app/session"
	"spanwise/app/session/steps/direct"
)

// began gives the work that every stream of these tests begins with.
func began(t *testing.T) State {
	t.Helper()
	s, err := Begin()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// after takes a state through the steps from one to another of a stream.
func after(t *testing.T, s State, stream Stream, from, to int) State {
	t.Helper()
	for k := from; k <= to; k++ {
		next, err := s.After(stream.Step(k, s.Project))
		if err != nil {
			t.Fatalf("step %d of %+v: %v", k, stream, err)
		}
		s = next
	}
	return s
}

func TestASessionComesToTheStatesThatThePlainWorkGives(t *testing.T) {
	want := began(t)
	s, _, err := session.Open(context.Background(), session.Start{Why: "it is a test", Steps: direct.New(format.NewRegistry(spanwise.Codec)), Bundled: want.Project.Documents(), Annotator: annotations.DefaultAnnotator})
	if err != nil {
		t.Fatal(err)
	}
	for run := range 6 {
		stream := Stream{Seed: 7, Run: run}
		for k := 1; k <= 200; k++ {
			take(t, s, stream.Step(k, s.Project()))
			want = after(t, want, stream, k, k)
			if !s.Project().Equal(want.Project) || s.CanUndo() != (want.Undoable() > 0) || s.CanRedo() != (want.Redoable() > 0) {
				t.Fatalf("the session is elsewhere after step %d of run %d", k, run)
			}
		}
		exported, err := s.Export(t.Context(), spanwise.Codec, nil)
		plain, plainErr := want.Export()
		if diff := cmp.Diff(string(plain), string(exported)); err != nil || plainErr != nil || diff != "" {
			t.Fatalf("the export after run %d: %v, %v (-want +got):\n%s", run, err, plainErr, diff)
		}
	}
}

// take makes a session take a step.
func take(t *testing.T, s *session.Session, step Step) {
	t.Helper()
	var err error
	switch {
	case step.Undo:
		s.Undo()
	case step.Redo:
		s.Redo()
	case step.File != nil:
		_, err = s.Import(t.Context(), session.File{Data: step.File, Codec: spanwise.Codec}, intake.Choices{ByID: true}, nil)
	default:
		err = s.Do(step.Edit)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryKindOfStepComesUpAndHasAnEffect(t *testing.T) {
	s := began(t)
	seen := map[string]int{}
	for run := range 20 {
		for k := 1; k <= 200; k++ {
			stream := Stream{Seed: 3, Run: run}
			next := after(t, s, stream, k, k)
			if !next.Project.Equal(s.Project) {
				seen[kindOf(stream.Step(k, s.Project))]++
			}
			s = next
		}
	}
	for _, kind := range append(annotations.Kinds(), "undo", "redo", "import") {
		if seen[kind] < 10 {
			t.Errorf("of 4,000 steps %d were %s: the torture does not reach it", seen[kind], kind)
		}
	}
}

func kindOf(step Step) string {
	switch {
	case step.Undo:
		return "undo"
	case step.Redo:
		return "redo"
	case step.File != nil:
		return "import"
	}
	return annotations.KindOf(step.Edit)
}

func TestTheSameSeedAndRunGiveTheSameWork(t *testing.T) {
	stream := Stream{Seed: 1, Run: 2}
	one, two := after(t, began(t), stream, 1, 300), after(t, began(t), stream, 1, 300)
	if !one.Same(two) {
		t.Error("one stream led to two different works")
	}
	if other := after(t, began(t), Stream{Seed: 2, Run: 2}, 1, 300); one.Same(other) {
		t.Error("another seed led to the same work")
	}
}

func TestAStateIsTheSameOnlyWithTheSameHistory(t *testing.T) {
	s := began(t)
	doc := s.Project.Documents()[0]
	do := func(s State, id string) State {
		next, err := s.After(Step{Edit: annotations.AddSpan{Document: doc.ID, Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
			ID: id, Label: "actor", Ranges: []annotations.Range{{Start: 0, End: 1}}, Origin: annotations.FromPerson}}})
		if err != nil {
			t.Fatal(err)
		}
		return next
	}
	undone := func(s State) State { return s.undone() }
	for _, test := range []struct {
		name string
		a, b State
		want bool
		why  string
	}{
		{"redone", do(s, "x"), do(s, "x").undone().redone(), true, "everything that can follow is the same"},
		{"nothing to redo", s, undone(do(s, "x")), false, "only one of them can be redone"},
		{"another redo", undone(do(s, "x")), undone(do(s, "y")), false, "redo leads to different spans"},
		{"made anew", do(s, "x"), do(undone(do(s, "x")), "x"), true, "what came in between is forgotten"},
		{"forgotten", do(s, "x"), do(s, "x").Forgotten(), false, "only one of them can be undone"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.a.Same(test.b); got != test.want {
				t.Errorf("Same = %v, want %v: %s", got, test.want, test.why)
			}
		})
	}
}
