package text

import (
	"slices"
	"testing"

	"spanwise/annotations"
	"spanwise/app/ui/uitest"
)

func TestOnlyASchemeThatForbidsItHasClashes(t *testing.T) {
	p, _ := uitest.Project(t, 3) // "line 0\nline 1\nline 2\n"
	p = uitest.Add(t, p, "s", "actor", 0, 6)
	set := p.Set("d", annotations.DefaultAnnotator)
	free, strict := annotations.DefaultScheme(), *annotations.DefaultScheme()
	strict.Labels = slices.Clone(strict.Labels)
	strict.Labels[0].NoOverlap = true
	there, _ := set.Span("s")
	over := []annotations.Range{{Start: 11, End: 15}, {Start: 3, End: 8}}
	if s := clash(free, set, "actor", over, nil); s != nil {
		t.Errorf("span %s is in the way although spans may overlap", s.ID)
	}
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
		if got := clash(&strict, set, tt.label, tt.ranges, tt.of); (got != nil) != tt.want {
			t.Errorf("%s: %v", tt.why, got)
		}
	}
}
