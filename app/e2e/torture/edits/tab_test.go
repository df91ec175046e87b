package edits

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
)

// tabs makes the first n steps of two tabs, in turn, but for the steps of the
// first that are left out.
func tabs(t *testing.T, n int, left ...int) (a, b Tab, p *annotations.Project) {
	t.Helper()
	p = began(t).Project
	a, b = Tab{Seed: 1, Run: 5, Name: "a", Articles: p.Documents()}, Tab{Seed: 1, Run: 5, Name: "b", Articles: p.Documents()}
	for k := 1; k <= n; k++ {
		for _, tab := range []Tab{a, b} {
			if len(left) > 0 && tab.Name == "a" && k == left[0] {
				left = left[1:]
				continue
			}
			next, _, err := tab.Edit(k).Apply(p)
			if err != nil {
				t.Fatalf("step %d of tab %s: %v", k, tab.Name, err)
			}
			p = next
		}
	}
	return a, b, p
}

func TestAWholeStreamOfATabIsFoundInAProject(t *testing.T) {
	a, b, p := tabs(t, 1000)
	for _, tab := range []Tab{a, b} {
		written, err := tab.In(p)
		if err != nil {
			t.Fatal(err)
		}
		if missing := tab.Missing(written, 1000); len(missing) > 0 || len(written) != 750 {
			t.Errorf("tab %s: steps %v are missing, %d spans are there; want none and 750", tab.Name, missing, len(written))
		}
		if missing := tab.Missing(written, 1001); len(missing) != 1 {
			t.Errorf("tab %s: steps %v are missing of 1,001, want the last", tab.Name, missing)
		}
	}
}

func TestAStepThatIsNotThereIsMissed(t *testing.T) {
	a, _, p := tabs(t, 100, 99, 100)
	written, err := a.In(p)
	if diff := cmp.Diff([]int{99, 100}, a.Missing(written, 100)); err != nil || diff != "" {
		t.Errorf("missing: %v (-want +got):\n%s", err, diff)
	}
}

func TestASpanThatNoStepWroteIsRefused(t *testing.T) {
	a, _, p := tabs(t, 10)
	change := a.Edit(8).(annotations.ChangeSpan)
	for _, test := range []struct {
		name string
		with func(*annotations.Span)
	}{
		{"no number", func(s *annotations.Span) { s.Note = "" }},
		{"another step's number", func(s *annotations.Span) { s.Note = "9" }},
		{"another label", func(s *annotations.Span) {
			s.Label = map[bool]string{true: "date", false: "actor"}[s.Label == "actor"]
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			broken := change
			test.with(&broken.Span)
			q, _, err := broken.Apply(p)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := a.In(q); err == nil {
				t.Error("the span was taken for one that the stream wrote")
			}
		})
	}
}
