package annotations

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func TestAnEditFromElsewhereDoesWhatItMeant(t *testing.T) {
	second := document(t, "second", "Another text.")
	base := apply(t, project(t, sentence), AddDocument{Document: second, At: -1})
	full := base.Set("doc", DefaultAnnotator)
	without := func(labels ...int) *Scheme {
		s := &Scheme{Name: "less"}
		for _, i := range labels {
			s.Labels = append(s.Labels, testScheme.Labels[i])
		}
		return s
	}
	bare := apply(t, base, Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "s4"}, ChangeScheme{without(0, 1)}}})
	gone := apply(t, base, RemoveDocument{"doc"})
	doc := base.Documents()[0]
	for _, tt := range []struct {
		name, why string
		on        *Project
		edit      Edit
		want      Edit // does the same
		dropped   []string
	}{
		{"add", "what applies stays", base, AddSpan{"doc", DefaultAnnotator, span("n", "actor", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("n", "actor", 0, 6)}, nil},
		{"add what is there", "the later edit wins", base, AddSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}, ChangeSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}, nil},
		{"add to what is gone", "", gone, AddSpan{"doc", DefaultAnnotator, span("n", "actor", 0, 6)}, Batch{}, []string{"a span could not be kept: its article was removed meanwhile"}},
		{"add with a label that is gone", "", bare, AddSpan{"doc", DefaultAnnotator, span("n", "date", 0, 6)}, Batch{}, []string{`the span “Shoigu” in “A test” could not be kept: its label "date" is not in the scheme`}},
		{"add beyond the text", "another text may have the ID by now", base, AddSpan{"doc", DefaultAnnotator, span("n", "date", 0, 99)}, Batch{}, []string{`the span "n" in “A test” could not be kept: bytes 0 to 99 are not within`}},
		{"change", "", base, ChangeSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}, ChangeSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}, nil},
		{"change what is gone", "the later edit brings it back", bare, ChangeSpan{"doc", DefaultAnnotator, span("s4", "actor", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("s4", "actor", 0, 6)}, nil},
		{"change in what is gone", "", gone, ChangeSpan{"doc", DefaultAnnotator, span("a", "actor", 0, 6)}, Batch{}, []string{"its article was removed meanwhile"}},
		{"change to a label that is gone", "the span stays as it is", bare, ChangeSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}, Batch{}, []string{`its label "date" is not in the scheme`}},
		{"remove", "", base, RemoveSpan{"doc", DefaultAnnotator, "a"}, RemoveSpan{"doc", DefaultAnnotator, "a"}, nil},
		{"remove what is gone", "it is done already", bare, RemoveSpan{"doc", DefaultAnnotator, "s4"}, Batch{}, nil},
		{"remove from what is gone", "it is done already", gone, RemoveSpan{"doc", DefaultAnnotator, "a"}, Batch{}, nil},
		{"add document", "", base, AddDocument{Document: document(t, "third", "x"), At: 1}, AddDocument{Document: document(t, "third", "x"), At: 1}, nil},
		{"add document beyond the end", "there are fewer by now", gone, AddDocument{Document: doc, At: 2}, AddDocument{Document: doc, At: -1}, nil},
		{"add document before the front", "there is no such place", gone, AddDocument{Document: doc, At: -7}, AddDocument{Document: doc, At: -1}, nil},
		{"add document with spans, some of which do not fit", "", apply(t, gone, ChangeScheme{without(0, 1)}),
			AddDocument{Document: doc, At: 0, Sets: []*Set{full}},
			AddDocument{Document: doc, At: 0, Sets: setOf(span("s1", "actor", 0, 6), span("a", "actor", 11, 24), span("s3", "demand", 19, 24))},
			[]string{`the span “Монday 🕊️” in “A test” could not be kept: its label "date"`}},
		{"add document that is there", "it stays where it is; its spans are added and changed", base,
			AddDocument{Document: doc, At: 1, Sets: setOf(span("n", "actor", 0, 6), span("a", "date", 0, 6), span("x", "gone", 0, 6))},
			Batch{[]Edit{AddSpan{"doc", DefaultAnnotator, span("n", "actor", 0, 6)}, ChangeSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}}}, []string{`its label "gone"`}},
		{"add document with another text", "", base, AddDocument{Document: document(t, "doc", "x"), At: 0}, Batch{}, []string{`the article “Title of doc” could not be added: meanwhile “A test” has its ID "doc", with another text`}},
		{"add no document", "", base, AddDocument{}, Batch{}, []string{"there is none"}},
		{"remove document", "", base, RemoveDocument{"doc"}, RemoveDocument{"doc"}, nil},
		{"remove document that is gone", "it is done already", gone, RemoveDocument{"doc"}, Batch{}, nil},
		{"describe document", "", base, DescribeDocument{"doc", corpus.Details{Title: "T"}}, DescribeDocument{"doc", corpus.Details{Title: "T"}}, nil},
		{"describe document that is gone", "", gone, DescribeDocument{"doc", corpus.Details{Title: "T"}}, Batch{}, []string{"the details of the article “T” could not be kept: it was removed meanwhile"}},
		{"describe document badly", "no project would take it", base, DescribeDocument{"doc", corpus.Details{}}, Batch{}, []string{"it has no title"}},
		{"change scheme", "labels that nobody uses may go", bare, ChangeScheme{without(1, 0)}, ChangeScheme{without(1, 0)}, nil},
		{"change scheme without a label in use", "the span that has it stays", base, ChangeScheme{without(1)},
			ChangeScheme{&Scheme{Name: "less", Labels: []Label{testScheme.Labels[1], testScheme.Labels[0], testScheme.Labels[2]}}},
			[]string{"the label “Actor” could not be removed: it has been used meanwhile", "the label “Date” could not be removed"}},
		{"change scheme that gives away a key in use", "a key picks one label", base,
			ChangeScheme{&Scheme{Name: "keys", Labels: []Label{testScheme.Labels[0], testScheme.Labels[1], {ID: "n", Name: "New", Key: "3", Color: "#123456"}}}},
			ChangeScheme{&Scheme{Name: "keys", Labels: []Label{testScheme.Labels[0], testScheme.Labels[1], {ID: "n", Name: "New", Key: "3", Color: "#123456"}, {ID: "date", Name: "Date", Color: "#009E73"}}}},
			[]string{"the label “Date” could not be removed"}},
		{"change to no scheme", "", base, ChangeScheme{}, Batch{}, []string{"there is no other"}},
		{"change to a bad scheme", "", base, ChangeScheme{&Scheme{Name: "bad", Labels: append(without(0, 1, 2).Labels, Label{})}}, Batch{}, []string{"it has no ID"}},
		{"batch", "what fits stays, each after the ones before it", bare,
			Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "s4"}, AddSpan{"doc", DefaultAnnotator, span("n", "actor", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("n", "demand", 0, 6)}, Batch{[]Edit{nil, RemoveSpan{"doc", DefaultAnnotator, "a"}}}, AddSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}}},
			Batch{[]Edit{AddSpan{"doc", DefaultAnnotator, span("n", "demand", 0, 6)}, RemoveSpan{"doc", DefaultAnnotator, "a"}}},
			[]string{"a change could not be kept: there is none", `its label "date"`}},
		{"batch that brings its own ground", "the label and the document come first", bare,
			Batch{[]Edit{ChangeScheme{testScheme}, AddDocument{Document: document(t, "third", "text"), At: -1}, AddSpan{"third", DefaultAnnotator, span("n", "date", 0, 4)}}},
			Batch{[]Edit{ChangeScheme{testScheme}, AddDocument{Document: document(t, "third", "text"), At: -1}, AddSpan{"third", DefaultAnnotator, span("n", "date", 0, 4)}}}, nil},
		{"batch of removals", "those that are left are removed", bare, Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, RemoveSpan{"doc", DefaultAnnotator, "s4"}, RemoveSpan{"doc", DefaultAnnotator, "s1"}, RemoveSpan{"doc", DefaultAnnotator, "a"}}}, Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, RemoveSpan{"doc", DefaultAnnotator, "s1"}}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fits, dropped := Reconcile(tt.edit, tt.on)
			checkLeads(t, tt.why, tt.on, fits, apply(t, tt.on, tt.want))
			if len(dropped) != len(tt.dropped) {
				t.Fatalf("dropped %v, want %d", dropped, len(tt.dropped))
			}
			for i, want := range tt.dropped {
				if !strings.Contains(dropped[i].Error(), want) {
					t.Errorf("dropped: %v, want %q", dropped[i], want)
				}
			}
		})
	}
}

