package samples

import (
	"errors"
	"testing"

	"spanwise/annotations"
)

// StopAtEvery does work again and again, first to be stopped at its first
// pause, then at its second, until it goes through. It returns the number of
// pauses.
func StopAtEvery(t *testing.T, work func(annotations.Pace) error) int {
	t.Helper()
	stop := errors.New("stop")
	for n := 0; ; n++ {
		left, last := n, 0.0
		err := work(func(done float64) error {
			if done < last || done > 1 {
				t.Fatalf("%v is done after %v", done, last)
			}
			last = done
			if left--; left < 0 {
				return stop
			}
			return nil
		})
		if err == nil && left >= 0 {
			return n
		}
		if !errors.Is(err, stop) {
			t.Fatalf("stopped at pause %d: error %v", n+1, err)
		}
	}
}
