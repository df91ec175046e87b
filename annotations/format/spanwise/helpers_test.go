package spanwise

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/corpus"
)

// text has characters of one to four bytes, of one and two UTF-16 units, and
// clusters of several code points.
const text = "😀 Shoigu met 👨‍👩‍👧 in Damascus.\nوزارة الدفاع: e\u0301tat, e\u0301tat\n"

func newDocument(t testing.TB, id, title, text string) *corpus.Document {
	t.Helper()
	d, err := corpus.NewDocument(id, corpus.Details{Title: title, Outlet: "Outlet", Language: "en", Published: "2026-11-23", URL: "https://example.org/a?b=1&c=<2>", Note: "A \"note\"\n\u2028\x00"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// spanOn makes a span that covers the occurrences of words in a document, in order.
func spanOn(t testing.TB, doc *corpus.Document, id, label string, words ...string) annotations.Span {
	t.Helper()
	s := annotations.Span{ID: id, Label: label, Origin: annotations.FromPerson,
		Created: time.UnixMilli(1e12).UTC(), Modified: time.UnixMilli(1e12 + 1234).UTC()}
	from := 0
	for _, w := range words {
		i := strings.Index(doc.Text()[from:], w)
		if i < 0 {
			t.Fatalf("%q is not in the document", w)
		}
		s.Ranges = append(s.Ranges, annotations.Range{Start: from + i, End: from + i + len(w)})
		from += i + len(w)
	}
	return s
}

func newProject(t testing.TB, edits ...annotations.Edit) *annotations.Project {
	t.Helper()
	p, err := annotations.NewProject(fourLabels())
	if err != nil {
		t.Fatal(err)
	}
	return apply(t, p, annotations.Batch{Edits: edits})
}

// fourLabels is the scheme of the kept file of version 1: labels and nothing else.
var fourLabels = sync.OnceValue(func() *annotations.Scheme {
	data, err := os.ReadFile("testdata/version-1.json")
	if err != nil {
		panic(err)
	}
	p, _, err := Read(data, nil)
	if err != nil {
		panic(err)
	}
	return p.Scheme()
})

func apply(t testing.TB, p *annotations.Project, edits ...annotations.Edit) *annotations.Project {
	t.Helper()
	for _, e := range edits {
		next, _, err := e.Apply(p)
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	return p
}

// small is a project with something of everything.
func small(t testing.TB) *annotations.Project {
	t.Helper()
	d := newDocument(t, "damascus", "Talks in <Damascus>", text)
	noted := spanOn(t, d, "a3", "source-bias", "👨‍👩‍👧", "Damascus", "الدفاع")
	noted.Note, noted.Origin, noted.Created, noted.Modified = "why?\n\"so\"", annotations.FromImport, time.Time{}, time.Time{}
	return newProject(t,
		annotations.AddDocument{Document: d, At: -1, Sets: setOf(
			spanOn(t, d, "a1", "actor", "Shoigu"),
			spanOn(t, d, "a2", "demand", "Shoigu met 👨‍👩‍👧"),
			noted,
			spanOn(t, d, "a4", "date", "e\u0301tat", "e\u0301tat"),
		)},
		annotations.AddDocument{Document: newDocument(t, "empty", "Nothing here", ""), At: -1},
	)
}

// rich is a scheme with something of everything that a scheme may have.
func rich() *annotations.Scheme {
	s := fourLabels().Clone()
	s.Source, s.Guidelines = "A paper (2026)", "Mark little.\n\nMark it once."
	s.Labels[0].Examples, s.Labels[0].Entry = []string{"Shoigu", "the envoy"}, annotations.EntryRequired
	s.Labels[0].Attributes = []annotations.Attribute{
		{ID: "kind", Name: "Kind", Type: annotations.Choice, Definition: "What it is.", Required: true, Default: []string{"person"},
			Options: []annotations.Option{{ID: "person", Name: "Person", Definition: "One."}, {ID: "state", Name: "State"}}},
		{ID: "role", Name: "Role", Type: annotations.Text, Offers: "actor"},
	}
	s.Labels[1].Parent, s.Labels[1].NoOverlap = "actor", true
	s.Labels[2].Attributes = []annotations.Attribute{{ID: "when", Name: "When", Type: annotations.Date}}
	s.Labels[3].Entry = annotations.EntryOptional
	s.Labels[3].Attributes = []annotations.Attribute{
		{ID: "devices", Name: "Devices", Type: annotations.Choices, Default: []string{"loaded", "scare"},
			Options: []annotations.Option{{ID: "loaded", Name: "Loaded"}, {ID: "label", Name: "Label"}, {ID: "scare", Name: "Scare quotes"}}},
		{ID: "strength", Name: "Strength", Type: annotations.Number, Min: "1", Max: "3"},
		{ID: "certain", Name: "Certain", Type: annotations.Flag},
	}
	s.Relations = []annotations.RelationLabel{
		{ID: "by", Name: "demanded by", Definition: "Who asks.", From: []string{"demand"}, To: []string{"actor"}},
		{ID: "same", Name: "same claim"},
	}
	s.Tags = []annotations.Label{
		{ID: "genre", Name: "Genre", Color: "#666666", Attributes: []annotations.Attribute{{ID: "sure", Name: "Sure", Type: annotations.Flag}}},
		{ID: "long", Name: "Long", Color: "#333333"},
	}
	return s
}

// whole is a project with something of everything that a project may have. It has
// the documents of small, and two annotators.
func whole(t testing.TB) *annotations.Project {
	t.Helper()
	d := newDocument(t, "damascus", "Talks in <Damascus>", text)
	eve := annotations.Annotator{ID: "eve", Name: "Eve"}
	shoigu, bias, when := spanOn(t, d, "e1", "actor", "Shoigu"), spanOn(t, d, "e2", "source-bias", "Damascus"), spanOn(t, d, "e3", "date", "met")
	shoigu.Entry, shoigu.Values = "minister", []annotations.Value{{Attribute: "kind", Text: "state"}, {Attribute: "role", Text: "2 \"guests\""}}
	bias.Values = []annotations.Value{{Attribute: "certain", Text: "true"}, {Attribute: "devices", Choices: []string{"loaded", "scare"}}, {Attribute: "strength", Text: "2.50"}}
	when.Values = []annotations.Value{{Attribute: "when", Date: &annotations.Timex{Type: "SET", Value: "XXXX-WXX-2", Mod: "APPROX", Quant: "EVERY", Freq: "1W"}}}
	relation := annotations.Relation{ID: "r1", Label: "by", Annotator: "eve", From: annotations.Place{Document: "damascus", Span: "e2"},
		To: annotations.Place{Document: "damascus", Span: "e1"}, Note: "so it seems", Origin: annotations.FromPerson, Created: when.Created, Modified: when.Modified}
	ours := relation
	ours.ID, ours.Label, ours.Annotator, ours.Note = "r2", "same", annotations.DefaultAnnotator, ""
	ours.From.Span, ours.To.Span = "a1", "a2"
	headed := d.Details
	headed.Head = corpus.Standfirst
	return apply(t, small(t), annotations.Batch{Edits: []annotations.Edit{
		annotations.RenameProject{Name: "Class 9b"},
		annotations.DescribeDocument{ID: "damascus", Details: headed},
		annotations.ChangeScheme{Scheme: rich()},
		annotations.AddAnnotator{Annotator: eve, At: 0},
		annotations.AddEntry{Entry: annotations.Entry{ID: "minister", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"the minister", "Шойгу"}, Note: "Of defence."}},
		annotations.AddEntry{Entry: annotations.Entry{ID: "other", Label: "source-bias", Name: "Nobody"}},
		annotations.AddSpan{Document: "damascus", Annotator: "eve", Span: shoigu},
		annotations.AddSpan{Document: "damascus", Annotator: "eve", Span: bias},
		annotations.AddSpan{Document: "damascus", Annotator: "eve", Span: when},
		annotations.ChangeSet{Document: "damascus", Annotator: "eve", About: annotations.About{State: annotations.StateDone, Note: "read twice",
			Tags: []annotations.Tag{{Label: "genre", Values: []annotations.Value{{Attribute: "sure", Text: "false"}}}, {Label: "long"}}}},
		annotations.ChangeSet{Document: "empty", Annotator: annotations.DefaultAnnotator, About: annotations.About{State: annotations.StateOpen, Note: "there is nothing"}},
		annotations.AddRelation{Relation: relation},
		annotations.AddRelation{Relation: ours},
	}})
}

func write(t testing.TB, p *annotations.Project) []byte {
	t.Helper()
	data, err := Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t testing.TB, data []byte) *annotations.Project {
	t.Helper()
	p, repairs, err := Read(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(repairs) > 0 {
		t.Errorf("repairs of a file that is whole: %q", repairs)
	}
	return p
}

// sameFile compares two projects by what is written of them.
func sameFile(t testing.TB, want, got *annotations.Project) {
	t.Helper()
	if a, b := write(t, want), write(t, got); !bytes.Equal(a, b) {
		t.Errorf("the files differ (-want +got):\n%s", cmp.Diff(strings.Split(string(a), "\n"), strings.Split(string(b), "\n")))
	}
	if !want.Equal(got) {
		t.Error("Equal says that the projects differ")
	}
}

// changed returns the file of small with one piece of it replaced.
func changed(t testing.TB, old, new string) []byte {
	t.Helper()
	data := string(write(t, small(t)))
	if strings.Count(data, old) != 1 {
		t.Fatalf("%q is %d times in the file", old, strings.Count(data, old))
	}
	return []byte(strings.Replace(data, old, new, 1))
}

func rangesJSON(offsets ...int) string {
	var parts []string
	for i := 0; i < len(offsets); i += 2 {
		parts = append(parts, fmt.Sprintf(`{"start": %d, "end": %d}`, offsets[i], offsets[i+1]))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// setOf is spans as the only annotator's set; two of them have no ID in common.
func setOf(spans ...annotations.Span) []*annotations.Set {
	set, err := annotations.NewSet(annotations.DefaultAnnotator, annotations.About{State: annotations.StateOpen}, spans, nil)
	if err != nil {
		panic(err)
	}
	return []*annotations.Set{set}
}
