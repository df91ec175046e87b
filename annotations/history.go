package annotations

import "fmt"

// History remembers how to take edits back, and how to bring back what was
// taken back. The zero History is empty. It is not safe for use by several
// goroutines at once.
type History struct {
	undo, redo []Edit // inverses, the latest last
}

// Push remembers the inverse of an edit that a person has just made. What had
// been taken back before can then no longer be brought back.
func (h *History) Push(inverse Edit) {
	h.undo = append(h.undo, inverse)
	h.redo = nil
}

// CanUndo reports whether there is an edit to take back.
func (h *History) CanUndo() bool { return len(h.undo) > 0 }

// CanRedo reports whether there is an edit to bring back.
func (h *History) CanRedo() bool { return len(h.redo) > 0 }

// NextUndo is the edit that takes back the latest one, nil without one; once it
// was applied, Undone is to be told.
func (h *History) NextUndo() Edit { return top(h.undo) }

// NextRedo is the edit that brings back what was taken back last, nil without
// one; once it was applied, Redone is to be told.
func (h *History) NextRedo() Edit { return top(h.redo) }

// Undone notes that NextUndo was applied, and what leads back from there.
func (h *History) Undone(inverse Edit) { move(&h.undo, &h.redo, inverse) }

// Redone is the same for NextRedo.
func (h *History) Redone(inverse Edit) { move(&h.redo, &h.undo, inverse) }

func top(stack []Edit) Edit {
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

func move(from, to *[]Edit, inverse Edit) {
	*from = (*from)[:len(*from)-1]
	*to = append(*to, inverse)
}

// Undo takes back the latest edit. It returns the project after that and the
// edit that was applied to get there, for the journal. With nothing to take
// back the project stays and applied is nil; so does it after an error, when p
// is not the project the edit led to.
func (h *History) Undo(p *Project) (next *Project, applied Edit, err error) {
	return turn(p, &h.undo, &h.redo, "undo")
}

// Redo brings back what Undo took back last; it returns the same as Undo.
func (h *History) Redo(p *Project) (next *Project, applied Edit, err error) {
	return turn(p, &h.redo, &h.undo, "redo")
}

// turn applies the top of one stack and puts its inverse on the other.
func turn(p *Project, from, to *[]Edit, name string) (*Project, Edit, error) {
	edit := top(*from)
	if edit == nil {
		return p, nil, nil
	}
	next, inverse, err := edit.Apply(p)
	if err != nil {
		return p, nil, fmt.Errorf("%s: %w", name, err)
	}
	move(from, to, inverse)
	return next, edit, nil
}
