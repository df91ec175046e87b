package spanwise

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestAProjectIsWrittenAsTheGoldenFile(t *testing.T) {
	for golden, p := range map[string]*annotations.Project{"testdata/small.json": samples.Small(t), "testdata/whole.json": samples.Whole(t)} {
		got := write(t, p)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", golden, diff)
		}
	}
}

// TestFilesOfOlderVersionsOpenAsTheyAre has a file that was written before there was
// anything but one annotator's spans, one with all that there was before
// headlines, and one before values pointed to entries.
func TestFilesOfOlderVersionsOpenAsTheyAre(t *testing.T) {
	for version, file := range map[int]string{1: "testdata/version-1.json", 2: "testdata/version-2.json", 3: "testdata/version-3.json"} {
		old, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := bytes.Replace(old, fmt.Appendf(nil, `"version": %d`, version), fmt.Appendf(nil, `"version": %d`, Version), 1)
		if diff := cmp.Diff(string(want), string(write(t, read(t, old)))); diff != "" {
			t.Errorf("%s, written anew, says something else (-want +got):\n%s", file, diff)
		}
	}
}

func TestWhatIsWrittenIsReadAsTheSame(t *testing.T) {
	for _, tt := range []struct {
		name    string
		project *annotations.Project
	}{
		{"small", samples.Small(t)},
		{"whole", samples.Whole(t)},
		{"no documents", samples.Project(t)},
		{"no labels", samples.Project(t, annotations.ChangeScheme{Scheme: &annotations.Scheme{}})},
	} {
		t.Run(tt.name, func(t *testing.T) { sameFile(t, tt.project, read(t, write(t, tt.project))) })
	}
}

func TestTheSameProjectIsTheSameBytesHoweverItCameAbout(t *testing.T) {
	p := samples.Small(t)
	d, _ := p.Document("damascus")
	q := samples.Project(t,
		annotations.AddDocument{Document: samples.Document(t, "empty", "Nothing here", ""), At: 0},
		annotations.AddDocument{Document: d, At: 0})
	for _, id := range []string{"a4", "a2", "a3", "a1"} {
		s, _ := p.Set("damascus", annotations.DefaultAnnotator).Span(id)
		q = samples.Apply(t, q, annotations.AddSpan{Document: "damascus", Annotator: annotations.DefaultAnnotator, Span: *s})
	}
	sameFile(t, p, q)
}

func TestTheFileKeepsItsSchema(t *testing.T) {
	schema := compile(t)
	for _, p := range []*annotations.Project{samples.Small(t), samples.Whole(t), samples.Project(t)} {
		if err := schema.Validate(generic(t, write(t, p))); err != nil {
			t.Error(err)
		}
	}
}

// TestTheSchemaRefusesWhatReadRefuses changes one thing at a time, so that the
// schema is seen to say something.
func TestTheSchemaRefusesWhatReadRefuses(t *testing.T) {
	schema := compile(t)
	for _, tt := range []struct{ name, old, new string }{
		{"unknown field", `"version": 4`, `"version": 4, "more": 1`},
		{"other version", `"version": 4`, `"version": 5`},
		{"standfirst alone", `"sha256": "e3b0`, `"head": ["standfirst"], "sha256": "e3b0`},
		{"headline twice", `"sha256": "e3b0`, `"head": ["headline", "headline"], "sha256": "e3b0`},
		{"headline in a word", `"sha256": "e3b0`, `"head": "headline", "sha256": "e3b0`},
		{"other unit", `"code points"`, `"bytes"`},
		{"missing field", "\"outlet\": \"Outlet\",\n      \"language\": \"en\",\n      \"published\": \"2026-11-23\",\n      \"url\": \"https://example.org/a?b=1&c=<2>\",\n      \"note\": \"A \\\"note\\\"\\n\\u2028\\u0000\",\n      \"sha256\": \"e3b0", `"sha256": "e3b0`},
		{"number as text", `"start": 2, "end": 8`, `"start": "2", "end": 8`},
		{"negative offset", `"start": 2, "end": 8`, `"start": -2, "end": 8`},
		{"no ranges", `[{"start": 2, "end": 8}]`, `[]`},
		{"unknown origin", `"import"`, `"machine"`},
		{"bad colour", `#009E73`, `green`},
		{"long key", `"key": "3"`, `"key": "33"`},
		{"no text", `"text": "Shoigu"`, `"text": ""`},
	} {
		t.Run(tt.name, func(t *testing.T) { refused(t, schema, changed(t, tt.old, tt.new)) })
	}
	for _, tt := range []struct{ name, old, new string }{
		{"annotator without name", `"name": "Eve"`, `"name": ""`},
		{"unknown type of attribute", `"type": "number"`, `"type": "integer"`},
		{"options of a number", `"min": "1",`, `"options": [{"id": "a", "name": "A"}],`},
		{"bounds of a text", `"offers": "actor"`, `"min": "1"`},
		{"entries offered by a date", `"type": "date"`, `"type": "date", "offers": "actor"`},
		{"bound in words", `"min": "1"`, `"min": "one"`},
		{"no option's name", `"name": "Person"`, `"name": ""`},
		{"unknown rule for entries", `"entry": "required"`, `"entry": "always"`},
		{"unknown state", `"state": "done"`, `"state": "shut"`},
		{"entry without label", `"label": "source-bias",` + "\n      \"name\": \"Nobody\"", `"name": "Nobody"`},
		{"date without value", `"value": "XXXX-WXX-2", `, ``},
		{"nothing chosen", `"devices": ["loaded", "scare"]`, `"devices": []`},
		{"no value", `"certain": true`, `"certain": null`},
		{"relation without end", `"from": {"document": "damascus", "span": "a1"}`, `"from": {"document": "damascus"}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := string(write(t, samples.Whole(t)))
			if strings.Count(data, tt.old) != 1 {
				t.Fatalf("%q is %d times in the file", tt.old, strings.Count(data, tt.old))
			}
			refused(t, schema, []byte(strings.Replace(data, tt.old, tt.new, 1)))
		})
	}
}

// refused holds schema and Read to refusing a file.
func refused(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	if schema.Validate(generic(t, data)) == nil {
		t.Error("the schema lets it pass")
	}
	if _, _, err := Read(data, nil); err == nil {
		t.Error("Read lets it pass")
	}
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", generic(t, Schema)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func generic(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestOffsetsInTheFileAreCodePoints(t *testing.T) {
	var f struct {
		Documents []struct{ ID, Text string }
		Sets      []struct {
			Document string
			Spans    []struct {
				Text   string
				Ranges []struct{ Start, End int }
			}
		}
	}
	if err := json.Unmarshal(write(t, samples.Small(t)), &f); err != nil {
		t.Fatal(err)
	}
	runes := []rune(f.Documents[0].Text)
	for _, s := range f.Sets[0].Spans {
		var parts []string
		for _, r := range s.Ranges {
			parts = append(parts, string(runes[r.Start:r.End]))
		}
		if diff := cmp.Diff(s.Text, strings.Join(parts, " … ")); diff != "" {
			t.Errorf("(-text +slices of the document):\n%s", diff)
		}
	}
}

func TestTheFileIsPlainUTF8(t *testing.T) {
	data := write(t, samples.Small(t))
	if !utf8.Valid(data) || !bytes.HasSuffix(data, []byte("}\n")) || bytes.Contains(data, []byte("\r")) {
		t.Error("the file is not UTF-8 with LF and a line break at its end")
	}
	if !json.Valid(data) {
		t.Error("the standard library does not take the file as JSON")
	}
}
