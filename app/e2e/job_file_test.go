package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"spanwise/app/e2e/chromium"
)

// exported is a Spanwise file as another program reads and writes it: only JSON
// and code points, nothing of the code that wrote it.
type exported struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Offsets string `json:"offsets"`
	Scheme  struct {
		Name   string          `json:"name"`
		Labels []exportedLabel `json:"labels"`
	} `json:"scheme"`
	Annotators []exportedAnnotator `json:"annotators,omitempty"`
	Documents  []exportedDocument  `json:"documents"`
	Sets       []exportedSet       `json:"sets"`
}

type exportedAnnotator struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// me is the ID of the first annotator.
func (f exported) me() string { return f.Annotators[0].ID }

type exportedLabel struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Key        string `json:"key"`
	Color      string `json:"color"`
	Definition string `json:"definition"`
}

type exportedDocument struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Outlet    string   `json:"outlet"`
	Language  string   `json:"language"`
	Published string   `json:"published"`
	URL       string   `json:"url"`
	Note      string   `json:"note"`
	Head      []string `json:"head,omitempty"`
	SHA256    string   `json:"sha256"`
	Text      string   `json:"text"`
}

type exportedSet struct {
	Document  string         `json:"document"`
	Annotator string         `json:"annotator"`
	State     string         `json:"state"`
	Spans     []exportedSpan `json:"spans"`
}

type exportedSpan struct {
	ID       string          `json:"id"`
	Label    string          `json:"label"`
	Ranges   []exportedRange `json:"ranges"`
	Text     string          `json:"text"`
	Note     string          `json:"note"`
	Origin   string          `json:"origin"`
	Created  string          `json:"created"`
	Modified string          `json:"modified"`
}

type exportedRange struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// export downloads the work and returns the file's bytes.
func export(p *chromium.Page) []byte {
	return p.Download(func() { p.Click("button", "Export") }).Data
}

// readExport downloads the work, holds it against the schema and every span's
// text against its offsets, and reads it.
func readExport(t *testing.T, p *chromium.Page) exported {
	t.Helper()
	return parseExport(t, export(p))
}

func parseExport(t *testing.T, data []byte) exported {
	t.Helper()
	checkSchema(t, data)
	var f exported
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatalf("read the export: %v", err)
	}
	for _, set := range f.Sets {
		checkOffsets(t, []rune(f.document(set.Document).Text), set.Spans)
	}
	return f
}

// checkOffsets counts in code points, as the file says it does.
func checkOffsets(t *testing.T, text []rune, spans []exportedSpan) {
	t.Helper()
	for _, s := range spans {
		var parts []string
		for _, r := range s.Ranges {
			if r.Start < 0 || r.Start >= r.End || r.End > len(text) {
				t.Fatalf("span %q has the range %v in a text of %d code points", s.Text, r, len(text))
			}
			parts = append(parts, string(text[r.Start:r.End]))
		}
		if got := strings.Join(parts, " … "); got != s.Text {
			t.Errorf("at %v stands %q; the file says %q", s.Ranges, got, s.Text)
		}
	}
}

func checkSchema(t *testing.T, data []byte) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(chromium.Root(), "annotations/format/spanwise/schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", schema); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.MustCompile("schema.json").Validate(value); err != nil {
		t.Errorf("the export is not as its schema says: %v", err)
	}
}

// document finds a document by its ID.
func (f exported) document(id string) exportedDocument {
	for _, d := range f.Documents {
		if d.ID == id {
			return d
		}
	}
	return exportedDocument{}
}

// titled finds a document by its title.
func (f exported) titled(title string) exportedDocument {
	for _, d := range f.Documents {
		if d.Title == title {
			return d
		}
	}
	return exportedDocument{}
}

// spans are the spans of the document with that title.
func (f exported) spans(title string) []exportedSpan {
	id := f.titled(title).ID
	for _, set := range f.Sets {
		if set.Document == id {
			return set.Spans
		}
	}
	return nil
}

// marks are the spans of the document with that title, each as its label and
// its text.
func (f exported) marks(title string) []string {
	list := []string{}
	for _, s := range f.spans(title) {
		list = append(list, s.Label+": "+s.Text)
	}
	return list
}
