package annotations

import (
	"unicode"
	"unicode/utf8"

	"spanwise/corpus"
)

// FlawKind says what kinds of flaw a span has: one of them, or both added up.
type FlawKind int

// The kinds of flaw.
const (
	// WhiteSpace: a range begins or ends with characters that are White_Space in
	// Unicode's PropList.txt. The zero width space U+200B is none of them.
	WhiteSpace FlawKind = 1 << iota
	// HalfCharacter: a range begins or ends inside what a reader sees as one
	// character, a grapheme cluster (UAX #29).
	HalfCharacter
)

// Flaw is something about a span that is allowed and is seldom meant.
type Flaw struct {
	Document, Annotator, Span string // IDs
	Kind                      FlawKind
	// Mended is the span without any flaw, for a ChangeSpan. It has no ranges
	// where the span covers nothing but white space: then it is to be removed.
	Mended Span
}

// FlawOf looks for flaws of an annotator's span that fits its document, and
// reports whether there are any.
func FlawOf(doc *corpus.Document, annotator string, s *Span) (Flaw, bool) {
	clusters := doc.Graphemes()
	return flawOf(doc, &clusters, annotator, s)
}

// Flaws lists the flaws of all spans, in the order of the documents and of their
// text. An error is pace's. It takes linear time in spans and texts, and keeps
// nothing but the flaws.
func Flaws(p *Project, pace Pace) ([]Flaw, error) {
	var flaws []Flaw
	total, seen := 0, 0
	for a := range p.articles.all() {
		for _, set := range a.sets {
			total += set.Len()
		}
	}
	for _, doc := range p.Documents() {
		clusters := doc.Graphemes()
		for set, s := range spansIn(p.Sets(doc.ID)) {
			if err := pace.At(seen, total); err != nil {
				return nil, err
			}
			seen++
			if f, any := flawOf(doc, &clusters, set.annotator, s); any {
				flaws = append(flaws, f)
			}
		}
	}
	return flaws, nil
}

func flawOf(doc *corpus.Document, clusters *corpus.Graphemes, annotator string, s *Span) (Flaw, bool) {
	var kind FlawKind
	for _, r := range s.Ranges {
		whole, inner := mendedRange(doc.Text(), clusters, r)
		if whole != r {
			kind |= HalfCharacter
		}
		if inner != whole {
			kind |= WhiteSpace
		}
	}
	if kind == 0 {
		return Flaw{}, false
	}
	mended := *s
	mended.Ranges = mendedRanges(doc.Text(), clusters, s.Ranges)
	return Flaw{doc.ID, annotator, s.ID, kind, mended}, true
}

// mendedRange widens a range to whole characters, and then takes white space off
// its ends.
func mendedRange(text string, clusters *corpus.Graphemes, r Range) (whole, inner Range) {
	r.Start, r.End = clusters.Snap(r.Start, r.End)
	return r, trimmed(text, clusters, r)
}

// mendedRanges does that with all ranges of a span. What is then empty is left
// out, and what then crosses is joined.
func mendedRanges(text string, clusters *corpus.Graphemes, ranges []Range) []Range {
	var out []Range
	for _, r := range ranges {
		_, r = mendedRange(text, clusters, r)
		last := len(out) - 1
		switch {
		case r.Start == r.End:
		case last >= 0 && r.Start < out[last].End:
			out[last].End = max(out[last].End, r.End)
		default:
			out = append(out, r)
		}
	}
	return out
}

// trimmed takes white space off both ends of a range of whole characters, but
// leaves it where something that is seen stands on it, such as an accent.
func trimmed(text string, clusters *corpus.Graphemes, r Range) Range {
	for r.Start < r.End {
		c, width := utf8.DecodeRuneInString(text[r.Start:r.End])
		if !unicode.IsSpace(c) || !clusters.IsBoundary(r.Start+width) {
			break
		}
		r.Start += width
	}
	for r.Start < r.End {
		c, width := utf8.DecodeLastRuneInString(text[r.Start:r.End])
		if !unicode.IsSpace(c) || !clusters.IsBoundary(r.End-width) {
			break
		}
		r.End -= width
	}
	return r
}
