package ui

import "testing"

func TestAVersionChangesExactlyWhenTheStateDoes(t *testing.T) {
	var v versions[string]
	first := v.of("a")
	if again := v.of("a"); again != first {
		t.Errorf("the same state has the versions %d and %d", first, again)
	}
	second := v.of("b")
	if second == first {
		t.Errorf("two states have the version %d", first)
	}
	if back := v.of("a"); back == second {
		t.Errorf("going back left the version at %d", second)
	}
}
