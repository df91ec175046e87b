package kit

import "testing"

func TestScriptsThatRunToTheLeftAreKnown(t *testing.T) {
	for cluster, want := range map[string]bool{"a": false, "م": true, "א": true, "👩‍👧": false, "": false, "3": false} {
		if Leftward(cluster) != want {
			t.Errorf("%q runs to the left: %v", cluster, !want)
		}
	}
}
