package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// TryHold takes a name for this tab alone (Web Locks, exclusive) if no other tab
// of the origin has it. release gives the name up and is never nil; it may be
// called more than once. A tab that closes or crashes releases its own.
//
// Where locks are missing or forbidden every tab is told that the name is its
// own. So a name may only spare tabs from doing the same work twice: what keeps
// two of them from harming each other must be elsewhere, as it is in Store, which
// refuses the second of two compactions.
func TryHold(name string) (release func(), mine bool) {
	locks := app.Window().Get("navigator").Get("locks")
	if !locks.Truthy() {
		return func() {}, true
	}
	r := requestLock(locks, name)
	select {
	case mine = <-r.granted:
		return r.release, mine
	case <-r.refused:
		return func() {}, true
	}
}

// lockRequest is one request for a lock. The browser holds the lock for as long
// as the promise that our callback gave it is not resolved.
type lockRequest struct {
	granted chan bool // false: another tab holds it
	refused chan struct{}
	release func()
}

// requestLock asks for a lock that is free; the request's functions are released
// when the browser is done with it.
func requestLock(locks app.Value, name string) *lockRequest {
	held, release := newPromise()
	r := &lockRequest{granted: make(chan bool, 1), refused: make(chan struct{}), release: release}
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
		if _, err := call(locks, "request", name, map[string]any{"ifAvailable": true}, taken); err != nil {
			close(r.refused)
		}
	}()
	return r
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
