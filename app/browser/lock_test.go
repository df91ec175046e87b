//go:build js

package browser

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestTheSecondTabWaitsUntilTheFirstReleases(t *testing.T) {
	ctx := withPatience(t)
	release, err := Hold(ctx, t.Name(), func() { t.Error("the first had to wait") })
	if err != nil {
		t.Fatal(err)
	}
	waits, has := make(chan struct{}), make(chan struct{})
	go func() {
		second, err := Hold(ctx, t.Name(), func() { close(waits) })
		if err != nil {
			t.Error(err)
		}
		close(has)
		second()
	}()
	soon(t, "the second waited", waits)
	select {
	case <-has:
		t.Fatal("both held the lock")
	case <-time.After(50 * time.Millisecond):
	}
	release()
	release()
	soon(t, "the second had the lock", has)
}

func TestWaitingForALockEndsWithItsContextAndHoldsNothing(t *testing.T) {
	release, err := Hold(withPatience(t), t.Name(), func() {})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := Hold(ctx, t.Name(), cancel); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	release()
	third, err := Hold(withPatience(t), t.Name(), func() {})
	if err != nil {
		t.Fatal(err)
	}
	third()
}

func TestWithoutWebLocksHoldReturnsAtOnceAndSaysSo(t *testing.T) {
	cases := []struct{ name, locks, why string }{
		{"missing", `undefined`, "an old browser or an insecure page"},
		{"forbidden", `{request() { return Promise.reject(new DOMException("denied", "SecurityError")) }}`, "an opaque origin"},
		{"throwing", `{request() { throw new TypeError("no") }}`, "a browser with half of it"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patched(t, `Object.defineProperty(navigator, "locks", {configurable: true, value: `+c.locks+`})`, `delete navigator.locks`)
			release, err := Hold(withPatience(t), t.Name(), func() { t.Error("it waited") })
			if !errors.Is(err, ErrNoLocks) {
				t.Errorf("error %v, want %v (%s)", err, ErrNoLocks, c.why)
			}
			release()
		})
	}
}
