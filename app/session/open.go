package session

import (
	"context"
	"errors"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// compactAbove is how many records a journal may have before opening it puts a
// snapshot in their place.
const compactAbove = 500

// Start is what a session begins with.
type Start struct {
	Store   Store               // nil: nothing is kept
	Why     string              // why there is no store, for the reader
	Bundled []*corpus.Document  // the articles that come with the program, in order
	Scheme  *annotations.Scheme // of a new project; nil: the default one
	Now     func() time.Time    // nil: time.Now
	// Pause is called often by long work, on goroutines of its own, to let the page
	// go on. nil: long work goes through in one piece.
	Pause func()
	// Before is closed when the session may write for the first time: what it has to
	// write then can wait until its user has been shown the work. nil: at once.
	Before <-chan struct{}
	// Opening is told how far the opening is. nil: nobody is.
	Opening func(done float64)
}

// Open opens the work that the store keeps, or begins new work with the bundled
// articles. Bundled articles that the work lacks are added at their place.
//
// The notices are sentences for the reader: what was repaired, and which records
// of the journal were skipped, since they could not be read or no longer apply.
// Skipped records stay in the store. A *NewerDataError means that the work is of
// a newer version; with any error the store is as it was.
func Open(ctx context.Context, start Start) (*Session, []string, error) {
	s := newSession(start)
	if s.store == nil {
		s.saving, s.failure = NotKept, errors.New(start.Why)
		var err error
		s.project, err = newProject(start)
		return s, nil, err
	}
	notices, err := s.load(ctx, start)
	if err != nil {
		return nil, nil, err
	}
	return s, notices, nil
}

// newSession makes a session without a project yet.
func newSession(start Start) *Session {
	s := &Session{store: start.Store, now: start.Now, pause: start.Pause, bundled: map[string]bool{}}
	s.before = start.Before
	if s.now == nil {
		s.now = time.Now
	}
	for _, d := range start.Bundled {
		s.bundled[d.ID] = true
	}
	return s
}

// newProject is the project of one who opens the program for the first time.
func newProject(start Start) (*annotations.Project, error) {
	scheme := start.Scheme
	if scheme == nil {
		scheme = annotations.DefaultScheme()
	}
	return annotations.NewProject(scheme, start.Bundled...)
}

// load brings the session to where the store's work ended.
func (s *Session) load(ctx context.Context, start Start) ([]string, error) {
	snapshot, records, err := s.store.Load(ctx)
	if err != nil {
		return nil, err
	}
	w := s.work(ctx, func(_ string, done float64) {
		if start.Opening != nil {
			start.Opening(done)
		}
	})
	share := shareOf(snapshot, records)
	notices, err := s.begin(snapshot, start, w.part("", 0, share))
	if err != nil {
		return nil, err
	}
	skipped, err := s.replay(ctx, records, w.part("", share, 1))
	if err != nil {
		return nil, err
	}
	if err := s.addBundled(start.Bundled); err != nil {
		return nil, err
	}
	notices = append(notices, skipped...)
	s.rebase = snapshot == nil && len(skipped) == 0
	if snapshot != nil && len(records) > compactAbove && len(skipped) == 0 {
		notices = append(notices, s.compact(ctx)...)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.save()
	return notices, nil
}

// shareOf is how much of the work of opening is the snapshot's, by size.
func shareOf(snapshot []byte, records [][]byte) float64 {
	all := len(snapshot)
	for _, r := range records {
		all += len(r)
	}
	return float64(len(snapshot)) / float64(max(1, all))
}
