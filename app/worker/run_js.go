package worker

import (
	"sync"
	"syscall/js"
	"time"
)

// handedOver is where the page's script leaves the port to the page for the second
// program (web/second.js).
const handedOver = "spanwiseSecondPort"

// Run is the second program: it does what comes through the port that was handed
// over, for as long as the page is open.
func Run(r *Registry) {
	port := js.Global().Get(handedOver)
	post := func(frame []byte) {
		array := js.Global().Get("Uint8Array").New(len(frame))
		js.CopyBytesToJS(array, frame)
		port.Call("postMessage", array, []any{array.Get("buffer")})
	}
	server := NewServer(r, post, newTurns().pause)
	port.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		array := args[0].Get("data")
		frame := make([]byte, array.Length())
		js.CopyBytesToGo(frame, array)
		server.Receive(frame)
		return nil
	}))
	select {}
}

// stint is how long the work goes on before what came meanwhile is looked at, and,
// where it has the page's thread, before the page has its turn.
const stint = 12 * time.Millisecond

// turns lets events in while work goes on: one that is posted to itself comes back
// behind all that came before it.
type turns struct {
	port js.Value

	mu      sync.Mutex
	last    time.Time
	waiting []chan struct{}
}

func newTurns() *turns {
	channel := js.Global().Get("MessageChannel").New()
	t := &turns{port: channel.Get("port1"), last: time.Now()}
	channel.Get("port2").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		t.back()
		return nil
	}))
	return t
}

// pause lets events in if none had their turn for a while.
func (t *turns) pause() {
	t.mu.Lock()
	if time.Since(t.last) < stint {
		t.mu.Unlock()
		return
	}
	turn := make(chan struct{})
	t.waiting = append(t.waiting, turn)
	t.mu.Unlock()
	t.port.Call("postMessage", js.Null())
	<-turn
}

func (t *turns) back() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.last = time.Now()
	close(t.waiting[0])
	t.waiting = t.waiting[1:]
}
