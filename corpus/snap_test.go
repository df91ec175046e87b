package corpus_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

// selection reads a text in which [ and ] mark a range.
func selection(t *testing.T, marked string) (doc *corpus.Document, start, end int) {
	t.Helper()
	before, rest, _ := strings.Cut(marked, "[")
	inside, after, ok := strings.Cut(rest, "]")
	if !ok {
		t.Fatalf("no [range] in %q", marked)
	}
	return document(t, before+inside+after), len(before), len(before) + len(inside)
}

// mark is the inverse of selection.
func mark(doc *corpus.Document, start, end int) string {
	text := doc.Text()
	return text[:start] + "[" + text[start:end] + "]" + text[end:]
}

func TestASelectionSnapsToWholeWords(t *testing.T) {
	tests := []struct{ name, why, marked, want string }{
		{"inside a word", "the whole word is meant", "the Tur[ki]sh army", "the [Turkish] army"},
		{"two halves", "both words are meant", "th[e Turk]ish army", "[the Turkish] army"},
		{"space around", "it is not part of a phrase", "the[ army ]left", "the [army] left"},
		{"no-break space around", "it is white space too", "the[\u00a0army\u00a0]left", "the\u00a0[army]\u00a0left"},
		{"line break", "it ends a paragraph, not a phrase", "one[ two\n]three", "one [two]\nthree"},
		{"space alone", "nothing is left", "one[ \u00a0\n]two", "one \u00a0\n[]two"},
		{"a caret", "nothing was selected", "o[]ne", "o[]ne"},
		{"punctuation", "a reader who covers it wants it", "Yes[, sir]!", "Yes[, sir]!"},
		{"apostrophe", "it is inside one word", "Syri[a’]s army", "[Syria’s] army"},
		{"number", "its point is inside it", "about 1[.]5 million", "about [1.5] million"},
		{"hyphen", "it sets words apart", "four-[w]ay talks", "four-[way] talks"},
		{"ZWNJ", "Persian writes it inside words", "او می\u200c[رو]ند", "او [می\u200cروند]"},
		{"Arabic", "its marks belong to the word", "قال [لَ]ا ثم", "قال [لَا] ثم"},
		{"Hebrew", "a quotation mark inside an acronym", "אמר צה[\"]ל כי", "אמר [צה\"ל] כי"},
		{"Chinese", "a character is the unit, words need a dictionary", "国[防部]长", "国[防部]长"},
		{"Thai", "a consonant is not cut from its SARA AM", "ท[ำ]งาน", "[ทำ]งาน"},
		{"family", "it is one character to a reader", "a 👨\u200d[👩]\u200d👧 b", "a [👨\u200d👩\u200d👧] b"},
		{"flag", "half a flag is a letter", "🇹🇷🇸[🇾]🇷🇺", "🇹🇷[🇸🇾]🇷🇺"},
		{"combining mark", "it belongs to its letter", "cafe[\u0301] x", "[cafe\u0301] x"},
		{"mark on a space", "the space is its letter", "a[ \u0301]b", "a[ \u0301]b"},
		{"the last word", "the text ends there", "the ar[my]", "the [army]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, start, end := selection(t, test.marked)
			first, last := doc.SnapToWords(start, end)
			if diff := cmp.Diff(test.want, mark(doc, first, last)); diff != "" {
				t.Errorf("since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func TestASelectionSnapsToWholeGraphemes(t *testing.T) {
	tests := []struct{ name, why, marked, want string }{
		{"letters", "each is whole", "a[b]c", "a[b]c"},
		{"space", "it is kept", "a[ b ]c", "a[ b ]c"},
		{"family", "half of it was selected", "a👨\u200d[👩]\u200d👧b", "a[👨\u200d👩\u200d👧]b"},
		{"mark", "it belongs to its letter", "e[\u0301]x", "[e\u0301]x"},
		{"a caret in a cluster", "it stays empty and leaves the cluster", "xe[]\u0301", "x[]e\u0301"},
		{"the end", "there is no cluster", "ab[]", "ab[]"},
		{"skin tone", "it changes the hand", "[👍]🏽", "[👍🏽]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, start, end := selection(t, test.marked)
			first, last := doc.SnapToGraphemes(start, end)
			if diff := cmp.Diff(test.want, mark(doc, first, last)); diff != "" {
				t.Errorf("since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}

func TestSnappingHoldsWhateverRangeItIsGiven(t *testing.T) {
	doc := document(t, "a 😀 é")
	for start := -1; start <= len(doc.Text())+1; start++ {
		for end := -1; end <= len(doc.Text())+1; end++ {
			for _, snap := range []func(int, int) (int, int){doc.SnapToWords, doc.SnapToGraphemes} {
				first, last := snap(start, end)
				if _, err := doc.Mapper().ByteToUTF16(first); err != nil || first > last {
					t.Errorf("%d to %d became %d to %d: %v", start, end, first, last, err)
				}
				if _, err := doc.Mapper().ByteToUTF16(last); err != nil {
					t.Errorf("%d to %d ends at %d: %v", start, end, last, err)
				}
			}
		}
	}
}

func TestSnappedRandomSelectionsAreWholeWordsAndStaySo(t *testing.T) {
	r := newRand(t)
	for range 2_000 {
		text := randomText(r, 1+r.IntN(20))
		doc, ends := document(t, text), append(segmentEnds(text), 0)
		start, end := doc.SnapToGraphemes(r.IntN(len(text)+1), r.IntN(len(text)+1))
		first, last := doc.SnapToWords(start, end)
		whole := func(pos int) bool { return slices.Contains(ends, pos) || besideApostrophe(text, pos) }
		if first != last && (!whole(first) || !whole(last)) {
			t.Fatalf("%d to %d of %q became %d to %d: not whole words", start, end, text, first, last)
		}
		if again, end := doc.SnapToWords(first, last); again != first || end != last {
			t.Fatalf("%d to %d of %q became %d to %d when snapped again", first, last, text, again, end)
		}
	}
}

// besideApostrophe reports whether a place is one where a word may be parted.
func besideApostrophe(text string, pos int) bool {
	if strings.HasPrefix(text[pos:], "n't") {
		return true
	}
	return slices.ContainsFunc([]string{"'", "’"}, func(sign string) bool {
		return strings.HasSuffix(text[:pos], sign) || strings.HasPrefix(text[pos:], sign)
	})
}

func TestMovingByWordsVisitsEveryWordBothWays(t *testing.T) {
	doc := document(t, " “Yes”, said 5 men… 👨‍👩‍👧\n— 国防! don’t ")
	want := []string{"Yes", "said", "5", "men", "👨‍👩‍👧", "国", "防", "don’t"}
	var forward, backward []string
	for start, end, ok := doc.NextWord(0); ok; start, end, ok = doc.NextWord(end) {
		forward = append(forward, doc.Text()[start:end])
	}
	if diff := cmp.Diff(want, forward); diff != "" {
		t.Errorf("forward (-want +got):\n%s", diff)
	}
	for start, end, ok := doc.PrevWord(len(doc.Text())); ok; start, end, ok = doc.PrevWord(start) {
		backward = append([]string{doc.Text()[start:end]}, backward...)
	}
	if diff := cmp.Diff(want, backward); diff != "" {
		t.Errorf("backward (-want +got):\n%s", diff)
	}
}

func TestMovingFromInsideAWordLeavesIt(t *testing.T) {
	doc := document(t, "one two three")
	if start, end, _ := doc.NextWord(5); doc.Text()[start:end] != "three" {
		t.Errorf("after the inside of two comes %d to %d", start, end)
	}
	if start, end, _ := doc.PrevWord(6); doc.Text()[start:end] != "one" {
		t.Errorf("before the inside of two comes %d to %d", start, end)
	}
}

func TestThereIsNoWordBeyondTheEnds(t *testing.T) {
	doc := document(t, " … one — ")
	if start, end, ok := doc.NextWord(len(" … o")); ok {
		t.Errorf("a word after the last: %d to %d", start, end)
	}
	if start, end, ok := doc.PrevWord(len(" … on")); ok {
		t.Errorf("a word before the first: %d to %d", start, end)
	}
	if _, _, ok := document(t, "").NextWord(0); ok {
		t.Error("a word in the empty text")
	}
}

func TestRandomWalksByWordsAgree(t *testing.T) {
	r := newRand(t)
	for range 1_000 {
		doc := document(t, randomText(r, 1+r.IntN(30)))
		var forward, backward []int
		for start, end, ok := doc.NextWord(0); ok; start, end, ok = doc.NextWord(end) {
			forward = append(forward, start)
		}
		for start, _, ok := doc.PrevWord(len(doc.Text())); ok; start, _, ok = doc.PrevWord(start) {
			backward = append([]int{start}, backward...)
		}
		if diff := cmp.Diff(forward, backward); diff != "" {
			t.Fatalf("words of %q (-forward +backward):\n%s", doc.Text(), diff)
		}
	}
}
