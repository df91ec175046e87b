package annotations

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// richScheme has something of everything: attributes of every type, an entry for
// one label and for another, relations and tags.
var richScheme = &Scheme{
	Name: "rich", Source: "the tests", Guidelines: "Mark.\n\nMark well.",
	Labels: []Label{
		{ID: "actor", Name: "Actor", Key: "1", Color: "#0072B2", Examples: []string{"Shoigu"}, Entry: EntryOptional, Attributes: everyType},
		{ID: "demand", Name: "Demand", Key: "2", Color: "#D55E00", Parent: "actor", Entry: EntryRequired, NoOverlap: true,
			Attributes: []Attribute{{ID: "status", Name: "Status", Type: Choice, Options: []Option{{ID: "stated", Name: "Stated"}}}}},
		{ID: "date", Name: "Date", Key: "3", Color: "#009E73"},
	},
	Relations: []RelationLabel{{ID: "by", Name: "by", From: []string{"actor"}}, {ID: "same", Name: "same"}},
	Tags:      []Label{{ID: "genre", Name: "Genre", Color: "#000000", Attributes: everyType}, {ID: "stance", Name: "Stance", Color: "#ffffff"}},
}

// everyType has an attribute of every type, in the order of their IDs.
var everyType = []Attribute{
	{ID: "kind", Name: "Kind", Type: Choice, Required: true, Default: []string{"b"}, Options: []Option{{ID: "a", Name: "A"}, {ID: "b", Name: "B", Definition: "B."}}},
	{ID: "named", Name: "Named", Type: Text, Offers: "actor"},
	{ID: "often", Name: "Often", Type: Number, Min: "0", Max: "3"},
	{ID: "several", Name: "Several", Type: Choices, Options: []Option{{ID: "x", Name: "X"}, {ID: "y", Name: "Y"}}},
	{ID: "sure", Name: "Sure", Type: Flag},
	{ID: "when", Name: "When", Type: Date},
	{ID: "whom", Name: "Whom", Type: Entries, Labels: []string{"actor"}, Several: true},
}

// valuesOf are for each of them some values, of which the last does not fit. Which of
// those that point to entries fit besides goes with the register.
var valuesOf = map[string][]Value{
	"kind":    {{Attribute: "kind", Text: "a"}, {Attribute: "kind", Text: "b"}, {Attribute: "kind", Text: "c"}},
	"named":   {{Attribute: "named", Text: "é \"😀\""}, {Attribute: "named", Text: "2"}, {Attribute: "named"}},
	"often":   {{Attribute: "often", Text: "0"}, {Attribute: "often", Text: "2.50"}, {Attribute: "often", Text: "4"}},
	"several": {{Attribute: "several", Choices: []string{"x", "y"}}, {Attribute: "several", Choices: []string{"y"}}, {Attribute: "several", Choices: []string{"y", "x"}}},
	"sure":    {{Attribute: "sure", Text: "true"}, {Attribute: "sure", Text: "false"}, {Attribute: "sure", Text: "yes"}},
	"when":    {{Attribute: "when", Date: &Timex{Type: "DATE", Value: "2023-04-25"}}, {Attribute: "when", Date: &Timex{Type: "DATE", Value: "2023-04", Mod: "START"}}, {Attribute: "when", Text: "2023"}},
	"whom":    {{Attribute: "whom", Entries: []string{"ea"}}, {Attribute: "whom", Entries: []string{"eb", "ea"}}, {Attribute: "whom", Entries: []string{"ec"}}, {Attribute: "whom", Entries: []string{"ea", "ea"}}},
}

// model is a project done the plainest way: slices, copied whole for every
// edit, and rules looked up by going through everything.
type model struct {
	name       string
	scheme     Scheme
	annotators []Annotator
	docs       []modelDocument
	entries    []Entry
	relations  []Relation
}

type modelDocument struct {
	doc  *corpus.Document
	sets []modelSet
}

type modelSet struct {
	annotator string
	about     About
	spans     []Span
}

func newModel(scheme *Scheme) model {
	return model{scheme: *scheme, annotators: slices.Clone([]Annotator{FirstAnnotator(DefaultAnnotator)})}
}

func (m model) copy() model {
	m.annotators, m.docs = slices.Clone(m.annotators), slices.Clone(m.docs)
	m.entries, m.relations = slices.Clone(m.entries), slices.Clone(m.relations)
	for i := range m.docs {
		d := &m.docs[i]
		d.sets = slices.Clone(d.sets)
		for j := range d.sets {
			d.sets[j].spans = slices.Clone(d.sets[j].spans)
		}
	}
	return m
}