func TestReconcileOfALongBatchIsQuick(t *testing.T) {
	n := 100_000
	if runtime.GOARCH == "wasm" {
		n = 20_000
	}
	p := project(t, sentence)
	for _, misfit := range []int{0, n / 3, n - 1} {
		batch := Batch{make([]Edit, n)}
		for i := range batch.Edits {
			batch.Edits[i] = AddSpan{"doc", DefaultAnnotator, span(fmt.Sprint("n", i), "actor", 0, 6)}
		}
		batch.Edits[misfit] = AddSpan{"doc", DefaultAnnotator, span("misfit", "gone", 0, 6)}
		began := time.Now()
		fits, dropped := Reconcile(batch, p)
		took := time.Since(began)
		t.Logf("misfit at %d: %v", misfit, took)
		if took > 5*time.Second {
			t.Errorf("it took %v: the edits are tried over and over", took)
		}
		if got := apply(t, p, fits).Set("doc", DefaultAnnotator).Len(); got != p.Set("doc", DefaultAnnotator).Len()+n-1 || len(dropped) != 1 {
			t.Errorf("%d spans, dropped %v", got, dropped)
		}
	}
}

// TestRandomEditsFromElsewhereFit lets two projects grow apart from one start. An
// edit made on one of them is reconciled with the other.
func TestRandomEditsFromElsewhereFit(t *testing.T) {
	seed := rand.Uint64()
	rounds := 2 * *sequences
	asItIs, otherwise := 0, 0
	for i := range rounds {
		r := dice{rand.New(rand.NewPCG(seed, uint64(i)))}
		m, start := r.grow(t, newModel(richScheme), rich(t), 12)
		mine, p := r.grow(t, m, start, 6)
		_, q := r.grow(t, m, start, 6)
		e := r.edit(mine, 0)
		if _, _, err := e.Apply(p); err != nil {
			continue
		}
		if checkReconciled(t, e, q) {
			asItIs++
		} else {
			otherwise++
		}
		if t.Failed() {
			t.Fatalf("seed %d, round %d", seed, i)
		}
	}
	t.Logf("seed %d: %d edits applied as they were, %d did not", seed, asItIs, otherwise)
	if min(asItIs, otherwise) < rounds/20 {
		t.Error("too few of one kind: the test does not test them")
	}
}

