package annotations

import (
	"math/rand/v2"
	"testing"
)

// TestAnEditThatOverwritesLeavesNothingOfTheOneBefore does two random edits that
// put a whole value in the same place. The second alone comes to the same.
func TestAnEditThatOverwritesLeavesNothingOfTheOneBefore(t *testing.T) {
	seed := rand.Uint64()
	found := map[string]int{}
	for i := range uint64(*sequences) {
		r := dice{rand.New(rand.NewPCG(seed, i))}
		m, p := r.grow(t, newModel(richScheme), rich(t), 12)
		for range 4 {
			for _, kind := range Kinds() {
				first, second := samples[kind].throw(r, m, 0), samples[kind].throw(r, m, 0)
				if samePlace(first, second) && checkOverwritten(t, p, first, second) {
					found[kind]++
				}
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d, round %d", seed, i)
		}
	}
	for _, kind := range Kinds() {
		if samples[kind].filled(t).effect().overwrites && found[kind] < *sequences/200 {
			t.Errorf("seed %d: only %d pairs of kind %s: the test does not test them", seed, found[kind], kind)
		}
	}
}

// checkOverwritten does one edit and then another, which has to come to the same as
// the other alone. It reports whether both fit.
func checkOverwritten(t *testing.T, p *Project, first, second Edit) bool {
	between, _, err := first.Apply(p)
	if err != nil {
		return false
	}
	both, _, err := second.Apply(between)
	if err != nil {
		return false
	}
	if alone, _, err := second.Apply(p); err != nil || !alone.Equal(both) {
		t.Errorf("%#v after %#v is not the same as alone (%v)", second, first, err)
	}
	return true
}
