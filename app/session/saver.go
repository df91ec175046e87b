package session

import (
	"context"
	"time"

	"spanwise/annotations"
)

// patience is how long one write may take before it counts as failed.
const patience = 30 * time.Second

// saver is the part of a Session that is about the store: what it lacks, and
// the one goroutine that writes, which lives while there is something to write.
// The session's lock guards it.
type saver struct {
	pending [][]byte // records that the store does not have yet
	// rebase asks for a snapshot in the place of everything in the store: the
	// first time, and where the store was emptied.
	rebase  bool
	saving  State
	failure error
	idle    chan struct{} // closed when the goroutine ends; nil before the first
	before  <-chan struct{}
}

// save starts the goroutine if there is something to write and none is running.
// It is called under the lock.
func (s *Session) save() {
	if s.store == nil || s.saving == Writing || len(s.pending) == 0 && !s.rebase {
		return
	}
	s.saving, s.failure = Writing, nil
	s.idle = make(chan struct{})
	go s.write(s.idle)
}

// write writes until the store has everything or refuses.
func (s *Session) write(idle chan struct{}) {
	if s.before != nil {
		<-s.before
	}
	for s.writeOnce() {
	}
	close(idle)
	s.notify()
}

// writeOnce gives the store all that is pending at this moment and reports
// whether there is more to do.
func (s *Session) writeOnce() bool {
	s.mu.Lock()
	project, rebase, batch := s.project, s.rebase, s.pending
	s.mu.Unlock()

	var err error
	if rebase {
		err = s.writeSnapshot(project)
	} else {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		err = s.store.Append(ctx, batch)
	}
	return s.written(len(batch), rebase, err)
}

// writeSnapshot puts a snapshot in the place of everything in the store. The
// time that it takes to make it counts for no failure.
func (s *Session) writeSnapshot(p *annotations.Project) error {
	snapshot, err := snapshotOf(p, s.work(context.Background(), nil).part("", 0, 1))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	return s.store.Compact(ctx, snapshot)
}

// written notes how a write of the first n pending records (or of a snapshot
// that covers them) went and reports whether there is more to do.
func (s *Session) written(n int, rebase bool, err error) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case err == nil:
		s.pending = s.pending[n:]
		s.rebase = s.rebase && !rebase
	case emptied(err) && !rebase:
		s.rebase = true
	default:
		s.saving, s.failure = Failed, err
		return false
	}
	if len(s.pending) > 0 || s.rebase {
		return true
	}
	s.pending = nil // lets go of the records' memory
	s.saving = Saved
	return false
}

// Saving tells how it stands with saving.
func (s *Session) Saving() Saving {
	s.mu.Lock()
	defer s.mu.Unlock()
	return Saving{State: s.saving, Err: s.failure, Pending: len(s.pending)}
}

// Retry tries again to save what could not be saved. The next edit does so too.
func (s *Session) Retry() {
	s.mu.Lock()
	s.save()
	s.mu.Unlock()
	s.notify()
}

// Wait waits until the store has everything. It gives the reason if saving
// fails, and ctx's error if that ends first. Without a store there is nothing
// to wait for.
func (s *Session) Wait(ctx context.Context) error {
	for {
		s.mu.Lock()
		state, failure, idle := s.saving, s.failure, s.idle
		s.mu.Unlock()
		switch state {
		case Failed:
			return failure
		case Saved, NotKept:
			return nil
		}
		select {
		case <-idle:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
