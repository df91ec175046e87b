package session

import (
	"context"
	"errors"
	"fmt"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/format/spanwise"
	"spanwise/annotations/intake"
	"spanwise/app/journal"
	"spanwise/app/session/steps"
)

// loaded is what a store's work comes to.
type loaded struct {
	place   place
	notices []string
	newer   error // a newer version's record ended the reading
}

// load goes through all that a store keeps. A newer version's snapshot is a
// *NewerDataError, and one that is broken a *format.BrokenError.
func (s *Session) load(ctx context.Context, kept journal.Kept, start Start, pace annotations.Pace) (loaded, error) {
	share := shareOf(kept)
	l := loaded{place: place{at: kept.Through}}
	var err error
	if l.place.state.project, l.notices, err = s.readSnapshot(ctx, kept, start, pace.Part(0, share)); err != nil {
		return l, err
	}
	if l.place.known, l.place.state.history, err = readPast(kept.History); err != nil {
		l.notices = append(l.notices, fmt.Sprintf("what you did before cannot be undone any more: %v", err))
	}
	news, err := arrivedFrom(kept.Records, pace.Part(share, (1+share)/2))
	var newer *NewerDataError
	if errors.As(err, &newer) {
		l.newer, err = newer, nil
	}
	if err == nil {
		err = l.replay(news, pace.Part((1+share)/2, 1))
	}
	return l, err
}

// replay goes through records, and says of each that could not be used its
// number, counted from 1, and why.
func (l *loaded) replay(news []arrived, pace annotations.Pace) error {
	number := 0
	return l.place.followAll(news, pace, func(a arrived, came outcome) {
		number++
		why := sentences(came.dropped)
		if a.err != nil {
			why = []string{a.err.Error()}
		}
		for _, reason := range why {
			l.notices = append(l.notices, fmt.Sprintf("record %d of the journal was skipped, and is kept: %s", number, reason))
		}
	})
}

// shareOf is how much of the work of loading is the snapshot's, by size.
func shareOf(kept journal.Kept) float64 {
	all := len(kept.Project)
	for _, r := range kept.Records {
		all += len(r.Data)
	}
	return float64(len(kept.Project)) / float64(max(1, all))
}

// ErrUnreadable says that the snapshot of the work is there and cannot be read.
var ErrUnreadable = errors.New("the saved work cannot be read")

// readSnapshot gives the project of a snapshot or, where there is none, a new one.
func (s *Session) readSnapshot(ctx context.Context, kept journal.Kept, start Start, pace annotations.Pace) (p *annotations.Project, repairs []string, err error) {
	if kept.Project == nil {
		p, err = newProject(kept, start)
		return p, nil, err
	}
	read, err := steps.Read(ctx, s.steps, spanwise.Fitting, kept.Project, format.Options{Repair: start.Repair}, pace)
	if err != nil {
		return nil, nil, unreadable(err)
	}
	for _, n := range read.Notes {
		repairs = append(repairs, n.String())
	}
	return read.Project, repairs, nil
}

// unreadable says why a snapshot could not be read. Where what reads it is not there,
// that is no word about the snapshot.
func unreadable(err error) error {
	var newer *spanwise.NewerError
	var away *steps.AwayError
	switch {
	case errors.As(err, &newer):
		return &NewerDataError{What: "the saved work", Version: newer.Version, Reads: spanwise.Version}
	case errors.As(err, &away):
		return fmt.Errorf("not all of the saved work fits together, and what looks into that is not there: %w", err)
	}
	return fmt.Errorf("%w: %w", ErrUnreadable, err)
}

// newProject is the project of one who opens the program for the first time.
func newProject(kept journal.Kept, start Start) (*annotations.Project, error) {
	if start.Project != nil {
		return start.Project, nil
	}
	return annotations.BeginProject(firstID(kept, start), schemeOf(start), start.Bundled...)
}

// schemeOf is the scheme of a new project.
func schemeOf(start Start) *annotations.Scheme {
	if start.Scheme == nil {
		return annotations.DefaultScheme()
	}
	return start.Scheme
}

// loadAgain begins anew with what the store keeps now, after another tab has put
// a snapshot in the place of what this one knew of, and does again what was made
// here and is not there. Where the store was emptied and another tab has begun it
// anew, what this one had kept in it is merged into that.
func (s *Session) loadAgain() error {
	ctx, cancel := calling()
	defer cancel()
	kept, err := s.store.Load(ctx)
	if err != nil {
		return err
	}
	if kept.Project == nil {
		return journal.ErrEmptied
	}
	l, err := s.load(context.Background(), kept, Start{}, s.beside())
	if err == nil {
		err = l.newer
	}
	if err != nil {
		return err
	}
	var lost annotations.Batch
	if s.generation != kept.Generation {
		if lost, err = s.lostIn(l.place.state.project); err != nil {
			return err
		}
	}
	s.beginAgain(kept, l.place, lost)
	return nil
}

// lostIn is what this tab had kept and a project that was begun anew has not.
func (s *Session) lostIn(anew *annotations.Project) (annotations.Batch, error) {
	kept := intake.Source{Project: s.kept.state.project, Choices: intake.Choices{ByID: true}}
	plans, err := s.steps.Plan(context.Background(), anew, []intake.Source{kept}, true, s.beside())
	if err != nil {
		return annotations.Batch{}, err
	}
	s.steps.Forget()
	return plans[0].Edit, nil
}

// beginAgain takes what was loaded as what is kept.
func (s *Session) beginAgain(kept journal.Kept, at place, lost annotations.Batch) {
	var told []string
	s.locking(func() {
		s.kept, s.generation, s.again, s.begin = at, kept.Generation, false, false
		s.era++
		var waiting []*made
		for _, m := range s.made {
			if !at.known.has[m.record.id] {
				waiting = append(waiting, m)
			}
		}
		s.made = waiting
		if len(lost.Edits) > 0 {
			r := s.record(did, "", lost)
			if m, _, err := s.turned(at.state, r, nil); err == nil {
				s.made = append([]*made{m}, s.made...)
			}
		}
		told = s.redoMade(nil)
	})
	s.tell(told)
}
