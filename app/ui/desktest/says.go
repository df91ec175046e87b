package desktest

import (
	"strings"
	"testing"
)

// MustSay fails the test where what is seen does not say all that is wanted.
func MustSay(t *testing.T, seen string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(seen, w) {
			t.Errorf("it does not say %q, but %q", w, seen)
		}
	}
}

// MustNotSay fails it where it says any of what is not.
func MustNotSay(t *testing.T, seen string, unwanted ...string) {
	t.Helper()
	for _, w := range unwanted {
		if strings.Contains(seen, w) {
			t.Errorf("it says %q: %q", w, seen)
		}
	}
}
