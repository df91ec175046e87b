package browser

import (
	"context"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// channelPrefix keeps our channels apart from those of other sites of the origin.
const channelPrefix = "spanwise.journal."

// lookEvery is how often a tab that others cannot tell anything looks by itself.
const lookEvery = 500 * time.Millisecond

// lookPatience is how long one look may take.
const lookPatience = 10 * time.Second

// OnNews sets what is called, on a goroutine of its own, whenever this tab should
// ask Since: another tab has appended or compacted, the page has come into sight
// again, or the connection was taken from this tab, since the database is being
// upgraded, deleted or was lost. It may be called for nothing, and many times
// over. This tab's own writes are no news to it.
//
// Tabs tell each other through a BroadcastChannel, which in Chromium 156 reaches
// from one file:// page to another, too. Where there is none, each looks into the
// database twice a second while it can be seen.
func (s *Store) OnNews(f func()) {
	s.state.Lock()
	defer s.state.Unlock()
	s.news = f
}

// tellNews calls the listener without waiting for it.
func (s *Store) tellNews() {
	s.state.Lock()
	defer s.state.Unlock()
	if s.news != nil {
		beside(s.news)
	}
}

// tabs is a store's connection to those of other tabs.
type tabs struct {
	channel app.Value // nil where there can be none
	release []func()
}

// joinTabs begins to listen to the other tabs.
func (s *Store) joinTabs() *tabs {
	t := &tabs{release: []func(){onShow(s.tellNews)}}
	if err := attempt(func() { t.channel = app.Window().Get("BroadcastChannel").New(channelPrefix + s.name) }); err != nil {
		t.channel = nil
		t.release = append(t.release, s.lookAgainAndAgain())
		return t
	}
	t.release = append(t.release,
		listen(t.channel, "message", func(app.Value) { s.tellNews() }),
		func() { t.channel.Call("close") })
	return t
}

// tell tells the other tabs that something was written. The channel does not
// bring it back to its own tab (HTML, "BroadcastChannel", postMessage).
func (t *tabs) tell() {
	if t.channel != nil {
		t.channel.Call("postMessage", nil)
	}
}

// leave listens no longer.
func (t *tabs) leave() {
	for _, release := range t.release {
		release()
	}
	t.release, t.channel = nil, nil
}

// lookAgainAndAgain looks for what others have written until it is stopped.
func (s *Store) lookAgainAndAgain() (stop func()) {
	ctx, stop := context.WithCancel(context.Background())
	beside(func() {
		tick := time.NewTicker(lookEvery)
		defer tick.Stop()
		for ctx.Err() == nil {
			select {
			case <-tick.C:
				s.look(ctx)
			case <-ctx.Done():
			}
		}
	})
	return stop
}

// look tells the news if the page can be seen and others have written. A tab
// that is at work with the database, or has lost it, will see by itself.
func (s *Store) look(ctx context.Context) {
	if !visible() || s.connection() == nil || !s.turn.TryLock() {
		return
	}
	defer s.turn.Unlock()
	ctx, cancel := context.WithTimeout(ctx, lookPatience)
	defer cancel()

	var now standingRequest
	var last app.Value
	err := s.transact(ctx, "readonly", []any{journalStore, snapshotsStore}, func(t *transaction) error {
		now = askStanding(t)
		last = t.store(journalStore).Call("openKeyCursor", nil, "prev")
		return nil
	})
	if err != nil || s.behind(now.answer(), keyAt(last.Get("result"))) {
		s.tellNews() // Since fails for the same reason, and its caller can say so
	}
}

// behind reports whether a database has more than this tab has seen.
func (s *Store) behind(stored standing, last int) bool {
	return stored.generation != s.known.generation || max(stored.through, last) > s.seen
}

// keyAt gives the key that a cursor stands at, 0 where it has found none.
func keyAt(cursor app.Value) int {
	if !cursor.Truthy() {
		return 0
	}
	return cursor.Get("key").Int()
}
