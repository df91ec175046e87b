package anchor

import (
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// target is a text on which passages are placed.
type target struct {
	vocabulary vocabulary
	words      *words
	index      index
	whole      corpus.Graphemes
}

func (t *target) readTarget(doc *corpus.Document, pace annotations.Pace) (err error) {
	t.vocabulary, t.whole = vocabulary{}, doc.Graphemes()
	if t.words, err = t.vocabulary.read(doc.Text(), pace); err != nil {
		return err
	}
	t.index = indexOf(t.words, len(t.vocabulary))
	return nil
}

// hasAt reports whether the words of a passage stand in a row from a place on.
func (t *target) hasAt(p passage, at int) bool {
	return at >= 0 && slices.Equal(p.forms(), t.words.in(at, at+p.to-p.from))
}

// manyPlaces is how many places of a word are looked at.
const manyPlaces = 4096

// once reports whether the words of a passage stand in the text in a row one time
// and no more. Of words that stand there too often to look at it says no.
func (t *target) once(p passage) bool {
	forms, n := p.forms(), 0
	i := t.index.rarest(forms)
	places := t.index.of(forms[i])
	for _, place := range places[:min(manyPlaces, len(places))] {
		if t.hasAt(p, int(place)-i) {
			n++
		}
		if n > 1 {
			return false
		}
	}
	return n == 1 && len(places) <= manyPlaces
}

// same places a passage on the same words. It is exact where nothing at all
// differs.
func (t *target) same(p passage, m match) Place {
	r := t.bytesOf(p, m.at)
	verdict := Moved
	if r.Start == p.start && t.words.text[r.Start:r.End] == p.text() {
		verdict = Exact
	}
	r, likeness := t.snapped(r), 1.0
	if from, to := t.words.over(r.Start, r.End); from != m.at || to != m.at+p.to-p.from {
		verdict, likeness = Doubtful, float64(p.to-p.from)/float64(to-from)
	}
	return Place{Verdict: verdict, Ranges: []annotations.Range{r}, Likeness: likeness, Context: m.context()}
}

func (t *target) snapped(r annotations.Range) annotations.Range {
	r.Start, r.End = t.whole.Snap(r.Start, r.End)
	return r
}

// bytesOf returns the bytes of the same words as a passage has, which begin at a
// place. A passage that begins or ends inside a word does so here, and white
// space at its ends is taken in if it is the same.
func (t *target) bytesOf(p passage, at int) annotations.Range {
	first, last := p.words.at[p.from], p.words.at[p.to-1]
	nowFirst, nowLast := t.words.at[at], t.words.at[at+p.to-p.from-1]
	r := annotations.Range{Start: nowFirst.Start, End: nowLast.End}
	if p.start > first.Start {
		r.Start += inside(p.words.raw(p.from), p.start-first.Start, t.words.raw(at))
	} else if lead := p.words.text[p.start:first.Start]; hasBefore(t.words.text, r.Start, lead) {
		r.Start -= len(lead)
	}
	if p.end < last.End {
		r.End = nowLast.Start + inside(p.words.raw(p.to-1), p.end-last.Start, t.words.raw(at+p.to-p.from-1))
	} else if tail := p.words.text[last.End:p.end]; hasAfter(t.words.text, r.End, tail) {
		r.End += len(tail)
	}
	if r.Start >= r.End { // inside one word whose characters differ
		r = annotations.Range{Start: nowFirst.Start, End: nowLast.End}
	}
	return r
}

func hasBefore(text string, pos int, piece string) bool {
	return pos >= len(piece) && text[pos-len(piece):pos] == piece
}

func hasAfter(text string, pos int, piece string) bool {
	return pos+len(piece) <= len(text) && text[pos:pos+len(piece)] == piece
}

// characters are those of the words from first to before last, without their
// typography, and for each the word that it belongs to. A space stands for any
// white space between words.
func (w *words) characters(first, last int) (text []rune, wordOf []int) {
	for i := first; i < last; i++ {
		if i > first && w.at[i-1].End < w.at[i].Start {
			text, wordOf = append(text, ' '), append(wordOf, i)
		}
		for _, r := range form(w.raw(i)) {
			text, wordOf = append(text, r), append(wordOf, i)
		}
	}
	return text, wordOf
}
