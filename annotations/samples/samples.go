// Package samples makes projects for tests: small ones that are written by hand, one with something of everything, and
// random ones. A format, or whatever else takes a project, is tested with all of them.
package samples

import (
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Text has characters of one to four bytes, of one and two UTF-16 units, and
// clusters of several code points.
const Text = "😀 Shoigu met 👨‍👩‍👧 in Damascus.\nوزارة الدفاع: e\u0301tat, e\u0301tat\n"

// Document makes a document with details that are awkward to write.
func Document(t testing.TB, id, title, text string) *corpus.Document {
	t.Helper()
	d, err := corpus.NewDocument(id, corpus.Details{Title: title, Outlet: "Outlet", Language: "en", Published: "2026-11-23", URL: "https://example.org/a?b=1&c=<2>", Note: "A \"note\"\n\u2028\x00"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Span makes a span that covers the occurrences of words in a document, in order.
func Span(t testing.TB, doc *corpus.Document, id, label string, words ...string) annotations.Span {
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

// Project makes a project of the scheme FourLabels by edits.
func Project(t testing.TB, edits ...annotations.Edit) *annotations.Project {
	t.Helper()
	p, err := annotations.NewProject(FourLabels())
	if err != nil {
		t.Fatal(err)
	}
	return Apply(t, p, annotations.Batch{Edits: edits})
}

// Apply gives what edits make of a project.
func Apply(t testing.TB, p *annotations.Project, edits ...annotations.Edit) *annotations.Project {
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

// Set is spans as the only annotator's set; two of them have no ID in common.
func Set(spans ...annotations.Span) []*annotations.Set {
	set, err := annotations.NewSet(annotations.DefaultAnnotator, annotations.About{State: annotations.StateOpen}, spans, nil)
	if err != nil {
		panic(err)
	}
	return []*annotations.Set{set}
}
