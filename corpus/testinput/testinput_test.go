//go:build !js

package testinput

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// recorder is a test that notes how it ended.
type recorder struct {
	testing.TB
	ended string
}

func (r *recorder) Helper() {}

func (r *recorder) Skipf(string, ...any) { r.ended = "skipped"; runtime.Goexit() }

func (r *recorder) Fatalf(string, ...any) { r.ended = "failed"; runtime.Goexit() }

// endOf is how a test ends that wants an input, or the input's path.
func endOf(t *testing.T, name string) string {
	r := &recorder{TB: t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.ended = Path(r, name)
	}()
	<-done
	return r.ended
}

func TestWhatIsAbsentIsSkippedAndOnlyBesideTheRestFailsWhereCIIsSet(t *testing.T) {
	for _, c := range []struct {
		name        string
		ci          string
		shared      bool
		input, want string
	}{
		{"no ../shared", "", false, "cases/a", "skipped"},
		{"no ../shared and CI", "1", false, "cases/a", "skipped"},
		{"another input", "", true, "cases/b", "skipped"},
		{"another input and CI", "1", true, "cases/b", "failed"},
		{"the input", "1", true, "cases/a", "found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			beside := t.TempDir()
			module := filepath.Join(beside, "module", "package")
			mustMake(t, module)
			if err := os.WriteFile(filepath.Join(beside, "module", "go.mod"), nil, 0o644); err != nil {
				t.Fatal(err)
			}
			if c.shared {
				mustMake(t, filepath.Join(beside, "shared", "cases", "a"))
			}
			t.Chdir(module)
			t.Setenv("CI", c.ci)
			got := endOf(t, c.input)
			if filepath.IsAbs(got) {
				got = "found"
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func mustMake(t *testing.T, folder string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
}
