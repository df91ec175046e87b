package corpus_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// blockTexts returns what each block covers.
func blockTexts(doc *corpus.Document) []string {
	var texts []string
	for _, b := range doc.Blocks() {
		texts = append(texts, doc.Text()[b.Start:b.End])
	}
	return texts
}

// wrappedLine is as long as a line that an editor has broken.
var wrappedLine = strings.Repeat("wrapped ", 8) + "here\n"

func TestBlocksAreLinesOrTheParagraphsOfAHardWrappedText(t *testing.T) {
	paragraph := strings.Repeat(wrappedLine, 4)
	long := strings.Repeat("x", 121) + "\n"
	tests := []struct {
		name, why, text string
		want            []string
		wrapped         bool
	}{
		{"empty", "there is nothing to draw", "", nil, false},
		{"one line", "the text ends without a line break", "one", []string{"one"}, false},
		{"lines", "each line is a block", "one\ntwo\n", []string{"one\n", "two\n"}, false},
		{"blank lines between", "they belong to the block before", "one\n\n \ntwo", []string{"one\n\n \n", "two"}, false},
		{"blank lines first", "they belong to the first block", "\n\none\ntwo", []string{"\n\none\n", "two"}, false},
		{"no-break space", "a line of white space is blank", "one\n\u00a0\ntwo", []string{"one\n\u00a0\n", "two"}, false},
		{"nothing but blank lines", "the text must still be tiled", "\n\n", []string{"\n\n"}, false},
		{"paragraphs", "long lines at once after each other are wrapped", paragraph + "\n" + paragraph, []string{paragraph + "\n", paragraph}, true},
		{"two joined lines", "too few to tell", wrappedLine + wrappedLine + wrappedLine, []string{wrappedLine, wrappedLine, wrappedLine}, false},
		{"one longer line", "no wrapping leaves it", paragraph + long, []string{wrappedLine, wrappedLine, wrappedLine, wrappedLine, long}, false},
		{"verse", "short lines are meant", "a b\nc d\ne f\ng h\ni j", []string{"a b\n", "c d\n", "e f\n", "g h\n", "i j"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := document(t, test.text)
			if diff := cmp.Diff(test.want, blockTexts(doc)); diff != "" {
				t.Errorf("blocks, since %s (-want +got):\n%s", test.why, diff)
			}
			if got := doc.Wrapped(); got != test.wrapped {
				t.Errorf("Wrapped() = %t", got)
			}
		})
	}
}

func TestAWrappedTextWithoutBlankLinesIsNotOneBlock(t *testing.T) {
	doc := document(t, strings.Repeat(wrappedLine, 1000))
	if !doc.Wrapped() {
		t.Fatal("the text does not count as wrapped")
	}
	for _, b := range doc.Blocks() {
		if size := b.End - b.Start; size > 9<<10 {
			t.Errorf("block %v has %d bytes", b, size)
		}
	}
	checkTiles(t, doc)
}

// checkTiles checks that the blocks are exactly the text, and that BlockAt finds each by its first and last byte.
func checkTiles(t *testing.T, doc *corpus.Document) {
	t.Helper()
	pos := 0
	for i, b := range doc.Blocks() {
		if b.Start != pos || b.End <= b.Start {
			t.Fatalf("block %d is %v after byte %d", i, b, pos)
		}
		if first, last := doc.BlockAt(b.Start), doc.BlockAt(b.End-1); first != i || last != i {
			t.Fatalf("BlockAt finds blocks %d and %d at the ends of block %d %v", first, last, i, b)
		}
		pos = b.End
	}
	if pos != len(doc.Text()) {
		t.Fatalf("the blocks end at byte %d of %d", pos, len(doc.Text()))
	}
}

func TestBlocksTileRandomTexts(t *testing.T) {
	r := newRand(t)
	for range 2_000 {
		checkTiles(t, document(t, randomText(r, r.IntN(60))))
	}
}

func TestBlocksTileTextsFromOutside(t *testing.T) {
	for _, folder := range []string{"articles", "cases/text", "cases/languages"} {
		for name, text := range sharedTexts(t, folder) {
			t.Run(name, func(t *testing.T) { checkTiles(t, document(t, text)) })
		}
	}
}

func TestHardWrappedTextsFromOutsideAreKnown(t *testing.T) {
	wrapped := map[string]bool{"moscow-times.en.txt": true, "sherlock-holmes-huge-ascii.txt": true}
	for _, folder := range []string{"articles", "cases/text"} {
		for name, text := range sharedTexts(t, folder) {
			if got := document(t, text).Wrapped(); got != wrapped[name] {
				t.Errorf("%s: Wrapped() = %t", name, got)
			}
		}
	}
}

func TestBlockAtAnswersForEveryPosition(t *testing.T) {
	doc := document(t, "one\ntwo\n")
	tests := []struct {
		name string
		pos  int
		want int
	}{
		{"before the text", -1, 0},
		{"the first byte", 0, 0},
		{"the line break", 3, 0},
		{"the second line", 4, 1},
		{"the end", 8, 1},
		{"past the end", 99, 1},
	}
	for _, test := range tests {
		if got := doc.BlockAt(test.pos); got != test.want {
			t.Errorf("BlockAt(%d), %s, = %d; want %d", test.pos, test.name, got, test.want)
		}
	}
	if got := document(t, "").BlockAt(0); got != -1 {
		t.Errorf("BlockAt(0) of the empty text = %d; want -1", got)
	}
}

// wrapped3MB returns the long English text of ../shared, repeated, or wrapped lines where it is absent.
func wrapped3MB() string {
	if data, err := os.ReadFile("../../shared/cases/text/sherlock-holmes-huge-ascii.txt"); err == nil {
		return megabytes(strings.ReplaceAll(string(data), "\r\n", "\n"), 3)
	}
	return megabytes(strings.Repeat(wrappedLine, 5)+"\n", 3)
}

func BenchmarkBlocksOf3MB(b *testing.B) {
	texts := map[string]string{
		"wrapped": wrapped3MB(), "lines": megabytes(strings.Repeat(mixed, 5)+"\n", 3), "one line": megabytes(mixed, 3),
	}
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				doc, err := corpus.NewDocument("bench", corpus.Details{}, text)
				if err != nil {
					b.Fatal(err)
				}
				doc.Blocks()
			}
		})
	}
}
