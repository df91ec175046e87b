package annotations

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations/jsontext"
	"spanwise/corpus"
)

// testScheme has the labels that the notation names.
var testScheme = &Scheme{Name: "test", Labels: []Label{
	{ID: "actor", Name: "Actor", Key: "1", Color: "#0072B2"},
	{ID: "demand", Name: "Demand", Key: "2", Color: "#D55E00"},
	{ID: "date", Name: "Date", Key: "3", Color: "#009E73"},
}}

// marked makes a document with the ID "doc" out of one line of notation, and
// the spans marked in it. A mark is [Label:text] or [Label=id:text]; marks
// nest; two with one ID are the ranges of one span; without an ID a span is
// called s1, s2 … by where its mark opens:
//
//	[Actor:Shoigu] met [Actor=a:Assad's [Demand:envoy]] and [Actor=a:others]
func marked(t testing.TB, notation string) (*corpus.Document, []Span) {
	t.Helper()
	m := marker{spans: map[string]*Span{}}
	m.read(notation)
	if len(m.open) > 0 {
		t.Fatalf("notation %q: a mark is not closed", notation)
	}
	doc, err := corpus.NewDocument("doc", corpus.Details{Title: "A test"}, m.text.String())
	if err != nil {
		t.Fatalf("notation %q: %v", notation, err)
	}
	spans := make([]Span, len(m.order))
	for i, id := range m.order {
		spans[i] = *m.spans[id]
	}
	return doc, spans
}

type marker struct {
	text  strings.Builder
	spans map[string]*Span
	order []string
	open  []openMark
}

type openMark struct {
	id    string
	index int // of the range among the span's
}

var opening = regexp.MustCompile(`^\[(\w+)(?:=(\w+))?:`)

func (m *marker) read(notation string) {
	for len(notation) > 0 {
		if found := opening.FindStringSubmatch(notation); found != nil {
			m.begin(strings.ToLower(found[1]), found[2])
			notation = notation[len(found[0]):]
			continue
		}
		if notation[0] == ']' && len(m.open) > 0 {
			m.end()
		} else {
			m.text.WriteByte(notation[0])
		}
		notation = notation[1:]
	}
}

func (m *marker) begin(label, id string) {
	if id == "" {
		id = fmt.Sprintf("s%d", len(m.order)+1)
	}
	if m.spans[id] == nil {
		m.spans[id] = &Span{ID: id, Label: label, Origin: FromPerson}
		m.order = append(m.order, id)
	}
	s := m.spans[id]
	m.open = append(m.open, openMark{id, len(s.Ranges)})
	s.Ranges = append(s.Ranges, Range{Start: m.text.Len()})
}

func (m *marker) end() {
	last := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	m.spans[last.id].Ranges[last.index].End = m.text.Len()
}

// setOf is spans as the only annotator's set; two of them have no ID in common.
func setOf(spans ...Span) []*Set {
	set, err := NewSet(DefaultAnnotator, About{State: StateOpen}, spans, nil)
	if err != nil {
		panic(err)
	}
	return []*Set{set}
}

// spanAt is a span of the only annotator's as a target, or with no ID the
// document.
func spanAt(document, id string) Target {
	if id == "" {
		return Target{Document: document}
	}
	return Target{Document: document, Annotator: DefaultAnnotator, Span: id}
}

// project makes a project of one marked document.
func project(t testing.TB, notation string) *Project {
	t.Helper()
	doc, spans := marked(t, notation)
	return apply(t, empty(t), AddDocument{Document: doc, At: -1, Sets: setOf(spans...)})
}

