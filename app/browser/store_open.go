package browser

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// Why a database cannot be opened.
var (
	ErrUnavailable = errors.New("this browser lets the page keep nothing (a private window, storage switched off, or a full disk)")
	ErrBlocked     = errors.New("another tab still runs an older version of this program; close it")
)

// errNewer is journal.ErrNewer with what the reader can do.
var errNewer = fmt.Errorf("%w; reload the page to get that version", journal.ErrNewer)

// connection is an open database with the listeners on it.
type connection struct {
	db      app.Value
	lost    atomic.Bool // closed by us or by the browser; no transaction can begin
	release []func()
}

// close gives the connection up; transactions that have begun still finish.
func (c *connection) close() {
	if c.lost.Swap(true) {
		return
	}
	c.db.Call("close")
}

// connect gives the open connection, or opens one.
func (s *Store) connect(ctx context.Context) (*connection, error) {
	if c := s.connection(); c != nil {
		return c, nil
	}
	s.drop()
	request, err := requestOpen(s.name, s.version)
	if err != nil {
		return nil, fmt.Errorf("open the database %q: %w", s.name, err)
	}
	db, err := request.wait(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the database %q: %w", s.name, err)
	}
	return s.adopt(db), nil
}

// connection gives the open connection, nil if it is lost.
func (s *Store) connection() *connection {
	s.state.Lock()
	defer s.state.Unlock()
	if s.open == nil || s.open.lost.Load() {
		return nil
	}
	return s.open
}

// adopt watches over a new connection and gives it up on versionchange, so as not
// to be in the way of another tab that upgrades or deletes the database, and on
// close: the reader cleared the storage, or the browser lost it. After both there
// may be much that this tab does not know.
func (s *Store) adopt(db app.Value) *connection {
	c := &connection{db: db}
	giveUp := func(app.Value) {
		c.close()
		s.tellNews()
	}
	c.release = []func(){listen(db, "versionchange", giveUp), listen(db, "close", giveUp)}
	s.state.Lock()
	defer s.state.Unlock()
	s.open = c
	return c
}

// drop closes the connection and forgets it.
func (s *Store) drop() {
	s.state.Lock()
	c := s.open
	s.open = nil
	s.state.Unlock()
	if c == nil {
		return
	}
	c.close()
	for _, release := range c.release {
		release()
	}
}

// openRequest is an IDBOpenDBRequest under way. It is answered once: with the
// database, or with the reason why there will be none.
type openRequest struct {
	request  app.Value
	answer   chan error
	answered atomic.Bool
	release  []func()
}

// requestOpen asks for the database. A browser that forbids storage throws here,
// or has no indexedDB at all, or refuses a moment later.
func requestOpen(name string, version int) (*openRequest, error) {
	factory, err := property(app.Window(), "indexedDB")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	if !factory.Truthy() {
		return nil, ErrUnavailable
	}
	r := &openRequest{answer: make(chan error, 1)}
	if err := attempt(func() { r.request = factory.Call("open", name, version) }); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	r.release = []func(){
		listen(r.request, "upgradeneeded", r.upgrade),
		listen(r.request, "blocked", func(app.Value) { r.settle(ErrBlocked) }),
		listen(r.request, "error", r.fail),
		listen(r.request, "success", r.succeed),
	}
	return r, nil
}

// settle answers the one who waits and reports whether this was the first
// answer, the only one that counts.
func (r *openRequest) settle(err error) bool {
	if r.answered.Swap(true) {
		return false
	}
	r.answer <- err
	return true
}

// upgrade brings an older layout, or none, to ours. What is kept stays as it is.
func (r *openRequest) upgrade(event app.Value) {
	db, from := r.request.Get("result"), event.Get("oldVersion").Int()
	counted := map[string]any{"autoIncrement": true}
	if from < 1 {
		db.Call("createObjectStore", journalStore, counted)
		db.Call("createObjectStore", snapshotsStore)
	}
	if from < 2 {
		db.Call("createObjectStore", asideStore, counted)
		db.Call("createObjectStore", handlesStore)
		snapshots := r.request.Get("transaction").Call("objectStore", snapshotsStore)
		snapshots.Call("put", randomText(generationLength), generationKey)
	}
}

// succeed hands the database over, or closes it where nobody waits any longer.
func (r *openRequest) succeed(app.Value) {
	if !r.settle(nil) {
		r.request.Get("result").Call("close")
		r.done()
	}
}

// fail says why there is no database.
func (r *openRequest) fail(event app.Value) {
	event.Call("preventDefault") // Firefox would report it as uncaught too
	exception := exceptionOf(r.request.Get("error"))
	reason := ErrUnavailable
	if exception.Name == "VersionError" {
		reason = errNewer
	}
	if !r.settle(fmt.Errorf("%w: %w", reason, exception)) {
		r.done()
	}
}

// done releases the request's listeners.
func (r *openRequest) done() {
	for _, release := range r.release {
		release()
	}
}

// wait gives the database. A request that is blocked, or that ctx has ended,
// stays with the browser, and its listeners with it, to close what may still
// come.
func (r *openRequest) wait(ctx context.Context) (db app.Value, err error) {
	select {
	case err = <-r.answer:
	case <-ctx.Done():
		r.settle(ctx.Err())
		err = <-r.answer
	}
	if errors.Is(err, ErrBlocked) || err != nil && err == ctx.Err() {
		return nil, err
	}
	defer r.done()
	if err != nil {
		return nil, err
	}
	return r.request.Get("result"), nil
}
