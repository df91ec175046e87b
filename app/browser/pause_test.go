//go:build js

package browser

import (
	"sync"
	"testing"
	"time"
)

func TestPausesLetTheBrowserGoOnWhileGoWorks(t *testing.T) {
	patched(t, `window.ticks = 0; window.ticking = setInterval(() => { window.ticks++ }, 1)`,
		`clearInterval(window.ticking)`)
	ticks := func() int { return script(t, `window.ticks`).Int() }
	var both sync.WaitGroup
	for range 2 { // they share the one thread, and take turns
		both.Go(func() {
			for end := time.Now().Add(10 * time.Second); ticks() < 10; Pause() {
				if time.Now().After(end) {
					t.Errorf("the browser had %d turns in 10 s", ticks())
					return
				}
			}
		})
	}
	both.Wait()
}

func TestAPauseThatIsNotDueAsksForNoTurn(t *testing.T) {
	patched(t, `window.plainPost = MessagePort.prototype.postMessage; window.posted = 0;
		MessagePort.prototype.postMessage = function(...a) { window.posted++; return window.plainPost.apply(this, a) }`,
		`MessagePort.prototype.postMessage = window.plainPost`)
	begin := time.Now()
	pauses := 0
	for ; time.Since(begin) < 5*stint; pauses++ {
		Pause()
	}
	if posted := script(t, `window.posted`).Int(); posted < 1 || posted > 6 {
		t.Errorf("of %d pauses in five stints, %d asked for a turn", pauses, posted)
	}
}
