package session

import (
	"context"
	"errors"
	"time"

	"spanwise/app/journal"
)

// patience is how long one call of the store may take before it counts as failed.
const patience = 30 * time.Second

// keeper is the part of a Session that is about the store: what the store has,
// what it lacks, and the one goroutine that calls it, which lives while there is
// something to do. The session's lock guards it.
type keeper struct {
	kept       place
	generation string  // of the store's filling; "" from when it was emptied until it is begun anew
	era        int     // how often kept has begun anew: what was packed before is no use
	made       []*made // what the store lacks, in order

	// What there is to do for the store besides taking what was made.
	again  bool // to be loaded, since what this session knew of is gone
	begin  bool // to be given a snapshot of everything: it is new, or was emptied
	news   bool // to be asked for what other tabs have made
	packed *packed

	compactAbove int
	compactFrom  int // more records than so many there must be for another try
	compacting   bool
	atQuiet      *time.Timer // nil before the first
	takeTurn     func() (release func(), mine bool)

	running bool
	step    chan struct{} // closed when the goroutine has come a step further
	failure error
	retry   *time.Timer // nil before the first failure
	unkept  error       // why there is no store
	locked  error       // a newer version has taken over: nothing more is written
	before  <-chan struct{}
}

// save has what there is to do done: by the goroutine, which starts if none is
// running, and tries again what has failed. It is called under the lock.
func (s *Session) save() {
	s.failure = nil
	if s.running || s.nextJob() == nil {
		return
	}
	s.running = true
	s.step = make(chan struct{})
	go s.keep()
}

// keep does what there is to do until all is done or the store refuses.
func (s *Session) keep() {
	if s.before != nil {
		<-s.before
	}
	for job := s.startJob(); job != nil; job = s.startJob() {
		s.settle(Attempt(job))
		s.notify()
	}
}

// startJob gives the next job, nil when the goroutine is to end.
func (s *Session) startJob() func() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	job := s.nextJob()
	s.running = job != nil
	return job
}

// nextJob is what is to be done next, under the lock. News go before what was
// made here: after a failure they tell what the store has got nevertheless.
func (s *Session) nextJob() func() error {
	switch {
	case s.store == nil || s.locked != nil || s.failure != nil && s.running:
		return nil
	case s.again:
		return s.loadAgain
	case s.begin:
		return s.beginStore
	case s.news:
		return s.readNews
	case len(s.made) > 0:
		return s.appendMade
	case s.packed != nil:
		return s.putPacked
	}
	return nil
}

// settle notes how a job went.
func (s *Session) settle(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.step)
	s.step = make(chan struct{})
	var newer *NewerDataError
	switch {
	case err == nil:
		s.compactSoon()
	case errors.Is(err, journal.ErrOvertaken):
		s.again = true
		s.dropPacked()
	case errors.Is(err, journal.ErrEmptied):
		s.begin, s.again, s.news = true, false, false
		s.generation = ""
		s.era++
		s.kept = place{state: s.kept.state, known: newKnown(), aside: s.kept.aside}
		s.dropPacked()
	case errors.Is(err, journal.ErrNewer), errors.As(err, &newer):
		s.locked = err
		s.dropPacked()
	default:
		s.failure = err
		s.dropPacked()
		s.tryLater()
	}
}

// tryLater has the store asked again after a while, where nobody does before.
func (s *Session) tryLater() {
	s.news = true
	if s.retry == nil {
		s.retry = time.AfterFunc(newsAgain, s.LookForNews)
		return
	}
	s.retry.Reset(newsAgain)
}

// newsAgain is after what time a store that has failed is tried again.
const newsAgain = 10 * time.Second

// calling gives a call of the store its time.
func calling() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), patience)
}

// Saving tells how it stands with saving.
func (s *Session) Saving() Saving {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.savingNow()
}

// savingNow is Saving under the lock.
func (s *Session) savingNow() Saving {
	saving := Saving{Pending: len(s.made)}
	switch {
	case s.store == nil:
		saving.State, saving.Err = NotKept, s.unkept
	case s.locked != nil:
		saving.State, saving.Err = Locked, s.locked
	case s.failure != nil:
		saving.State, saving.Err = Failed, s.failure
	case s.lacks():
		saving.State = Writing
	}
	return saving
}

// lacks reports whether there is something that the store does not have, or may
// have lost.
func (s *Session) lacks() bool { return len(s.made) > 0 || s.begin || s.again }

// Retry tries again to save what could not be saved. The next edit does so too.
func (s *Session) Retry() {
	s.locking(s.save)
	s.notify()
}

// Wait waits until the store has everything. It gives the reason if saving
// fails, and ctx's error if that ends first. Without a store there is nothing
// to wait for.
func (s *Session) Wait(ctx context.Context) error {
	for {
		s.mu.Lock()
		saving, lacks, step := s.savingNow(), s.lacks(), s.step
		s.mu.Unlock()
		if !lacks || saving.State != Writing {
			return waited(saving, lacks)
		}
		select {
		case <-step:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// waited is what Wait says at the end.
func waited(saving Saving, lacks bool) error {
	if lacks && saving.State != NotKept {
		return saving.Err
	}
	return nil
}
