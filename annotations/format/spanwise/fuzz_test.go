package spanwise

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf8"

	"spanwise/annotations"
)

// seedFile is a file in short. TEXT stands for the text of its document, and
// SHA for the hash of it, so that a changed text is not refused for its hash.
const seedFile = `{"format":"spanwise","version":1,"offsets":"code points",` +
	`"scheme":{"name":"","labels":[{"id":"a","name":"A","key":"","color":"#000000","definition":""}]},` +
	`"documents":[{"id":"d","title":"t","outlet":"","language":"","published":"","url":"","note":"","sha256":SHA,"text":TEXT}],` +
	`"sets":[{"document":"d","annotator":"annotator-1","state":"open","spans":[SPANS]}]}`

func seedSpan(id, ranges, text string) string {
	return `{"id":"` + id + `","label":"a","ranges":` + ranges + `,"text":"` + text + `","note":"","origin":"person","created":"","modified":"2026-11-23T04:00:00.000Z"}`
}

// filledIn puts text and hash into a file.
func filledIn(data []byte, text string) []byte {
	var w annotations.JSONWriter
	w.String(text)
	sum := sha256.Sum256([]byte(text))
	return []byte(strings.NewReplacer("SHA", `"`+hex.EncodeToString(sum[:])+`"`, "TEXT", string(w.Bytes())).Replace(string(data)))
}

// FuzzReadProject reads any bytes. What is read is written so that it is read
// again without a repair, into an equal project and the same bytes.
func FuzzReadProject(f *testing.F) {
	for _, spans := range []string{
		"",
		seedSpan("s", rangesJSON(2, 3), "a"),
		seedSpan("s", rangesJSON(1, 2, 3, 4), "a … é") + "," + seedSpan("r", rangesJSON(0, 99), "aé"),
		seedSpan("s", rangesJSON(3, 4), "a"),
	} {
		f.Add([]byte(strings.Replace(seedFile, "SPANS", spans, 1)), "\U0001F600a aé")
	}
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		if !utf8.ValidString(text) {
			return
		}
		p, _, err := Read(filledIn(data, text), nil)
		if err != nil {
			if p != nil {
				t.Error("a refused file gave a project")
			}
			return
		}
		once := write(t, p)
		q, repairs, err := Read(once, nil)
		if err != nil || len(repairs) > 0 {
			t.Fatalf("what was written is read with %v, %q", err, repairs)
		}
		if !q.Equal(p) || !bytes.Equal(once, write(t, q)) {
			t.Error("reading what was written gives another project")
		}
	})
}

// TestTheSeedsAreFiles keeps the fuzzing from starting at files that are
// refused at once.
func TestTheSeedsAreFiles(t *testing.T) {
	data := []byte(strings.Replace(seedFile, "SPANS", seedSpan("s", rangesJSON(1, 2, 3, 4), "a … a"), 1))
	if _, repairs, err := Read(filledIn(data, "\U0001F600a aé"), nil); err != nil || len(repairs) > 0 {
		t.Errorf("%v, %q", err, repairs)
	}
}
