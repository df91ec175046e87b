package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// abortPatience is how long a transaction that was called off may take to say
// whether it had already been completed.
const abortPatience = 5 * time.Second

// work is what is done in a transaction, before it first waits: a transaction ends
// as soon as the browser finds it with nothing to do. An error rolls it back.
type work func(journal, snapshots app.Value) error

// transact runs work in one transaction over both object stores and waits until
// it is complete. After any failure the connection is dropped; if that may have
// been the connection's own fault, a new one gets one more chance. That is safe:
// what failed was rolled back as a whole.
func (s *Store) transact(ctx context.Context, mode string, do work) error {
	err := s.transactOnce(ctx, mode, do)
	if ctx.Err() == nil && blamesConnection(err) {
		return s.transactOnce(ctx, mode, do)
	}
	return err
}

// transactOnce is transact without the second chance.
func (s *Store) transactOnce(ctx context.Context, mode string, do work) error {
	c, err := s.connect(ctx)
	if err != nil {
		return err
	}
	err = runTransaction(ctx, c.db, mode, do)
	if err != nil {
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

// runTransaction begins a transaction, gives work its object stores, and waits.
func runTransaction(ctx context.Context, db app.Value, mode string, do work) error {
	var t *transaction
	if err := attempt(func() { t = begin(db, mode) }); err != nil {
		return err
	}
	defer t.release()

	var failed error
	err := attempt(func() {
		failed = do(t.value.Call("objectStore", journalStore), t.value.Call("objectStore", snapshotsStore))
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return t.cancel(err)
	}
	return t.wait(ctx)
}

// transaction is one that has begun. It ends exactly once: complete, or abort.
// Every error ends in abort, but an abort need not have had an error
// (Indexed Database API 3.0, "abort a transaction"), so abort alone is heard.
type transaction struct {
	value    app.Value
	ended    chan error
	complete func()
	abort    func()
}

// begin starts a transaction with strict durability, under which complete means
// that the disk has it; Chrome's default of today would not.
func begin(db app.Value, mode string) *transaction {
	stores := []any{journalStore, snapshotsStore}
	t := &transaction{
		value: db.Call("transaction", stores, mode, map[string]any{"durability": "strict"}),
		ended: make(chan error, 1),
	}
	t.complete = listen(t.value, "complete", func(app.Value) { t.ended <- nil })
	t.abort = listen(t.value, "abort", func(app.Value) { t.ended <- t.failure() })
	return t
}

// failure gives why the transaction was aborted; there is no reason on record
// where script or a lost connection did it.
func (t *transaction) failure() error {
	reason := t.value.Get("error")
	if !reason.Truthy() {
		return &Exception{Name: "AbortError", Message: "the transaction was rolled back"}
	}
	return exceptionOf(reason)
}

// release takes the listeners away.
func (t *transaction) release() {
	t.complete()
	t.abort()
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
	_ = attempt(func() { t.value.Call("abort") }) // it throws when the transaction has ended, which is told below
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
