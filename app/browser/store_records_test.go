//go:build js

package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestManyRecordsComeBackAsTheyWere(t *testing.T) {
	s := newStore(t)
	var texts []string
	for i := range many + 1 {
		texts = append(texts, strings.Repeat(fmt.Sprintf("%d\xff", i), i%5)) // every fifth is empty
	}
	appended := mustAppend(t, s, texts...)
	cases := []struct{ name, set, undo, why string }{
		{"together", ``, ``, "in one piece"},
		{"no Blob", `window.plainBlob = Blob; window.Blob = undefined`, `window.Blob = window.plainBlob`, "one by one, where it cannot be in one piece"},
		{"a Blob that cannot be read", `window.plainBuffer = Blob.prototype.arrayBuffer;
			Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("no room", "NotReadableError"))`,
			`Blob.prototype.arrayBuffer = window.plainBuffer`, "a full disk must not keep the work from being opened"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			patched(t, c.set, c.undo)
			if diff := cmp.Diff(appended, mustLoad(t, s).Records); diff != "" {
				t.Errorf("%s (-appended +loaded):\n%s", c.why, diff)
			}
			since, err := s.Since(withPatience(t), 1)
			if diff := cmp.Diff(appended[1:], since); diff != "" || err != nil {
				t.Errorf("error %v, since 1 (-appended +since):\n%s", err, diff)
			}
		})
	}
}

func TestManyRecordsAreReadInOnePiece(t *testing.T) {
	s := newStore(t)
	mustAppend(t, s, make([]string, many)...)
	patched(t, `window.blobs = 0; window.plainBlob = Blob;
		window.Blob = class extends window.plainBlob { constructor(...a) { super(...a); window.blobs++; } }`, `window.Blob = window.plainBlob`)
	if kept := mustLoad(t, s); len(kept.Records) != many {
		t.Errorf("%d records, want %d", len(kept.Records), many)
	}
	if blobs := script(t, `window.blobs`).Int(); blobs != 1 {
		t.Errorf("%d pieces, want 1", blobs)
	}
}
