package text

import (
	"spanwise/annotations"
	"spanwise/corpus"
)

// edgeAt is where an edge of a span is, as a byte offset.
func edgeAt(s *annotations.Span, edge annotations.Edge) int {
	if edge.End {
		return s.Ranges[edge.Range].End
	}
	return s.Ranges[edge.Range].Start
}

// stepEdge is where an edge goes by a word or, with exact, by a character. One
// that would leave nothing of its range stays.
func stepEdge(doc *corpus.Document, s *annotations.Span, edge annotations.Edge, forward, exact bool) int {
	r := s.Ranges[edge.Range]
	at := edgeAt(s, edge)
	switch {
	case exact && forward:
		return doc.NextGrapheme(at)
	case exact:
		return doc.PrevGrapheme(at)
	case edge.End:
		return stepEnd(doc, r, forward)
	}
	return stepStart(doc, r, forward)
}

func stepEnd(doc *corpus.Document, r annotations.Range, forward bool) int {
	if forward {
		from, _ := doc.WordAt(r.End) // begins before the edge that is inside a word
		if _, end, ok := doc.NextWord(from); ok {
			return end
		}
		return r.End
	}
	last, _ := doc.WordAt(max(r.Start, r.End-1))
	if _, end, ok := doc.PrevWord(last); ok && end > r.Start {
		return end
	}
	return r.End
}

func stepStart(doc *corpus.Document, r annotations.Range, forward bool) int {
	if !forward {
		to := r.Start
		if from, end := doc.WordAt(to); from < to { // the edge is inside a word
			to = end
		}
		if start, _, ok := doc.PrevWord(to); ok {
			return start
		}
		return r.Start
	}
	_, first := doc.WordAt(r.Start)
	if start, _, ok := doc.NextWord(first); ok && start < r.End {
		return start
	}
	return r.Start
}

// snapEdge is where an edge goes that is dragged to pos: to the end of the word
// there or, with exact, of the character. It stays where its range would begin
// behind its end.
func snapEdge(doc *corpus.Document, s *annotations.Span, edge annotations.Edge, pos int, exact bool) int {
	start, end := s.Ranges[edge.Range].Start, s.Ranges[edge.Range].End
	if edge.End {
		end = pos
	} else {
		start = pos
	}
	if start >= end {
		return edgeAt(s, edge)
	}
	snap := doc.SnapToWords
	if exact {
		snap = doc.SnapToGraphemes
	}
	start, end = snap(start, end)
	if edge.End {
		return end
	}
	return start
}
