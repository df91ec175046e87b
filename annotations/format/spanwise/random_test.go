package spanwise

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"runtime"
	"testing"
)

// randomFile is a file that is whole and in which hardly anything fits.
func randomFile(r *rand.Rand) []byte {
	type object = map[string]any
	pick := func(values ...any) any { return values[r.IntN(len(values))] }
	id := func() any { return pick("", "a", "b", "a-2", "c", "__proto__") }
	several := func(most int, one func() any) []any {
		list := []any{}
		for range r.IntN(most + 1) {
			list = append(list, one())
		}
		return list
	}
	text := func() any {
		return pick("", "a b a b", "\U0001F600 é\u0301 a\nb", "\ufeffa\r\nb\ra", "a", "a … b")
	}
	time := func() any {
		return pick("", "2026-11-23T04:00:00.000Z", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59-14:00", "2026-11-23T04:00:00+01:00", "now")
	}
	label := func() any {
		return object{"id": id(), "name": pick("", "A"), "key": pick("", "1", "2", "12"), "color": pick("#000000", "#0072B2", "red", ""), "definition": ""}
	}
	document := func() any {
		return object{"id": id(), "title": pick("", "T"), "outlet": "", "language": "", "published": "", "url": "", "note": "", "sha256": pick("", checksumOf("a b a b")), "text": text()}
	}
	oneRange := func() any { return object{"start": r.IntN(9) - 1, "end": pick(r.IntN(9), 3, 1<<62)} }
	span := func() any {
		return object{"id": id(), "label": id(), "ranges": several(4, oneRange), "text": text(), "note": "", "origin": pick("person", "import", ""), "created": time(), "modified": time()}
	}
	set := func() any {
		return object{"document": id(), "annotator": "annotator-1", "state": "open", "spans": several(6, span)}
	}
	data, err := json.Marshal(object{"format": "spanwise", "version": 1, "offsets": "code points",
		"scheme": object{"name": "", "labels": several(4, label)}, "documents": several(4, document), "sets": several(4, set)})
	if err != nil {
		panic(err)
	}
	return data
}

func TestRandomBrokenFilesAreRepaired(t *testing.T) {
	seed := rand.Uint64()
	files, kept := 5000, 0
	if testing.Short() || runtime.GOARCH == "wasm" {
		files = 500
	}
	for i := range uint64(files) {
		data := randomFile(rand.New(rand.NewPCG(seed, i)))
		_, _, err := Read(data, nil)
		var broken *BrokenError
		if err != nil && !errors.As(err, &broken) {
			t.Fatalf("seed %d, file %d: %v\n%s", seed, i, err, data)
		}
		p, _, err := ReadRepaired(data, nil)
		if err != nil {
			t.Fatalf("seed %d, file %d: %v\n%s", seed, i, err, data)
		}
		for _, d := range p.Documents() {
			kept += p.Set(d.ID, "annotator-1").Len()
		}
		if checkWritten(t, p); t.Failed() {
			t.Fatalf("seed %d, file %d:\n%s", seed, i, data)
		}
	}
	if kept < files/5 {
		t.Errorf("only %d spans were kept: the test does not test them", kept)
	}
}
