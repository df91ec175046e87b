package anchor

import (
	"spanwise/annotations"
	"spanwise/corpus"
)

// Quote is what is known of a piece of a text that is not at hand.
type Quote struct {
	Start         int    // byte of that text
	Text          string // what was marked, not empty
	Before, After string // what stands around it, as much as is known
}

// Text is a text on which quotes are placed. It is for one goroutine.
type Text struct{ target }

// On makes a text ready. It takes linear time. An error is pace's.
func On(doc *corpus.Document, pace annotations.Pace) (*Text, error) {
	t := new(Text)
	if err := t.readTarget(doc, pace); err != nil {
		return nil, err
	}
	return t, nil
}

// Place says where a passage is of which quotes are all that is known, one for
// each of its pieces, in their order. Valid UTF-8 is taken for granted.
func (t *Text) Place(quotes []Quote) Place {
	place := Place{Likeness: 1, Context: 1}
	for _, q := range quotes {
		place = place.worse(t.place(q))
	}
	return place.whole()
}

func (t *Text) place(q Quote) Place {
	// Without an error of a pace there is none.
	w, _ := t.vocabulary.read(q.Before+q.Text+q.After, nil)
	start := len(q.Before)
	p := newPassage(w, annotations.Range{Start: start, End: start + len(q.Text)}, false)
	if r, stays := t.stays(q); stays {
		from, to := t.words.over(r.Start, r.End)
		return Place{Exact, []annotations.Range{r}, 1, t.context(p, from, to).context()}
	}
	if p.from == p.to {
		return Place{Verdict: Lost}
	}
	at, _ := t.words.over(q.Start, q.Start)
	if found := t.long(p, t.elsewhere(p, at)); found.Verdict != Lost {
		return found
	}
	n := p.to - p.from
	return t.mostAlike(p, max(0, at-n-farAround), min(len(t.words.forms), at+2*n+farAround))
}

// stays reports whether a quote is where it was, and is whole characters.
func (t *Text) stays(q Quote) (annotations.Range, bool) {
	r := annotations.Range{Start: q.Start, End: q.Start + len(q.Text)}
	if q.Start < 0 || !hasAfter(t.words.text, q.Start, q.Text) {
		return r, false
	}
	return r, t.snapped(r) == r
}

// long makes sure of a place for which nothing speaks but the quote, if that is
// its own context.
func (t *Text) long(p passage, found Place) Place {
	if found.Verdict == Doubtful && found.Likeness == 1 && p.to-p.from >= ownContext && t.once(p) {
		found.Verdict = Moved
	}
	return found
}
