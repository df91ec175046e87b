package spanwise

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/samples"
)

// seedFile is a file in short. TEXT stands for the text of its document, and
// SHA for the hash of it, so that a changed text is not refused for its hash.
const seedFile = `{"format":"spanwise","version":2,"offsets":"code points",` +
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

// seedSpans are spans for seedFile: some that fit, and some of every way not to.
var seedSpans = []string{
	"",
	seedSpan("s", rangesJSON(2, 3), "a"),
	seedSpan("s", rangesJSON(1, 2, 3, 4), "a … é") + "," + seedSpan("r", rangesJSON(0, 99), "aé"),
	seedSpan("s", rangesJSON(3, 4), "a"),
	seedSpan("s", rangesJSON(3, 4, 1, 2), "é … a") + "," + seedSpan("s", rangesJSON(2, 1), "a"),
	seedSpan("", rangesJSON(0, 3, 2, 4, 3, 3), "x … y … z") + "," + seedSpan("t", rangesJSON(-1, 900), "none"),
	strings.Replace(seedSpan("s", rangesJSON(1, 2), "a"), `"label":"a"`, `"label":"b"`, 1),
	strings.Replace(seedSpan("s", rangesJSON(1, 2), "a"), "2026-11", "0000-13", 1),
}

// FuzzReadProject reads any bytes. What is read is written so that it is read
// again without a repair, into an equal project and the same bytes; so is what
// was read with everything repaired, which is all that is whole.
func FuzzReadProject(f *testing.F) {
	for _, spans := range seedSpans {
		f.Add([]byte(strings.Replace(seedFile, "SPANS", spans, 1)), "\U0001F600a aé")
	}
	f.Add([]byte(strings.Replace(seedFile, "SPANS", seedSpans[2], 1)), "\uFEFFa\r\né\r")
	for _, project := range []*annotations.Project{samples.Small(f), samples.Whole(f)} {
		f.Add(write(f, project), "")
	}
	for i := range uint64(20) {
		f.Add(randomFile(rand.New(rand.NewPCG(1, i))), "")
	}
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		if !utf8.ValidString(text) {
			return
		}
		data = filledIn(data, text)
		p, said, err := Read(data, nil)
		q, repairs, repairErr := ReadRepaired(data, nil)
		var broken *format.BrokenError
		switch {
		case err == nil:
			checkWritten(t, p)
			if repairErr != nil || !q.Equal(p) || len(repairs) != len(said) {
				t.Errorf("what is read with %q is read repaired with %q, %v", said, repairs, repairErr)
			}
		case errors.As(err, &broken):
			if p != nil || repairErr != nil || len(repairs) < len(broken.Problems) {
				t.Fatalf("%v, and it is read repaired with %q, %v", err, repairs, repairErr)
			}
			checkWritten(t, q)
		case p != nil || q != nil || repairErr == nil || repairErr.Error() != err.Error():
			t.Errorf("a refused file gave %v and %v, %v and %v", p, q, err, repairErr)
		}
	})
}

// checkWritten holds a project to what writing and reading it promise.
func checkWritten(t *testing.T, p *annotations.Project) {
	t.Helper()
	once := write(t, p)
	q, repairs, err := Read(once, nil)
	if err != nil || len(repairs) > 0 {
		t.Fatalf("what was written is read with %v, %q", err, repairs)
	}
	if !q.Equal(p) || !bytes.Equal(once, write(t, q)) {
		t.Error("reading what was written gives another project")
	}
}

// TestTheSeedsAreFiles keeps the fuzzing from starting at files that are
// refused at once.
func TestTheSeedsAreFiles(t *testing.T) {
	data := []byte(strings.Replace(seedFile, "SPANS", seedSpan("s", rangesJSON(1, 2, 3, 4), "a … a"), 1))
	if _, repairs, err := Read(filledIn(data, "\U0001F600a aé"), nil); err != nil || len(repairs) > 0 {
		t.Errorf("%v, %q", err, repairs)
	}
}
