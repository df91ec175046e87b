package monkey

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

var (
	events = flag.Int("events", 500, "how many events the person brings about")
	seed   = flag.Uint64("seed", 1, "of all that is random")
	replay = flag.String("replay", "", "a file of events to play instead")
	lists  = flag.String("lists", "", "a folder for the lists of events of runs that fail")
	tries  = flag.Int("tries", 60, "how often to play parts of a run that fails, to find the shortest")
)

func TestMain(m *testing.M) { os.Exit(chromium.Run(m)) }

// TestAMonkeyAtThePage puts one random person after the other in front of the page.
func TestAMonkeyAtThePage(t *testing.T) {
	t.Parallel()
	if *replay != "" {
		replayList(t, *replay)
		return
	}
	began, left, done := time.Now(), *events, 0
	seen := map[string]bool{}
	for s := *seed; left > 0; s++ {
		n := min(Length, left)
		left -= n
		done += sit(t, s, Sitting(s, n), seen)
		t.Logf("seed %d: %d events in all, %.0f a second", s, done, float64(done)/time.Since(began).Seconds())
	}
}

// replayList plays a list of events that was kept.
func replayList(t *testing.T, path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	list, err := Decode(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if f := playOnce(t, "", list); f != nil {
		t.Errorf("%s fails after event %d: %s", path, f.At+1, f.Problem)
	}
}

// playOnce plays events on a page that is opened for them.
func playOnce(t *testing.T, planted string, events []Event) *Failure {
	s := openStage(t, planted)
	defer s.Close()
	return Play(s, events)
}

// sit plays a sitting and returns how many events of it were done. Of a failure of
// a kind that was not seen before it finds the shortest run.
func sit(t *testing.T, seed uint64, list []Event, seen map[string]bool) int {
	f := playOnce(t, "", list)
	switch {
	case f == nil:
		return len(list)
	case seen[f.Kind()]:
		t.Errorf("seed %d failed after event %d like one before: %s", seed, f.At+1, f.Kind())
	default:
		seen[f.Kind()] = true
		shortest, last := shrink(t, "", list, f)
		t.Error(Describe(seed, f, shortest, last))
		keepList(t, seed, shortest)
	}
	return f.At + 1
}

// lastEvents is how many events are shown of a run that did not fail again.
const lastEvents = 30

// shrink finds the shortest part of a run that fails in the same way.
func shrink(t *testing.T, planted string, list []Event, f *Failure) ([]Event, *Failure) {
	list = list[:min(f.At+1, len(list))]
	shortest, last := Shrink(list, func(part []Event) *Failure {
		if again := playOnce(t, planted, part); again != nil && again.Kind() == f.Kind() {
			return again
		}
		return nil
	}, *tries)
	if last == nil {
		return shortest[max(0, len(shortest)-lastEvents):], nil
	}
	return shortest, last
}

// keepList keeps a list where it can be played again from.
func keepList(t *testing.T, seed uint64, list []Event) {
	if *lists == "" {
		return
	}
	path := filepath.Join(*lists, fmt.Sprintf("monkey-%d.events", seed))
	if err := os.WriteFile(path, Encode(list), 0o644); err != nil {
		t.Error(err)
		return
	}
	t.Logf("kept for another time: make monkey REPLAY=%s", path)
}
