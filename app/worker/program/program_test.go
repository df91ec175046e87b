package program

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/worker"
	"spanwise/app/worker/jobs"
	"spanwise/corpus/ingest/charset"
)

// latin1 decodes every byte as the character of that number, in one encoding, and
// knows no other.
func latin1(label string, data []byte) string {
	switch label {
	case charset.UTF8:
		return strings.ToValidUTF8(string(data), "\ufffd")
	case "windows-1252":
		var text strings.Builder
		for _, b := range data {
			text.WriteRune(rune(b))
		}
		return text.String()
	}
	return "\ufffd"
}

func TestTheEncodingsThatFitComeBackAsTheyWereFound(t *testing.T) {
	data := []byte("Der Minister \xfcberrascht: K\xf6ln w\xe4hlt.")
	var got jobs.Guessed
	if err := worker.NewClient(worker.Pipe(Registry(latin1))).Do(t.Context(), jobs.Guess{Data: data}, &got, nil); err != nil {
		t.Fatal(err)
	}
	type candidate struct {
		Encoding charset.Encoding
		Damage   int
	}
	var want, have []candidate
	for _, c := range charset.Guess(data, latin1) {
		want = append(want, candidate{c.Encoding, c.Damage})
	}
	for _, c := range got.Fitting {
		have = append(have, candidate{c.Encoding, c.Damage})
	}
	if diff := cmp.Diff(want, have); diff != "" || len(want) != 2 {
		t.Errorf("encodings (-want +got):\n%s", diff)
	}
}
