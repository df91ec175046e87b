package anchor

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/corpus"
)

var scheme = &annotations.Scheme{
	Name:      "test",
	Labels:    []annotations.Label{{ID: "actor", Name: "Actor", Key: "1", Color: "#0072B2"}},
	Relations: []annotations.RelationLabel{{ID: "with", Name: "with"}},
	Tags:      []annotations.Label{{ID: "news", Name: "News", Color: "#666666"}},
}

const second = "annotator-2"

// project makes a project of two annotators and the documents given.
func project(t *testing.T, docs ...*corpus.Document) *annotations.Project {
	t.Helper()
	p, err := annotations.NewProject(scheme, docs...)
	if err != nil {
		t.Fatal(err)
	}
	return apply(t, p, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: second, Name: "Two"}, At: 1})
}

func apply(t *testing.T, p *annotations.Project, edits ...annotations.Edit) *annotations.Project {
	t.Helper()
	next, _, err := annotations.Batch{Edits: edits}.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// version makes a document.
func version(t *testing.T, id string, details corpus.Details, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument(id, details, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func addSpan(document, annotator, id string, r annotations.Range) annotations.Edit {
	return annotations.AddSpan{Document: document, Annotator: annotator,
		Span: annotations.Span{ID: id, Label: "actor", Ranges: []annotations.Range{r}, Origin: annotations.FromPerson, Note: "of " + id}}
}

func relate(id, from, to string) annotations.Edit {
	at := func(span string) annotations.Place {
		if span == "far" {
			return annotations.Place{Document: "other", Span: span}
		}
		return annotations.Place{Document: "doc", Span: span}
	}
	return annotations.AddRelation{Relation: annotations.Relation{ID: id, Label: "with", Annotator: annotations.DefaultAnnotator,
		From: at(from), To: at(to), Origin: annotations.FromPerson}}
}

// compared is a project with spans that stay, move, differ and get lost, and its
// comparison with another text of their document.
func compared(t *testing.T) (*annotations.Project, *Comparison) {
	t.Helper()
	old, r := marked(t, story+" [Ankara] and [Moscow itself] met [the Turkish envoy] in May. [Nobody expected that at all.] "+tail)
	now, _ := marked(t, story+" Ankara and Moscow itself met, they say, the Turkish envoys. "+tail)
	p := project(t, old.WithDetails(corpus.Details{Title: "A test"}), version(t, "other", corpus.Details{Title: "Other"}, "Damascus."))
	p = apply(t, p,
		addSpan("doc", annotations.DefaultAnnotator, "stays", r[0]), addSpan("doc", annotations.DefaultAnnotator, "lost", r[3]),
		addSpan("doc", annotations.DefaultAnnotator, "differs", r[2]), addSpan("doc", second, "two", r[1]),
		addSpan("other", annotations.DefaultAnnotator, "far", annotations.Range{Start: 0, End: 8}),
		annotations.ChangeSet{Document: "doc", Annotator: second, About: annotations.About{State: annotations.StateDone, Note: "read", Tags: []annotations.Tag{{Label: "news"}}}},
		relate("both stay", "stays", "far"), relate("one is lost", "far", "lost"), relate("inside", "lost", "differs"))
	c, err := Compare(p, "doc", now.WithDetails(corpus.Details{Title: "A test"}), nil)
	if err != nil {
		t.Fatal(err)
	}
	return p, c
}

// spansOf lists what is on a document as annotator, ID and text.
func spansOf(p *annotations.Project, id string) []string {
	doc, _ := p.Document(id)
	var list []string
	for _, set := range p.Sets(id) {
		for s := range set.All() {
			list = append(list, set.Annotator()+" "+s.ID+": "+s.Text(doc)+", "+s.Note)
		}
	}
	return list
}

// relationsOf lists the relations.
func relationsOf(p *annotations.Project) []string {
	var list []string
	for r := range p.Relations() {
		list = append(list, r.ID+": "+r.From.Document+" "+r.From.Span+" to "+r.To.Document+" "+r.To.Span)
	}
	return list
}

func TestAComparisonSaysWhereEachSpanWouldBe(t *testing.T) {
	_, c := compared(t)
	var got []string
	for _, s := range c.Spans {
		got = append(got, s.Annotator+" "+s.Span.ID+" "+[]string{"exact", "moved", "doubtful", "lost"}[s.Verdict])
	}
	want := []string{"annotator-1 stays exact", "annotator-1 differs doubtful", "annotator-1 lost lost", "annotator-2 two exact"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if exact, lost := c.Count(Exact), c.Count(Lost); exact != 2 || lost != 1 {
		t.Errorf("%d exact, %d lost", exact, lost)
	}
}

func TestANewTextTakesThePlaceOfTheOldOne(t *testing.T) {
	sure := func(c *Comparison) func(i int) bool {
		return func(i int) bool { return c.Spans[i].Verdict <= Moved }
	}
	all := func(*Comparison) func(i int) bool { return func(int) bool { return true } }
	for _, test := range []struct {
		name, why, keep        string
		takes                  func(*Comparison) func(i int) bool
		spans, kept, relations []string
	}{
		{"the sure ones", "what is not taken goes with the old text", "", sure,
			[]string{"annotator-1 stays: Ankara, of stays", "annotator-2 two: Moscow itself, of two"}, nil,
			[]string{"both stay: doc stays to other far"}},
		{"all that can be", "nobody can take what is lost", "", all,
			[]string{"annotator-1 stays: Ankara, of stays", "annotator-1 differs: the Turkish envoys, of differs", "annotator-2 two: Moscow itself, of two"}, nil,
			[]string{"both stay: doc stays to other far"}},
		{"the old text too", "nothing is lost then", "doc-before", sure,
			[]string{"annotator-1 stays: Ankara, of stays", "annotator-2 two: Moscow itself, of two"},
			[]string{"annotator-1 differs: the Turkish envoy, of differs", "annotator-1 lost: Nobody expected that at all., of lost"},
			[]string{"both stay: doc stays to other far", "inside: doc-before lost to doc-before differs", "one is lost: other far to doc-before lost"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, c := compared(t)
			edit, err := c.Edit(Choice{Takes: test.takes(c), Keep: test.keep})
			if err != nil {
				t.Fatal(err)
			}
			next, back, err := edit.Apply(p)
			if err != nil {
				t.Fatal(err)
			}
			got := [][]string{spansOf(next, "doc"), nil, relationsOf(next)}
			if test.keep != "" {
				got[1] = spansOf(next, test.keep)
			}
			if diff := cmp.Diff([][]string{test.spans, test.kept, test.relations}, got); diff != "" {
				t.Errorf("since %s (-want +got):\n%s", test.why, diff)
			}
			if about := next.Set("doc", second).About(); about.State != annotations.StateDone || about.Note != "read" || len(about.Tags) != 1 {
				t.Errorf("of the whole text it says %+v", about)
			}
			if first := next.Documents()[0]; first.ID != "doc" {
				t.Errorf("the first article is %q", first.ID)
			}
			if before := apply(t, next, back); !before.Equal(p) {
				t.Error("it cannot be taken back")
			}
		})
	}
}

func TestVersionsOfOneDocumentFindEachOther(t *testing.T) {
	text := story + " " + tail
	named := func(id, title, url, text string) *corpus.Document {
		return version(t, id, corpus.Details{Title: title, URL: url}, text)
	}
	changed := named("a", "A", "", text+" And more.")
	for _, test := range []struct {
		name, why  string
		here, file []*corpus.Document
		want       []string
	}{
		{"the same ID", "", []*corpus.Document{named("a", "B", "", text)}, []*corpus.Document{changed}, []string{"a a"}},
		{"the same address", "", []*corpus.Document{named("b", "B", "http://x", text)}, []*corpus.Document{named("a", "A", "http://x", text+" More.")}, []string{"b a"}},
		{"the same title", "spaces and case are not of it", []*corpus.Document{named("b", "The  News", "", text)}, []*corpus.Document{named("a", "the news", "", text+" More.")}, []string{"b a"}},
		{"the same text", "there is nothing to place", []*corpus.Document{named("a", "A", "", text)}, []*corpus.Document{named("a", "A", "", text)}, nil},
		{"the same text under another name", "that is the one", []*corpus.Document{named("a", "A", "", text+" Old."), named("b", "B", "", text)}, []*corpus.Document{named("a", "A", "", text)}, nil},
		{"its text is in the file too", "the other of the file is that one", []*corpus.Document{named("a", "A", "", text)}, []*corpus.Document{changed, named("b", "B", "", text)}, nil},
		{"nothing in common", "a name says nothing", []*corpus.Document{named("a", "A", "", mixed)}, []*corpus.Document{changed}, nil},
		{"no name in common", "", []*corpus.Document{named("b", "B", "", text)}, []*corpus.Document{changed}, nil},
		{"two of one title", "the first is taken", []*corpus.Document{named("c", "A", "", text)}, []*corpus.Document{changed, named("b", "A", "", text+" Other.")}, []string{"c a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := project(t, test.file...)
			for _, d := range test.file {
				file = apply(t, file, addSpan(d.ID, second, "s", annotations.Range{Start: 0, End: 1}))
			}
			pairs, err := Pairs(project(t, test.here...), file, nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range pairs {
				got = append(got, p.Here.ID+" "+p.File.ID)
			}
			if !slices.Equal(test.want, got) {
				t.Errorf("%v, not %v: %s", got, test.want, test.why)
			}
		})
	}
	t.Run("nothing is said", func(t *testing.T) {
		pairs, err := Pairs(project(t, named("a", "A", "", text)), project(t, changed), nil)
		if err != nil || len(pairs) > 0 {
			t.Errorf("%v, %v: there is nothing to place", pairs, err)
		}
	})
}
