package browser

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// TryHold takes a name for this tab alone (Web Locks, exclusive) if no other tab
// of the origin has it. release gives the name up and is never nil; it may be
// called more than once. A tab that closes or crashes releases its own.
//
// Where locks are missing or forbidden every tab is told that the name is its
// own. So a name may only spare tabs from doing the same work twice: what keeps
// two of them from harming each other must be elsewhere, as it is in Store, which
// refuses the second of two compactions.
func TryHold(name string) (release func(), mine bool) {
	release, mine, _ = tryHold(name)
	return release, mine
}

// tryHold is TryHold that tells as well whether tabs know of each other: it is
// false where locks are missing, and where they are there and this one was refused.
func tryHold(name string) (release func(), mine, known bool) {
	if !canLock() {
		return func() {}, true, false
	}
	r := requestLock(app.Window().Get("navigator").Get("locks"), name, map[string]any{"ifAvailable": true})
	select {
	case mine = <-r.granted:
		return r.release, mine, true
	case <-r.refused:
		return func() {}, true, false
	}
}

// Hold takes a name for this tab alone, as TryHold does, and waits for as long as
// another tab has it. It reports false where tabs cannot know of each other.
func Hold(name string) (release func(), known bool) {
	if !canLock() {
		return func() {}, false
	}
	r := requestLock(app.Window().Get("navigator").Get("locks"), name, map[string]any{})
	select {
	case <-r.granted:
		return r.release, true
	case <-r.refused:
		return func() {}, false
	}
}

// sharePatience is how long Share waits for a tab that has the name alone.
const sharePatience = 2 * time.Second

// Share takes a name together with every other tab that shares it (Web Locks,
// shared), until release, so that nobody can hold it alone. It waits for the one
// who does, though not for long: who holds a name alone does so for moments, or
// is stuck. Where there are no locks it does nothing. Release returns when somebody
// else can have the name, and so it waits.
func Share(name string) (release func()) {
	if !canLock() {
		return func() {}
	}
	r := requestLock(app.Window().Get("navigator").Get("locks"), name, map[string]any{"mode": "shared"})
	select {
	case <-r.granted:
		return func() { r.release(); <-r.ended }
	case <-r.refused:
	case <-time.After(sharePatience):
	}
	return r.release
}

// canLock reports whether the browser has locks, which it may refuse all the same.
func canLock() bool { return app.Window().Get("navigator").Get("locks").Truthy() }

// lockRequest is one request for a lock. The browser holds the lock for as long
// as the promise that our callback gave it is not resolved.
type lockRequest struct {
	granted chan bool     // false: another tab holds it
	refused chan struct{} // closed when there will be no lock
	ended   chan struct{} // closed when the browser is done with it
	release func()
}

// requestLock asks for a lock with the options given; the request's functions are
// released when the browser is done with it.
func requestLock(locks app.Value, name string, options map[string]any) *lockRequest {
	held, release := newPromise()
	r := &lockRequest{granted: make(chan bool, 1), refused: make(chan struct{}), ended: make(chan struct{}), release: release}
	taken := app.FuncOf(func(_ app.Value, args []app.Value) any {
		got := len(args) > 0 && args[0].Truthy()
		r.granted <- got
		if !got {
			return nil
		}
		return held
	})
	beside(func() {
		defer close(r.ended)
		defer taken.Release()
		if _, err := call(locks, "request", name, options, taken); err != nil {
			close(r.refused)
		}
	})
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
