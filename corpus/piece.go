package corpus

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A browser lays out a paragraph in one go, and again at every mark in it: one of 400 kB takes half a second each
// time. So a line of more than longestLine bytes is cut into pieces of at most pieceSize, each drawn by itself; a cut
// is looked for in the last cutWindow bytes of a piece. No printed paragraph is as long.
const (
	longestLine = 4 << 10
	pieceSize   = 2 << 10
	cutWindow   = 1 << 9
)

// cuts yields the byte offsets at which a line is cut into pieces, which a short one is not.
func cuts(line string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for start := 0; len(line)-start > longestLine; {
			start = cutNear(line, start+pieceSize)
			if start == len(line) || !yield(start) {
				return
			}
		}
	}
}

// cutNear returns the best place to cut a line at or before limit: after a sentence, else after white space, else
// between words as Chinese has them, else between any two characters that stand apart. A line that has no such place
// there, such as one of combining marks, is cut at the first place after it.
func cutNear(line string, limit int) int {
	limit = clampToRune(line, limit)
	space, word, cluster := -1, -1, -1
	for pos := limit; pos > limit-cutWindow; pos = prevRune(line, pos) {
		if !certainClusterBoundary(line, pos) {
			continue
		}
		cluster = max(cluster, pos)
		if !certainWordBoundary(line, pos) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(line[:pos])
		after, _ := utf8.DecodeRuneInString(line[pos:])
		switch spaced := isSpaceToBreak(before) && !unicode.IsSpace(after); {
		case spaced && endsSentence(line[:pos]), strings.ContainsRune(fullStops, before) && unicode.IsLetter(after):
			return pos
		case spaced:
			space = max(space, pos)
		case unicode.IsLetter(before) && unicode.IsLetter(after):
			word = max(word, pos) // beside a mark of punctuation a line may not end
		}
	}
	for _, best := range []int{space, word, cluster} {
		if best >= 0 {
			return best
		}
	}
	for limit < len(line) && !certainClusterBoundary(line, limit) {
		limit = nextRune(line, limit)
	}
	return limit
}

// isSpaceToBreak reports whether a character is white space at which a line may end: some hold words together.
func isSpaceToBreak(r rune) bool {
	return unicode.IsSpace(r) && !strings.ContainsRune("\u00A0\u2007\u202F", r)
}

// fullStops end a sentence without white space after them.
const fullStops = "。！？"

// endsSentence reports whether a text ends in a full stop or its like and white space.
func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(text, unicode.IsSpace))
	return strings.ContainsRune(".!?…؟۔।"+fullStops, last)
}
