package kit

import "testing"

func TestAVersionChangesExactlyWhenTheStateDoes(t *testing.T) {
	var v Versions[string]
	first := v.Of("a")
	if again := v.Of("a"); again != first {
		t.Errorf("the same state has the versions %d and %d", first, again)
	}
	second := v.Of("b")
	if second == first {
		t.Errorf("two states have the version %d", first)
	}
	if back := v.Of("a"); back == second {
		t.Errorf("going back left the version at %d", second)
	}
}
