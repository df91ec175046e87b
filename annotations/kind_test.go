package annotations

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

var update = flag.Bool("update", false, "write the golden file anew")

// sample is what the tests know of a kind of edit. Which kinds there are they
// learn from the program: one without a sample fails by its name.
type sample struct {
	share  int                                   // of what the dice throw
	throw  func(r dice, m model, depth int) Edit // mostly one that fits
	do     func(m *model, e Edit) (fits bool)    // what it does to a plain model
	filled func(t testing.TB) Edit               // with every field said; fits everybody
}

// samples are the samples by the names of the kinds.
var samples = map[string]sample{}

// thrown are the samples that the dice throw, and the sum of their shares. The
// order is always the same, so that a seed is.
var thrown = sync.OnceValues(func() (all []sample, shares int) {
	for _, kind := range Kinds() {
		all, shares = append(all, samples[kind]), shares+samples[kind].share
	}
	return all, shares
})

// everybody is full with what a filled edit of each kind needs: a second span of
// the second annotator's, and an annotator who has said nothing.
func everybody(t testing.TB) *Project {
	t.Helper()
	return apply(t, full(t), Batch{[]Edit{
		AddSpan{"two", "zoë", span("b", "actor", 0, 8)},
		AddSpan{"two", "zoë", span("d", "date", 0, 8)},
		AddAnnotator{Annotator{"idle", "Idle"}, -1},
	}})
}

func TestEveryKindHasASample(t *testing.T) {
	for _, kind := range Kinds() {
		if s := samples[kind]; s.share == 0 || s.throw == nil || s.do == nil || s.filled == nil {
			t.Errorf("the kind %q has no sample, or a part of one: the tests do not test it", kind)
		}
	}
	if diff := cmp.Diff(Kinds(), slices.Sorted(maps.Keys(samples))); diff != "" {
		t.Errorf("(-kinds +samples):\n%s", diff)
	}
}

func TestEveryKindKnowsAllThatAKindHasToKnow(t *testing.T) {
	for _, kind := range Kinds() {
		t.Run(kind, func(t *testing.T) {
			if samples[kind].filled == nil {
				t.Fatal("it has no sample")
			}
			e := samples[kind].filled(t)
			if KindOf(e) != kind {
				t.Fatalf("its sample is of the kind %q", KindOf(e))
			}
			checkKind(t, e, everybody(t))
		})
	}
}

// checkKind holds an edit that has every field to everything that its kind has to
// know. It does something to p.
func checkKind(t testing.TB, e Edit, p *Project) {
	t.Helper()
	if unsaid := unsaidIn(e); len(unsaid) > 0 {
		t.Errorf("the sample does not test the fields %q: it says nothing in them", unsaid)
	}
	if diff := cmp.Diff(e, roundTrip(t, e), wholes); diff != "" {
		t.Errorf("out of its JSON it is another (-want +got):\n%s", diff)
	}
	next := checkEdit(t, p, e)
	if next.Equal(p) {
		t.Error("it does nothing: the test does not test it")
	}
	checkUntouched(t, e, p, next)
	checkReconciled(t, e, p)
	checkSize(t, e)
	checkAdds(t, e, p, next)
}

// checkSize holds the size of an edit to what the edit touches.
func checkSize(t testing.TB, e Edit) {
	t.Helper()
	parts := 0
	for target := range Touched(e) {
		if target.Span != "" || target.Entry != "" || target.Relation != "" {
			parts++
		}
	}
	if of := e.effect(); of.parts < parts || of.bytes <= 0 {
		t.Errorf("it says that it has %d parts and %d bytes, but it touches %d spans, entries and relations", of.parts, of.bytes, parts)
	}
}

// checkAdds holds what an edit says that it adds to what there is more of after it.
func checkAdds(t testing.TB, e Edit, before, after *Project) {
	t.Helper()
	was, is, adds := reflect.ValueOf(tallied(before)), reflect.ValueOf(tallied(after)), reflect.ValueOf(Adds(e))
	for i := range was.NumField() {
		if more := is.Field(i).Int() - was.Field(i).Int(); more > adds.Field(i).Int() {
			t.Errorf("it says that it adds %+v, but there are %d %s more", Adds(e), more, was.Type().Field(i).Name)
		}
	}
}

// tallied counts what a project has.
func tallied(p *Project) Tally {
	t := Tally{Articles: len(p.Documents()), Annotators: len(p.Annotators()), Entries: p.EntryCount(), Relations: p.RelationCount()}
	for _, d := range p.Documents() {
		for _, set := range p.Sets(d.ID) {
			t.Spans += set.Len()
		}
	}
	return t
}

// wholes compares sets and documents as wholes.
var wholes = cmp.Options{cmp.Comparer((*Set).Equal), cmp.Comparer(sameDocument), cmp.Comparer(time.Time.Equal)}

// unsaidIn lists the fields of an edit, and of what it has in it, that are nowhere
// in it anything but zero.
func unsaidIn(e Edit) (unsaid []string) {
	said := map[string]bool{}
	lookInto(reflect.ValueOf(e), said)
	for field, is := range said {
		if !is {
			unsaid = append(unsaid, field)
		}
	}
	slices.Sort(unsaid)
	return unsaid
}

// lookInto notes of every exported field of every type below v whether it says
// something.
func lookInto(v reflect.Value, said map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			lookInto(v.Elem(), said)
		}
	case reflect.Slice:
		for i := range v.Len() {
			lookInto(v.Index(i), said)
		}
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(v.Type()) {
			if !f.IsExported() || f.Anonymous {
				continue
			}
			field, name := v.FieldByIndex(f.Index), v.Type().String()+"."+f.Name
			said[name] = said[name] || !field.IsZero()
			lookInto(field, said)
		}
	}
}

// TestEveryKindIsWrittenAsTheGoldenLine: what was kept once has to be read for ever.
// The file has for every kind a line with every field, and one that takes it back.
func TestEveryKindIsWrittenAsTheGoldenLine(t *testing.T) {
	const golden = "testdata/edits.jsonl"
	var got bytes.Buffer
	p := everybody(t)
	for _, kind := range Kinds() {
		e := samples[kind].filled(t)
		_, inverse, err := e.Apply(p)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for _, edit := range []Edit{e, inverse} {
			data, err := MarshalEdit(edit)
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			got.Write(append(data, '\n'))
		}
	}
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

// fullDetails are details of a document of which nothing is left out.
var fullDetails = corpus.Details{
	Title: "Title", Outlet: "Outlet", Language: "en", Published: "2026-01-31", URL: "https://example.org/?a=1&b=<2>",
	Note: "A \"note\"\n\u2028", File: "a.txt", Changes: "One line end was changed.", Head: corpus.Standfirst,
}

// fullTime is a time with milliseconds.
var fullTime = time.Date(2026, 1, 31, 12, 34, 56, 789e6, time.UTC)
