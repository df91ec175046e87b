package formats

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/samples"
	"spanwise/corpus/ingest/sniff"
)

// TestEveryFormatKeepsWhatItDoesNotSayIsLost takes random projects through every format and back.
func TestEveryFormatKeepsWhatItDoesNotSayIsLost(t *testing.T) {
	seed := rand.Uint64()
	for _, codec := range All.Codecs() {
		t.Run(codec.About().ID, func(t *testing.T) {
			for i := range uint64(50) {
				p := samples.Random(t, rand.New(rand.NewPCG(seed, i)))
				if checkKept(t, codec, p); t.Failed() {
					t.Fatalf("seed %d, project %d", seed, i)
				}
			}
			checkKept(t, codec, samples.Whole(t))
		})
	}
}

// checkKept writes a project, finds its format again, and reads it.
func checkKept(t *testing.T, codec format.Codec, p *annotations.Project) {
	t.Helper()
	losses, err := codec.Losses(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	file, err := codec.Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := codec.Write(p, nil); !bytes.Equal(file, again) {
		t.Error("written again it is other bytes")
	}
	if guess := All.Recognise("", file); guess.Codec != codec {
		t.Errorf("it is taken for %v", guess.Kind)
	}
	reading, err := codec.Read(file, format.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(losses) == 0 && !reading.Project.Equal(p) || len(reading.Notes) > 0 {
		t.Errorf("another project was read, with the notes %v", reading.Notes)
	}
}

func TestEveryFormatSaysWhatItIs(t *testing.T) {
	for _, codec := range All.Codecs() {
		about := codec.About()
		if about.Name == "" || len(about.Endings) == 0 || about.MediaType == "" || about.Unit == "" {
			t.Errorf("%s says too little of itself: %+v", about.ID, about)
		}
	}
}

func TestNoFormatClaimsATextOrAnotherKindOfFile(t *testing.T) {
	for name, data := range map[string]string{
		"article.txt":   "A harbour reopens\n\nThe first ship in years.",
		"article.json":  "A harbour reopens\n\nThe first ship in years.",
		"data.json":     `{"format": "geojson", "features": []}`,
		"labels.json":   `[{"id": 1, "data": {"text": "x"}, "annotations": []}]`,
		"about.txt":     `Our files begin with {"format": "spanwise"} and so on.`,
		"picture.json":  "\x89PNG\r\n\x1a\n\x00\x00",
		"empty.json":    "",
		"spanwise.json": "{",
	} {
		if guess := All.Recognise(name, []byte(data)); guess.Codec != nil {
			t.Errorf("%s: %s claims it", name, guess.Codec.About().ID)
		}
	}
	if got := All.Recognise("labels.json", []byte(`[{"id": 1, "data": {"text": "x"}, "annotations": []}]`)).Kind; got != sniff.LabelStudio {
		t.Errorf("a file that no codec reads seems to be %v", got)
	}
}
