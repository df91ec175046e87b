package annotations

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func TestAFlawOfASpanIsFoundAndMended(t *testing.T) {
	for _, tt := range []struct {
		name, why, marked, mended string
		kind                      FlawKind
	}{
		{"none", "", "the [Actor=a:envoy] met", "the [Actor=a:envoy] met", 0},
		{"space within", "only the ends count", "[Actor=a:the envoy]", "[Actor=a:the envoy]", 0},
		{"whole characters", "", "[Actor=a:👨\u200d👩\u200d👧]e\u0301[Actor=a:🇧🇷]", "[Actor=a:👨\u200d👩\u200d👧]e\u0301[Actor=a:🇧🇷]", 0},
		{"space before", "", "the[Actor=a:  envoy]", "the  [Actor=a:envoy]", WhiteSpace},
		{"space behind", "", "[Actor=a:the envoy\t\n]met", "[Actor=a:the envoy]\t\nmet", WhiteSpace},
		{"every White_Space", "PropList.txt has 25", "[Actor=a:\t\n\v\f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000x]", "\t\n\v\f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000[Actor=a:x]", WhiteSpace},
		{"zero width space", "it is not White_Space", "[Actor=a:\u200bx\u200b]", "[Actor=a:\u200bx\u200b]", 0},
		{"white space only", "the span is to be removed", "the[Actor=a: \n]envoy", "the \nenvoy", WhiteSpace},
		{"white space in one range", "the range goes", "[Actor=a:the][Actor=a: ]envoy[Actor=a: ,]", "[Actor=a:the] envoy [Actor=a:,]", WhiteSpace},
		{"an accent on a space", "it is one character, and it is seen", "[Actor=a: \u0301x]", "[Actor=a: \u0301x]", 0},
		{"a letter without its accent", "", "caf[Actor=a:e]\u0301 noir", "caf[Actor=a:e\u0301] noir", HalfCharacter},
		{"an accent without its letter", "", "cafe[Actor=a:\u0301] noir", "caf[Actor=a:e\u0301] noir", HalfCharacter},
		{"a part of a family", "", "[Actor=a:👨\u200d👩]\u200d👧", "[Actor=a:👨\u200d👩\u200d👧]", HalfCharacter},
		{"half a flag", "which characters make a flag is counted from the row's start", "🇧🇷[Actor=a:🇧]🇷", "🇧🇷[Actor=a:🇧🇷]", HalfCharacter},
		{"two halves of a character", "they become one range", "[Actor=a:e][Actor=a:\u0301]", "[Actor=a:e\u0301]", HalfCharacter},
		{"both", "", "[Actor=a: caf][Actor=a:e]\u0301", " [Actor=a:caf][Actor=a:e\u0301]", WhiteSpace | HalfCharacter},
		{"half a character of white space", "the accent is what is seen of it", "x[Actor=a:y ]\u0301", "x[Actor=a:y \u0301]", HalfCharacter},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, spans := marked(t, tt.marked)
			_, mended := marked(t, tt.mended)
			got, any := FlawOf(doc, DefaultAnnotator, &spans[0])
			if any != (tt.kind != 0) || got.Kind != tt.kind {
				t.Fatalf("flaw %v of kind %v, want %v: %s", any, got.Kind, tt.kind, tt.why)
			}
			if !any {
				return
			}
			want := Flaw{Document: "doc", Annotator: DefaultAnnotator, Span: "a", Kind: tt.kind, Mended: spans[0]}
			want.Mended.Ranges = nil
			if len(mended) > 0 {
				want.Mended.Ranges = mended[0].Ranges
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
		})
	}
}

