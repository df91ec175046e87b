package merge

import (
	"fmt"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

// bare is a project with the one article of another, and no span.
func bare(t testing.TB, p *annotations.Project) *annotations.Project {
	return samples.Project(t, annotations.AddDocument{Document: p.Documents()[0], At: -1})
}

func TestProjectsAreMergedInSlices(t *testing.T) {
	const n, often = 2000, 2000 / 256
	p := samples.Sized(t, n)
	into := bare(t, p)
	pauses := samples.StopAtEvery(t, func(pace annotations.Pace) error {
		edit, _, err := States(into, p, pace)
		if err == nil && !samples.Apply(t, into, edit).Equal(p) {
			t.Error("merged to another project")
		}
		return err
	})
	if pauses < often {
		t.Errorf("%d pauses for %d spans", pauses, n)
	}
}

// BenchmarkMerge is the second half of an import: spans come into an article that
// is there without any.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		p := samples.Sized(b, n)
		into := bare(b, p)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				edit, _, err := States(into, p, nil)
				if err != nil {
					b.Fatal(err)
				}
				samples.Apply(b, into, edit)
			}
		})
	}
}
