package annotations

import (
	"flag"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sequences is how many random sequences the tests try. Ten thousand are
//
//	go test -run Random ./annotations -sequences 10000
var sequences = flag.Int("sequences", 1_000, "how many random sequences of edits to try")

// TestRandomSequencesGoToTheStartAndToTheEnd makes sequences of 5 to 25 edits of
// every kind. Each is undone to the start and redone to the end, along states equal
// to those on the way, with nothing but what its edits and their inverses are in
// JSON.
func TestRandomSequencesGoToTheStartAndToTheEnd(t *testing.T) {
	seed, began := rand.Uint64(), time.Now()
	count := counted{}
	for i := range uint64(*sequences) {
		s := dice{rand.New(rand.NewPCG(seed, i))}.sequence(t, count)
		there := s.retraced(t, "undo")
		there.retraced(t, "redo")
		if t.Failed() {
			t.Fatalf("seed %d, sequence %d", seed, i)
		}
	}
	t.Logf("seed %d: %d sequences, %d edits, each done, undone and redone through JSON, in %v: %v",
		seed, *sequences, count.total(), time.Since(began).Round(time.Millisecond), count)
	for _, kind := range Kinds() {
		if count[kind] < *sequences/20 {
			t.Errorf("only %d edits of kind %s: the test does not test them", count[kind], kind)
		}
	}
}

// counted is how many edits of each kind there were.
type counted map[string]int

func (c counted) total() (sum int) {
	for _, n := range c {
		sum += n
	}
	return sum
}

// trail is the edits that lead from each state back to the one before it. There
// is one state more than there are edits.
type trail struct {
	states []*Project
	back   []Edit
}

// sequence does 5 to 25 random edits that fit, of which the first bring documents.
func (r dice) sequence(t *testing.T, count counted) trail {
	t.Helper()
	m := newModel(richScheme)
	s := trail{states: []*Project{rich(t)}}
	for length := 5 + r.IntN(21); len(s.back) < length; {
		e := r.edit(m, 0)
		if len(s.back) < 2 {
			e = r.document(m)
		}
		wanted, fits := m.apply(e)
		if !fits {
			continue
		}
		next, inverse, err := roundTrip(t, e).Apply(s.states[len(s.back)])
		if err != nil {
			t.Fatalf("%#v: %v", e, err)
		}
		count[e.kind()]++
		m, s.states, s.back = wanted, append(s.states, next), append(s.back, inverse)
	}
	return s
}

// retraced goes a trail back to its start and gives the trail that was made then.
func (s trail) retraced(t *testing.T, way string) trail {
	t.Helper()
	p := s.states[len(s.back)]
	there := trail{states: []*Project{p}}
	for i, e := range slices.Backward(s.back) {
		next, inverse, err := roundTrip(t, e).Apply(p)
		if err != nil {
			t.Fatalf("%s: %#v: %v", way, e, err)
		}
		if !next.Equal(s.states[i]) {
			t.Fatalf("%s by %#v (-want +got):\n%s", way, e, cmp.Diff(say(s.states[i]), say(next)))
		}
		p = next
		there.states, there.back = append(there.states, p), append(there.back, inverse)
	}
	return there
}
