package browser

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/journal"
)

// abortPatience is how long a transaction that was called off may take to say
// whether it had already been completed.
const abortPatience = 5 * time.Second

// work is what is done in a transaction, before it first waits: a transaction ends
// as soon as the browser finds it with nothing to do. An error rolls it back.
type work func(*transaction) error

// transact runs work in one transaction over some object stores and waits until
// it is complete. After any failure the connection is dropped; if that may have
// been the connection's own fault, a new one gets one more chance. That is safe:
// what failed was rolled back as a whole. What the work itself refuses is no
// fault of the connection.
func (s *Store) transact(ctx context.Context, mode string, stores []any, do work) error {
	err := s.transactOnce(ctx, mode, stores, do)
	if ctx.Err() == nil && blamesConnection(err) {
		return s.transactOnce(ctx, mode, stores, do)
	}
	return err
}

// transactOnce is transact without the second chance.
func (s *Store) transactOnce(ctx context.Context, mode string, stores []any, do work) error {
	c, err := s.connect(ctx)
	if err != nil {
		return err
	}
	err = runTransaction(ctx, c.db, mode, stores, do)
	if err != nil && !errors.Is(err, journal.ErrOvertaken) && !errors.Is(err, journal.ErrEmptied) {
		s.drop()
	}
	return err
}

// blamesConnection tells failures that a new connection may cure: it was closing
// (InvalidStateError), was lost under way (AbortError), or WebKit's database
// process went away (UnknownError).
func blamesConnection(err error) bool {
	return isException(err, "InvalidStateError") || isException(err, "AbortError") || isException(err, "UnknownError")
}

// runTransaction begins a transaction, runs work in it, and waits.
func runTransaction(ctx context.Context, db app.Value, mode string, stores []any, do work) error {
	var t *transaction
	if err := attempt(func() { t = begin(db, mode, stores) }); err != nil {
		return err
	}
	defer t.release()

	if err := try(func() error { return do(t) }); err != nil {
		return t.cancel(err)
	}
	return t.wait(ctx)
}

// try runs a step that calls JavaScript and gives what it fails with, or what
// was thrown.
func try(step func() error) error {
	var failed error
	if err := attempt(func() { failed = step() }); err != nil {
		return err
	}
	return failed
}

// transaction is one that has begun. It ends exactly once: complete, or abort.
// Every error ends in abort, but an abort need not have had an error
// (Indexed Database API 3.0, "abort a transaction"), so abort alone is heard.
type transaction struct {
	value    app.Value
	ended    chan error
	refused  error // why a step called it off
	releases []func()
}

// begin starts a transaction with strict durability, under which complete means
// that the disk has it; Chrome's default of today would not.
func begin(db app.Value, mode string, stores []any) *transaction {
	t := &transaction{
		value: db.Call("transaction", stores, mode, map[string]any{"durability": "strict"}),
		ended: make(chan error, 1),
	}
	t.releases = []func(){
		listen(t.value, "complete", func(app.Value) { t.ended <- nil }),
		listen(t.value, "abort", func(app.Value) { t.ended <- t.failure() }),
	}
	return t
}

// store gives one of the transaction's object stores.
func (t *transaction) store(name string) app.Value {
	return t.value.Call("objectStore", name)
}

// then runs the next step of the work when a request has succeeded, and so all
// requests before it. An error rolls the transaction back.
func (t *transaction) then(request app.Value, next func() error) {
	t.releases = append(t.releases, listen(request, "success", func(app.Value) {
		if err := try(next); err != nil {
			t.refused = err
			t.abort()
		}
	}))
}

// abort rolls the transaction back. It is too late where that has already ended,
// which is told by how it ended.
func (t *transaction) abort() {
	_ = attempt(func() { t.value.Call("abort") })
}

// failure gives why the transaction was aborted; the browser has no reason
// where script or a lost connection did it.
func (t *transaction) failure() error {
	if t.refused != nil {
		return t.refused
	}
	reason := t.value.Get("error")
	if !reason.Truthy() {
		return &Exception{Name: "AbortError", Message: "the transaction was rolled back"}
	}
	return exceptionOf(reason)
}

// release takes the listeners away.
func (t *transaction) release() {
	for _, release := range t.releases {
		release()
	}
}

// wait waits until the transaction has ended, or calls it off when ctx ends.
func (t *transaction) wait(ctx context.Context) error {
	select {
	case err := <-t.ended:
		return err
	case <-ctx.Done():
		return t.cancel(ctx.Err())
	}
}

// cancel rolls the transaction back for the given reason and waits until that is
// certain. It gives nil where the transaction was complete before it could.
func (t *transaction) cancel(reason error) error {
	t.abort()
	select {
	case err := <-t.ended:
		if err == nil {
			return nil
		}
		return reason
	case <-time.After(abortPatience):
		return fmt.Errorf("%w; whether it was kept is not known", reason)
	}
}
