package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/journal"
)

const (
	// usualCompactAbove is how many records a journal may have before a snapshot
	// takes their place as soon as nobody is at work.
	usualCompactAbove = 300
	// spansPerRecord lets the journal of a large project have more: one for so many
	// spans. A record is gone through in the time in which fifteen spans of a
	// snapshot are read, so that opening takes less than twice as long as the
	// snapshot alone, also at the worst moment.
	spansPerRecord = 40
	// hurry is how many times as many it may have while somebody is at work.
	hurry = 2
	// quiet is how long nobody must have been at work.
	quiet = 2 * time.Second
)

// packed is a snapshot that is ready for the store.
type packed struct {
	snapshot journal.Snapshot
	since    int // records that it holds
	aside    int // of them those that it sets aside
	release  func()
}

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	projectWritten  = 0.8 // beside the past
	snapshotWritten = 0.4 // before it is read again
)

// compactSoon has a snapshot made when the journal is long and nothing was done
// for a moment, or at once where it has become very long. It is called under the
// lock, whenever the journal has grown.
func (s *Session) compactSoon() {
	switch {
	case !s.mayCompact():
	case s.kept.since > hurry*s.limit():
		s.startCompacting()
	case s.atQuiet == nil:
		s.atQuiet = time.AfterFunc(quiet, func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			if s.mayCompact() {
				s.startCompacting()
			}
		})
	default:
		s.atQuiet.Reset(quiet)
	}
}

// mayCompact reports whether a snapshot is due: the journal is long, or holds what
// could not be used and would be told of at every opening.
func (s *Session) mayCompact() bool {
	return !s.compacting && !s.begin && s.locked == nil && s.kept.since > s.compactFrom &&
		(s.kept.since > s.limit() || len(s.kept.aside) > 0)
}

// limit is how many records the journal may have without a snapshot being due.
func (s *Session) limit() int {
	spans := 0
	for _, d := range s.kept.state.project.Documents() {
		for _, set := range s.kept.state.project.Sets(d.ID) {
			spans += set.Len()
		}
	}
	return max(s.compactAbove, spans/spansPerRecord)
}

func (s *Session) startCompacting() {
	s.compacting = true
	go s.compact(s.kept, slices.Clone(s.kept.known.ids), s.era)
}

// compact packs the work as it is at a place, unless another tab is at it. If
// that fails the journal goes on growing, which costs time and loses nothing.
func (s *Session) compact(at place, ids []string, era int) {
	release, mine := s.takeTurn()
	var p *packed
	var err error
	if mine {
		err = Attempt(func() (err error) {
			p, err = s.pack(at, ids)
			return err
		})
	}
	s.locking(func() {
		if p == nil || era != s.era || s.locked != nil {
			release()
			s.compacting = false
			s.compactFrom = s.kept.since + s.compactAbove
		} else {
			p.release, s.packed = release, p
			s.save()
		}
	})
	if err != nil {
		s.tell([]string{fmt.Sprintf("the journal could not be shortened: %v", err)})
	}
}

// pack makes the snapshot of the work at a place.
func (s *Session) pack(at place, ids []string) (*packed, error) {
	snapshot, err := at.snapshot(ids, s.beside())
	if err != nil {
		return nil, err
	}
	return &packed{snapshot: snapshot, since: at.since, aside: len(at.aside)}, nil
}

// snapshot is the work at a place as a store keeps it.
func (p place) snapshot(ids []string, pace annotations.Pace) (journal.Snapshot, error) {
	project, err := snapshotOf(p.state.project, pace.Part(0, projectWritten))
	if err != nil {
		return journal.Snapshot{}, err
	}
	past, err := p.past(ids, pace.Part(projectWritten, 1))
	if err != nil {
		return journal.Snapshot{}, err
	}
	return journal.Snapshot{Project: project, History: past, Through: p.at, Aside: p.aside}, nil
}

// putPacked puts the snapshot that is ready in the place of the former one.
func (s *Session) putPacked() error {
	ctx, cancel := calling()
	defer cancel()
	err := s.store.Compact(ctx, s.packed.snapshot)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil {
		s.kept.since -= s.packed.since
		s.kept.aside = s.kept.aside[s.packed.aside:]
		s.compactFrom = 0
	} else { // not again at once: to make a snapshot is dear
		s.compactFrom = s.kept.since + s.compactAbove
	}
	s.dropPacked()
	if errors.Is(err, journal.ErrOvertaken) || errors.Is(err, journal.ErrEmptied) || errors.Is(err, journal.ErrNewer) {
		return err
	}
	return nil
}

// dropPacked lets the snapshot go, under the lock.
func (s *Session) dropPacked() {
	if s.packed != nil {
		s.packed.release()
		s.packed, s.compacting = nil, false
	}
}

// beginStore gives a store that has nothing a snapshot of everything.
func (s *Session) beginStore() error {
	snapshot, err := s.kept.snapshot(s.kept.known.ids, s.beside())
	if err != nil {
		return err
	}
	ctx, cancel := calling()
	defer cancel()
	if err := s.store.Compact(ctx, snapshot); err != nil {
		return err
	}
	generation, err := s.generationNow(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.begin, s.generation = false, generation
	s.kept.since, s.kept.aside = 0, nil
	return nil
}

// generationNow is the store's generation. Where it was emptied, it has another
// than the one that was loaded.
func (s *Session) generationNow(ctx context.Context) (string, error) {
	if s.generation != "" {
		return s.generation, nil
	}
	kept, err := s.store.Load(ctx)
	return kept.Generation, err
}

// snapshotOf writes the project and reads it back, because the journal goes in
// exchange for it: a snapshot that does not say the same must never get there.
func snapshotOf(p *annotations.Project, pace annotations.Pace) ([]byte, error) {
	snapshot, err := spanwise.Write(p, pace.Part(0, snapshotWritten))
	if err != nil {
		return nil, err
	}
	again, repairs, err := spanwise.ReadFitting(snapshot, pace.Part(snapshotWritten, 1))
	if err != nil {
		return nil, fmt.Errorf("check the snapshot: %w", err)
	}
	if len(repairs) > 0 || !p.Equal(again) {
		return nil, errors.New("check the snapshot: it does not say the same as the project")
	}
	return snapshot, nil
}
