package annotations

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestASetIsInTextOrder(t *testing.T) {
	doc, spans := marked(t, "[Actor=b:[Date=c:[Actor=a:Assad]'s] envoy] [Demand=d:asked] and [Date=d:asked]")
	p := apply(t, empty(t), AddDocument{Document: doc, At: 0, Sets: setOf(spans[3], spans[1], spans[2], spans[0])})
	var got []string
	for s := range p.Set("doc", DefaultAnnotator).All() {
		got = append(got, s.ID+" "+s.Text(doc))
	}
	want := []string{"b Assad's envoy", "c Assad's", "a Assad", "d asked … asked"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOverlappingIsAboutRangesNotOutlines(t *testing.T) {
	p := project(t, "[Actor=x:aa] bb [Actor=x:cc] [Date=y:dd]")
	for _, tt := range []struct {
		name, why  string
		start, end int
		want       []string
	}{
		{"in a gap", "x does not cover what lies between its ranges", 3, 5, nil},
		{"on a range", "", 6, 7, []string{"x"}},
		{"touching", "ranges are half-open", 8, 9, nil},
		{"everything", "each span once, in text order", 0, 99, []string{"x", "y"}},
		{"empty piece", "it shares no byte with anything", 1, 1, nil},
		{"backward piece", "it is empty too", 7, 1, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, ids(slices.Collect(p.Set("doc", DefaultAnnotator).Overlapping(tt.start, tt.end)))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestOverlappingStopsWhenItIsTold(t *testing.T) {
	set := mustSet(t, randomSpans(rand.New(rand.NewPCG(1, 1)), 50, 20, 20))
	all := slices.Collect(set.Overlapping(0, 20))
	for wanted := range all {
		var got []*Span
		for s := range set.Overlapping(0, 20) {
			if got = append(got, s); len(got) > wanted {
				break
			}
		}
		if diff := cmp.Diff(ids(all[:wanted+1]), ids(got)); diff != "" {
			t.Fatalf("stopped after %d (-want +got):\n%s", wanted+1, diff)
		}
	}
}

func ids(spans []*Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.ID)
	}
	return out
}

// randomSpans makes spans on a text of size bytes.
func randomSpans(r *rand.Rand, n, size, longest int) []*Span {
	spans := make([]*Span, n)
	for i := range spans {
		start := r.IntN(size - 1)
		ranges := []Range{{start, min(size, start+1+r.IntN(longest))}}
		if gap := ranges[0].End + r.IntN(longest); r.IntN(4) == 0 && gap < size {
			ranges = append(ranges, Range{gap, min(size, gap+1+r.IntN(longest))})
		}
		spans[i] = &Span{ID: fmt.Sprintf("s%d", i), Label: "actor", Origin: FromPerson, Ranges: ranges}
	}
	return spans
}

func mustSet(t testing.TB, spans []*Span) *Set {
	t.Helper()
	set, err := emptySet(DefaultAnnotator).with(spans, nil)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestASetFindsWhatALoopFinds(t *testing.T) {
	seed := rand.Uint64()
	for round := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, round))
		set := mustSet(t, randomSpans(r, r.IntN(60), 100, 1+r.IntN(30)))
		sorted := slices.Collect(set.All())
		for i, s := range sorted {
			if found, ok := set.Span(s.ID); set.At(i) != s || set.IndexOf(s.ID) != i || found != s || !ok {
				t.Fatalf("seed %d, round %d: span %d of the set is not found", seed, round, i)
			}
		}
		for range 50 {
			start, end := r.IntN(110)-5, r.IntN(110)-5
			var want []string
			for _, s := range sorted {
				if coversAny(s, start, end) {
					want = append(want, s.ID)
				}
			}
			if diff := cmp.Diff(want, ids(slices.Collect(set.Overlapping(start, end)))); diff != "" {
				t.Fatalf("seed %d, round %d: [%d, %d) (-want +got):\n%s", seed, round, start, end, diff)
			}
		}
	}
}

// coversAny asks byte by byte.
func coversAny(s *Span, start, end int) bool {
	for pos := start; pos < end; pos++ {
		for _, r := range s.Ranges {
			if r.Start <= pos && pos < r.End {
				return true
			}
		}
	}
	return false
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	set := project(t, sentence).Set("doc", DefaultAnnotator)
	if _, ok := set.Span("nothing"); ok || set.IndexOf("nothing") != -1 {
		t.Errorf("found %v, index %d", ok, set.IndexOf("nothing"))
	}
	defer func() {
		if recover() == nil {
			t.Error("At beyond the end did not panic")
		}
	}()
	set.At(set.Len())
}

func TestChangedIsWhatANaiveComparisonFinds(t *testing.T) {
	seed := rand.Uint64()
	for round := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, round))
		old := mustSet(t, randomSpans(r, 40, 200, 9))
		next := old
		for range r.IntN(6) {
			next = changeOne(r, next)
		}
		if diff := cmp.Diff(naiveChanged(old, next), Changed(old, next)); diff != "" {
			t.Fatalf("seed %d, round %d (-want +got):\n%s", seed, round, diff)
		}
		fromScratch := mustSet(t, slices.Collect(next.All()))
		if diff := cmp.Diff(naiveChanged(old, next), Changed(old, fromScratch)); diff != "" {
			t.Fatalf("seed %d, round %d, against a set that shares nothing (-want +got):\n%s", seed, round, diff)
		}
		if !fromScratch.Equal(next) || next.Equal(old) != (naiveChanged(old, next) == nil) {
			t.Fatalf("seed %d, round %d: Equal is wrong", seed, round)
		}
	}
}

func changeOne(r *rand.Rand, set *Set) *Set {
	s := set.At(r.IntN(set.Len()))
	changed := *s
	switch r.IntN(4) {
	case 0:
		return set.without(s)
	case 1:
		changed.ID = fmt.Sprintf("new%d", r.IntN(1e9))
		return set.add(&changed)
	case 2:
		changed.Note += "!"
	case 3:
		changed.Ranges = []Range{{r.IntN(100), 100 + r.IntN(100)}}
	}
	return set.exchange(s, &changed)
}

// naiveChanged marks every byte under a span that only one set has, and then
// joins what is marked where ranges overlap or touch.
func naiveChanged(a, b *Set) []Range {
	var bytes [201]bool
	mark := func(from, other *Set) {
		for s := range from.All() {
			if twin, ok := other.Span(s.ID); ok && saySpan(twin) == saySpan(s) {
				continue
			}
			for _, r := range s.Ranges {
				for i := r.Start; i < r.End; i++ {
					bytes[i] = true
				}
			}
		}
	}
	mark(a, b)
	mark(b, a)
	var out []Range
	for i, is := range bytes {
		if is && (i == 0 || !bytes[i-1]) {
			out = append(out, Range{Start: i})
		}
		if !is && i > 0 && bytes[i-1] {
			out[len(out)-1].End = i
		}
	}
	return out
}
