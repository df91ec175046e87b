package session

import (
	"cmp"
	"sync"
	"time"

	"spanwise/annotations"
	"spanwise/app/journal"
	"spanwise/app/session/steps"
	"spanwise/corpus"
)

// Session holds the project that is being worked on and keeps it. Its methods
// may be called from any goroutine; none of them but Wait waits for the store.
type Session struct {
	store   journal.Store
	tab     string // names this session in its records
	now     func() time.Time
	bundled map[string]*corpus.Document // by ID
	scheme  *annotations.Scheme         // of a new project
	pause   func()
	steps   steps.Steps

	mu       sync.Mutex
	state    state // as its user sees it: what is kept, and what was made since
	revision int
	listener func()
	told     func(sentences []string)
	keeper
}

// Project is the project as it is now.
func (s *Session) Project() *annotations.Project {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.project
}

// Revision counts the changes of the project since the session was opened, those
// that came from other tabs included.
func (s *Session) Revision() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.revision
}

// Edits is how many edits were ever made on the work, in all its sessions. It
// begins anew where the browser's storage was cleared.
func (s *Session) Edits() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kept.at + len(s.made)
}

// Bundled reports whether the document with the ID came with the program. Such a
// one comes back when the session is next opened, so removing it is no use.
func (s *Session) Bundled(id string) bool { return s.bundled[id] != nil }

// OnChange sets the one listener. It is called after the project or the state of
// saving has changed, on the goroutine that changed it, and may call the
// session's methods.
func (s *Session) OnChange(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listener = f
}

// OnTold sets who is told, in sentences, what became of the reader's work that
// they did not do: another tab changed what they had just changed, say. It is
// called as OnChange's listener is.
func (s *Session) OnTold(f func(sentences []string)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.told = f
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

// tell tells sentences, if there are any. It must not be called under the lock.
func (s *Session) tell(sentences []string) {
	s.mu.Lock()
	f := s.told
	s.mu.Unlock()
	if f != nil && len(sentences) > 0 {
		f(sentences)
	}
}

// Do makes an edit. An error names what is wrong with it, and then nothing has
// changed. What had been undone can no longer be redone.
func (s *Session) Do(e annotations.Edit) error {
	_, err := s.GoOn("", e)
	return err
}

// GoOn is Do for an edit that goes on with a step, such as the next words of a
// note: one Undo takes back the whole of it. It gives the step's ID, by which the
// next edit goes on. With "", or where something else was done since, it begins
// another step.
func (s *Session) GoOn(step string, e annotations.Edit) (string, error) {
	var err error
	s.locking(func() { step, err = s.do(step, e) })
	if err == nil {
		s.notify()
	}
	return step, err
}

// locking does something under the lock, and lets go of it also where that is a
// fault.
func (s *Session) locking(do func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do()
}

// do makes an edit, under the lock, and gives the ID of the step that it is of.
func (s *Session) do(step string, e annotations.Edit) (string, error) {
	if s.locked != nil {
		return "", s.locked
	}
	next, inverse, err := e.Apply(s.state.project)
	if err != nil {
		return "", err
	}
	if !s.state.history.IsLatest(step) {
		step = ""
	}
	r := s.record(did, step, e)
	made, err := s.written(r, state{next, begun(s.state.history, r, inverse)}, nil)
	if err != nil {
		return "", err
	}
	s.reach(made)
	return cmp.Or(step, r.id), nil
}

// record begins a record of this session, under the lock.
func (s *Session) record(h how, step string, e annotations.Edit) record {
	return record{id: annotations.NewID(), tab: s.tab, seen: s.kept.at, how: h, step: step, edit: e}
}

// made is an edit that was made here and that the store lacks.
type made struct {
	record record
	data   []byte // the record as it is written
	then   state  // after it
	lost   bool   // nothing of it could be done
	told   bool   // that something of it could not be
}

// written makes a record ready for the store, if there is one.
func (s *Session) written(r record, then state, pace annotations.Pace) (*made, error) {
	m := &made{record: r, then: then}
	var err error
	if s.store != nil {
		m.data, err = r.write(s.now(), pace)
	}
	return m, err
}

// reach makes what an edit led to the state, and has the edit kept. It is called
// under the lock.
func (s *Session) reach(m *made) {
	s.state = m.then
	s.revision++
	if s.store != nil {
		s.made = append(s.made, m)
		s.save()
	}
}

// CanUndo reports whether there is an edit to take back.
func (s *Session) CanUndo() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.history.CanUndo()
}

// CanRedo reports whether there is an edit to bring back.
func (s *Session) CanRedo() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.history.CanRedo()
}

// Undo takes back the latest edit of the work, in whatever session and tab it
// was made, and reports whether there was one.
func (s *Session) Undo() bool { return s.turn(undid) }

// Redo brings back the edit that was taken back last and reports whether there
// was one.
func (s *Session) Redo() bool { return s.turn(redid) }

// turn moves through the history by one edit.
func (s *Session) turn(way how) (moved bool) {
	var told []string
	s.locking(func() { moved, told = s.turnOnce(way) })
	s.tell(told)
	if moved {
		s.notify()
	}
	return moved
}

// turnOnce is turn under the lock.
func (s *Session) turnOnce(way how) (moved bool, told []string) {
	if s.locked != nil {
		return false, nil
	}
	step, err := s.state.next(way)
	if err != nil {
		return false, []string{err.Error()}
	}
	if step.Edit == nil {
		return false, nil
	}
	made, dropped, err := s.turned(s.state, s.record(way, step.ID, step.Edit), nil)
	if err != nil {
		return false, []string{err.Error()}
	}
	s.reach(made)
	return true, sentences(dropped)
}

// next is the step that is next on a way.
func (st state) next(way how) (annotations.Step, error) {
	if way == redid {
		return st.history.NextRedo()
	}
	return st.history.NextUndo()
}

// turned makes a record that goes one step through the history of a state.
func (s *Session) turned(from state, r record, pace annotations.Pace) (m *made, dropped []error, err error) {
	then, done, err := from.after(r, pace.Part(0, 0.5))
	if err != nil {
		return nil, nil, err
	}
	r.edit = done.edit
	m, err = s.written(r, then, pace.Part(0.5, 1))
	return m, done.dropped, err
}

func sentences(errs []error) []string {
	var all []string
	for _, err := range errs {
		all = append(all, err.Error())
	}
	return all
}
