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
	last := len(*from) - 1
	if last < 0 {
		return p, nil, nil
	}
	edit := (*from)[last]
	next, inverse, err := edit.Apply(p)
	if err != nil {
		return p, nil, fmt.Errorf("%s: %w", name, err)
	}
	*from = (*from)[:last]
	*to = append(*to, inverse)
	return next, edit, nil
}
