//go:build js

package browser

import (
	"testing"
	"time"
)

func TestOnlyOneTabHoldsANameAndItsReleaseFreesIt(t *testing.T) {
	release, mine := TryHold(t.Name())
	if !mine {
		t.Fatal("nobody else holds it, and yet it is not ours")
	}
	second, mine := TryHold(t.Name())
	if mine {
		t.Error("both held the lock")
	}
	second()
	if _, mine := TryHold(t.Name()); mine {
		t.Error("a tab that held nothing released the lock of another")
	}
	other, mine := TryHold(t.Name() + " other")
	if !mine {
		t.Error("another name is not free")
	}
	other()
	release()
	release()
	holdSoon(t, t.Name())()
}

// holdSoon takes a name that is just being released, which takes a moment.
func holdSoon(t *testing.T, name string) (release func()) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if release, mine := TryHold(name); mine {
			return release
		}
	}
	t.Fatal("the name was released, and yet it is not free")
	return nil
}

func TestWithoutWebLocksEveryTabIsToldThatTheNameIsItsOwn(t *testing.T) {
	cases := []struct{ name, locks, why string }{
		{"missing", `undefined`, "an old browser or an insecure page"},
		{"forbidden", `{request() { return Promise.reject(new DOMException("denied", "SecurityError")) }}`, "an opaque origin"},
		{"throwing", `{request() { throw new TypeError("no") }}`, "a browser with half of it"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patched(t, `Object.defineProperty(navigator, "locks", {configurable: true, value: `+c.locks+`})`, `delete navigator.locks`)
			for range 2 {
				release, mine := TryHold(t.Name())
				if !mine {
					t.Errorf("not ours (%s)", c.why)
				}
				release()
			}
		})
	}
}
