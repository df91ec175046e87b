package corpus_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"spanwise/corpus"
	"spanwise/corpus/testinput"
)

// seed repeats a random test that failed: go test ./corpus -seed N.
var seed = flag.Uint64("seed", 0, "seed of the random tests; 0 picks one")

// newRand returns a source of randomness and logs its seed.
func newRand(t *testing.T) *rand.Rand {
	s := *seed
	for s == 0 {
		s = rand.Uint64()
	}
	t.Logf("-seed %d", s)
	return rand.New(rand.NewPCG(s, s))
}

// pieces are what random texts are made of: what takes one, two, three and four bytes, what joins to the piece before
// or after it, and what sets words apart.
var pieces = []string{
	"a", "word", "3", "1.5", "don't", "_", "-", ".", ",", "'", `"`, ":", " ", "  ", "\n", "\n\n", "\t", "(", "@",
	"é", "e\u0301", "\u0301", "\u0308\u0301", "ñ", "ß", "«", "“", "’", "…", "–", "\u00a0", "\u202f", "\u00ad", "\u3000",
	"😀", "👍🏽", "👨‍👩‍👧‍👦", "❤️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\u200d", "\ufe0f", "🇹🇷", "🇸🇾🇷🇺", "🇺",
	"وزارة", "الدفاع،", "لَا", "می\u200cروند", "\u200c", "٣", "\u0600", "שלום", "צה\"ל", "א", "ב'",
	"国防部", "会谈", "。", "々", "カタカナ", "ー", "ひらがな", "กำ", "ภาษาไทย", "ำ", "한국", "\u1112\u1161", "\u11ab",
	"क्षत्रि", "क", "\u094d", "ត្រី", "မြန်မာ", "\u0e33", "𝒳", "𠀋", "\ufeff", "\ufffd", "\u2028", "\x01",
}

func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return strings.TrimLeft(b.String(), "\ufeff")
}

// document returns a document of a text for tests that look at nothing else.
func document(t testing.TB, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument("test", corpus.Details{}, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// sharedTexts returns the texts of a folder of test input by file name, with lines ended by LF.
func sharedTexts(t testing.TB, folder string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testinput.Path(t, folder), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in ../shared/%s: %v", folder, err)
	}
	texts := map[string]string{}
	for _, file := range files {
		texts[filepath.Base(file)] = readText(t, file)
	}
	return texts
}

func readText(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// megabytes repeats a text up to about n MB.
func megabytes(text string, n int) string {
	return strings.Repeat(text, n<<20/len(text)+1)
}
