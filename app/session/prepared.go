package session

import "spanwise/annotations"

// prepared is an edit that was made beside the session: applied to the project
// that it held then, and written as a record.
type prepared struct {
	from, to *annotations.Project
	inverse  annotations.Edit
	record   []byte // nil without a store
}

// prepare makes an edit at a pace, without the lock and without any effect.
func (s *Session) prepare(e annotations.Edit, from *annotations.Project, pace annotations.Pace) (prepared, error) {
	made := prepared{from: from}
	var err error
	if made.to, made.inverse, err = annotations.Apply(e, from, pace.Part(0, 0.5)); err != nil {
		return made, err
	}
	if s.store != nil {
		made.record, err = writeRecord(e, s.now(), pace.Part(0.5, 1))
	}
	return made, err
}

// take makes a prepared edit the session's own, as Do would, and returns the
// revision that it made. Where the project is another by now it does nothing,
// since what was made since then would be lost, and reports false.
func (s *Session) take(made prepared) (revision int, taken bool) {
	s.mu.Lock()
	if taken = s.project == made.from; taken {
		s.keep(made.to, made.record)
		s.history.Push(made.inverse)
		revision = s.revision
	}
	s.mu.Unlock()
	if taken {
		s.notify()
	}
	return revision, taken
}
