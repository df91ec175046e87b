package browser

import (
	"context"
	"errors"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ErrNoLocks says that this browser cannot tell whether another tab holds a
// name: it is old, or the page is not a secure context.
var ErrNoLocks = errors.New("this browser has no Web Locks, so two tabs cannot be kept from writing at once")

// Hold takes a name for this tab alone (Web Locks, exclusive) and returns when
// it is ours. If another tab of the origin has it, waiting is called once, and
// Hold goes on waiting until that tab releases it, closes or crashes. release
// gives the name up and is never nil; it may be called more than once.
//
// Where locks are missing or forbidden Hold returns at once with an error that
// is ErrNoLocks; the caller may go on without. When ctx ends first, its error
// is returned and nothing is held.
func Hold(ctx context.Context, name string, waiting func()) (release func(), err error) {
	locks := app.Window().Get("navigator").Get("locks")
	if !locks.Truthy() {
		return func() {}, ErrNoLocks
	}
	r := requestLock(locks, name, map[string]any{"ifAvailable": true})
	got, err := r.wait()
	if err == nil && !got {
		waiting()
		r, err = queueForLock(ctx, locks, name)
	}
	if err != nil {
		return func() {}, lockError(ctx, name, err)
	}
	return r.release, nil
}

// lockError separates a wait that was called off from a browser that refuses.
func lockError(ctx context.Context, name string, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("hold %q: %w", name, ctx.Err())
	}
	return fmt.Errorf("hold %q: %w (%w)", name, ErrNoLocks, err)
}

// queueForLock waits for the lock, or for ctx to end.
func queueForLock(ctx context.Context, locks app.Value, name string) (*lockRequest, error) {
	abort := app.Window().Get("AbortController").New()
	stop := context.AfterFunc(ctx, func() { abort.Call("abort") })
	defer stop()

	r := requestLock(locks, name, map[string]any{"signal": abort.Get("signal")})
	if _, err := r.wait(); err != nil {
		return nil, err
	}
	if ctx.Err() != nil {
		r.release()
		return nil, ctx.Err()
	}
	return r, nil
}

// lockRequest is one request for a lock. The browser holds the lock for as long
// as the promise that our callback gave it is not resolved.
type lockRequest struct {
	granted chan bool
	refused chan error
	release func()
}

// requestLock asks for a lock; the request's functions are released when the
// browser is done with it.
func requestLock(locks app.Value, name string, options map[string]any) *lockRequest {
	held, release := newPromise()
	r := &lockRequest{granted: make(chan bool, 1), refused: make(chan error, 1), release: release}
	taken := app.FuncOf(func(_ app.Value, args []app.Value) any {
		got := len(args) > 0 && args[0].Truthy()
		r.granted <- got
		if !got {
			return nil
		}
		return held
	})
	go func() {
		defer taken.Release()
		if _, err := call(locks, "request", name, options, taken); err != nil {
			r.refused <- err
		}
	}()
	return r
}

// wait gives whether the lock is ours; false is the answer to ifAvailable only.
func (r *lockRequest) wait() (bool, error) {
	select {
	case got := <-r.granted:
		return got, nil
	case err := <-r.refused:
		return false, err
	}
}

// newPromise makes a promise and the function that resolves it. A promise that
// is resolved again takes no notice.
func newPromise() (promise app.Value, resolve func()) {
	var resolver app.Value
	executor := callback(func(r app.Value) { resolver = r })
	defer executor.Release()
	promise = app.Window().Get("Promise").New(executor)
	return promise, func() { resolver.Invoke() }
}
