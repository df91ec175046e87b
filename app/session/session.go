package session

import (
	"sync"
	"time"

	"spanwise/annotations"
)

// Session holds the project that is being worked on and keeps it. Its methods
// may be called from any goroutine; none of them but Wait waits for the store.
type Session struct {
	store   Store
	now     func() time.Time
	bundled map[string]bool
	pause   func()

	mu       sync.Mutex
	project  *annotations.Project
	revision int
	history  annotations.History
	listener func()
	saver
}

// Project is the project as it is now.
func (s *Session) Project() *annotations.Project {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.project
}

// Revision counts the changes of the project since the session was opened.
func (s *Session) Revision() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.revision
}

// Bundled reports whether the document with the ID came with the program. Such a
// one comes back when the session is next opened, so removing it is no use.
func (s *Session) Bundled(id string) bool { return s.bundled[id] }

// OnChange sets the one listener. It is called after the project or the state of
// saving has changed, on the goroutine that changed it, and may call the
// session's methods.
func (s *Session) OnChange(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listener = f
}

// notify tells the listener. It must not be called under the lock.
func (s *Session) notify() {
	s.mu.Lock()
	f := s.listener
	s.mu.Unlock()
	if f != nil {
		f()
	}
}

// Do makes an edit. An error names what is wrong with it, and then nothing has
// changed. What had been undone can no longer be redone.
func (s *Session) Do(e annotations.Edit) error {
	s.mu.Lock()
	err := s.do(e)
	s.mu.Unlock()
	if err == nil {
		s.notify()
	}
	return err
}

// do makes an edit, under the lock.
func (s *Session) do(e annotations.Edit) error {
	next, inverse, err := e.Apply(s.project)
	if err != nil {
		return err
	}
	if err := s.reach(next, e); err != nil {
		return err
	}
	s.history.Push(inverse)
	return nil
}

// reach makes next the project, to which an edit led, and has the edit written.
func (s *Session) reach(next *annotations.Project, applied annotations.Edit) error {
	var record []byte
	if s.store != nil {
		var err error
		if record, err = writeRecord(applied, s.now(), nil); err != nil {
			return err
		}
	}
	s.keep(next, record)
	return nil
}

// keep makes next the project and has the record of the edit that led there, if
// there is a store, written.
func (s *Session) keep(next *annotations.Project, record []byte) {
	if record != nil {
		s.pending = append(s.pending, record)
	}
	s.project = next
	s.revision++
	s.save()
}

// CanUndo reports whether there is an edit to take back.
func (s *Session) CanUndo() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.history.CanUndo()
}

// CanRedo reports whether there is an edit to bring back.
func (s *Session) CanRedo() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.history.CanRedo()
}

// Undo takes back the latest edit of this session and reports whether there was
// one.
func (s *Session) Undo() bool { return s.turn((*annotations.History).Undo) }

// Redo brings back the edit that was taken back last and reports whether there
// was one.
func (s *Session) Redo() bool { return s.turn((*annotations.History).Redo) }

// turn moves through the history by one edit.
func (s *Session) turn(step func(*annotations.History, *annotations.Project) (*annotations.Project, annotations.Edit, error)) bool {
	s.mu.Lock()
	next, applied, err := step(&s.history, s.project)
	moved := err == nil && applied != nil && s.reach(next, applied) == nil
	s.mu.Unlock()
	if moved {
		s.notify()
	}
	return moved
}
