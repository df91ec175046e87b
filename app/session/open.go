package session

import (
	"context"
	"errors"
	"time"

	"spanwise/annotations"
	"spanwise/app/journal"
	"spanwise/app/session/steps"
	"spanwise/corpus"
)

// Start is what a session begins with.
type Start struct {
	Store   journal.Store       // nil: nothing is kept
	Why     string              // why there is no store, for the reader
	Bundled []*corpus.Document  // the articles that come with the program, in order
	Scheme  *annotations.Scheme // of a new project; nil: the default one
	Now     func() time.Time    // nil: time.Now
	// Annotator is the ID of the one who works in a new project. "": one that all
	// tabs agree on which begin work in the same store, and that is nobody else's.
	Annotator string
	// Project is what new work begins with in the place of bundled articles and
	// scheme. nil: with those.
	Project *annotations.Project
	// Repair opens work that is broken with the repairs that its BrokenError lists.
	// The broken snapshot is set aside in the store.
	Repair bool
	// Anew begins new work where what is kept cannot be read. All of that is set
	// aside in the store.
	Anew bool
	// Pause is called often by long work, on goroutines of its own, to let the page
	// go on. nil: long work goes through in one piece.
	Pause func()
	// Steps do what is heavy. nil: what is heavy is an error.
	Steps steps.Steps
	// Before is closed when the session may write for the first time: what it has to
	// write then can wait until its user has been shown the work. nil: at once.
	Before <-chan struct{}
	// Opening is told how far the opening is. nil: nobody is.
	Opening func(done float64)
	// CompactAbove is how many records the journal may have before a snapshot takes
	// their place; a project of many spans may have more. 0: 300.
	CompactAbove int
	// TakeTurn asks that of all tabs only this one makes a snapshot, until it calls
	// release. nil: every tab may, which costs time and harms nothing.
	TakeTurn func() (release func(), mine bool)
}

// Open opens the work that the store keeps, or begins new work with the bundled
// articles. Bundled articles that the work lacks are added at their place, and
// take the place of their earlier versions.
//
// The notices are sentences for the reader: what was repaired, which records of
// the journal were skipped, since they could not be read or no longer apply (the
// next snapshot sets them aside), and which bundled articles have a new text.
//
// Work that a newer version has snapshotted is a *NewerDataError. Where only
// records are of a newer version, the session is Locked, at what was before them.
// Work that cannot be read is ErrUnreadable; where it is also a
// *format.BrokenError, that says what Repair would do. With any error the store
// is as it was.
func Open(ctx context.Context, start Start) (*Session, []string, error) {
	s := newSession(start)
	if s.store == nil {
		s.unkept = errors.New(start.Why)
		var err error
		s.state.project, err = newProject(journal.Kept{}, start)
		return s, nil, err
	}
	notices, err := s.open(ctx, start)
	if err != nil {
		return nil, nil, err
	}
	return s, notices, nil
}

// newSession makes a session without a project yet.
func newSession(start Start) *Session {
	s := &Session{store: start.Store, tab: annotations.NewID(), now: start.Now, pause: start.Pause, steps: start.Steps, bundled: map[string]*corpus.Document{}, scheme: schemeOf(start)}
	s.before, s.compactAbove, s.takeTurn = start.Before, start.CompactAbove, start.TakeTurn
	if s.steps == nil {
		s.steps = steps.None
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.compactAbove == 0 {
		s.compactAbove = usualCompactAbove
	}
	if s.takeTurn == nil {
		s.takeTurn = func() (func(), bool) { return func() {}, true }
	}
	for _, d := range start.Bundled {
		s.bundled[d.ID] = d
	}
	return s
}

// open brings the session to where the store's work ended.
func (s *Session) open(ctx context.Context, start Start) ([]string, error) {
	kept, err := s.store.Load(ctx)
	if err != nil {
		return nil, err
	}
	w := s.work(ctx, func(_ string, done float64) {
		if start.Opening != nil {
			start.Opening(done)
		}
	})
	var aside [][]byte
	if start.Anew {
		kept, aside = withoutWork(kept)
	}
	l, err := s.load(ctx, kept, start, w.part("", 0, 1))
	if err != nil {
		return nil, err
	}
	if start.Repair {
		aside = [][]byte{kept.Project}
	}
	s.kept, s.generation, s.state, s.locked = l.place, kept.Generation, l.place.state, l.newer
	s.kept.aside = append(s.kept.aside, aside...)
	s.begin = kept.Project == nil || start.Repair
	if s.locked == nil {
		told, err := s.bundledIn(ctx, start.Bundled)
		if err != nil {
			return nil, err
		}
		l.notices = append(l.notices, told...)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.compactSoon()
	s.save()
	return l.notices, nil
}

// withoutWork is a store's content without its work, which is given apart.
func withoutWork(kept journal.Kept) (without journal.Kept, work [][]byte) {
	without = journal.Kept{Generation: kept.Generation}
	without.Through = kept.Through
	if kept.Project != nil {
		work = append(work, kept.Project)
	}
	for _, r := range kept.Records {
		work, without.Through = append(work, r.Data), r.Position
	}
	return without, work
}
