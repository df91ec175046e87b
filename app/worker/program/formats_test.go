package program

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations/format"
	"spanwise/app/formats"
)

func TestTheSecondProgramReadsTheFormatsThatThePageKnows(t *testing.T) {
	abouts := func(r *format.Registry) (all []format.About) {
		for _, c := range r.Codecs() {
			all = append(all, c.About())
		}
		return all
	}
	if diff := cmp.Diff(abouts(formats.All), abouts(Formats)); diff != "" {
		t.Errorf("formats (-page +second program):\n%s", diff)
	}
}
