// Package uitest makes texts and projects for the tests of the page.
package uitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Document is an article with the ID "d".
func Document(t *testing.T, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument("d", corpus.Details{Title: "Test"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Project is a project of one article of many lines, "line 0" and so on.
func Project(t *testing.T, lines int) (*annotations.Project, *corpus.Document) {
	t.Helper()
	var text strings.Builder
	for i := range lines {
		fmt.Fprintf(&text, "line %d\n", i)
	}
	doc := Document(t, text.String())
	project, err := annotations.NewProject(annotations.DefaultScheme(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return project, doc
}

// Add adds a span to the article "d", of the annotator who is there from the start.
func Add(t *testing.T, p *annotations.Project, id, label string, start, end int) *annotations.Project {
	t.Helper()
	next, _, err := annotations.AddSpan{Document: "d", Annotator: annotations.DefaultAnnotator, Span: annotations.Span{
		ID: id, Label: label, Origin: annotations.FromPerson,
		Ranges: []annotations.Range{{Start: start, End: end}},
	}}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// Apply carries out an edit.
func Apply(t *testing.T, p *annotations.Project, e annotations.Edit) *annotations.Project {
	t.Helper()
	next, _, err := e.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// Noon is a time to count from, by the clock on the wall.
var Noon = time.Date(2026, 11, 23, 12, 3, 0, 0, time.Local)

// AddBy is Add for another annotator, who is called Ann.
func AddBy(t *testing.T, p *annotations.Project, id, label string, start, end int) *annotations.Project {
	t.Helper()
	if _, there := p.Annotator("ann"); !there {
		p = Apply(t, p, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	}
	return Apply(t, p, annotations.AddSpan{Document: "d", Annotator: "ann", Span: annotations.Span{
		ID: id, Label: label, Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: start, End: end}},
	}})
}
