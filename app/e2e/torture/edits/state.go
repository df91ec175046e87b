package edits

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/merge"
	"spanwise/corpus"
)

// State is the work at one moment of a stream, done in the plainest way: a
// project, and those that undo and redo lead to from there. It is immutable.
type State struct {
	Project    *annotations.Project
	undo, redo *trail
}

// trail is projects that one step after the other leads to.
type trail struct {
	project *annotations.Project
	next    *trail
	length  int
}

func (t *trail) with(p *annotations.Project) *trail { return &trail{p, t, t.len() + 1} }

func (t *trail) len() int {
	if t == nil {
		return 0
	}
	return t.length
}

// Begin gives the work of one who opens the program for the first time.
func Begin() (State, error) {
	articles, err := corpus.Bundled()
	if err != nil {
		return State{}, err
	}
	project, err := annotations.NewProject(annotations.DefaultScheme(), articles...)
	return State{Project: project}, err
}

// After gives the work after a step. An error means that the step does not fit,
// which no step of a stream may.
func (s State) After(step Step) (State, error) {
	switch {
	case step.Undo:
		return s.undone(), nil
	case step.Redo:
		return s.redone(), nil
	case step.File != nil:
		return s.imported(step.File)
	}
	return s.edited(step.Edit)
}

func (s State) undone() State {
	if s.undo == nil {
		return s
	}
	return State{s.undo.project, s.undo.next, s.redo.with(s.Project)}
}

func (s State) redone() State {
	if s.redo == nil {
		return s
	}
	return State{s.redo.project, s.undo.with(s.Project), s.redo.next}
}

func (s State) edited(e annotations.Edit) (State, error) {
	next, _, err := e.Apply(s.Project)
	return State{Project: next, undo: s.undo.with(s.Project)}, err
}

// imported is the work after an import. One that brings nothing is no step.
func (s State) imported(data []byte) (State, error) {
	file, _, err := spanwise.Read(data, nil)
	if err != nil {
		return State{}, err
	}
	edit, _, err := merge.States(s.Project, file, nil)
	if err != nil {
		return State{}, fmt.Errorf("import: %w", err)
	}
	if len(edit.Edits) == 0 {
		return s, nil
	}
	return s.edited(edit)
}

// Forgotten is the work without what undo and redo lead to.
func (s State) Forgotten() State { return State{Project: s.Project} }

// Undoable counts the steps that can be taken back.
func (s State) Undoable() int { return s.undo.len() }

// Redoable counts the steps that can be brought back.
func (s State) Redoable() int { return s.redo.len() }

// Before is the project as it was n steps earlier, not counting what was undone.
// There are at least as many.
func (s State) Before(n int) *annotations.Project {
	for range n {
		s = s.undone()
	}
	return s.Project
}

// Same reports whether two states are the same for all that can follow: the
// project, and whatever undo and redo lead to.
func (s State) Same(t State) bool {
	return s.Project.Equal(t.Project) && s.undo.same(t.undo) && s.redo.same(t.redo)
}

// same ends where both go on with the very same trail, as those do that come out
// of one stream.
func (t *trail) same(u *trail) bool {
	for ; t != u; t, u = t.next, u.next {
		if t.len() != u.len() || !t.project.Equal(u.project) {
			return false
		}
	}
	return true
}

// Export is the work as a Spanwise file.
func (s State) Export() ([]byte, error) { return spanwise.Write(s.Project, nil) }
