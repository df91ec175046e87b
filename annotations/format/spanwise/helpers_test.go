package spanwise

import (
	"bytes"
	"fmt"
	"strings"
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
	p, err := annotations.NewProject(annotations.DefaultScheme())
	if err != nil {
		t.Fatal(err)
	}
	return apply(t, p, annotations.Batch{Edits: edits})
}

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
