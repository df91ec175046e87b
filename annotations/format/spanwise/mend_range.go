package spanwise

import (
	"cmp"
	"slices"
	"strings"

	"spanwise/annotations"
)

// piece is a range, in code points, with its part of the span's text.
type piece struct {
	annotations.Range
	text string
}

// mendText makes the i-th span fit a text that carriage returns and byte order
// marks were taken out of.
func (s *set) mendText(i int) {
	a := s.mending.article
	if a.removed == nil {
		return
	}
	for j, r := range s.spans[i].Ranges {
		s.spans[i].Ranges[j] = annotations.Range{Start: a.moved(r.Start), End: a.moved(r.End)}
	}
	text, _ := cleaned(string(s.texts[i]))
	s.texts[i] = []byte(text)
}

// mendRanges leaves out the ranges of the i-th span that cover nothing, and puts
// the others one after the other.
func (s *set) mendRanges(i int) {
	sp := &s.spans[i]
	if checkRanges(sp.Ranges) == nil {
		return
	}
	said, all := annotations.ShowRanges(sp.Ranges), len(sp.Ranges)
	pieces := slices.DeleteFunc(s.pieces(i), func(p piece) bool { return p.Start < 0 || p.End <= p.Start })
	switch gone := all - len(pieces); {
	case all == 0:
		s.say(i, annotations.Say("it covers nothing: it has no range"), annotations.Say("it is left out"))
	case len(pieces) == 0:
		s.say(i, annotations.Say("its ranges %s are empty, backward or negative", said), annotations.Say("it is left out"))
	case gone > 0:
		s.say(i, annotations.Say("of its ranges %s, %d are empty, backward or negative", said, gone), annotations.Say("these ranges are left out"))
	}
	if s.setPieces(i, pieces); len(pieces) > 0 && checkRanges(sp.Ranges) != nil {
		s.say(i, annotations.Say("its ranges %s are not one after the other", said), annotations.Say("they are put in order, and joined where they cross"))
		s.setPieces(i, inOrder(pieces))
	}
}

// pieces gives the ranges of the i-th span, with their texts if there are as many.
func (s *set) pieces(i int) []piece {
	ranges := s.spans[i].Ranges
	texts := strings.Split(string(s.texts[i]), between)
	pieces := make([]piece, len(ranges))
	for j, r := range ranges {
		pieces[j].Range = r
		if len(texts) == len(ranges) {
			pieces[j].text = texts[j]
		}
	}
	return pieces
}

// setPieces gives the i-th span other ranges and the text that goes with them.
func (s *set) setPieces(i int, pieces []piece) {
	ranges, texts := make([]annotations.Range, len(pieces)), make([]string, len(pieces))
	for j, p := range pieces {
		ranges[j], texts[j] = p.Range, p.text
	}
	s.spans[i].Ranges, s.texts[i] = ranges, []byte(strings.Join(texts, between))
}

// inOrder sorts pieces, and joins those that cross.
func inOrder(pieces []piece) []piece {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.Start, b.Start) })
	var out []piece
	for _, p := range pieces {
		if last := len(out) - 1; last >= 0 && p.Start < out[last].End {
			out[last] = out[last].joined(p)
			continue
		}
		out = append(out, p)
	}
	return out
}

// joined is a with the rest of b, which starts within a.
func (a piece) joined(b piece) piece {
	if b.End <= a.End {
		return a
	}
	rest := []rune(b.text)
	rest = rest[min(len(rest), a.End-b.Start):]
	return piece{annotations.Range{Start: a.Start, End: b.End}, a.text + string(rest)}
}