// apply returns the model after an edit, and whether the edit fits.
func (m model) apply(e Edit) (model, bool) {
	next := m.copy()
	ok := next.do(e)
	return next, ok
}

// do changes the model, and reports whether the edit fits.
func (m *model) do(e Edit) bool { return samples[e.kind()].do(m, e) }

func (m *model) find(id string) *modelDocument {
	for i := range m.docs {
		if m.docs[i].doc.ID == id {
			return &m.docs[i]
		}
	}
	return nil
}

// set is the annotator's set of a document, if there are both.
func (m *model) set(id, annotator string) *modelSet {
	d := m.find(id)
	if d == nil || m.annotator(annotator) < 0 {
		return nil
	}
	for i := range d.sets {
		if d.sets[i].annotator == annotator {
			return &d.sets[i]
		}
	}
	d.sets = append(d.sets, modelSet{annotator: annotator, about: About{State: StateOpen}})
	return &d.sets[len(d.sets)-1]
}

func (s *modelSet) index(id string) int {
	return slices.IndexFunc(s.spans, func(s Span) bool { return s.ID == id })
}

func (m *model) annotator(id string) int {
	return slices.IndexFunc(m.annotators, func(a Annotator) bool { return a.ID == id })
}

func (m *model) entry(id string) int {
	return slices.IndexFunc(m.entries, func(e Entry) bool { return e.ID == id })
}

func (m *model) relation(id string) int {
	return slices.IndexFunc(m.relations, func(r Relation) bool { return r.ID == id })
}

func (m *model) unrelate(gone func(Relation) bool) {
	m.relations = slices.DeleteFunc(m.relations, gone)
}

func (m *model) addAnnotator(e AddAnnotator) bool {
	if m.annotator(e.Annotator.ID) >= 0 || e.At < -1 || e.At > len(m.annotators) || e.Annotator.Name == "" {
		return false
	}
	at := e.At
	if at < 0 {
		at = len(m.annotators)
	}
	m.annotators = slices.Insert(m.annotators, at, e.Annotator)
	return true
}

func (m *model) add(e AddDocument) bool {
	at := e.At
	if at == -1 {
		at = len(m.docs)
	}
	if m.find(e.Document.ID) != nil || at < 0 || at > len(m.docs) {
		return false
	}
	added := modelDocument{doc: e.Document}
	for _, set := range e.Sets {
		s := modelSet{set.Annotator(), set.About(), nil}
		for span := range set.All() {
			s.spans = append(s.spans, *span)
		}
		added.sets = append(added.sets, s)
	}
	m.docs = slices.Insert(m.docs, at, added)
	return m.consistent()
}

// consistent holds everything to the rules.
func (m *model) consistent() bool {
	for _, d := range m.docs {
		for _, set := range d.sets {
			said := len(set.spans) > 0 || !set.about.nothing()
			if said && m.annotator(set.annotator) < 0 || !m.allows(set.about) {
				return false
			}
			for _, s := range set.spans {
				if !m.fits(d.doc, s) {
					return false
				}
			}
		}
	}
	for _, e := range m.entries {
		if _, ok := m.scheme.Label(e.Label); !ok || e.Name == "" {
			return false
		}
	}
	for _, r := range m.relations {
		_, ok := m.scheme.Relation(r.Label)
		if !ok || r.From == r.To || !m.has(r.Annotator, r.From) || !m.has(r.Annotator, r.To) {
			return false
		}
	}
	return true
}

func (m *model) has(annotator string, at Place) bool {
	set := m.set(at.Document, annotator)
	return set != nil && set.index(at.Span) >= 0
}

func (m *model) allows(a About) bool {
	for _, t := range a.Tags {
		l, ok := m.scheme.Tag(t.Label)
		if !ok || !m.allValuesFit(l, t.Values) {
			return false
		}
	}
	return a.State == StateOpen || a.State == StateDone
}

// allValuesFit looks values up among those that the tests know, of which the
// last of each attribute does not fit; "b" is the option that a scheme may lack.
func (m *model) allValuesFit(l Label, values []Value) bool {
	for _, v := range values {
		a, ok := l.Attribute(v.Attribute)
		known := valuesOf[v.Attribute]
		i := slices.IndexFunc(known, v.Equal)
		if !ok || i == len(known)-1 || v.Text == "b" && len(a.Options) < 2 {
			return false
		}
		for _, id := range v.Entries {
			if i := m.entry(id); i < 0 || m.entries[i].Label != "actor" {
				return false
			}
		}
	}
	return true
}

