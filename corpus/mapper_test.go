package corpus_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// place is one place of a text in all units.
type place struct{ Byte, CodePoint, UTF16 int }

// naivePlaces lists every place of a text, worked out from the runes alone.
func naivePlaces(text string) []place {
	places := []place{{}}
	for _, r := range text {
		last := places[len(places)-1]
		places = append(places, place{
			Byte:      last.Byte + len(string(r)),
			CodePoint: last.CodePoint + 1,
			UTF16:     last.UTF16 + len(utf16.Encode([]rune{r})),
		})
	}
	return places
}

// conversions are the mapper's methods, each with the two numbers of a place that it is about.
var conversions = []struct {
	name    string
	convert func(*corpus.Mapper, int) (int, error)
	units   func(place) (from, to int)
}{
	{"ByteToUTF16", (*corpus.Mapper).ByteToUTF16, func(p place) (int, int) { return p.Byte, p.UTF16 }},
	{"UTF16ToByte", (*corpus.Mapper).UTF16ToByte, func(p place) (int, int) { return p.UTF16, p.Byte }},
	{"ByteToCodePoint", (*corpus.Mapper).ByteToCodePoint, func(p place) (int, int) { return p.Byte, p.CodePoint }},
	{"CodePointToByte", (*corpus.Mapper).CodePointToByte, func(p place) (int, int) { return p.CodePoint, p.Byte }},
}

// checkMapper compares every conversion of every number from before the text to past it with the naive model.
func checkMapper(t *testing.T, text string) {
	t.Helper()
	mapper, places := corpus.NewMapper(text), naivePlaces(text)
	for _, c := range conversions {
		want := map[int]int{}
		for _, p := range places {
			from, to := c.units(p)
			want[from] = to
		}
		end, _ := c.units(places[len(places)-1])
		for n := -2; n <= end+2; n++ {
			got, err := c.convert(mapper, n)
			if to, ok := want[n]; ok != (err == nil) || ok && got != to {
				t.Fatalf("%s(%d) = %d, %v; want %d (a place: %t) in %q", c.name, n, got, err, to, ok, text)
			}
		}
	}
}

func TestMapperAgreesWithANaiveModelOnRandomTexts(t *testing.T) {
	r := newRand(t)
	for range 10_000 {
		n := r.IntN(30)
		if r.IntN(50) == 0 {
			n = r.IntN(400) // several checkpoints
		}
		checkMapper(t, randomText(r, n))
	}
}

func TestMapperIsExactWhereItsCheckpointsMeet(t *testing.T) {
	ascii := strings.Repeat("x", 600)
	tests := []struct{ name, why, text string }{
		{"empty", "no character at all", ""},
		{"long ASCII", "one stretch, however long", strings.Repeat(ascii, 9)},
		{"wide inside ASCII", "the stretch of ASCII ends and another begins", ascii + "😀" + ascii},
		{"wide at a checkpoint", "a character lies across every 256th byte", strings.Repeat("中", 900)},
		{"pairs at a checkpoint", "a surrogate pair lies there", "a" + strings.Repeat("👍🏽", 300)},
		{"wide at the end", "the last stretch is not ASCII", ascii + "\u00a0"},
		{"wide at the start", "the first stretch is not ASCII", "\u00a0" + ascii},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Log(test.why)
			checkMapper(t, test.text)
		})
	}
}

func TestMapperErrorsNameTheUnitThePlaceAndTheReason(t *testing.T) {
	mapper := corpus.NewMapper("aé😀b")
	message := func(_ int, err error) string {
		if err == nil {
			return "no error"
		}
		return err.Error()
	}
	got := []string{
		message(mapper.ByteToUTF16(-1)),
		message(mapper.ByteToUTF16(2)),
		message(mapper.ByteToCodePoint(5)),
		message(mapper.UTF16ToByte(3)),
		message(mapper.UTF16ToByte(6)),
		message(mapper.CodePointToByte(5)),
	}
	want := []string{
		"byte offset -1 is outside the text (0 to 8)",
		"byte offset 2 is inside the character that ends at byte 3",
		"byte offset 5 is inside the character that ends at byte 7",
		"UTF-16 offset 3 is inside the character that ends at byte 7",
		"UTF-16 offset 6 is outside the text (0 to 5)",
		"code point offset 5 is outside the text (0 to 4)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

// FuzzMapperRoundTrip also takes texts that are not valid UTF-8: a mapper must be exact about them too, counting each
// stray byte as one character.
func FuzzMapperRoundTrip(f *testing.F) {
	for _, text := range []string{"", "plain", "é😀👨‍👩‍👧 می\u200cروند", "\xff\xf0\x9f\x98", strings.Repeat("ab中", 300)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		mapper := corpus.NewMapper(text)
		count, units := 0, 0
		for b, r := range text {
			checkPlace(t, mapper, place{b, count, units})
			count++
			units += utf16.RuneLen(r)
		}
		checkPlace(t, mapper, place{len(text), count, units})
	})
}

func checkPlace(t *testing.T, mapper *corpus.Mapper, p place) {
	for _, c := range conversions {
		from, want := c.units(p)
		if got, err := c.convert(mapper, from); got != want || err != nil {
			t.Fatalf("%s(%d) = %d, %v; want %d", c.name, from, got, err, want)
		}
	}
}

const mixed = "Ministers from Türkiye 🇹🇷 met; وزارة الدفاع and 国防部 said “yes”. "

func BenchmarkNewMapper3MB(b *testing.B) {
	text := megabytes(mixed, 3)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		corpus.NewMapper(text)
	}
}

func BenchmarkByteToUTF16In3MB(b *testing.B) { benchmarkConversion(b, (*corpus.Mapper).ByteToUTF16) }
func BenchmarkUTF16ToByteIn3MB(b *testing.B) { benchmarkConversion(b, (*corpus.Mapper).UTF16ToByte) }

func benchmarkConversion(b *testing.B, convert func(*corpus.Mapper, int) (int, error)) {
	text := megabytes(mixed, 3)
	mapper := corpus.NewMapper(text)
	r := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		_, _ = convert(mapper, r.IntN(2<<20)) // an offset inside a character is work too
	}
}
