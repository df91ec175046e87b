package torture

import (
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
)

// ran takes the first work of all through the first steps of runs, n of each.
func ran(t *testing.T, n ...int) edits.State {
	t.Helper()
	s, err := edits.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for run, steps := range n {
		stream := edits.Stream{Seed: 1, Run: run + 1}
		for k := 1; k <= steps; k++ {
			if s, err = s.After(stream.Step(k, s.Project)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

// opens is what the program reports when it opens a work.
func opens(t *testing.T, s edits.State) *report.Line {
	t.Helper()
	data, err := s.Export()
	if err != nil {
		t.Fatal(err)
	}
	return &report.Line{Kind: report.Opened, Project: string(data), CanUndo: s.Undoable() > 0, CanRedo: s.Redoable() > 0}
}

func TestWhatIsLostIsCounted(t *testing.T) {
	one, two := edits.Stream{Seed: 1, Run: 1}, edits.Stream{Seed: 1, Run: 2}
	for _, test := range []struct {
		name   string
		ends   []end
		opened edits.State
		lost   int
		why    string
	}{
		{"all", []end{{one, true, 50, 60}}, ran(t, 60), 0, "everything is there"},
		{"just what was acknowledged", []end{{one, true, 50, 60}}, ran(t, 50), 0, "nobody was promised more"},
		{"more than was reported", []end{{one, true, 50, 60}}, ran(t, 66), 0, "the last reports died with the process"},
		{"one too few", []end{{one, true, 50, 60}}, ran(t, 49), 1, "the last that was acknowledged is gone"},
		{"nothing", []end{{one, true, 50, 60}}, ran(t, 0), 50, "all that were acknowledged are gone"},
		{"a run that never opened", []end{{one, true, 50, 60}, {two, false, 0, 0}}, ran(t, 57, 0), 0, "it may have left everything as it was"},
		{"two runs", []end{{one, true, 50, 60}, {two, true, 8, 9}}, ran(t, 57, 5), 3, "the second run lacks three"},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, err := works{ran(t)}.follow(test.ends, opens(t, test.opened))
			if err != nil {
				t.Fatal(err)
			}
			if found.lost != test.lost || (found.difference != "") != (test.lost > 0) {
				t.Errorf("%d lost, difference %q; want %d: %s", found.lost, found.difference, test.lost, test.why)
			}
			if !found.works[0].Same(test.opened) {
				t.Error("the work that was found is not the one that was opened")
			}
		})
	}
}

func TestWorkThatNoStepLeadsToIsRefused(t *testing.T) {
	ends := []end{{edits.Stream{Seed: 1, Run: 1}, true, 50, 60}}
	another := opens(t, ran(t, 55))
	another.CanUndo = false
	for _, test := range []struct {
		name   string
		opened *report.Line
		want   string
	}{
		{"another run's", opens(t, ran(t, 0, 55)), "no step"},
		{"forgotten history", another, "no step"},
		{"torn", &report.Line{Project: another.Project[:1000]}, "cannot be read"},
		{"other bytes", &report.Line{Project: another.Project + "\n", CanUndo: true}, "unequal exports"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := works{ran(t)}.follow(ends, test.opened)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %.300v, want one that says %q", err, test.want)
			}
		})
	}
}

// addSpan is a step that adds a span of that ID.
func addSpan(doc, id string) edits.Step {
	return edits.Step{Edit: annotations.AddSpan{Document: doc, Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
		ID: id, Label: "actor", Ranges: []annotations.Range{{Start: 0, End: 1}}, Origin: annotations.FromPerson}}}
}

func TestStatesThatLookAlikeAreAllKept(t *testing.T) {
	s := ran(t, 0)
	doc := s.Project.Documents()[0].ID
	all := []followed{{state: s}}
	for _, id := range []string{"x", "y"} {
		next, err := s.After(addSpan(doc, id))
		if err == nil {
			next, err = next.After(edits.Step{Undo: true})
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, followed{state: next})
	}
	f := match(all, s.Project, opens(t, all[1].state))
	if len(f.works) != 2 {
		t.Errorf("%d works are like the opened one, want the two that redo leads on from to different spans", len(f.works))
	}
}

func TestAWalkThatMissesAStepOfTheHistoryIsRefused(t *testing.T) {
	s := ran(t, 30)
	end := opens(t, s)
	walk := func(all, undone int, bottom string) *report.Line {
		return &report.Line{Bottom: bottom, Steps: []int{all, undone}}
	}
	all := s.Undoable() + s.Redoable()
	first := opens(t, ran(t)).Project
	for _, test := range []struct {
		name string
		walk *report.Line
		ok   bool
	}{
		{"whole", walk(all, s.Redoable(), first), true},
		{"a step too few", walk(all-1, s.Redoable(), first), false},
		{"another beginning", walk(all, s.Redoable(), end.Project), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if err := (works{s}).walked(test.walk, end); (err == nil) != test.ok {
				t.Errorf("walked = %v, want it to be right: %v", err, test.ok)
			}
		})
	}
}
