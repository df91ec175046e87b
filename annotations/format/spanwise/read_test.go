package spanwise

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"spanwise/annotations"
	"spanwise/annotations/samples"
	"spanwise/corpus/testinput"
)

func TestAFileThatIsNotWholeIsRefusedWithItsPlace(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "not a Spanwise file: line 1, column 1: the data ends here"},
		{"no JSON", []byte("Shoigu met Assad"), `not a Spanwise file: line 1, column 1: found "Shoigu" in place of an object`},
		{"other JSON", []byte(`{"text":"x","label":[[0,1,"L"]]}`), `not a Spanwise file: its format is ""`},
		{"other format", []byte(`{"format":"brat"}`), `not a Spanwise file: its format is "brat"`},
		{"array", []byte(`[]`), `not a Spanwise file`},
		{"newer", changed(t, `"version": 4`, `"version": 5`), "written by a newer Spanwise (version 5; this one reads version 4)"},
		{"version nought", changed(t, `"version": 4`, `"version": 0`), "the version 0 is none"},
		{"bad UTF-8", changed(t, `"text": "Shoigu"`, "\"text\": \"Shoi\xffu\""), "the byte 0xFF is not valid UTF-8"},
		{"UTF-16", inUTF16(changed(t, `"version": 4`, `"version": 4`)), "is not valid UTF-8"},
		{"lone surrogate", changed(t, `"text": "Shoigu"`, `"text": "Shoi\ud83du"`), `sets[0].spans[1].text: the escape "\\ud83d" is half of a surrogate pair`},
		{"field twice", changed(t, `"origin": "import"`, `"origin": "import", "origin": "import"`), "sets[0].spans[2].origin: the field is there twice"},
		{"unknown field", changed(t, `"origin": "import"`, `"origin": "import", "__proto__": 1`), "sets[0].spans[2].__proto__: there is no such field in this version"},
		{"field in other case", changed(t, `"state": "open"`, `"State": "open"`), "sets[0].State: there is no such field"},
		{"other annotator", changed(t, `"annotator-1"`, `"Eve"`), `sets[0] is of the annotator "Eve", whom the file does not have`},
		{"other state", changed(t, `"open"`, `"shut"`), `its state "shut" is neither "open" nor "done"`},
		{"other unit", changed(t, `"code points"`, `"UTF-16"`), `offsets: it is "UTF-16"`},
		{"more after the end", append(write(t, samples.Small(t)), '{', '}'), "in place of the end"},
		{"other text", changed(t, "in Damascus.\\n", "in Damascus!\\n"), "“Talks in <Damascus>”: the text is not the one that was written: its SHA-256 is"},
		{"unclean text", changed(t, "in Damascus.\\n", "in Damascus.\\r\\n"), "“Talks in <Damascus>”: document \"damascus\": carriage return at byte"},
		{"two documents, one ID", changed(t, `"id": "empty"`, `"id": "damascus"`), `documents[1]: a second document has the ID "damascus"`},
		{"set of no document", changed(t, `"document": "damascus"`, `"document": "aleppo"`), `sets[0] is of the document "aleppo", which the file does not have`},
		{"two sets of one document", changed(t, `"sets": [`, `"sets": [{"document": "damascus", "annotator": "annotator-1", "state": "open", "spans": []},`), `sets[1] is a second set of the document "damascus" by the annotator "annotator-1"`},
		{"two spans, one ID", changed(t, `"id": "a1"`, `"id": "a2"`), `two spans have the ID "a2"`},
		{"unknown label", changed(t, `"label": "actor"`, `"label": "constructor"`), `span "a1": its label "constructor" is not in the scheme`},
		{"unknown origin", changed(t, `"origin": "import"`, `"origin": "robot"`), `its origin "robot" is neither`},
		{"no ranges", changed(t, rangesJSON(2, 8), `[]`), `span "a1": it covers nothing`},
		{"backward range", changed(t, rangesJSON(2, 8), rangesJSON(8, 2)), `span "a1": its ranges 8–2 are not one after the other`},
		{"negative offset", changed(t, rangesJSON(2, 8), rangesJSON(-2, 8)), `its ranges -2–8 are not`},
		{"bad time", changed(t, "\"origin\": \"import\",\n          \"created\": \"\"", "\"origin\": \"import\",\n          \"created\": \"today\""), `span "a3": created: the time today is not of the form`},
		{"bad colour", changed(t, "#009E73", "green"), `scheme: label 3 ("date"): its colour "green"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, repairs, err := Read(tt.data, nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if p != nil || repairs != nil {
				t.Errorf("a refused file gave %v and %q", p, repairs)
			}
		})
	}
}

func inUTF16(data []byte) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(string(data))) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func TestANewerFileIsKnownAsOneWhateverElseItSays(t *testing.T) {
	for _, data := range []string{
		`{"format":"spanwise","version":7,"layers":[{}]}`,
		`{"layers":[{"x":[1e5,null,true]}],"version":7,"format":"spanwise"}`,
	} {
		_, _, err := Read([]byte(data), nil)
		var newer *NewerError
		if !errors.As(err, &newer) || newer.Version != 7 {
			t.Errorf("%s: %v", data, err)
		}
	}
}

func TestACutFileIsRefusedAtEveryByte(t *testing.T) {
	data := write(t, samples.Small(t))
	for end := range len(data) - 1 {
		_, _, err := Read(data[:end], nil)
		if err == nil {
			t.Fatalf("the first %d of %d bytes were read as a file", end, len(data))
		}
		if msg := err.Error(); !strings.Contains(msg, "line ") || !strings.Contains(msg, "column ") {
			t.Fatalf("the first %d bytes: %v: no line and column", end, err)
		}
	}
}

func TestFieldsMayStandInAnyOrder(t *testing.T) {
	p := samples.Small(t)
	var v any
	if err := json.Unmarshal(write(t, p), &v); err != nil {
		t.Fatal(err)
	}
	sorted, err := json.Marshal(v) // encoding/json sorts the keys of maps
	if err != nil {
		t.Fatal(err)
	}
	sameFile(t, p, read(t, sorted))
}

func TestLabelsWithHostileIDsAreLabels(t *testing.T) {
	scheme := &annotations.Scheme{Name: "</script>"}
	d := samples.Document(t, "__proto__", "constructor", "text")
	var spans []annotations.Span
	for _, id := range []string{"__proto__", "constructor", "hasOwnProperty", "toString", "null", "\u202e", "=1+1", "' OR 1=1 --", "a.b[0]"} {
		scheme.Labels = append(scheme.Labels, annotations.Label{ID: id, Name: id, Color: "#000000", Definition: id})
		spans = append(spans, samples.Span(t, d, id, id, "text"))
	}
	p := samples.Project(t, annotations.ChangeScheme{Scheme: scheme}, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(spans...)})
	sameFile(t, p, read(t, write(t, p)))
}

// hostile is the folder of hostile files, in ../shared.
const hostile = "cases/hostile"

func TestHostileStringsComeThroughUnchanged(t *testing.T) {
	data, err := os.ReadFile(testinput.Path(t, hostile+"/blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var strs []string
	if err := json.Unmarshal(data, &strs); err != nil {
		t.Fatal(err)
	}
	var edits []annotations.Edit
	for i, s := range strs {
		clean := strings.TrimPrefix(strings.ReplaceAll(s, "\r", ""), "\ufeff")
		if clean == "" {
			continue
		}
		d := samples.Document(t, fmt.Sprint(s, i), s, clean)
		span := samples.Span(t, d, s, "actor", clean)
		span.Note = s
		edits = append(edits, annotations.AddDocument{Document: d, At: -1, Sets: samples.Set(span)})
	}
	if len(edits) < 400 {
		t.Fatalf("only %d strings were tried", len(edits))
	}
	p := samples.Project(t, edits...)
	sameFile(t, p, read(t, write(t, p)))
}

func TestHostileFilesAreRefusedInPeace(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testinput.Path(t, hostile), "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in ../shared/%s: %v", hostile, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, variant := range [][]byte{
			data,
			changed(t, `"version": 4`, `"version": 4, "more": `+string(data)),
			changed(t, `"text": "Shoigu"`, `"text": `+string(data)),
			changed(t, rangesJSON(2, 8), string(data)),
		} {
			if p, _, err := Read(variant, nil); err == nil {
				t.Errorf("%s was read as %v", filepath.Base(file), p)
			}
		}
	}
}

func TestAByteOrderMarkIsTakenOffAndSaid(t *testing.T) {
	p := samples.Small(t)
	got, repairs, err := Read(append([]byte("\uFEFF"), write(t, p)...), nil)
	if err != nil || len(repairs) != 1 || !strings.Contains(repairs[0].String(), "byte order mark") {
		t.Fatalf("%v, %q", err, repairs)
	}
	sameFile(t, p, got)
}

func TestAFileThatIsTooLargeIsNotTried(t *testing.T) {
	_, _, err := Read(bytes.Repeat([]byte(" "), MaxBytes+1), nil)
	if err == nil || !strings.Contains(err.Error(), "the file has 256 MiB; at most 256 can be read") {
		t.Errorf("error %v", err)
	}
}
