package annotations

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// model is a project done the plainest way: slices, copied whole for every
// edit, and rules looked up by going through everything.
type model struct {
	scheme Scheme
	docs   []modelDocument
}

type modelDocument struct {
	doc   *corpus.Document
	spans []Span
}

func (m model) copy() model {
	m.docs = slices.Clone(m.docs)
	for i := range m.docs {
		m.docs[i].spans = slices.Clone(m.docs[i].spans)
	}
	return m
}

// apply returns the model after an edit, and whether the edit fits.
func (m model) apply(e Edit) (model, bool) {
	next := m.copy()
	switch e := e.(type) {
	case AddSpan:
		d := next.find(e.Document)
		ok := d != nil && m.fits(d.doc, e.Span) && d.index(e.Span.ID) < 0
		if ok {
			d.spans = append(d.spans, e.Span)
		}
		return next, ok
	case RemoveSpan:
		d := next.find(e.Document)
		ok := d != nil && d.index(e.ID) >= 0
		if ok {
			d.spans = slices.Delete(d.spans, d.index(e.ID), d.index(e.ID)+1)
		}
		return next, ok
	case ChangeSpan:
		d := next.find(e.Document)
		ok := d != nil && d.index(e.Span.ID) >= 0 && m.fits(d.doc, e.Span)
		if ok {
			d.spans[d.index(e.Span.ID)] = e.Span
		}
		return next, ok
	case AddDocument:
		return next.add(e)
	case RemoveDocument:
		i := slices.IndexFunc(next.docs, func(d modelDocument) bool { return d.doc.ID == e.ID })
		if i >= 0 {
			next.docs = slices.Delete(next.docs, i, i+1)
		}
		return next, i >= 0
	case DescribeDocument:
		d := next.find(e.ID)
		ok := d != nil && e.Details.Title != ""
		if ok {
			d.doc = d.doc.WithDetails(e.Details)
		}
		return next, ok
	case ChangeScheme:
		next.scheme = *e.Scheme
		return next, next.labelled()
	case Batch:
		for _, inner := range e.Edits {
			var ok bool
			if next, ok = next.apply(inner); !ok {
				return m, false
			}
		}
		return next, true
	}
	panic("unknown edit")
}

func (m model) find(id string) *modelDocument {
	for i := range m.docs {
		if m.docs[i].doc.ID == id {
			return &m.docs[i]
		}
	}
	return nil
}

func (d *modelDocument) index(id string) int {
	return slices.IndexFunc(d.spans, func(s Span) bool { return s.ID == id })
}

func (m model) add(e AddDocument) (model, bool) {
	at := e.At
	if at == -1 {
		at = len(m.docs)
	}
	if m.find(e.Document.ID) != nil || at < 0 || at > len(m.docs) {
		return m, false
	}
	added := modelDocument{doc: e.Document}
	for _, s := range spansIn(e.Sets) {
		if !m.fits(e.Document, *s) {
			return m, false
		}
		added.spans = append(added.spans, *s)
	}
	m.docs = slices.Insert(m.docs, at, added)
	return m, true
}

func (m model) labelled() bool {
	for _, d := range m.docs {
		for _, s := range d.spans {
			if _, ok := m.scheme.Label(s.Label); !ok {
				return false
			}
		}
	}
	return true
}

func (m model) fits(doc *corpus.Document, s Span) bool {
	_, ok := m.scheme.Label(s.Label)
	ok = ok && len(s.Ranges) > 0
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
	s := said{Scheme: m.scheme, Annotators: defaultAnnotators}
	for _, d := range m.docs {
		spans := slices.Clone(d.spans)
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
		doc := saidDocument{ID: d.doc.ID, Details: d.doc.Details, Text: d.doc.Text()}
		if len(lines) > 0 {
			doc.Sets = []saidSet{{DefaultAnnotator, About{State: StateOpen}, lines}}
		}
		s.Documents = append(s.Documents, doc)
	}
	return s
}

// dice throws edits: of every kind, mostly ones that fit.
type dice struct{ *rand.Rand }

var texts = []string{
	"Shoigu met the envoy.\nThe envoy asked for talks.",
	"😀 👨‍👩‍👧 é وزارة الدفاع",
	"x",
	"",
}

