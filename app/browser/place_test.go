//go:build js

package browser

import (
	"errors"
	"strings"
	"testing"
)

func TestAPlaceIsRememberedUnderOurPrefix(t *testing.T) {
	t.Cleanup(func() { script(t, `localStorage.clear()`) })
	if err := SavePlace("open", "مقال 1\n👩‍👧"); err != nil {
		t.Fatal(err)
	}
	if got := LoadPlace("open"); got != "مقال 1\n👩‍👧" {
		t.Errorf("place %q", got)
	}
	if got := script(t, `Object.keys(localStorage).join()`).String(); got != "spanwise.open" {
		t.Errorf("keys %q: a neighbour on the origin must not be touched", got)
	}
	if got := LoadPlace("other"); got != "" {
		t.Errorf("a place never saved: %q", got)
	}
}

func TestAPlaceIsForgottenAndNoOtherIs(t *testing.T) {
	t.Cleanup(func() { script(t, `localStorage.clear()`) })
	for _, key := range []string{"place.abc", "place"} {
		if err := SavePlace(key, "x"); err != nil {
			t.Fatal(err)
		}
	}
	DropPlace("place.abc")
	if gone, stays := LoadPlace("place.abc"), LoadPlace("place"); gone != "" || stays != "x" {
		t.Errorf("forgotten %q, kept %q", gone, stays)
	}
}

func TestFullStorageIsAnError(t *testing.T) {
	t.Cleanup(func() { script(t, `localStorage.clear()`) })
	err := SavePlace("big", strings.Repeat("x", 6<<20))
	var exception *Exception
	if !errors.As(err, &exception) || exception.Name != "QuotaExceededError" {
		t.Errorf("error %v, want QuotaExceededError", err)
	}
}

func TestForbiddenStorageIsAnErrorAndNoPanic(t *testing.T) {
	cases := []struct{ name, getter, why string }{
		{"throws", `throw new DOMException("denied", "SecurityError")`, "storage blocked by the reader"},
		{"null", `return null`, "a web view without storage"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patched(t, `window.plainStorage = Object.getOwnPropertyDescriptor(window, "localStorage");
				Object.defineProperty(window, "localStorage", {configurable: true, get() { `+c.getter+` }})`,
				`Object.defineProperty(window, "localStorage", window.plainStorage)`)
			if err := SavePlace("open", "x"); err == nil {
				t.Errorf("no error (%s)", c.why)
			}
			if got := LoadPlace("open"); got != "" {
				t.Errorf("place %q out of nowhere", got)
			}
		})
	}
}
