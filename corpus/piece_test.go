package corpus_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// continued lists the blocks that go on with the one before.
func continued(doc *corpus.Document) []int {
	var all []int
	for i := range doc.Blocks() {
		if doc.Continues(i) {
			all = append(all, i)
		}
	}
	return all
}

func TestAVeryLongLineIsCutBetweenWords(t *testing.T) {
	tests := []struct {
		name, why, piece, ends string
	}{
		{"sentences", "nobody reads across the end of a sentence as closely", "The ministers met in Damascus. Trade went on; troops stayed. ", ". "},
		{"no sentences", "a space lies between words", "ministers met in Damascus while trade went on ", " "},
		{"no-break spaces", "they hold words together", "ministers\u00a0met\u00a0in ", "in "},
		{"arabic", "words have no end of a sentence near", "التقى الوزراء في دمشق بينما ", " "},
		{"chinese", "without spaces a word ends anywhere", "部长们在大马士革会晤，", ""},
		{"chinese sentences", "its full stop has no space after it", "部长们在大马士革会晤，贸易继续。", "。"},
		{"thai", "a consonant keeps its vowel", "รัฐมนตรีพบกันที่ดามัสกัสน้ำ", ""},
		{"one word", "letters are cut where no word ends", "abcdefghij", ""},
		{"emoji", "a family of four is one character", "👩‍👩‍👧‍👦", "👦"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			line := strings.Repeat(test.piece, 40_000/len(test.piece))
			doc := document(t, "Before.\n"+line+"\nAfter.\n")
			texts := blockTexts(doc)
			if diff := cmp.Diff(doc.Text(), strings.Join(texts, "")); diff != "" {
				t.Errorf("the blocks tile the text (-want +got):\n%s", diff)
			}
			for i, text := range texts[1 : len(texts)-2] {
				if len(text) > 2<<10 || len(text) < 3<<9 || !strings.HasSuffix(text, test.ends) {
					t.Errorf("piece %d of %d bytes ends in %q, since %s", i, len(text), text[max(0, len(text)-8):], test.why)
				}
				start, end := doc.SnapToGraphemes(doc.Blocks()[i+1].Start, doc.Blocks()[i+1].End)
				if at := (corpus.Block{Start: start, End: end}); at != doc.Blocks()[i+1] {
					t.Errorf("piece %d cuts a character", i)
				}
			}
			for i := range doc.Blocks() {
				if want := i > 1 && i < len(texts)-1; doc.Continues(i) != want {
					t.Errorf("Continues(%d) = %t, want %t: only the pieces after a line's first go on with it", i, !want, want)
				}
			}
		})
	}
}

func TestALineOfOrdinaryLengthIsWhole(t *testing.T) {
	line := strings.Repeat("a paragraph of four thousand characters ", 100) + "\n"
	doc := document(t, line+line)
	if diff := cmp.Diff([]string{line, line}, blockTexts(doc)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if got := continued(doc); got != nil {
		t.Errorf("blocks %v go on with the one before; each is a line", got)
	}
}

func TestACutWrappedParagraphGoesOn(t *testing.T) {
	doc := document(t, strings.Repeat(wrappedLine, 300)+"\n"+strings.Repeat(wrappedLine, 4))
	if !doc.Wrapped() {
		t.Fatal("not wrapped")
	}
	if diff := cmp.Diff([]int{1, 2}, continued(doc)); diff != "" {
		t.Errorf("the blocks that go on, of %d (-want +got):\n%s", len(doc.Blocks()), diff)
	}
}

func TestALineWithoutAnyPlaceToCutIsCutQuickly(t *testing.T) {
	for _, piece := range []string{"x", "\u0301", "🇩🇪", "ก"} {
		began := time.Now()
		blocks := document(t, strings.Repeat(piece, 3_000_000/len(piece))).Blocks()
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("3 MB of %q took %v to cut into %d blocks", piece, took, len(blocks))
		}
	}
}
