package spans

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWhatAFieldRefusedIsToldOnceWhenTheFieldIsGone(t *testing.T) {
	var d details
	noNumber, noEntry := errors.New("it is no number"), errors.New("it is not in the register")
	d.refuse(rejected{"one", "size", "big", noNumber})
	d.refuse(rejected{"one", "size", " bigger ", noNumber})
	d.refuse(rejected{"one", "", "Syldavia", noEntry})
	d.refuse(rejected{"one", "rank", "first", noNumber})
	d.forget("one", "rank")
	for _, tt := range []struct {
		shown string
		want  []string
		why   string
	}{
		{"one", nil, "the fields say it themselves"},
		{"two", []string{
			"“bigger” was not kept: it is no number", "“Syldavia” was not kept: it is not in the register",
		}, "another span is chosen"},
		{"", nil, "it was told"},
	} {
		if diff := cmp.Diff(tt.want, d.gone(tt.shown)); diff != "" {
			t.Errorf("with %q shown, %s (-want +got):\n%s", tt.shown, tt.why, diff)
		}
	}
}