func (r dice) edit(m model, depth int) Edit {
	switch n := r.IntN(20); {
	case n < 8:
		id := r.docID(m)
		return AddSpan{id, DefaultAnnotator, r.span(m, id)}
	case n < 11:
		return RemoveSpan{r.docID(m), DefaultAnnotator, r.spanID()}
	case n < 14:
		id := r.docID(m)
		return ChangeSpan{id, DefaultAnnotator, r.span(m, id)}
	case n == 14:
		return r.document(m)
	case n == 15:
		return RemoveDocument{r.docID(m)}
	case n == 16:
		return DescribeDocument{r.docID(m), corpus.Details{Title: strings.Repeat("t", r.IntN(3)), Outlet: "o"}}
	case n == 17:
		return ChangeScheme{&Scheme{Name: "random", Labels: testScheme.Labels[:1+r.IntN(3)]}}
	case depth > 0:
		return Batch{}
	}
	batch := Batch{}
	for range r.IntN(4) {
		e := r.edit(m, depth+1)
		batch.Edits = append(batch.Edits, e)
		if next, ok := m.apply(e); ok {
			m = next
		}
	}
	return batch
}

func (r dice) docID(m model) string {
	if len(m.docs) == 0 || r.IntN(30) == 0 {
		return "nowhere"
	}
	return m.docs[r.IntN(len(m.docs))].doc.ID
}

func (r dice) spanID() string { return string(rune('a' + r.IntN(4))) }

func (r dice) span(m model, docID string) Span {
	s := Span{
		ID: r.spanID(), Label: testScheme.Labels[r.IntN(3)].ID, Origin: FromPerson,
		Note:    strings.Repeat("\u2029\"", r.IntN(2)),
		Created: time.UnixMilli(r.Int64N(1e12)).UTC(),
	}
	size := 9
	if d := m.find(docID); d != nil {
		size = len(d.doc.Text())
	}
	var ends []int
	for range 2 * (1 + r.IntN(2)) {
		ends = append(ends, r.IntN(size+2))
	}
	slices.Sort(ends)
	for i := 0; i < len(ends); i += 2 {
		s.Ranges = append(s.Ranges, Range{ends[i], ends[i+1]})
	}
	return s
}

func (r dice) document(m model) Edit {
	id := "d" + r.spanID()
	text := texts[r.IntN(len(texts))]
	doc, err := corpus.NewDocument(id, corpus.Details{Title: "Title", Language: "en"}, text)
	if err != nil {
		panic(err)
	}
	e := AddDocument{Document: doc, At: r.IntN(len(m.docs)+2) - 1}
	m.docs = []modelDocument{{doc: doc}}
	var spans []Span
	for range r.IntN(3) {
		s := r.span(m, id)
		if m.fits(doc, s) && !slices.ContainsFunc(spans, func(o Span) bool { return o.ID == s.ID }) {
			spans = append(spans, s)
		}
	}
	e.Sets = setOf(spans...)
	return e
}

// TestRandomEditsDoWhatAPlainModelDoes runs 10,000 sequences of edits of every
// kind. After each edit project and model agree; then everything is taken back
// to the start and brought back to the end, along equal states.
func TestRandomEditsDoWhatAPlainModelDoes(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	sequences := 10_000
	if testing.Short() {
		sequences = 500
	}
	fitted := map[string]int{}
	for i := range sequences {
		if !sequence(t, dice{rand.New(rand.NewPCG(seed, uint64(i)))}, fitted) {
			t.Fatalf("seed %d, sequence %d", seed, i)
		}
	}
	for _, kind := range []Edit{AddSpan{}, RemoveSpan{}, ChangeSpan{}, AddDocument{}, RemoveDocument{}, DescribeDocument{}, ChangeScheme{}, Batch{}} {
		if fitted[kind.kind()] < sequences/10 {
			t.Errorf("only %d edits of kind %s fitted: the test does not test them", fitted[kind.kind()], kind.kind())
		}
	}
}

func sequence(t *testing.T, r dice, fitted map[string]int) bool {
	m := model{scheme: *testScheme}
	p := empty(t)
	var back []Edit
	states := []*Project{p}
	for n := range 15 {
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
