package corpus

import (
	"strings"
	"unicode"
)

// SnapToWords returns the range of whole words that [start, end) touches: white space at its ends is trimmed
// (Unicode's, the no-break space too), then it grows to word boundaries that cut no grapheme cluster. An end beside an
// apostrophe or a hyphen stays there. Where nothing but white space is covered the result is empty, both values the
// same.
func (d *Document) SnapToWords(start, end int) (int, int) {
	start, end = d.trimSpace(d.clampRange(start, end))
	if start == end {
		return start, start
	}
	if !d.staysAt(start) {
		start, _ = d.WordAt(start)
	}
	if !d.staysAt(end) {
		_, end = d.WordAt(prevRune(d.text, end))
	}
	return start, end
}

// WordAt returns the word segment that holds the byte at pos: a word, a run of white space, a mark of punctuation, an
// emoji. An apostrophe is part of a word or parts two as the document's language has it. At the end of the text it is
// the last one; an empty text gives 0, 0.
func (d *Document) WordAt(pos int) (start, end int) {
	pos = clampToRune(d.text, pos)
	if pos == len(d.text) {
		pos = prevRune(d.text, pos)
	}
	s := d.segmentsAround(pos)
	for s.next() && s.end <= pos {
	}
	return s.start, s.end
}

// NextWord returns the first word that starts at or after pos. A word here is a segment that holds a letter, number
// or symbol; white space and bare punctuation are passed over. False if there is none.
func (d *Document) NextWord(pos int) (start, end int, ok bool) {
	s := d.segmentsAround(clampToRune(d.text, pos))
	for s.next() {
		if s.start >= pos && isWord(d.text[s.start:s.end]) {
			return s.start, s.end, true
		}
	}
	return 0, 0, false
}

// PrevWord returns the last word, as in [Document.NextWord], that ends at or before pos. False if there is none.
func (d *Document) PrevWord(pos int) (start, end int, ok bool) {
	pos = clampToRune(d.text, pos)
	for pos > 0 && !ok {
		s := d.segmentsAround(prevRune(d.text, pos))
		before := s.base
		for s.next() && s.end <= pos {
			if isWord(d.text[s.start:s.end]) {
				start, end, ok = s.start, s.end, true
			}
		}
		pos = before
	}
	return start, end, ok
}

func isWord(segment string) bool {
	return strings.ContainsFunc(segment, func(r rune) bool {
		return unicode.IsLetter(r) && !isApostrophe(r) || unicode.IsNumber(r) || unicode.IsSymbol(r)
	})
}

// trimSpace takes white space off both ends of a range of the text. A range of nothing else collapses at its end.
func (d *Document) trimSpace(start, end int) (int, int) {
	covered := strings.TrimLeftFunc(d.text[start:end], unicode.IsSpace)
	start = end - len(covered)
	return start, start + len(strings.TrimRightFunc(covered, unicode.IsSpace))
}

// clampRange keeps a range within the text and on character boundaries; it never returns start after end.
func (d *Document) clampRange(start, end int) (int, int) {
	start = clampToRune(d.text, start)
	last := clampToRune(d.text, end)
	if last < min(end, len(d.text)) {
		last = nextRune(d.text, last) // end was inside a character: the whole of it is covered
	}
	return start, max(start, last)
}
