package format

import (
	"testing"

	"spanwise/corpus/ingest/sniff"
)

// scratch is a codec that is as sure of every file as it is told to be.
type scratch struct {
	Codec

	id   string
	sure sniff.Certainty
}

func (s scratch) About() About {
	return About{ID: s.id, Endings: []string{"scr"}, MediaType: "text/" + s.id}
}
func (s scratch) Sure(*sniff.Sample) sniff.Certainty { return s.sure }

func TestTheSurestCodecHasAFile(t *testing.T) {
	const text, page = "Nothing but words.", "<!DOCTYPE html><html><body><p>x</p></body></html>"
	for _, tt := range []struct {
		why, name, data string
		a, b            sniff.Certainty
		want            string
		kind            sniff.Kind
	}{
		{"nobody knows it", "x.scr", text, sniff.No, sniff.No, "", sniff.Text},
		{"one is sure", "x", text, sniff.No, sniff.Likely, "b", sniff.Text},
		{"the surer has it", "x", text, sniff.Likely, sniff.Certain, "b", sniff.Text},
		{"of two that are as sure the first has it", "x", text, sniff.Certain, sniff.Certain, "a", sniff.Text},
		{"in two minds, and the name is another", "x.txt", text, sniff.Perhaps, sniff.No, "", sniff.Text},
		{"in two minds, and the name agrees", "x.SCR", text, sniff.No, sniff.Perhaps, "b", sniff.Text},
		{"it is something else for certain", "x.scr", page, sniff.Likely, sniff.Perhaps, "", sniff.HTML},
		{"a codec is as sure as that", "x.html", page, sniff.Certain, sniff.No, "a", sniff.Text},
	} {
		t.Run(tt.why, func(t *testing.T) {
			r := NewRegistry(scratch{id: "a", sure: tt.a}, scratch{id: "b", sure: tt.b})
			guess, got := r.Recognise(tt.name, []byte(tt.data)), ""
			if guess.Codec != nil {
				got = guess.Codec.About().ID
			}
			if got != tt.want || got == "" && guess.Kind != tt.kind {
				t.Errorf("it is of codec %q and seems to be %v, want %q and %v", got, guess.Kind, tt.want, tt.kind)
			}
		})
	}
}

func TestTwoCodecsOfOneIDAreAFaultOfTheProgram(t *testing.T) {
	for _, codecs := range [][]Codec{{scratch{id: "a"}, scratch{id: "b"}, scratch{id: "a"}}, {scratch{}}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%d codecs were registered", len(codecs))
				}
			}()
			NewRegistry(codecs...)
		}()
	}
}

func TestACodecIsFoundByItsID(t *testing.T) {
	r := NewRegistry(scratch{id: "a"}, scratch{id: "b"})
	if c, known := r.Codec("b"); !known || c.About().ID != "b" {
		t.Errorf("found is %v", c)
	}
	if _, known := r.Codec("c"); known {
		t.Error("one is found that nobody has registered")
	}
	if got := r.Accept(); got != "text/a,.scr,text/b,.scr" {
		t.Errorf("files to choose from are %q", got)
	}
	if len(r.Codecs()) != 2 {
		t.Errorf("there are %d", len(r.Codecs()))
	}
}