func TestFlawsComeInTheOrderOfDocumentsAndText(t *testing.T) {
	first, spans := marked(t, "[Actor=b:x ][Demand=a: y][Date:z]")
	p := apply(t, empty(t), Batch{[]Edit{
		AddDocument{Document: first.WithID("z"), At: -1, Sets: setOf(spans...)},
		AddDocument{Document: first.WithID("a"), At: -1, Sets: setOf(spans[1:]...)},
	}})
	flaws, err := Flaws(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []Target
	for _, f := range flaws {
		got = append(got, spanAt(f.Document, f.Span))
		p = apply(t, p, ChangeSpan{f.Document, DefaultAnnotator, f.Mended})
	}
	if diff := cmp.Diff([]Target{spanAt("z", "b"), spanAt("z", "a"), spanAt("a", "a")}, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if left, _ := Flaws(p, nil); len(left) > 0 {
		t.Errorf("after mending there are %v", left)
	}
}

// TestWhatIsMendedFitsAndHasNoFlaw marks random pieces of a text that has much of
// what can be cut in two.
func TestWhatIsMendedFitsAndHasNoFlaw(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	parts := []string{" ", "\n", "\u00a0", "a", "e\u0301", " \u0301", "👨\u200d👩\u200d👧", "🇧", "\u200d", "क्ष", "ำ", "\u0600"}
	flawed := 0
	for range 20_000 {
		var text strings.Builder
		for range 1 + r.IntN(12) {
			text.WriteString(parts[r.IntN(len(parts))])
		}
		doc := document(t, "doc", text.String())
		s := randomOn(r, doc)
		f, any := FlawOf(doc, DefaultAnnotator, &s)
		if !any {
			continue
		}
		flawed++
		if len(f.Mended.Ranges) == 0 {
			if strings.TrimSpace(strings.ReplaceAll(s.Text(doc), "…", "")) != "" {
				t.Fatalf("seed %d: %v of %+q is to be removed", seed, s.Ranges, doc.Text())
			}
			continue
		}
		if err := f.Mended.check(doc.Text(), empty(t)); err != nil {
			t.Fatalf("seed %d: %v of %+q is mended to %v: %v", seed, s.Ranges, doc.Text(), f.Mended.Ranges, err)
		}
		if again, any := FlawOf(doc, DefaultAnnotator, &f.Mended); any {
			t.Fatalf("seed %d: %v of %+q is mended to %v, which is mended to %v", seed, s.Ranges, doc.Text(), f.Mended.Ranges, again.Mended.Ranges)
		}
	}
	if flawed < 5_000 {
		t.Errorf("only %d spans had a flaw", flawed)
	}
}

// randomOn is a span of one or two ranges, wherever characters begin.
func randomOn(r *rand.Rand, doc *corpus.Document) Span {
	ends := []int{len(doc.Text())}
	for pos := range doc.Text() {
		ends = append(ends, pos)
	}
	pick := func() Range {
		a, b := ends[r.IntN(len(ends))], ends[r.IntN(len(ends))]
		return Range{min(a, b), max(a, b)}
	}
	for {
		s := Span{ID: "s", Label: "actor", Origin: FromPerson}
		for range 1 + r.IntN(2) {
			s.Ranges = append(s.Ranges, pick())
		}
		if checkRanges(s.Ranges, doc.Text()) == nil {
			return s
		}
	}
}

// TestLookingForFlawsTakesNoMemoryWhereThereAreNone has spans that end between
// ASCII characters. At others package corpus asks for a few bytes.
func TestLookingForFlawsTakesNoMemoryWhereThereAreNone(t *testing.T) {
	doc, spans := marked(t, "([Actor:Shoigu]) met [Date:on Monday], in [Demand:a state of siège 外交 now]")
	allocs := testing.AllocsPerRun(100, func() {
		for i := range spans {
			if _, any := FlawOf(doc, DefaultAnnotator, &spans[i]); any {
				t.Fatal("there is a flaw")
			}
		}
	})
	if allocs > 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestFlawsOfAProjectAreFoundInSlices(t *testing.T) {
	p := sized(t, 1000)
	stop := errors.New("stop")
	for left := range 1000/spansPerCall + 2 {
		calls := 0
		flaws, err := Flaws(p, func(done float64) error {
			if done > 1 {
				t.Fatalf("%v is done", done)
			}
			if calls++; calls > left {
				return stop
			}
			return nil
		})
		if whole := left > 1000/spansPerCall; whole != (err == nil) || !whole && (!errors.Is(err, stop) || flaws != nil) {
			t.Errorf("after %d pauses: %d flaws, %v", left, len(flaws), err)
		}
	}
}

// TestFlawsOfALongRowOfFlagsAreFoundQuickly has 20,000 spans that all begin or
// end within a flag.
func TestFlawsOfALongRowOfFlagsAreFoundQuickly(t *testing.T) {
	const n = 20_000
	var spans []Span
	for i := range n {
		spans = append(spans, span(fmt.Sprint(i), "actor", 8*i+4*(i%2), 8*i+4))
		if i%2 == 1 {
			spans[i].Ranges[0].End += 4
		}
	}
	p := apply(t, empty(t), AddDocument{document(t, "doc", strings.Repeat("🇧🇷", n)), -1, setOf(spans...)})
	began := time.Now()
	flaws, err := Flaws(p, nil)
	if took := time.Since(began); err != nil || len(flaws) != n || took > 5*time.Second {
		t.Errorf("%d flaws in %v, %v", len(flaws), took, err)
	}
}

// BenchmarkFlaws looks through spans, of which hardly one has a flaw.
func BenchmarkFlaws(b *testing.B) {
	for _, n := range sizes {
		doc := document(b, "doc", strings.Repeat("abcd é 😀 وزارة ", n))
		var spans []Span
		size := len("abcd é 😀 وزارة ")
		for i := range n {
			spans = append(spans, span(fmt.Sprint("s", i), "actor", i*size, i*size+[]int{4, 7, 12}[i%3]))
		}
		p := apply(b, empty(b), AddDocument{doc, -1, setOf(spans...)})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if flaws, err := Flaws(p, nil); err != nil || len(flaws) > 0 {
					b.Fatal(flaws, err)
				}
			}
		})
	}
}
