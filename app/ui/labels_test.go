package ui

import (
	"slices"
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
		want   []branch
	}{
		{"none has a group", labels("a", "", "b", ""), []branch{{0, 0}, {1, 0}}},
		{"a group comes after its label", labels("a", "c", "b", "", "c", ""), []branch{{1, 0}, {2, 0}, {0, 1}}},
		{"groups in groups", labels("a", "", "b", "a", "c", "b", "d", "a"), []branch{{0, 0}, {1, 1}, {2, 2}, {3, 1}}},
		{"a parent that is not there", labels("a", "x"), []branch{{0, 0}}},
		{"a circle", labels("a", "b", "b", "a"), []branch{{0, 0}, {1, 1}}},
	} {
		if diff := cmp.Diff(tt.want, labelTree(tt.labels)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}

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
