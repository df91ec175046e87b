package corpus_test

import (
	"bufio"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"
	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
	"spanwise/corpus/testinput"
)

// clusterEnds returns the end of every grapheme cluster, from one run over the whole text.
func clusterEnds(text string) []int {
	var ends []int
	for clusters := graphemes.FromString(text); clusters.Next(); {
		ends = append(ends, clusters.End())
	}
	return ends
}

// segmentEnds returns the end of every word that is also the end of a cluster, from one run over the whole text.
func segmentEnds(text string) []int {
	isClusterEnd := map[int]bool{}
	for _, end := range clusterEnds(text) {
		isClusterEnd[end] = true
	}
	var ends []int
	for segments := words.FromString(text); segments.Next(); {
		if isClusterEnd[segments.End()] {
			ends = append(ends, segments.End())
		}
	}
	return ends
}

func TestBoundariesFoundAroundAPositionAreThoseOfTheWholeText(t *testing.T) {
	r := newRand(t)
	for range 3_000 {
		checkBoundaries(t, randomText(r, 1+r.IntN(30)))
	}
}

func TestBoundariesOfEveryLanguageAreThoseOfTheWholeText(t *testing.T) {
	for name, text := range sharedTexts(t, "cases/languages") {
		t.Run(name, func(t *testing.T) { checkBoundaries(t, text) })
	}
}

// checkBoundaries asks for the word and the cluster at every character.
func checkBoundaries(t *testing.T, text string) {
	t.Helper()
	doc := document(t, text)
	segments, clusters := segmentEnds(text), clusterEnds(text)
	word, cluster := 0, 0 // indexes of what holds pos
	for pos := range text {
		for segments[word] <= pos {
			word++
		}
		for clusters[cluster] <= pos {
			cluster++
		}
		start, end := doc.WordAt(pos)
		want := [3]int{endBefore(segments, word), segments[word], clusters[cluster]}
		if got := [3]int{start, end, doc.NextGrapheme(pos)}; got != want {
			t.Fatalf("at byte %d of %q: word from %d to %d, cluster to %d; want %v", pos, text, start, end, got[2], want)
		}
		if got := doc.PrevGrapheme(clusters[cluster]); got != endBefore(clusters, cluster) {
			t.Fatalf("PrevGrapheme(%d) = %d in %q; want %d", clusters[cluster], got, text, endBefore(clusters, cluster))
		}
	}
}

func endBefore(ends []int, i int) int {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}

// breakCase is one line of a Unicode break test: a text and the byte offsets where it breaks.
type breakCase struct {
	text   string
	breaks []int
}

// scissors is in the test files for the pictographs that are not emoji. Unicode 17, which uax29 follows, took that
// property from all of them: a joiner after one no longer makes a cluster, while the files are of Unicode 14.
const scissors = "\u2701"

// readBreakTest reads a break test, without the cases that no document can hold (those with a carriage return, or a
// byte order mark first) and those that Unicode has changed since.
func readBreakTest(t *testing.T, name string) []breakCase {
	t.Helper()
	file, err := os.Open(testinput.Path(t, "cases/unicode/"+name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []breakCase
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line, _, _ := strings.Cut(lines.Text(), "#")
		c := parseBreakCase(t, line)
		if canHold(c.text) && !strings.Contains(c.text, "\u200d"+scissors) {
			cases = append(cases, c)
		}
	}
	if len(cases) < 100 {
		t.Fatalf("%s: %d cases read", name, len(cases))
	}
	return cases
}

func canHold(text string) bool {
	return text != "" && !strings.Contains(text, "\r") && !strings.HasPrefix(text, "\ufeff")
}

func parseBreakCase(t *testing.T, line string) breakCase {
	t.Helper()
	var c breakCase
	for _, field := range strings.Fields(line) {
		switch field {
		case "÷":
			c.breaks = append(c.breaks, len(c.text))
		case "×":
		default:
			code, err := strconv.ParseUint(field, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			c.text += string(rune(code))
		}
	}
	return c
}

func TestTheCaretStopsWhereUnicodeBreaksGraphemes(t *testing.T) {
	for _, c := range readBreakTest(t, "GraphemeBreakTest.txt") {
		doc := document(t, c.text)
		forward := []int{0}
		for pos := 0; pos < len(c.text); {
			pos = doc.NextGrapheme(pos)
			forward = append(forward, pos)
		}
		if diff := cmp.Diff(c.breaks, forward); diff != "" {
			t.Errorf("forward through %+q (-want +got):\n%s", c.text, diff)
		}
		backward := make([]int, len(forward))
		pos := len(c.text)
		for i := range backward {
			backward[len(backward)-1-i] = pos
			pos = doc.PrevGrapheme(pos)
		}
		if diff := cmp.Diff(c.breaks, backward); diff != "" {
			t.Errorf("backward through %+q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestWordSnappingCutsNoGraphemeOfTheUnicodeTests(t *testing.T) {
	for _, name := range []string{"GraphemeBreakTest.txt", "WordBreakTest.txt", "SentenceBreakTest.txt"} {
		for _, c := range readBreakTest(t, name) {
			doc := document(t, c.text)
			for pos := range c.text {
				start, end := doc.SnapToWords(pos, len(c.text))
				if first, last := doc.SnapToGraphemes(start, end); first != start || last != end {
					t.Errorf("%s: %+q from byte %d: words %d to %d cut a grapheme (%d to %d)", name, c.text, pos, start, end, first, last)
				}
			}
		}
	}
}

func TestWordSegmentsEndWhereUnicodeBreaksWordsUnlessThatCutsAGrapheme(t *testing.T) {
	for _, c := range readBreakTest(t, "WordBreakTest.txt") {
		doc := document(t, c.text)
		got := []int{0}
		for pos := 0; pos < len(c.text); {
			_, pos = doc.WordAt(pos)
			got = append(got, pos)
		}
		var want []int
		for _, b := range c.breaks {
			if b == 0 || doc.NextGrapheme(doc.PrevGrapheme(b)) == b {
				want = append(want, b)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%+q (-want +got):\n%s", c.text, diff)
		}
	}
}

// Looking up a word must not cost more in a longer text: these lines have no end, but places to start from.
func BenchmarkWordAtIn3MBOnOneLine(b *testing.B) {
	lines := map[string]string{
		"english": "the ministers of four countries met in Moscow ", "chinese": "四国国防部长在莫斯科会谈", "thai": "รัฐมนตรีกลาโหมพบกัน",
		"emoji": "👨‍👩‍👧😀", "arabic": "التقى وزراء الدفاع في موسكو ",
	}
	for name, text := range lines {
		b.Run(name, func(b *testing.B) { benchmarkWordAt(b, megabytes(text, 3)) })
	}
}

// The lines that have no place to start from but their own beginning: the cost that boundary.go states.
func BenchmarkWordAtIn3MBWithoutAnyCertainPlace(b *testing.B) {
	for name, text := range map[string]string{"letters": "abcdefgh", "flags": "🇹🇷🇸🇾"} {
		b.Run(name, func(b *testing.B) { benchmarkWordAt(b, megabytes(text, 3)) })
	}
}

func benchmarkWordAt(b *testing.B, text string) {
	doc, err := corpus.NewDocument("bench", corpus.Details{}, text)
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		doc.WordAt(r.IntN(len(text)))
	}
}
