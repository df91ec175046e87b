package ui

import (
	"testing"

	"spanwise/annotations"
)

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
