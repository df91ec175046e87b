package desk

import (
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// TextSelection is the text that a person has selected and not marked yet: a byte
// range of the open article. Backward says that its start is the end that
// moves when it is extended.
type TextSelection struct {
	Start, End int
	Backward   bool
}

// Empty reports whether nothing is selected.
func (p TextSelection) Empty() bool { return p.Start >= p.End }

// TextSelectionOf turns what the browser has selected into a pick: whole words, or
// with exact just the characters, but never half a grapheme cluster.
func TextSelectionOf(doc *corpus.Document, s browser.Selection, exact bool) TextSelection {
	from, to := s.Ordered()
	start, end := kit.ByteOf(doc, from), kit.ByteOf(doc, to)
	if start >= end {
		return TextSelection{}
	}
	if exact {
		start, end = doc.SnapToGraphemes(start, end)
	} else {
		start, end = doc.SnapToWords(start, end)
	}
	return TextSelection{Start: start, End: end, Backward: s.Focus.Before(s.Anchor)}
}

// Selection is the pick as the browser selects it.
func (p TextSelection) Selection(doc *corpus.Document) browser.Selection {
	s := browser.Selection{Anchor: kit.PointOf(doc, p.Start), Focus: kit.EndPointOf(doc, p.End)}
	if p.Backward {
		s.Anchor, s.Focus = s.Focus, s.Anchor
	}
	return s
}

// Next selects the word after the pick, or before it.
func (p TextSelection) Next(doc *corpus.Document, forward bool) TextSelection {
	if forward {
		if start, end, ok := doc.NextWord(p.End); ok {
			return TextSelection{Start: start, End: end}
		}
		return p
	}
	if start, end, ok := doc.PrevWord(p.Start); ok {
		return TextSelection{Start: start, End: end, Backward: true}
	}
	return p
}

// Extend moves the pick's moving end by a word. An end that would pass the
// other one leaves a word between them and hands the moving on.
func (p TextSelection) Extend(doc *corpus.Document, forward bool) TextSelection {
	if p.Empty() {
		return p.Next(doc, forward)
	}
	if forward {
		return p.extendForward(doc)
	}
	return p.extendBackward(doc)
}

func (p TextSelection) extendForward(doc *corpus.Document) TextSelection {
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

func (p TextSelection) extendBackward(doc *corpus.Document) TextSelection {
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

// Nudge moves the pick's moving end by one grapheme cluster.
func (p TextSelection) Nudge(doc *corpus.Document, forward bool) TextSelection {
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
	if moved.Empty() {
		return p
	}
	return moved
}

// Reach moves to a word, or with extend moves the pick's moving end over it.
// An end that would pass the other one leaves the pick and hands the moving on.
func (p TextSelection) Reach(word TextSelection, extend bool) TextSelection {
	switch {
	case !extend || p.Empty():
		return word
	case word.Start >= p.End:
		return TextSelection{Start: p.Start, End: word.End}
	case word.End <= p.Start:
		return TextSelection{Start: word.Start, End: p.End, Backward: true}
	case p.Backward:
		p.Start = word.Start
	default:
		p.End = word.End
	}
	return p
}

// BetweenWords is a pick that runs by the browser's words from one of ours to
// another. The browser knows no article's language, and takes “l'Ukraine” for one.
func (p TextSelection) BetweenWords(doc *corpus.Document, from, to TextSelection) TextSelection {
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

// MovingWord is the word at the end of the pick that moves.
func (p TextSelection) MovingWord(doc *corpus.Document) TextSelection {
	pos := max(p.Start, p.End-1)
	if p.Backward || p.Empty() {
		pos = p.Start
	}
	start, end := doc.WordAt(pos)
	return TextSelection{Start: start, End: end}
}
