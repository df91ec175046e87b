package spanwise

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/samples"
)

func write(t testing.TB, p *annotations.Project) []byte {
	t.Helper()
	data, err := Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t testing.TB, data []byte) *annotations.Project {
	t.Helper()
	p, repairs, err := Read(data, nil)
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

// sentences are notes in English.
func sentences(notes []format.Note) (all []string) {
	for _, n := range notes {
		all = append(all, n.String())
	}
	return all
}

// changed returns the file of small with one piece of it replaced.
func changed(t testing.TB, old, new string) []byte {
	t.Helper()
	data := string(write(t, samples.Small(t)))
	if strings.Count(data, old) != 1 {
		t.Fatalf("%q is %d times in the file", old, strings.Count(data, old))
	}
	return []byte(strings.Replace(data, old, new, 1))
}

func rangesJSON(offsets ...int) string {
	var parts []string
	for i := 0; i < len(offsets); i += 2 {
		parts = append(parts, fmt.Sprintf(`{"start": %d, "end": %d}`, offsets[i], offsets[i+1]))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
