package session

import (
	"context"

	"spanwise/annotations"
)

// present is what an edit that is made beside the session begins with.
type present struct {
	state    state
	revision int
}

// present is the work as it is now.
func (s *Session) present() present {
	s.mu.Lock()
	defer s.mu.Unlock()
	return present{s.state, s.revision}
}

// prepare makes an edit at a pace, without the lock and without any effect.
func (s *Session) prepare(e annotations.Edit, on present, pace annotations.Pace) (*made, error) {
	next, inverse, err := annotations.Apply(e, on.state.project, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	r := s.begun(did, "", e)
	return s.written(r, state{next, on.state.history.Did(r.id, inverse)}, pace.Part(0.5, 1))
}

// begun is record without the lock.
func (s *Session) begun(h how, step string, e annotations.Edit) record {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.record(h, step, e)
}

// take makes a prepared edit the session's own and returns the revision that it
// made. Where the work is another by now it does nothing, since what was made
// since then would be lost, and reports false. An error says that the work can
// only be read.
func (s *Session) take(m *made, on present) (revision int, taken bool, err error) {
	s.locking(func() {
		if taken, err = s.revision == on.revision && s.locked == nil, s.locked; taken {
			s.reach(m)
			revision = s.revision
		}
	})
	if taken {
		s.notify()
	}
	return revision, taken, err
}

// manySpans is from how many spans on an edit is long work.
const manySpans = 3000

// IsLong reports whether Do would keep the page waiting with an edit. DoLong does
// not.
func IsLong(e annotations.Edit) bool { return annotations.Spans(e) >= manySpans }

// HasMany reports whether a project has so many spans that looking at each would keep
// the page waiting.
func HasMany(p *annotations.Project) bool { return p.SpanCount() >= manySpans }

// DoLong is Do as work that pauses, and that ends without having changed anything
// when ctx does, or when the work changes meanwhile.
func (s *Session) DoLong(ctx context.Context, e annotations.Edit, tell Progress) (made bool, err error) {
	on := s.present()
	prepared, err := s.prepare(e, on, s.work(ctx, tell).part("Changing your work…", 0, 1))
	if err != nil {
		return false, err
	}
	_, made, err = s.take(prepared, on)
	return made, err
}

// UndoIsLong reports whether Undo would keep the page waiting. UndoLong does not.
func (s *Session) UndoIsLong() bool { return s.isLong(undid) }

// RedoIsLong is the same for Redo.
func (s *Session) RedoIsLong() bool { return s.isLong(redid) }

func (s *Session) isLong(way how) bool {
	step, err := s.present().state.next(way)
	return err == nil && IsLong(step.Edit)
}

// UndoLong is Undo as work that pauses, and that ends without having changed
// anything when ctx does, or when the work changes meanwhile.
func (s *Session) UndoLong(ctx context.Context, tell Progress) (moved bool, err error) {
	return s.turnLong(undid, s.work(ctx, tell).part("Changing your work…", 0, 1))
}

// RedoLong is the same for Redo.
func (s *Session) RedoLong(ctx context.Context, tell Progress) (moved bool, err error) {
	return s.turnLong(redid, s.work(ctx, tell).part("Changing your work…", 0, 1))
}

func (s *Session) turnLong(way how, pace annotations.Pace) (moved bool, err error) {
	on := s.present()
	step, err := on.state.next(way)
	if err != nil || step.Edit == nil {
		return false, err
	}
	made, dropped, err := s.turned(on.state, s.begun(way, step.ID, step.Edit), pace)
	if err != nil {
		return false, err
	}
	if _, moved, err = s.take(made, on); moved {
		s.tell(sentences(dropped))
	}
	return moved, err
}