func (m *model) fits(doc *corpus.Document, s Span) bool {
	l, ok := m.scheme.Label(s.Label)
	ok = ok && len(s.Ranges) > 0 && m.allValuesFit(l, s.Values)
	if i := m.entry(s.Entry); s.Entry != "" && (i < 0 || m.entries[i].Label != s.Label) {
		return false
	}
	last := 0
	for _, r := range s.Ranges {
		ok = ok && r.Start >= last && r.Start < r.End && r.End <= len(doc.Text()) &&
			utf8.ValidString(doc.Text()[:r.Start]) && utf8.ValidString(doc.Text()[:r.End])
		last = r.End
	}
	return ok
}

// say tells the model in the same words as a project.
func (m model) say() said {
	s := said{Name: m.name, Scheme: m.scheme, Annotators: m.annotators}
	for _, d := range m.docs {
		s.Documents = append(s.Documents, d.say())
	}
	s.Entries, s.Relations = append(s.Entries, m.entries...), append(s.Relations, m.relations...)
	sort.Slice(s.Entries, func(i, j int) bool {
		a, b := s.Entries[i], s.Entries[j]
		return a.Label+"\x00"+a.Name+"\x00"+a.ID < b.Label+"\x00"+b.Name+"\x00"+b.ID
	})
	sort.Slice(s.Relations, func(i, j int) bool { return s.Relations[i].ID < s.Relations[j].ID })
	return s
}

func (d modelDocument) say() saidDocument {
	doc := saidDocument{ID: d.doc.ID, Details: d.doc.Details, Text: d.doc.Text()}
	sets := slices.Clone(d.sets)
	sort.Slice(sets, func(i, j int) bool { return sets[i].annotator < sets[j].annotator })
	for _, set := range sets {
		spans := slices.Clone(set.spans)
		sort.Slice(spans, func(i, j int) bool {
			a, b := &spans[i], &spans[j]
			if a.Start() != b.Start() {
				return a.Start() < b.Start()
			}
			if a.End() != b.End() {
				return a.End() > b.End()
			}
			return a.ID < b.ID
		})
		var lines []string
		for i := range spans {
			lines = append(lines, saySpan(&spans[i]))
		}
		if len(lines) > 0 || !set.about.nothing() {
			doc.Sets = append(doc.Sets, saidSet{set.annotator, set.about, lines})
		}
	}
	return doc
}

// TestRandomEditsDoWhatAPlainModelDoes runs sequences of edits of every kind. After
// each edit project and model agree; then everything is taken back to the start and
// brought back to the end, along equal states.
func TestRandomEditsDoWhatAPlainModelDoes(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	fitted := map[string]int{}
	for i := range *sequences {
		if !sequence(t, dice{rand.New(rand.NewPCG(seed, uint64(i)))}, fitted) {
			t.Fatalf("seed %d, sequence %d", seed, i)
		}
	}
	for _, kind := range Kinds() {
		if fitted[kind] < *sequences/40 {
			t.Errorf("only %d edits of kind %s fitted: the test does not test them", fitted[kind], kind)
		}
	}
}

func sequence(t *testing.T, r dice, fitted map[string]int) bool {
	m := newModel(richScheme)
	p := rich(t)
	var back []Edit
	states := []*Project{p}
	for n := range 30 {
		e := r.edit(m, 0)
		if n < 2 { // something to work on
			e = r.document(m)
		}
		wanted, ok := m.apply(e)
		next, inverse, err := e.Apply(p)
		if ok != (err == nil) {
			t.Errorf("%#v: fits the model: %v, the project: %v", e, ok, err)
			return false
		}
		if err != nil {
			continue
		}
		if want, got := wanted.say(), say(next); !reflect.DeepEqual(want, got) {
			t.Errorf("%#v (-want +got):\n%s", e, cmp.Diff(want, got))
			return false
		}
		if again, _, err := roundTrip(t, e).Apply(p); err != nil || !again.Equal(next) {
			t.Errorf("%#v does something else out of its JSON: %v", e, err)
			return false
		}
		fitted[e.kind()]++
		m, p = wanted, next
		back = append(back, inverse)
		states = append(states, p)
	}
	slices.Reverse(back)
	slices.Reverse(states)
	forth, ok := walked(t, "undo", back, states)
	if !ok {
		return false
	}
	slices.Reverse(forth)
	slices.Reverse(states)
	_, ok = walked(t, "redo", forth, states)
	return ok
}

// walked applies edits, each of which has to lead to the next state, and gives
// their inverses.
func walked(t *testing.T, way string, edits []Edit, states []*Project) (inverses []Edit, ok bool) {
	p := states[0]
	for i, e := range edits {
		next, inverse, err := e.Apply(p)
		if err != nil || !next.Equal(states[i+1]) {
			t.Errorf("%s, step %d: %v", way, i, err)
			return nil, false
		}
		p, inverses = next, append(inverses, inverse)
	}
	return inverses, true
}
