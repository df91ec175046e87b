package session

import (
	"context"

	"spanwise/annotations"
)

// prepared is an edit that was made beside the session: applied to the project
// of one of its revisions, and written as a record.
type prepared struct {
	revision int
	next     *annotations.Project
	inverse  annotations.Edit
	record   []byte // nil without a store
}

// prepare makes an edit at a pace, without the lock and without any effect.
func (s *Session) prepare(e annotations.Edit, p *annotations.Project, revision int, pace annotations.Pace) (prepared, error) {
	made := prepared{revision: revision}
	var err error
	if made.next, made.inverse, err = annotations.Apply(e, p, pace.Part(0, 0.5)); err != nil {
		return made, err
	}
	if s.store != nil {
		made.record, err = writeRecord(e, s.now(), pace.Part(0.5, 1))
	}
	return made, err
}

// take makes a prepared edit the session's own and remembers its inverse, and
// returns the revision that it made. Where the project is another by now it does
// nothing, since what was made since then would be lost, and reports false.
func (s *Session) take(made prepared, remember func(inverse annotations.Edit)) (revision int, taken bool) {
	s.mu.Lock()
	if taken = s.revision == made.revision; taken {
		s.keep(made.next, made.record)
		remember(made.inverse)
		revision = s.revision
	}
	s.mu.Unlock()
	if taken {
		s.notify()
	}
	return revision, taken
}

// present is the project with its revision.
func (s *Session) present() (*annotations.Project, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.project, s.revision
}

// manySpans is from how many spans on an edit is long work.
const manySpans = 3000

// UndoIsLong reports whether Undo would keep the page waiting. UndoLong does not.
func (s *Session) UndoIsLong() bool { return s.isLong(s.history.NextUndo) }

// RedoIsLong is the same for Redo.
func (s *Session) RedoIsLong() bool { return s.isLong(s.history.NextRedo) }

func (s *Session) isLong(next func() annotations.Edit) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return annotations.Spans(next()) >= manySpans
}

// UndoLong is Undo as work that pauses, and that ends without having changed
// anything when ctx does, or when an edit is made meanwhile.
func (s *Session) UndoLong(ctx context.Context, tell Progress) (moved bool, err error) {
	return s.turnLong(s.history.NextUndo, s.history.Undone, s.work(ctx, tell).part("Changing your work…", 0, 1))
}

// RedoLong is the same for Redo.
func (s *Session) RedoLong(ctx context.Context, tell Progress) (moved bool, err error) {
	return s.turnLong(s.history.NextRedo, s.history.Redone, s.work(ctx, tell).part("Changing your work…", 0, 1))
}

func (s *Session) turnLong(next func() annotations.Edit, turned func(annotations.Edit), pace annotations.Pace) (moved bool, err error) {
	s.mu.Lock()
	edit, project, revision := next(), s.project, s.revision
	s.mu.Unlock()
	if edit == nil {
		return false, nil
	}
	made, err := s.prepare(edit, project, revision, pace)
	if err != nil {
		return false, err
	}
	_, moved = s.take(made, turned)
	return moved, nil
}
