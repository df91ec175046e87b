package ui

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

func TestALabelIsFoundByWhatItsNameBeginsWith(t *testing.T) {
	var labels []annotations.Label
	for _, name := range []string{"Straw_Man", "Repetition", "Name_Calling-Labeling", "Appeal_to_Popularity", "Slogans", "Loaded_Language"} {
		labels = append(labels, annotations.Label{ID: idOf(name), Name: name})
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

func TestOnlyASchemeThatForbidsItHasClashes(t *testing.T) {
	p, d := draftOf(t)
	set := p.Set("doc", annotations.DefaultAnnotator)
	there, _ := set.Span("s")
	over := []annotations.Range{{Start: 11, End: 15}, {Start: 3, End: 8}}
	if s := clash(d.scheme, set, "actor", over, nil); s != nil {
		t.Errorf("span %s is in the way although spans may overlap", s.ID)
	}
	d.label(partOf(labelPart, 0)).NoOverlap = true
	for _, tt := range []struct {
		why, label string
		of         *annotations.Span
		ranges     []annotations.Range
		want       bool
	}{
		{"its second range overlaps", "actor", nil, over, true},
		{"they touch", "actor", nil, []annotations.Range{{Start: 6, End: 8}}, false},
		{"another label", "demand", nil, over, false},
		{"the span itself", "actor", there, over, false},
		{"a span that is to grow over it", "actor", &annotations.Span{ID: "t", Label: "actor", Ranges: []annotations.Range{{Start: 7, End: 10}}}, over, true},
		{"a span that lay over it before", "actor", &annotations.Span{ID: "t", Label: "actor", Ranges: []annotations.Range{{Start: 1, End: 10}}}, over, false},
		{"a span over it that is to have its label", "actor", &annotations.Span{ID: "t", Label: "demand", Ranges: over}, over, true},
	} {
		if got := clash(d.scheme, set, tt.label, tt.ranges, tt.of); (got != nil) != tt.want {
			t.Errorf("%s: %v", tt.why, got)
		}
	}
}
