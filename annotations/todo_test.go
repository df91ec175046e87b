package annotations

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// asking is a scheme with a rule of each kind: an actor needs a kind and an
// entry, and two demands do not overlap.
var asking = &Scheme{Name: "asking", Labels: []Label{
	{ID: "actor", Name: "Actor", Color: "#0072B2", Entry: EntryRequired, Attributes: []Attribute{
		{ID: "kind", Name: "Kind", Type: Text, Required: true},
		{ID: "role", Name: "Role", Type: Text},
	}},
	{ID: "demand", Name: "Demand", Color: "#D55E00", NoOverlap: true},
	{ID: "date", Name: "Date", Color: "#009E73"},
}}

func asked(t testing.TB, notation string) *Project {
	t.Helper()
	p := apply(t, project(t, notation), ChangeScheme{asking})
	return apply(t, p, AddEntry{Entry{ID: "e", Label: "actor", Name: "Shoigu"}})
}

// lackWords says what a span lacks.
func lackWords(lacks []Lack) string {
	var words []string
	for _, l := range lacks {
		switch {
		case l.Attribute != nil:
			words = append(words, l.Attribute.ID)
		case l.Entry:
			words = append(words, "entry")
		case l.Overlap != nil:
			words = append(words, "overlaps "+l.Overlap.ID)
		}
	}
	return strings.Join(words, ", ")
}

func TestWhatASpanLacksIsListed(t *testing.T) {
	p := asked(t, "[Actor=a:Shoigu] [Actor=b:met] [Demand=c:the [Demand=d:envoy]] of [Date=e:Monday [Demand=f:and] [Demand=g:more]]")
	for _, change := range []func(*Span){
		func(s *Span) { s.Values = []Value{{Attribute: "kind", Text: "person"}} },
		func(s *Span) { s.Entry = "e" },
	} {
		b, _ := p.Set("doc", DefaultAnnotator).Span("b")
		next := *b
		change(&next)
		p = apply(t, p, ChangeSpan{"doc", DefaultAnnotator, next})
	}
	set := p.Set("doc", DefaultAnnotator)
	for _, tt := range []struct{ span, want, why string }{
		{"a", "kind, entry", "nothing is said of it; its role may stay open"},
		{"b", "", "kind and entry are said"},
		{"c", "overlaps d", "both are to do, the outer one"},
		{"d", "overlaps c", "and the inner one"},
		{"e", "", "its label has no rules"},
		{"f", "", "what it overlaps has another label"},
		{"g", "", "what it touches it does not overlap"},
	} {
		s, _ := set.Span(tt.span)
		if got := lackWords(ToDo(p, set, s)); got != tt.want {
			t.Errorf("%s lacks %q, want %q: %s", tt.span, got, tt.want, tt.why)
		}
	}
	if got := (Outstanding{}).Of(p, set).Count(); got != 3 {
		t.Errorf("%d are to do, want 3", got)
	}
}

func TestTheNextToDoIsFoundRoundTheEnd(t *testing.T) {
	p := asked(t, "[Date=x:On] [Actor=a:Shoigu] [Date=y:on] [Actor=b:Akar]")
	set := p.Set("doc", DefaultAnnotator)
	for _, tt := range []struct{ after, want string }{{"", "a"}, {"x", "a"}, {"a", "b"}, {"y", "b"}, {"b", "a"}, {"gone", "a"}} {
		next, found := NextToDo(p, set, tt.after)
		if !found || next.ID != tt.want {
			t.Errorf("after %q comes %v, want %s", tt.after, next, tt.want)
		}
	}
	alone := asked(t, "[Date=x:On] [Actor=a:Shoigu]")
	if next, found := NextToDo(alone, alone.Set("doc", DefaultAnnotator), "a"); found {
		t.Errorf("after the only one comes %v", next)
	}
}

// TestOutstandingIsCountedFromWhatChanged compares the count that follows random
// edits with one from the beginning.
func TestOutstandingIsCountedFromWhatChanged(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	counts := map[int]bool{}
	p := asked(t, strings.Repeat("word ", 40))
	var o Outstanding
	for n := range 2000 {
		p = apply(t, p, randomMark(r, p, n))
		set := p.Set("doc", DefaultAnnotator)
		o = o.Of(p, set)
		want := (Outstanding{}).Of(p, set)
		if diff := cmp.Diff(want.Count(), o.Count()); diff != "" {
			t.Fatalf("seed %d, edit %d: outstanding (-want +got):\n%s", seed, n, diff)
		}
		counts[o.Count()] = true
	}
	if len(counts) < 10 {
		t.Errorf("only %d different counts came up", len(counts))
	}
}

// randomMark adds, changes or removes a span; there are never many.
func randomMark(r *rand.Rand, p *Project, n int) Edit {
	set := p.Set("doc", DefaultAnnotator)
	start := 5 * r.IntN(38)
	s := span(fmt.Sprint("n", n), asking.Labels[r.IntN(3)].ID, start, start+4+5*r.IntN(3))
	if s.Label == "actor" && r.IntN(2) == 0 {
		s.Values, s.Entry = []Value{{Attribute: "kind", Text: "person"}}, "e"
	}
	if set.Len() == 0 || set.Len() < 20 && r.IntN(3) > 0 {
		return AddSpan{"doc", DefaultAnnotator, s}
	}
	s.ID = set.At(r.IntN(set.Len())).ID
	if r.IntN(2) == 0 {
		return ChangeSpan{"doc", DefaultAnnotator, s}
	}
	return RemoveSpan{"doc", DefaultAnnotator, s.ID}
}

// BenchmarkOutstanding counts after one edit in a large set.
func BenchmarkOutstanding(b *testing.B) {
	p := apply(b, sized(b, 100_000), ChangeScheme{asking})
	doc := p.Documents()[0].ID
	set := p.Set(doc, DefaultAnnotator)
	begun := Outstanding{}.Of(p, set)
	at := 50_000
	for set.At(at).Label != "actor" {
		at++
	}
	s := set.At(at)
	next := apply(b, p, RemoveSpan{doc, DefaultAnnotator, s.ID})
	b.ReportAllocs()
	for b.Loop() {
		if begun.Of(next, next.Set(doc, DefaultAnnotator)).Count() != begun.Count()-1 {
			b.Fatal("what was removed is still to do")
		}
	}
}
