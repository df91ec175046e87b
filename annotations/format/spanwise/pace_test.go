package spanwise

import (
	"bytes"
	"errors"
	"testing"

	"spanwise/annotations"
)

// stopAtEvery does work again and again, first to be stopped at its first
// pause, then at its second, until it goes through. It returns the number of
// pauses.
func stopAtEvery(t *testing.T, work func(annotations.Pace) error) int {
	t.Helper()
	stop := errors.New("stop")
	for n := 0; ; n++ {
		left, last := n, 0.0
		err := work(func(done float64) error {
			if done < last || done > 1 {
				t.Fatalf("%v is done after %v", done, last)
			}
			last = done
			if left--; left < 0 {
				return stop
			}
			return nil
		})
		if err == nil && left >= 0 {
			return n
		}
		if !errors.Is(err, stop) {
			t.Fatalf("stopped at pause %d: error %v", n+1, err)
		}
	}
}

func TestFilesAreReadMergedAndWrittenInSlices(t *testing.T) {
	const n, often = 2000, 2000 / 256
	p := sized(t, n)
	file := write(t, p)
	into := newProject(t, annotations.AddDocument{Document: p.Documents()[0], At: -1})
	for _, tt := range []struct {
		name string
		work func(annotations.Pace) error
	}{
		{"read", func(pace annotations.Pace) error {
			got, repairs, err := Read(file, pace)
			if err == nil && (len(repairs) > 0 || !got.Equal(p)) {
				t.Errorf("another project was read, with the repairs %q", repairs)
			}
			return err
		}},
		{"write", func(pace annotations.Pace) error {
			data, err := Write(p, pace)
			if err == nil && !bytes.Equal(data, file) {
				t.Error("another file was written")
			}
			return err
		}},
		{"merge", func(pace annotations.Pace) error {
			edit, _, err := Merge(into, p, pace)
			if err == nil && !apply(t, into, edit).Equal(p) {
				t.Error("merged to another project")
			}
			return err
		}},
	} {
		if pauses := stopAtEvery(t, tt.work); pauses < often {
			t.Errorf("%s: %d pauses for %d spans", tt.name, pauses, n)
		}
	}
}

func TestAFileThatIsAllAstrayIsRepairedInSlices(t *testing.T) {
	p := sized(t, 600)
	late := bytes.ReplaceAll(write(t, p), []byte(`"end": `), []byte(`"end": 1`))
	pauses := stopAtEvery(t, func(pace annotations.Pace) error {
		_, repairs, err := Read(late, pace)
		if err == nil && len(repairs) == 0 {
			t.Error("nothing was repaired")
		}
		return err
	})
	if pauses < 10 {
		t.Errorf("%d pauses", pauses)
	}
}
