package jsontext

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestTheReaderKnowsJSON holds Skip, which reads any value, to the standard
// library's grammar; what is stricter by intent is said beside it.
func TestTheReaderKnowsJSON(t *testing.T) {
	cases := []string{`null`, `true`, `-0.5e+7`, `01`, `1.`, `.5`, `+1`, `nul`, `{}`, `[]`, `[1,]`, `{"a":1,}`, `{"a"}`, `{a:1}`,
		`[1 2]`, `"a" "b"`, `"\u12"`, `"\"`, `"`, `[`, `{`, `{"a":`, ``, ` `, "\ufeff1", `[[],[{}]]`, `{"":{"":""}}`, `"\ud83d\udd4a"`, "\x00", `1`, `[true,false,null]`, `NaN`, `-`, `1e`, `/**/1`}
	for _, file := range hostileJSON(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, string(data))
	}
	for _, data := range cases {
		r, err := NewReader([]byte(data), nil)
		if err == nil {
			if err = r.Skip(); err == nil {
				err = r.End()
			}
		}
		if valid := json.Valid([]byte(data)); valid != (err == nil) && !stricter(err) {
			t.Errorf("%.100q: valid for encoding/json: %v, here: %v", data, valid, err)
		}
	}
}

// stricter recognises what encoding/json lets pass: bytes that are not UTF-8,
// half pairs, and any depth up to 10,000.
func stricter(err error) bool {
	return err != nil && (strings.Contains(err.Error(), "UTF-8") || strings.Contains(err.Error(), "surrogate") || strings.Contains(err.Error(), "deep"))
}

// hostileJSON lists the hostile JSON files that lie beside the repository, if any.
func hostileJSON(t *testing.T) []string {
	files, err := filepath.Glob("../../../shared/cases/hostile/json/*")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Log("../shared/cases/hostile/json is not there: its files are left out")
	}
	return files
}

func TestTimesKeepTheInstant(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"ours", "2026-11-23T04:05:06.007Z", "2026-11-23T04:05:06.007Z"},
		{"unknown", "", ""},
		{"other zone", "2026-11-23T04:05:06+02:00", "2026-11-23T02:05:06.000Z"},
		{"finer", "2026-11-23T04:05:06.007999Z", "2026-11-23T04:05:06.007Z"},
	} {
		got, err := ParseTime(tt.in)
		if err != nil || FormatTime(got) != tt.want {
			t.Errorf("%s: %q became %q, %v, want %q", tt.name, tt.in, FormatTime(got), err, tt.want)
		}
	}
}

func TestTheWriterIndentsAndKeepsOnOneLineWhatItIsTold(t *testing.T) {
	w := Writer{Indent: true}
	w.Open('{')
	w.TimeField("time", time.UnixMilli(7))
	w.Name("list")
	w.OpenInline('[')
	w.Int(1)
	w.Open('{')
	w.IntField("b", -2)
	w.Field("c", "\b\r\t\\")
	w.Close('}')
	w.Close(']')
	w.Name("empty")
	w.Open('[')
	w.Close(']')
	w.Close('}')
	want := `{
  "time": "1970-01-01T00:00:00.007Z",
  "list": [1, {"b": -2, "c": "\u0008\r\t\\"}],
  "empty": []
}`
	if diff := cmp.Diff(want, string(w.Bytes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestShortenCutsBetweenCharacters(t *testing.T) {
	long := strings.Repeat("é", 41)
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{strings.Repeat("é", 40), strings.Repeat("é", 40)},
		{long, strings.Repeat("é", 39) + "…"},
	} {
		if got := Shorten(tt.in); got != tt.want {
			t.Errorf("Shorten(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
