package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestThePaletteHasNineLabelsAtMost(t *testing.T) {
	var labels []annotations.Label
	for range 12 {
		labels = append(labels, annotations.Label{})
	}
	labels[11].Key = "x"
	if diff := cmp.Diff([]int{11, 0, 1, 2, 3, 4, 5, 6, 7}, nearest(labels)); diff != "" {
		t.Errorf("of twelve, of which one has a key (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{0, 1, 2}, nearest(labels[:3])); diff != "" {
		t.Errorf("of three (-want +got):\n%s", diff)
	}
}
