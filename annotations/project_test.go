package annotations

import (
	"strings"
	"testing"

	"spanwise/corpus"
)

func TestANewProjectHasItsDocumentsInOrder(t *testing.T) {
	p, err := NewProject(testScheme, document(t, "b", "x"), document(t, "a", "y"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, d := range p.Documents() {
		ids = append(ids, d.ID)
		if set := p.Set(d.ID, DefaultAnnotator); set == nil || set.Len() != 0 || set.Annotator() != DefaultAnnotator || set.State() != StateOpen {
			t.Errorf("the set of %s is %+v", d.ID, set)
		}
	}
	if got := strings.Join(ids, " "); got != "b a" {
		t.Errorf("the documents are %s", got)
	}
	if _, ok := p.Document("c"); ok || p.Set("c", DefaultAnnotator) != nil {
		t.Error("a document that is not there was found")
	}
}

func TestAProjectThatCannotBeIsRefused(t *testing.T) {
	doc := document(t, "doc", "text")
	for _, tt := range []struct {
		name   string
		scheme *Scheme
		docs   []*corpus.Document
		want   string
	}{
		{"one ID twice", testScheme, []*corpus.Document{doc, doc}, "a document with this ID is there already"},
		{"no title", testScheme, []*corpus.Document{doc.WithDetails(corpus.Details{})}, "it has no title"},
		{"bad scheme", &Scheme{Name: "s", Labels: []Label{{}}}, nil, "it has no ID"},
	} {
		if _, err := NewProject(tt.scheme, tt.docs...); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

func TestEqualSeesEveryDifference(t *testing.T) {
	base := func() *Project {
		return apply(t, project(t, sentence), AddDocument{Document: document(t, "other", "text"), At: -1})
	}
	p := base()
	if !p.Equal(base()) || !p.Equal(p) || p.Equal(nil) {
		t.Error("Equal is wrong about equal projects or none")
	}
	for _, e := range []Edit{
		RemoveSpan{"doc", DefaultAnnotator, "a"},
		AddSpan{"other", DefaultAnnotator, span("n", "actor", 0, 4)},
		ChangeSpan{"doc", DefaultAnnotator, span("a", "actor", 0, 2)},
		DescribeDocument{"other", corpus.Details{Title: "x"}},
		RemoveDocument{"other"},
		ChangeScheme{&Scheme{Name: "renamed", Labels: testScheme.Labels}},
		Batch{[]Edit{RemoveDocument{"other"}, AddDocument{Document: document(t, "other", "text"), At: 0}}},
		Batch{[]Edit{RemoveDocument{"other"}, AddDocument{Document: document(t, "other", "next"), At: 1}}},
	} {
		if q := apply(t, p, e); q.Equal(p) || p.Equal(q) {
			t.Errorf("Equal does not see what %#v did", e)
		}
	}
}

func TestTheListOfDocumentsIsSharedWhileItStays(t *testing.T) {
	p := project(t, sentence)
	q := apply(t, p, RemoveSpan{"doc", DefaultAnnotator, "a"})
	if &p.Documents()[0] != &q.Documents()[0] {
		t.Error("an edit of spans made a new list of documents")
	}
}
