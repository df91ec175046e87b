package torture

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/torture/edits"
	"spanwise/app/e2e/torture/report"
)

// works are the states that the work may be in. There is more than one where
// they differ only in what redo leads to, which cannot be seen from outside.
type works []edits.State

// end is what is known of how a run ended: whether it had opened the work, that
// the steps up to acked had been acknowledged, and that making had at least begun.
type end struct {
	stream        edits.Stream
	opened        bool
	acked, making int
}

// unheard is how many steps a program may have made of which the report died
// with it.
const unheard = 100

// followed is a work to which runs may have led, and how many steps that had been
// acknowledged it lacks.
type followed struct {
	state edits.State
	lost  int
}

// found is what a look at reopened work came to.
type found struct {
	works      works
	lost       int
	difference string // between what was acknowledged and what is there, if anything is lost
}

// follow tells which of the states to which runs may have led is the one that
// was opened. If it is none of them, that is the error.
func (w works) follow(ends []end, opened *report.Line) (found, error) {
	project, repairs, err := spanwise.Read([]byte(opened.Project), nil)
	if err != nil || len(repairs) > 0 {
		return found{}, fmt.Errorf("the export cannot be read as it is: %v %q", err, repairs)
	}
	for _, more := range []int{0, unheard} {
		all, err := w.after(ends, more)
		if err != nil {
			return found{}, err
		}
		if f := match(all, project, opened); len(f.works) > 0 {
			return f.checked(all, opened)
		}
	}
	return found{}, w.nothing(ends, opened)
}

// after gives the works after the runs, each of which may have ended at any step
// up to the one that it was making, or some more.
func (w works) after(ends []end, more int) ([]followed, error) {
	var all []followed
	for _, s := range w {
		all = append(all, followed{state: s})
	}
	for _, e := range ends {
		var next []followed
		for _, f := range all {
			steps, err := f.through(e, more)
			if err != nil {
				return nil, err
			}
			next = append(next, steps...)
		}
		all = next
	}
	return all, nil
}

// through gives the works after each step of a run.
func (f followed) through(e end, more int) ([]followed, error) {
	if !e.opened {
		return []followed{f}, nil
	}
	var all []followed
	s := f.state
	for k := 0; ; {
		all = append(all, followed{s, f.lost + max(0, e.acked-k)})
		if k++; k > e.making+more {
			return all, nil
		}
		next, err := s.After(e.stream.Step(k, s.Project))
		if err != nil {
			return nil, fmt.Errorf("run %d, step %d: %w", e.stream.Run, k, err)
		}
		s = next
	}
}

// match picks those works that are the opened one and lack least.
func match(all []followed, project *annotations.Project, opened *report.Line) found {
	var f found
	for _, candidate := range all {
		s := candidate.state
		if s.Undoable() > 0 != opened.CanUndo || s.Redoable() > 0 != opened.CanRedo || !s.Project.Equal(project) {
			continue
		}
		if len(f.works) == 0 || candidate.lost < f.lost {
			f = found{lost: candidate.lost}
		}
		if candidate.lost == f.lost && !slices.ContainsFunc(f.works, s.Same) {
			f.works = append(f.works, s)
		}
	}
	return f
}

// checked holds the opened work to the bytes that it must export, and says what
// is lost.
func (f found) checked(all []followed, opened *report.Line) (found, error) {
	want, err := f.works[0].Export()
	if err != nil {
		return found{}, err
	}
	if diff := byLine(string(want), opened.Project); diff != "" {
		return found{}, fmt.Errorf("equal works give unequal exports (-want +got):\n%s", diff)
	}
	if f.lost > 0 {
		f.difference = difference(all[slices.IndexFunc(all, func(a followed) bool { return a.lost == 0 })].state, opened)
	}
	return f, nil
}

// nothing says how the opened work differs from the last one that it may be.
func (w works) nothing(ends []end, opened *report.Line) error {
	all, err := w.after(ends, 0)
	if err != nil {
		return err
	}
	return fmt.Errorf("the work is in a state to which no step of runs %+v leads (undo %v, redo %v; -after the last step +found):\n%s",
		ends, opened.CanUndo, opened.CanRedo, difference(all[len(all)-1].state, opened))
}

// longestDifference is how many bytes of one are shown.
const longestDifference = 8000

// byLine compares two files line by line.
func byLine(want, got string) string {
	return cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"))
}

// difference shows how a state and opened work differ.
func difference(s edits.State, opened *report.Line) string {
	want, err := s.Export()
	if err != nil {
		return err.Error()
	}
	diff := byLine(string(want), opened.Project)
	return diff[:min(len(diff), longestDifference)]
}

// keptSteps is how many steps of the history are kept at least, if it has so many.
const keptSteps = 10_000

// walked holds a walk through the whole history to what it must have led through.
func (w works) walked(walk, end *report.Line) (err error) {
	for _, s := range w {
		if err = walkedFrom(s, walk, end); err == nil {
			return nil
		}
	}
	return err
}

// walkedFrom is walked for one of the works.
func walkedFrom(s edits.State, walk, end *report.Line) error {
	all, undone := s.Undoable()+s.Redoable(), s.Redoable()
	if walk.Steps[1] != undone || walk.Steps[0] > all || walk.Steps[0] < min(all, keptSteps) {
		return fmt.Errorf("the history has %d steps, %d of them undone; want %d, and %d", walk.Steps[0], walk.Steps[1], all, undone)
	}
	bottom, err := edits.State{Project: s.Before(walk.Steps[0] - undone)}.Export()
	if err != nil {
		return err
	}
	if diff := byLine(string(bottom), walk.Bottom); diff != "" {
		return fmt.Errorf("everything was taken back, and led elsewhere (-want +got):\n%s", diff)
	}
	if diff := difference(s, end); diff != "" {
		return fmt.Errorf("everything was brought back, and led elsewhere (-want +got):\n%s", diff)
	}
	return nil
}
