package spanwise

import (
	"bytes"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

func TestFilesAreReadAndWrittenInSlices(t *testing.T) {
	const n, often = 2000, 2000 / 256
	p := samples.Sized(t, n)
	file := write(t, p)
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
	} {
		if pauses := samples.StopAtEvery(t, tt.work); pauses < often {
			t.Errorf("%s: %d pauses for %d spans", tt.name, pauses, n)
		}
	}
}

func TestAFileThatIsAllAstrayIsRepairedInSlices(t *testing.T) {
	p := samples.Sized(t, 600)
	late := bytes.ReplaceAll(write(t, p), []byte(`"end": `), []byte(`"end": 1`))
	pauses := samples.StopAtEvery(t, func(pace annotations.Pace) error {
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
