package anchor

import "slices"

// slideAround is how far away, in words, another place can be to be taken for
// the one that is meant.
const slideAround = 64

// slightLead is by how many words of its context a place must be better than one
// close by.
const slightLead = 2

// slideFar is how many words are looked at for one that keeps a gap from sliding.
const slideFar = 1024

// hasRival reports whether the same words stand close by, in either text, and
// the change in between could as well be another, which leaves the words in
// question or takes them away: of “very very big” and “very big” nobody can tell
// which “very” went.
func (c *Change) hasRival(p passage, m match) bool {
	old := side{c.old.forms, c.aligned.to, len(c.words.forms), p.from, p.to}
	now := side{c.words.forms, c.aligned.from, len(c.old.forms), m.at, m.at + p.to - p.from}
	for by := -slideAround; by <= slideAround; by++ {
		if old.repeats(by) && old.slides(by) {
			other := p
			other.from, other.to = p.from+by, p.to+by
			if c.context(other, now.from, now.to).agree > m.agree-slightLead {
				return true
			}
		}
		if now.repeats(by) && now.slides(by) && c.context(p, now.from+by, now.to+by).agree > m.agree-slightLead {
			return true
		}
	}
	return false
}

// side is a passage in one of two aligned texts.
type side struct {
	forms, pairs []int32
	others       int // how many words the other text has
	from, to     int // the passage's words
}

// repeats reports whether the passage's words stand some words away again.
func (s side) repeats(by int) bool {
	from, to := s.from+by, s.to+by
	return by != 0 && from >= 0 && to <= len(s.forms) && slices.Equal(s.forms[s.from:s.to], s.forms[from:to])
}

// slides reports whether a gap beside the passage could be moved over it by some
// words: from the passage to the gap every word stands as far away again.
func (s side) slides(by int) bool {
	return s.slidesBack(by) || s.slidesOn(by)
}

func (s side) slidesBack(by int) bool {
	at := s.from
	for ; s.follows(at); at-- {
		if !s.again(at-1, by) {
			return false
		}
		if s.from-at > slideFar {
			return true
		}
	}
	return at > 0 || s.pairs[0] != 0
}

func (s side) slidesOn(by int) bool {
	at := s.to - 1
	for ; s.follows(at + 1); at++ {
		if !s.again(at+1, by) {
			return false
		}
		if at-s.to > slideFar {
			return true
		}
	}
	return at < len(s.forms)-1 || int(s.pairs[at]) != s.others-1
}

// follows reports whether a word follows the one in front of it in both texts.
func (s side) follows(at int) bool {
	return at > 0 && at < len(s.forms) && s.pairs[at-1] >= 0 && s.pairs[at-1]+1 == s.pairs[at]
}

// again reports whether the word at a place stands some words away, too.
func (s side) again(at, by int) bool {
	return at+by >= 0 && at+by < len(s.forms) && s.forms[at] == s.forms[at+by]
}
