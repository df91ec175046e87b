package ui

import (
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// pick is the text that a person has selected and not marked yet: a byte
// range of the open article. Backward says that its start is the end that
// moves when it is extended.
type pick struct {
	Start, End int
	Backward   bool
}

func (p pick) empty() bool { return p.Start >= p.End }

// pickOf turns what the browser has selected into a pick: whole words, or
// with exact just the characters, but never half a grapheme cluster.
func pickOf(doc *corpus.Document, s browser.Selection, exact bool) pick {
	from, to := s.Ordered()
	start, end := kit.ByteOf(doc, from), kit.ByteOf(doc, to)
	if start >= end {
		return pick{}
	}
	if exact {
		start, end = doc.SnapToGraphemes(start, end)
	} else {
		start, end = doc.SnapToWords(start, end)
	}
	return pick{Start: start, End: end, Backward: s.Focus.Before(s.Anchor)}
}

// selection is the pick as the browser selects it.
func (p pick) selection(doc *corpus.Document) browser.Selection {
	s := browser.Selection{Anchor: kit.PointOf(doc, p.Start), Focus: kit.EndPointOf(doc, p.End)}
	if p.Backward {
		s.Anchor, s.Focus = s.Focus, s.Anchor
	}
	return s
}

// next selects the word after the pick, or before it.
func (p pick) next(doc *corpus.Document, forward bool) pick {
	if forward {
		if start, end, ok := doc.NextWord(p.End); ok {
			return pick{Start: start, End: end}
		}
		return p
	}
	if start, end, ok := doc.PrevWord(p.Start); ok {
		return pick{Start: start, End: end, Backward: true}
	}
	return p
}

// extend moves the pick's moving end by a word. An end that would pass the
// other one leaves a word between them and hands the moving on.
func (p pick) extend(doc *corpus.Document, forward bool) pick {
	if p.empty() {
		return p.next(doc, forward)
	}
	if forward {
		return p.extendForward(doc)
	}
	return p.extendBackward(doc)
}

func (p pick) extendForward(doc *corpus.Document) pick {
	if p.Backward {
		_, wordEnd := doc.WordAt(p.Start)
		if start, _, ok := doc.NextWord(wordEnd); ok && start < p.End {
			p.Start = start
			return p
		}
	}
	if _, end, ok := doc.NextWord(p.End); ok {
		p.End, p.Backward = end, false
	}
	return p
}

func (p pick) extendBackward(doc *corpus.Document) pick {
	if !p.Backward {
		wordStart, _ := doc.WordAt(max(p.Start, p.End-1))
		if _, end, ok := doc.PrevWord(wordStart); ok && end > p.Start {
			p.End = end
			return p
		}
	}
	if start, _, ok := doc.PrevWord(p.Start); ok {
		p.Start, p.Backward = start, true
	}
	return p
}

// nudge moves the pick's moving end by one grapheme cluster.
func (p pick) nudge(doc *corpus.Document, forward bool) pick {
	step := doc.PrevGrapheme
	if forward {
		step = doc.NextGrapheme
	}
	moved := p
	if p.Backward {
		moved.Start = step(p.Start)
	} else {
		moved.End = step(p.End)
	}
	if moved.empty() {
		return p
	}
	return moved
}

// reach moves to a word, or with extend moves the pick's moving end over it.
// An end that would pass the other one leaves the pick and hands the moving on.
func (p pick) reach(word pick, extend bool) pick {
	switch {
	case !extend || p.empty():
		return word
	case word.Start >= p.End:
		return pick{Start: p.Start, End: word.End}
	case word.End <= p.Start:
		return pick{Start: word.Start, End: p.End, Backward: true}
	case p.Backward:
		p.Start = word.Start
	default:
		p.End = word.End
	}
	return p
}

// betweenWords is a pick that runs by the browser's words from one of ours to
// another. The browser knows no article's language, and takes “l'Ukraine” for one.
func (p pick) betweenWords(doc *corpus.Document, from, to pick) pick {
	if p.Backward {
		from, to = to, from
	}
	if p.Start < from.Start && from.Start < p.End && doc.PartsAt(from.Start) {
		p.Start = from.Start
	}
	if p.Start < to.End && to.End < p.End && doc.PartsAt(to.End) {
		p.End = to.End
	}
	return p
}

// movingWord is the word at the end of the pick that moves.
func (p pick) movingWord(doc *corpus.Document) pick {
	pos := max(p.Start, p.End-1)
	if p.Backward || p.empty() {
		pos = p.Start
	}
	start, end := doc.WordAt(pos)
	return pick{Start: start, End: end}
}
