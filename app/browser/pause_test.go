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
	var both sync.WaitGroup
	for range 2 { // they share the one thread, and take turns
		both.Go(func() {
			for end := time.Now().Add(200 * time.Millisecond); time.Now().Before(end); {
				Pause()
			}
		})
	}
	both.Wait()
	if ticks := script(t, `window.ticks`).Int(); ticks < 5 {
		t.Errorf("the browser had %d turns in 200 ms", ticks)
	}
}

func TestAPauseThatIsNotDueCostsNothing(t *testing.T) {
	Pause()
	patched(t, `window.plainPost = MessagePort.prototype.postMessage; window.posted = 0;
		MessagePort.prototype.postMessage = function(...a) { window.posted++; return window.plainPost.apply(this, a) }`,
		`MessagePort.prototype.postMessage = window.plainPost`)
	begin := time.Now()
	for range 100 {
		Pause()
	}
	if posted := script(t, `window.posted`).Int(); posted > 1 && time.Since(begin) < stint {
		t.Errorf("%d turns were asked for", posted)
	}
}
