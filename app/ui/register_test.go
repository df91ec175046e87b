package ui

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNamesAreReadLineByLine(t *testing.T) {
	if diff := cmp.Diff([]string{"MoD", "the Ministry"}, namesIn(" MoD \n\n the  Ministry\nMoD")); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
