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

func TestSpansThatAreChangedTogetherAreHeldToTheRulesAsOneIs(t *testing.T) {
	p, _ := uitest.Project(t, 3) // "line 0\nline 1\nline 2\n"
	for _, s := range []struct {
		id, label  string
		start, end int
	}{{"a", "demand", 0, 4}, {"b", "demand", 2, 6}, {"c", "demand", 7, 11}, {"d", "actor", 9, 13}, {"e", "demand", 14, 18}} {
		p = uitest.Add(t, p, s.id, s.label, s.start, s.end)
	}
	set := p.Set("d", annotations.DefaultAnnotator)
	strict := *annotations.DefaultScheme()
	strict.Labels = slices.Clone(strict.Labels)
	strict.Labels[0].NoOverlap = true // of actors
	relabelled := func(ids ...string) (all []becoming) {
		for _, id := range ids {
			s, _ := set.Span(id)
			next := *s
			next.Label = "actor"
			all = append(all, becoming{next, []*annotations.Span{s}})
		}
		return all
	}
	for _, tt := range []struct {
		why  string
		all  []becoming
		want string
	}{
		{"they overlap each other", relabelled("a", "b"), "b"},
		{"one lies over an actor that stays", relabelled("e", "c"), "d"},
		{"nothing is in the way", relabelled("a", "e"), ""},
		{"the scheme lets demands overlap", []becoming{{annotations.Span{ID: "a", Label: "demand", Ranges: []annotations.Range{{Start: 0, End: 11}}}, nil}}, ""},
	} {
		got := ""
		if s := clashOfSeveral(&strict, set, tt.all); s != nil {
			got = s.ID
		}
		if got != tt.want {
			t.Errorf("%s: %q is in the way, want %q", tt.why, got, tt.want)
		}
	}
	c, _ := set.Span("c")
	d, _ := set.Span("d")
	merged := annotations.Span{ID: "c", Label: "actor", Ranges: []annotations.Range{{Start: 7, End: 13}}}
	if s := clashOfSeveral(&strict, set, []becoming{{merged, []*annotations.Span{c, d}}}); s != nil {
		t.Errorf("merging with what it overlaps: %s is in the way", s.ID)
	}
}
