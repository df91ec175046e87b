package anchor

import (
	"strings"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Change is what became of one text in another. It is for one goroutine.
type Change struct {
	target
	old      *words
	oldIndex index
	aligned  *alignment
	clusters corpus.Graphemes // of the old text
	shift    int              // by how many bytes all of the old text was moved; 0 unless it is the end of the new one
}

// How much of all the work is done when a part of it is, by the time that it takes.
const (
	targetRead = 0.25
	bothRead   = 0.5
)

// Between compares a text with another version of it. It takes about linear
// time. An error is pace's.
func Between(old, new *corpus.Document, pace annotations.Pace) (*Change, error) {
	c := &Change{clusters: old.Graphemes()}
	err := c.readTarget(new, pace.Part(0, targetRead))
	if err != nil {
		return nil, err
	}
	if c.old, err = c.vocabulary.read(old.Text(), pace.Part(targetRead, bothRead)); err != nil {
		return nil, err
	}
	c.shift = shiftOf(old.Text(), new.Text())
	c.oldIndex = indexOf(c.old, len(c.vocabulary))
	if c.aligned, err = align(c.old.forms, c.words.forms, pace.Part(bothRead, 1)); err != nil {
		return nil, err
	}
	return c, nil
}

// Place says where a passage of the old text is in the new one. Its ranges are
// as those of a span: sorted, disjoint, not empty, on character boundaries.
func (c *Change) Place(ranges []annotations.Range) Place {
	place := Place{Likeness: 1, Context: 1}
	for _, r := range ranges {
		r.Start, r.End = c.clusters.Snap(r.Start, r.End)
		here := Place{Verdict: Exact, Ranges: []annotations.Range{r}, Likeness: 1, Context: 1}
		if c.shift > 0 {
			here = c.shifted(r)
		} else if c.old.text != c.words.text {
			here = c.place(newPassage(c.old, r, true))
		}
		place = worse(place, here)
	}
	return whole(place)
}

// shiftOf is by how many bytes all of an old text was moved, where it is the end of
// the new one: a headline was put before it, say. Elsewhere it is 0.
func shiftOf(old, new string) int {
	if strings.HasSuffix(new, old) && !strings.HasPrefix(new, old) {
		return len(new) - len(old)
	}
	return 0
}

func (c *Change) shifted(r annotations.Range) Place {
	return Place{Verdict: Moved, Ranges: []annotations.Range{c.snapped(annotations.Range{Start: r.Start + c.shift, End: r.End + c.shift})}, Likeness: 1, Context: 1}
}

func (c *Change) place(p passage) Place {
	if p.from == p.to {
		return c.placeBlank(p)
	}
	aligned := Place{Verdict: Lost}
	if m, found := c.alignedAt(p); found {
		if c.together(p, m) && (c.isLong(p) || m.sure() && !c.hasRival(p, m)) {
			return c.same(p, m)
		}
		if m.agree >= littleContext {
			aligned = doubt(c.same(p, m))
		}
	}
	first, last := c.between(p)
	far := c.unlessTaken(p, c.elsewhere(p, c.expected(p)))
	return best(aligned, c.mostAlike(p, first, last), c.stretched(p), far)
}

// stretched places a passage from the first of its words that is still there to
// the last: a long one in which something changed, or any into which much was
// put.
func (c *Change) stretched(p passage) Place {
	first, last, kept := -1, -1, 0
	for _, to := range c.aligned.to[p.from:p.to] {
		switch {
		case to < 0:
			continue
		case first < 0:
			first = int(to)
		case int(to) < last:
			return Place{Verdict: Lost}
		}
		last = int(to) + 1
		kept++
	}
	likeness := float64(kept) / float64(max(p.to-p.from, last-first))
	if likeness < leastAlike {
		return Place{Verdict: Lost}
	}
	return c.onWords(p, first, last, likeness)
}

// together reports whether no word of a passage, and none at the place of the
// match, answers to one in yet another place. Punctuation may.
func (c *Change) together(p passage, m match) bool {
	for i := p.from; i < p.to; i++ {
		at := m.at + i - p.from
		if x, y := c.aligned.to[i], c.aligned.from[at]; c.old.speaks(i) && (x >= 0 && int(x) != at || y >= 0 && int(y) != i) {
			return false
		}
	}
	return true
}

// isLong reports whether a passage is its own context: of many words, which stand
// once in either text.
func (c *Change) isLong(p passage) bool {
	old := target{words: c.old, index: c.oldIndex}
	return p.to-p.from >= ownContext && old.once(p) && c.once(p)
}

// unlessTaken doubts a place that has words which answer to others of the old
// text. Where what stands around speaks for those it is no place at all.
func (c *Change) unlessTaken(p passage, found Place) Place {
	if found.Verdict == Lost {
		return found
	}
	first, last := c.words.over(found.Ranges[0].Start, found.Ranges[0].End)
	for i, x := range c.aligned.from[first:last] {
		if x < 0 || !c.words.speaks(first+i) {
			continue
		}
		owner := passage{words: c.old, from: int(x) - i, to: int(x) - i + last - first, whole: true}
		if c.context(owner, first, last).agree >= c.context(p, first, last).agree+clearLead {
			return Place{Verdict: Lost}
		}
		found = doubt(found)
	}
	return found
}

// placeBlank places a piece of white space: between the same two words.
func (c *Change) placeBlank(p passage) Place {
	if p.from == 0 || p.from == len(c.old.forms) {
		return Place{Verdict: Lost}
	}
	around := newPassage(c.old, annotations.Range{Start: c.old.at[p.from-1].Start, End: c.old.at[p.from].End}, true)
	found := c.place(around)
	if found.Verdict > Moved {
		return Place{Verdict: Lost}
	}
	r := found.Ranges[0]
	at := strings.Index(c.words.text[r.Start:r.End], p.text())
	if at < 0 {
		return Place{Verdict: Lost}
	}
	r = c.snapped(annotations.Range{Start: r.Start + at, End: r.Start + at + len(p.text())})
	found.Verdict, found.Ranges = Moved, []annotations.Range{r}
	if r.Start == p.start {
		found.Verdict = Exact
	}
	return found
}

// fewStarts is how many places the words of one passage may lead to and be
// looked at.
const fewStarts = 8

// alignedAt returns the place of the passage's words, all in a row, to which the
// alignment of one of them leads. Of several it is the one in the better context.
func (c *Change) alignedAt(p passage) (best match, found bool) {
	tried, last := 0, -1
	for i := p.from; i < p.to && tried < fewStarts; i++ {
		start := int(c.aligned.to[i]) - (i - p.from)
		if c.aligned.to[i] < 0 || start == last {
			continue
		}
		tried, last = tried+1, start
		if c.hasAt(p, start) {
			if m := c.match(p, start); !found || m.agree > best.agree {
				best, found = m, true
			}
		}
	}
	return best, found
}

// expected is about where in the new text a passage would begin.
func (c *Change) expected(p passage) int {
	for i := p.from; i < len(c.old.forms) && i < p.from+farAround; i++ {
		if c.aligned.to[i] >= 0 {
			return int(c.aligned.to[i])
		}
	}
	return p.from * len(c.words.forms) / max(1, len(c.old.forms))
}

// farAround is how many words beside a passage are asked for where they are now.
const farAround = 64

// between returns the words of the new text, first to before last, that stand
// where the passage stood: between what was before it and what was after it.
// Empty if there is no such place.
func (c *Change) between(p passage) (first, last int) {
	to := c.aligned.to
	first, last = -1, -1
	for i := p.from - 1; i >= max(0, p.from-farAround) && first < 0; i-- {
		first = int(to[i])
	}
	for i := p.to; i < min(len(to), p.to+farAround) && last < 0; i++ {
		last = int(to[i])
	}
	room := 4*(p.to-p.from) + farAround
	switch {
	case first < 0 && last < 0:
		return 0, 0
	case first < 0:
		first = max(-1, last-room)
	case last < 0 || last < first || last-first > room:
		last = min(len(c.words.forms), first+room)
	}
	return first + 1, last
}
