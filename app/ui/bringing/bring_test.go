package bringing

import (
	"testing"

	"spanwise/annotations"
	"spanwise/app/ui/uitest"
)

func TestSpansAreCountedOverAllAnnotators(t *testing.T) {
	p, _ := uitest.Project(t, 1)
	for _, tt := range []struct {
		by   func(*annotations.Project) *annotations.Project
		want string
	}{
		{func(p *annotations.Project) *annotations.Project { return p }, "0 spans"},
		{func(p *annotations.Project) *annotations.Project { return uitest.AddBy(t, p, "a", "actor", 0, 2) }, "1 span"},
		{func(p *annotations.Project) *annotations.Project { return uitest.Add(t, p, "b", "actor", 0, 2) }, "2 spans of 2 annotators"},
	} {
		p = tt.by(p)
		if got := spansSaid(p.Sets("d")); got != tt.want {
			t.Errorf("said %q, want %q", got, tt.want)
		}
	}
}
