package kit

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestLabelsStandBelowTheirGroup(t *testing.T) {
	labels := func(pairs ...string) []annotations.Label {
		var all []annotations.Label
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, annotations.Label{ID: pairs[i], Parent: pairs[i+1]})
		}
		return all
	}
	for _, tt := range []struct {
		why    string
		labels []annotations.Label
		want   []Branch
	}{
		{"none has a group", labels("a", "", "b", ""), []Branch{{0, 0}, {1, 0}}},
		{"a group comes after its label", labels("a", "c", "b", "", "c", ""), []Branch{{1, 0}, {2, 0}, {0, 1}}},
		{"groups in groups", labels("a", "", "b", "a", "c", "b", "d", "a"), []Branch{{0, 0}, {1, 1}, {2, 2}, {3, 1}}},
		{"a parent that is not there", labels("a", "x"), []Branch{{0, 0}}},
		{"a circle", labels("a", "b", "b", "a"), []Branch{{0, 0}, {1, 1}}},
	} {
		if diff := cmp.Diff(tt.want, LabelTree(tt.labels)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}
