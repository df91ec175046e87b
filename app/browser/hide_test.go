//go:build js

package browser

import (
	"testing"
	"time"
)

func TestLeavingThePageIsTold(t *testing.T) {
	cases := []struct {
		name, event string
		want        bool
	}{
		{"hidden", `Object.defineProperty(document, "visibilityState", {configurable: true, value: "hidden"});
			document.dispatchEvent(new Event("visibilitychange"))`, true},
		{"visible again", `document.dispatchEvent(new Event("visibilitychange"))`, false},
		{"pagehide", `window.dispatchEvent(new Event("pagehide"))`, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Cleanup(func() { script(t, `delete document.visibilityState`) })
			told := make(chan struct{}, 1)
			release := OnHide(func() { told <- struct{}{} })
			script(t, c.event)
			if got := toldSoon(told); got != c.want {
				t.Errorf("told: %v, want %v", got, c.want)
			}
			release()
			script(t, c.event)
			if toldSoon(told) {
				t.Error("told after release")
			}
		})
	}
}

// toldSoon reports whether something is told within a moment.
func toldSoon(told <-chan struct{}) bool {
	select {
	case <-told:
		return true
	case <-time.After(50 * time.Millisecond):
		return false
	}
}
