package annotations

// History remembers how to take steps back, and how to bring back what was
// taken back. A step has an ID, by which it is known although others were made
// since, in another tab say. The zero History is empty. A History is immutable:
// what changes it gives the next one.
type History struct{ undo, redo *stack }

// Step is an edit that takes a step back or brings it back.
type Step struct {
	ID   string
	Edit Edit // nil: there is no step
}

// stack is steps, the latest on top. One that was read and not looked at yet
// holds its edit as the line that it was read from.
type stack struct {
	id    string
	edit  Edit
	line  []byte
	below *stack
}

// Did remembers the inverse of an edit that was just made. What had been taken
// back before can then no longer be brought back.
func (h History) Did(id string, inverse Edit) History {
	return History{undo: h.undo.with(id, inverse)}
}

// WentOn remembers the inverse of an edit that goes on with the latest step: one
// step back takes back all of it. It reports false, and nothing has changed,
// where the latest step is another one.
func (h History) WentOn(id string, inverse Edit) (History, bool) {
	if !h.IsLatest(id) {
		return h, false
	}
	step, err := h.undo.top()
	if err != nil {
		return h, false
	}
	return History{undo: h.undo.below.with(id, afterwards(inverse, step.Edit))}, true
}

// afterwards is one edit and then another. Where both put a whole value in the
// same place the second is enough: so a note that was kept a hundred times while it
// was written is one value to go back to, and not a hundred.
func afterwards(first, second Edit) Edit {
	if samePlace(first, second) {
		return second
	}
	return Batch{Edits: []Edit{first, second}}
}

// samePlace reports whether two edits each put a whole value in the same place, so
// that nothing of the first is left after the second.
func samePlace(first, second Edit) bool {
	a, b := first.effect(), second.effect()
	return a.overwrites && b.overwrites && first.kind() == second.kind() && a.one == b.one
}

// Undid notes that a step was taken back, and what leads forth from there again.
func (h History) Undid(id string, inverse Edit) History {
	return History{undo: h.undo.without(id), redo: h.redo.with(id, inverse)}
}

// Redid is the same for a step that was brought back.
func (h History) Redid(id string, inverse Edit) History {
	return History{undo: h.undo.with(id, inverse), redo: h.redo.without(id)}
}

// CanUndo reports whether there is a step to take back.
func (h History) CanUndo() bool { return h.undo != nil }

// CanRedo reports whether there is a step to bring back.
func (h History) CanRedo() bool { return h.redo != nil }

// Undoes reports whether the step is one that can be taken back.
func (h History) Undoes(id string) bool { return h.undo.has(id) }

// Redoes reports whether the step is one that was taken back.
func (h History) Redoes(id string) bool { return h.redo.has(id) }

// IsLatest reports whether a step is the one to take back next.
func (h History) IsLatest(id string) bool { return h.undo != nil && h.undo.id == id }

// NextUndo is the step to take back next. An error means that what ReadHistory
// was given is damaged there.
func (h History) NextUndo() (Step, error) { return h.undo.top() }

// NextRedo is the step to bring back next, as NextUndo.
func (h History) NextRedo() (Step, error) { return h.redo.top() }

func (s *stack) with(id string, edit Edit) *stack { return &stack{id: id, edit: edit, below: s} }

func (s *stack) has(id string) bool {
	for ; s != nil; s = s.below {
		if s.id == id {
			return true
		}
	}
	return false
}

// without is the stack without a step, which nearly always is the one on top.
func (s *stack) without(id string) *stack {
	if !s.has(id) {
		return s
	}
	var above []*stack
	for ; s.id != id; s = s.below {
		above = append(above, s)
	}
	left := s.below
	for i := len(above) - 1; i >= 0; i-- {
		put := *above[i]
		put.below = left
		left = &put
	}
	return left
}

func (s *stack) top() (Step, error) {
	if s == nil {
		return Step{}, nil
	}
	if s.edit != nil {
		return Step{s.id, s.edit}, nil
	}
	edit, err := readStep(s.line)
	return Step{s.id, edit}, err
}
