package corpus

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"
)

// Boundaries of words and grapheme clusters after UAX #29. Its rules run forward from a known boundary, and a
// document may be one line of megabytes; so the functions of this file walk back from a position to the nearest
// place that is a boundary whatever stands before it, and run the rules from there. In English that is the start of
// the word, in Chinese the character before. A line break always is such a place: nothing looks beyond a line.
//
// What it costs: the length of the word around the position, about a microsecond in 3 MB on one line. A line without
// any such place (megabytes of letters without a space, or of flags) is walked from its start on each call, at 15 to
// 60 ms per megabyte.
//
// The rules are those of uax29 rather than rivo/uniseg: it adds 20 kB to the compressed program instead of 40, is
// three times as fast, and follows Unicode 17 instead of 15.

// segments walks over the words of a text: the shortest stretches that end both at a word boundary (UAX #29,
// section 4) and at a grapheme cluster boundary (section 3). The rules for words alone would cut some clusters, such
// as a Thai consonant from its SARA AM. White space and punctuation are segments too. What an apostrophe joins is parted
// where the document's language does so.
type segments struct {
	text       string
	spelling   *speller
	words      *words.Iterator[string]
	clusters   *graphemes.Iterator[string]
	base       int   // where the iterators' text starts
	joints     []int // where what is left of a segment is parted
	rest       int   // where that ends
	start, end int   // the segment, in bytes of the document's text
}

// segmentsAround returns a walk whose first segment starts at or before pos.
func (d *Document) segmentsAround(pos int) *segments {
	base := certainWordStart(d.text, pos)
	return &segments{
		text:     d.text,
		spelling: d.spelling(),
		words:    words.FromString(d.text[base:]),
		clusters: graphemes.FromString(d.text[base:]),
		base:     base,
		rest:     base,
		start:    base,
		end:      base,
	}
}

// next moves on by one segment; false at the end of the text.
func (s *segments) next() bool {
	s.start = s.end
	if s.end < s.rest {
		return s.part()
	}
	if !s.words.Next() {
		return false
	}
	for s.clusters.End() != s.words.End() {
		if s.clusters.End() < s.words.End() {
			s.clusters.Next()
		} else {
			s.words.Next()
		}
	}
	s.rest = s.base + s.words.End()
	s.joints = s.spelling.joints(s.text, s.start, s.rest)
	return s.part()
}

// part ends the segment at the next joint, or where its last part ends.
func (s *segments) part() bool {
	s.end = s.rest
	if len(s.joints) > 0 {
		s.end, s.joints = s.joints[0], s.joints[1:]
	}
	return true
}

// certainWordStart returns the last place at or before pos that is a boundary of both words and clusters in any
// context.
func certainWordStart(text string, pos int) int {
	for !certainWordBoundary(text, pos) {
		pos = prevRune(text, pos)
	}
	return pos
}

// certainClusterStart returns the last place at or before pos that is a cluster boundary in any context.
func certainClusterStart(text string, pos int) int {
	for !certainClusterBoundary(text, pos) {
		pos = prevRune(text, pos)
	}
	return pos
}

// certainWordBoundary reports whether the rules break at pos whatever stands before and after the two characters
// around it. Rules that look further (WB4, WB6, WB7, WB11, WB12, WB15) all need a character before pos that is not
// inert, or join the two on their own.
func certainWordBoundary(text string, pos int) bool {
	if pos == 0 || pos == len(text) {
		return true
	}
	before, width := utf8.DecodeLastRuneInString(text[:pos])
	pair := text[pos-width : nextRune(text, pos)]
	return isInert(before) && firstWord(pair) == width && certainClusterBoundary(text, pos)
}

// certainClusterBoundary is the same for clusters. Rules that look further (GB9c, GB11, GB12) need a character
// before pos that attaches to the one before it, or join the two on their own.
func certainClusterBoundary(text string, pos int) bool {
	if pos == 0 || pos == len(text) {
		return true
	}
	if text[pos-1] < utf8.RuneSelf && text[pos] < utf8.RuneSelf {
		return true // of ASCII only CR LF is a cluster, and a document has no CR
	}
	before, width := utf8.DecodeLastRuneInString(text[:pos])
	pair := text[pos-width : nextRune(text, pos)]
	return firstCluster(pair) == width && firstCluster("x"+string(before)) == len("x")
}

// isInert reports whether a character joins with no letter or digit around it: it is neither part of words, nor joins
// two halves of one (apostrophe, full stop in a number), nor is it ignored between them (marks, joiners).
func isInert(r rune) bool {
	if r < utf8.RuneSelf && isLetterOrDigit(byte(r)) {
		return false // most of what a walk passes over
	}
	for _, around := range []string{"a", "1", "א"} { // Hebrew has rules of its own: WB7a to WB7c
		if firstWord(around+string(r)+around) > len(around) {
			return false
		}
	}
	return true
}

func isLetterOrDigit(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}

// firstWord and firstCluster return the length in bytes of the text's first one.
func firstWord(text string) int    { return len(words.FromString(text).First()) }
func firstCluster(text string) int { return len(graphemes.FromString(text).First()) }

func nextRune(text string, pos int) int {
	_, width := utf8.DecodeRuneInString(text[pos:])
	return pos + width
}

func prevRune(text string, pos int) int {
	_, width := utf8.DecodeLastRuneInString(text[:pos])
	return pos - width
}

// clampToRune returns the start of the character that holds pos, and keeps pos within the text.
func clampToRune(text string, pos int) int {
	pos = max(0, min(pos, len(text)))
	for pos < len(text) && !utf8.RuneStart(text[pos]) {
		pos--
	}
	return pos
}
