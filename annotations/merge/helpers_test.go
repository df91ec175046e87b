package merge

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
)

// write gives a project as a file.
func write(t testing.TB, p *annotations.Project) []byte {
	t.Helper()
	data, err := spanwise.Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// read reads a file that is whole.
func read(t testing.TB, data []byte) *annotations.Project {
	t.Helper()
	p, repairs, err := spanwise.Read(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(repairs) > 0 {
		t.Errorf("repairs of a file that is whole: %q", repairs)
	}
	return p
}

// sameFile compares two projects by what is written of them.
func sameFile(t testing.TB, want, got *annotations.Project) {
	t.Helper()
	if a, b := write(t, want), write(t, got); !bytes.Equal(a, b) {
		t.Errorf("the files differ (-want +got):\n%s", cmp.Diff(strings.Split(string(a), "\n"), strings.Split(string(b), "\n")))
	}
	if !want.Equal(got) {
		t.Error("Equal says that the projects differ")
	}
}

// sentences are messages in English.
func sentences(report []annotations.Message) (all []string) {
	for _, m := range report {
		all = append(all, m.String())
	}
	return all
}
