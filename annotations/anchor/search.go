package anchor

import (
	"cmp"
	"slices"

	"spanwise/annotations"
)

// leastAlike is how like a passage another must be to be offered for it: half of
// its characters the same, those between them counted against it. Of the places
// that were found after the random changes of the tests six in ten were right
// that are just above it, nine in ten of those above 0.9, and four in ten below.
const leastAlike = 0.5

// longPassage is the length in characters up to which passages are compared
// character by character, which takes the product of the lengths of passage and
// text. Longer ones are compared word by word.
const longPassage = 1024

// mostAlike places a passage on the piece that is most like it among the words
// from first to before last. It is doubtful, or lost if nothing is like it.
func (t *target) mostAlike(p passage, first, last int) Place {
	pattern, _ := p.words.characters(p.from, p.to)
	if first >= last || len(pattern) > longPassage {
		return Place{Verdict: Lost}
	}
	text, wordOf := t.words.characters(first, last)
	start, end, distance := nearest(pattern, text)
	if start == end {
		return Place{Verdict: Lost}
	}
	first, last = wordOf[start], wordOf[end-1]+1
	whole, _ := t.words.characters(first, last)
	distance += len(whole) - (end - start) // words are not cut
	likeness := 1 - float64(distance)/float64(max(len(pattern), len(whole)))
	if likeness < leastAlike {
		return Place{Verdict: Lost}
	}
	return t.onWords(p, first, last, likeness)
}

// onWords places a passage on other words.
func (t *target) onWords(p passage, first, last int, likeness float64) Place {
	r := t.snapped(annotations.Range{Start: t.words.at[first].Start, End: t.words.at[last-1].End})
	return Place{Verdict: Doubtful, Ranges: []annotations.Range{r}, Likeness: likeness, Context: t.context(p, first, last).context()}
}

// clearLead is by how many words of its context a place must be better than the
// next best to be the one that is meant.
const clearLead = 4

// fewPlaces is up to how many places of words among which none is in the right
// context one is offered. Words that stand at more are too common for that.
const fewPlaces = 8

// nearPlaces is how many places of a word are looked at for their context, those
// closest to where it is expected.
const nearPlaces = 1024

// elsewhere places a passage by its words and what stands around them, wherever
// they are.
func (t *target) elsewhere(p passage, expected int) Place {
	matches := t.matches(p, expected)
	if len(matches) == 0 {
		return t.alikeElsewhere(p)
	}
	m := slices.MaxFunc(matches, func(a, b match) int {
		return cmp.Or(a.agree-b.agree, distance(b.at, expected)-distance(a.at, expected))
	})
	leads := !slices.ContainsFunc(matches, func(n match) bool { return n.at != m.at && n.agree > m.agree-clearLead })
	m.once = len(matches) == 1 && t.once(p)
	switch {
	case m.sure() && leads:
		return t.same(p, m)
	case m.agree >= littleContext || len(matches) <= fewPlaces:
		return doubt(t.same(p, m))
	}
	return Place{Verdict: Lost}
}

// matches are the places of a passage's words, those closest to where it is
// expected.
func (t *target) matches(p passage, expected int) []match {
	forms := p.forms()
	i := t.index.rarest(forms)
	var found []match
	for _, place := range t.index.close(forms[i], expected+i, nearPlaces) {
		if at := int(place) - i; t.hasAt(p, at) {
			found = append(found, t.context(p, at, at+len(forms)))
		}
	}
	return found
}

func distance(a, b int) int { return max(a-b, b-a) }

// fewestWords is the least number of words of a passage that is looked for by
// some of them, and rareWord how often such a word stands in the text at most.
const (
	fewestWords = 3
	rareWord    = 16
)

// alikeElsewhere looks for a passage around those of its words that are rare,
// and places it on the piece that is most like it.
func (t *target) alikeElsewhere(p passage) Place {
	found := Place{Verdict: Lost}
	n := p.to - p.from
	if n < fewestWords || n > longPassage {
		return found
	}
	tried := -n
	for _, at := range t.hints(p) {
		if at-tried <= n/2 {
			continue // as good as the one before
		}
		tried = at
		found = best(found, t.mostAlike(p, max(0, at-n/2-1), min(len(t.words.forms), at+n+n/2+1)))
	}
	return found
}

// best is the first of the best of some places.
func best(places ...Place) Place {
	return slices.MinFunc(places, func(p, q Place) int {
		return cmp.Or(cmp.Compare(p.Verdict, q.Verdict), cmp.Compare(q.Likeness+q.Context, p.Likeness+p.Context))
	})
}

// hints are where a passage would begin after each of its rarest words, in order.
func (t *target) hints(p passage) []int {
	var starts []int
	for from, to := 0, 1; to <= rareWord; from, to = to, 4*to {
		for i, form := range p.forms() {
			places := t.index.of(form)
			if len(places) <= from || len(places) > to || len(starts) > 2*rareWord {
				continue
			}
			for _, place := range places {
				starts = append(starts, int(place)-i)
			}
		}
	}
	slices.Sort(starts)
	return starts
}
