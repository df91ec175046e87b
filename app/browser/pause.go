package browser

import (
	"sync"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stint is how long Go works before the browser has its turn: most of a frame
// at 60 a second, so that what a person does meanwhile is seen at once.
const stint = 12 * time.Millisecond

// turns is how Go's goroutines take turns with the browser. They share its one
// thread, so there is one of it.
type turns struct {
	port app.Value // what is posted here comes back when the browser has had its turn

	mu      sync.Mutex
	last    time.Time // when the browser had its last turn
	waiting []chan struct{}
}

var browserTurns = sync.OnceValue(newTurns)

// newTurns makes a message channel: the shortest way through the browser's
// queue of events. A timer that was set again and again would wait 4 ms each
// time (HTML, "timers", step 11).
func newTurns() *turns {
	channel := app.Window().Get("MessageChannel").New()
	t := &turns{port: channel.Get("port1"), last: time.Now()}
	channel.Get("port2").Set("onmessage", callback(t.back))
	return t
}

// Pause lets the browser do what it has to do (draw, answer a click) if it has
// had no turn for a while, and else does nothing: long work calls it often. It
// must not be called on the UI goroutine, nor in a function given to JavaScript.
func Pause() { browserTurns().pause() }

func (t *turns) pause() {
	t.mu.Lock()
	if time.Since(t.last) < stint {
		t.mu.Unlock()
		return
	}
	turn := make(chan struct{})
	t.waiting = append(t.waiting, turn)
	t.mu.Unlock()
	t.port.Call("postMessage", nil)
	<-turn
}

// back hears that the browser had its turn, and wakes who has waited longest.
func (t *turns) back(app.Value) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = time.Now()
	close(t.waiting[0])
	t.waiting = t.waiting[1:]
}