func empty(t testing.TB) *Project {
	t.Helper()
	p, err := NewProject(testScheme)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func apply(t testing.TB, p *Project, e Edit) *Project {
	t.Helper()
	next, _, err := e.Apply(p)
	if err != nil {
		t.Fatalf("%#v: %v", e, err)
	}
	return next
}

// said is a project in words: what tests compare, and what a failure shows.
type said struct {
	Name       string
	Scheme     Scheme
	Annotators []Annotator
	Documents  []saidDocument
	Entries    []Entry
	Relations  []Relation
}

type saidDocument struct {
	ID      string
	Details corpus.Details
	Text    string
	Sets    []saidSet
}

type saidSet struct {
	Annotator string
	About     About
	Spans     []string
}

func say(p *Project) said {
	s := said{Name: p.Name(), Scheme: *p.Scheme(), Annotators: p.Annotators()}
	for _, d := range p.Documents() {
		doc := saidDocument{ID: d.ID, Details: d.Details, Text: d.Text()}
		for _, set := range p.Sets(d.ID) {
			doc.Sets = append(doc.Sets, saidSet{set.Annotator(), set.About(), saySet(set)})
		}
		s.Documents = append(s.Documents, doc)
	}
	for e := range p.Entries() {
		s.Entries = append(s.Entries, *e)
	}
	for r := range p.Relations() {
		s.Relations = append(s.Relations, *r)
	}
	return s
}

func saySet(set *Set) []string {
	var out []string
	for s := range set.All() {
		out = append(out, saySpan(s))
	}
	return out
}

func saySpan(s *Span) string {
	words := fmt.Sprintf("%s %s %v %q %s %s %s", s.ID, s.Label, s.Ranges, s.Note, s.Origin, jsontext.FormatTime(s.Created), jsontext.FormatTime(s.Modified))
	if s.Entry != "" {
		words += " entry " + s.Entry
	}
	for _, v := range s.Values {
		words += fmt.Sprintf(" %s %q %q %q %+v", v.Attribute, v.Text, v.Choices, v.Entries, v.Date)
	}
	return words
}

// checkEdit applies an edit and holds it to everything that is asked of one:
// the old project stays as it was, the inverse leads back to an equal project
// and from there its inverse to the new one, and the edit read from its own
// JSON does the same. It returns the next project.
func checkEdit(t testing.TB, p *Project, e Edit) *Project {
	t.Helper()
	before := say(p)
	next, inverse, err := e.Apply(p)
	if err != nil {
		t.Fatalf("%s: %v", e.kind(), err)
	}
	if diff := cmp.Diff(before, say(p)); diff != "" {
		t.Errorf("%s changed the project it was applied to (-want +got):\n%s", e.kind(), diff)
	}
	checkLeads(t, "the inverse of "+e.kind(), next, inverse, p)
	_, again, _ := inverse.Apply(next)
	checkLeads(t, "the inverse of the inverse of "+e.kind(), p, again, next)
	checkLeads(t, e.kind()+" out of its JSON", p, roundTrip(t, e), next)
	checkLeads(t, "the inverse of "+e.kind()+" out of its JSON", next, roundTrip(t, inverse), p)
	return next
}

// checkLeads applies an edit and compares what comes out, in words and by Equal.
func checkLeads(t testing.TB, what string, from *Project, e Edit, want *Project) {
	t.Helper()
	got, _, err := e.Apply(from)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if diff := cmp.Diff(say(want), say(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
	if !got.Equal(want) {
		t.Errorf("%s: Equal says that the projects differ", what)
	}
}

// roundTrip writes and reads an edit, and checks that it is written the same again.
func roundTrip(t testing.TB, e Edit) Edit {
	t.Helper()
	data, err := MarshalEdit(e)
	if err != nil {
		t.Fatalf("%s: %v", e.kind(), err)
	}
	back, err := UnmarshalEdit(data)
	if err != nil {
		t.Fatalf("%s: %s: %v", e.kind(), data, err)
	}
	twice, err := MarshalEdit(back)
	if err != nil || string(twice) != string(data) {
		t.Errorf("%s is written as %s and, after reading that, as %s (%v)", e.kind(), data, twice, err)
	}
	return back
}
