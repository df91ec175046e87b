package monkey

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fakePage is a page on which the wrong things go wrong: it fails once it has been
// clicked on for the first time after all of the keys, in their order, were
// pressed.
type fakePage struct {
	keys   []string
	got    int
	played *int // events, of all pages
}

func (p *fakePage) Do(e Event) string {
	*p.played++
	switch {
	case e.Kind == Key && p.got < len(p.keys) && e.What == p.keys[p.got]:
		p.got++
	case e.Kind == Click && p.got == len(p.keys):
		return "planted: at last"
	}
	return ""
}

func (p *fakePage) Close() {}

// failsAfter gives a player on fake pages.
func failsAfter(played *int, keys ...string) func([]Event) *Failure {
	return func(events []Event) *Failure { return Play(&fakePage{keys: keys, played: played}, events) }
}

func TestAFaultIsCutDownToTheEventsThatMatter(t *testing.T) {
	keyOf := func(what string) Event { return Event{Kind: Key, What: what} }
	click := Event{Kind: Click, By: "mouse", Times: 1}
	tests := []struct {
		name  string
		keys  []string
		place func(list []Event)
		why   string
	}{
		{"one event", nil, func(list []Event) { list[400] = click }, "nothing has to come before"},
		{"two far apart", []string{"q"}, func(list []Event) { list[3], list[700] = keyOf("q"), click }, "halves must not separate them"},
		{"three in order", []string{"a", "b"}, func(list []Event) { list[17], list[18], list[901] = keyOf("a"), keyOf("b"), click }, "order matters"},
		{"at both ends", []string{"a"}, func(list []Event) { list[0], list[999] = keyOf("a"), click }, "no end may be cut off blindly"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			list := slices.Repeat([]Event{{Kind: Wait, Times: 1}}, Length)
			test.place(list)
			played := 0
			shortest, f := Shrink(list, failsAfter(&played, test.keys...), 1000)
			var want []Event
			for _, key := range test.keys {
				want = append(want, keyOf(key))
			}
			if diff := cmp.Diff(append(want, click), shortest); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
			if f == nil || f.At != len(shortest)-1 {
				t.Errorf("it ends in %+v, want the last of its %d events", f, len(shortest))
			}
			t.Logf("%d events were played", played)
		})
	}
}

func TestARunThatFailsOnlyOnceIsGivenBackWhole(t *testing.T) {
	list := Sitting(1, 50)
	shortest, f := Shrink(list, func([]Event) *Failure { return nil }, 100)
	if diff := cmp.Diff(list, shortest); diff != "" || f != nil {
		t.Errorf("failure %v, and the list changed (-want +got):\n%s", f, diff)
	}
}

func TestShrinkingEndsWhenItsTriesAreUsedUp(t *testing.T) {
	tried := 0
	shortest, f := Shrink(Sitting(1, 100), func(list []Event) *Failure {
		tried++
		return &Failure{At: len(list) - 1, Problem: "always"}
	}, 2)
	if tried != 2 || f == nil || len(shortest) != 50 {
		t.Errorf("%d tries led to %d events, want 2 tries, the whole and a half of it", tried, len(shortest))
	}
}

func TestWhatFailsWithoutAnyEventIsCutDownToNone(t *testing.T) {
	shortest, f := Shrink(Sitting(1, 9), func(list []Event) *Failure { return &Failure{At: len(list) - 1, Problem: "from the start"} }, 100)
	if len(shortest) != 0 || f == nil {
		t.Errorf("got %d events and %v, want none", len(shortest), f)
	}
}