// grow does n random edits that fit, the first of which brings a document.
func (r dice) grow(t testing.TB, m model, p *Project, n int) (model, *Project) {
	t.Helper()
	for i := range n {
		e := r.edit(m, 0)
		if len(m.docs) == 0 || i == 0 {
			e = r.document(m)
		}
		if next, ok := m.apply(e); ok {
			m, p = next, apply(t, p, e)
		}
	}
	return m, p
}

// checkReconciled holds Reconcile to what it promises, and reports whether e fits
// p as it is.
func checkReconciled(t testing.TB, e Edit, p *Project) bool {
	t.Helper()
	fits, dropped := Reconcile(e, p)
	got := checkEdit(t, p, fits)
	checkUntouched(t, e, p, got)
	want, _, err := e.Apply(p)
	if err != nil {
		return false
	}
	if diff := cmp.Diff(say(want), say(got)); diff != "" {
		t.Errorf("%#v fits as it is, but Reconcile changes it (-want +got):\n%s", e, diff)
	}
	if len(dropped) > 0 {
		t.Errorf("%#v fits as it is, but Reconcile drops %v", e, dropped)
	}
	return true
}

// checkUntouched sees to it that whatever e does not touch is after it as before.
func checkUntouched(t testing.TB, e Edit, before, after *Project) {
	t.Helper()
	touched := map[Target]bool{}
	for target := range Touched(e) {
		touched[target] = true
	}
	if !touched[Target{Scheme: true}] && !before.Scheme().Equal(after.Scheme()) {
		t.Errorf("%#v changed the scheme", e)
	}
	for _, d := range before.Documents() {
		now, there := after.Document(d.ID)
		if !touched[Target{Document: d.ID}] && (!there || !sameDocument(d, now)) {
			t.Errorf("%#v lost the document %q or its details", e, d.ID)
		}
		for _, set := range before.Sets(d.ID) {
			if !removes(e, d.ID) {
				checkSetUntouched(t, e, touched, d.ID, set, after.Set(d.ID, set.annotator))
			}
		}
	}
	for entry := range before.Entries() {
		if now, _ := after.Entry(entry.ID); !touched[Target{Entry: entry.ID}] && !entry.Equal(now) {
			t.Errorf("%#v lost the entry %q", e, entry.ID)
		}
	}
	for r := range before.Relations() {
		if now, _ := after.Relation(r.ID); !touched[Target{Relation: r.ID}] && !endTouched(e, touched, r) && !r.Equal(now) {
			t.Errorf("%#v lost the relation %q", e, r.ID)
		}
	}
}

func checkSetUntouched(t testing.TB, e Edit, touched map[Target]bool, docID string, before, after *Set) {
	t.Helper()
	if after == nil || !touched[Target{Document: docID, Annotator: before.annotator}] && !before.about.Equal(*after.about) {
		t.Errorf("%#v lost what %q says about %q", e, before.annotator, docID)
		return
	}
	for s := range before.All() {
		if touched[Target{Document: docID, Annotator: before.annotator, Span: s.ID}] {
			continue
		}
		if kept, _ := after.Span(s.ID); !s.Equal(kept) {
			t.Errorf("%#v lost the span %q of %q", e, s.ID, docID)
		}
	}
}

// endTouched reports whether e may take a relation along, or an end of it.
func endTouched(e Edit, touched map[Target]bool, r *Relation) bool {
	for _, at := range []Place{r.From, r.To} {
		if removes(e, at.Document) || touched[Target{Document: at.Document, Annotator: r.Annotator, Span: at.Span}] {
			return true
		}
	}
	return false
}

// removes reports whether e takes a document away, be it to bring it back.
func removes(e Edit, docID string) bool {
	switch e := e.(type) {
	case RemoveDocument:
		return e.ID == docID
	case Batch:
		return slices.ContainsFunc(e.Edits, func(inner Edit) bool { return removes(inner, docID) })
	}
	return false
}
