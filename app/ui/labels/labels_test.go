package labels

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestALabelIsFoundByWhatItsNameBeginsWith(t *testing.T) {
	var labels []annotations.Label
	for _, name := range []string{"Straw_Man", "Repetition", "Name_Calling-Labeling", "Appeal_to_Popularity", "Slogans", "Loaded_Language"} {
		labels = append(labels, annotations.Label{ID: strings.ToLower(strings.ReplaceAll(name, "_", "-")), Name: name})
	}
	for _, tt := range []struct {
		typed string
		want  []int
	}{
		{"", []int{0, 1, 2, 3, 4, 5}},
		{"la", []int{2, 5, 3}},
		{" POP ", []int{3}},
		{"loaded-l", []int{5}},
		{"zz", nil},
	} {
		if diff := cmp.Diff(tt.want, labelsLike(labels, tt.typed)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.typed, diff)
		}
	}
	if got := labelsLike(labels, "s"); !slices.Equal(got[:2], []int{0, 4}) {
		t.Errorf("“s” gives %v; want the two that begin with it first", got)
	}
}
