package timex

import "spanwise/annotations"

// item is a word of an expression with all its senses, or what the grammar made of
// several. It is never changed in place.
type item struct {
	senses []sense // of a word; none once the class is known
	class  class   // noClass for a word that may be of several
	n      int     // which of the class; of a number, its value
	plural bool    // of a unit
	digits int     // of a number: how many, 0 for words
	dotted bool    // of a number: it may be an ordinal

	unit   unit              // of a length, quarter or half
	half   bool              // of a length: half a unit more
	placed bool              // of a length: it ends or begins now
	minute int               // of a clock time, whose hour is n
	mod    string            // of a length or point
	point  point             // of a point
	timex  annotations.Timex // of what is finished
}

func (it *item) isFiller() bool { return len(it.senses) == 1 && it.senses[0].class == fillerWord }

// is reports whether the item is of the class, or a word that may be.
func (it *item) is(c class) bool {
	return it.class == c || it.class == noClass && only(c, it.senses) != nil
}

// as gives the item, which is of the class or may be, in that sense.
func (it *item) as(c class) *item {
	if it.class != noClass {
		return it
	}
	s := only(c, it.senses)[0]
	return &item{class: c, n: s.n, plural: s.plural}
}

// whole is what is said by an item that is left alone. It fails its check if that is
// nothing.
func (it *item) whole() annotations.Timex {
	if it.class == pointItem {
		return it.point.timex(it.mod)
	}
	return it.timex
}

// reading is one expression that is read in one language.
type reading struct {
	*language
	tag    string // the article's language in full, in small letters
	anchor day
	items  []*item
}

// rule makes one item of those that stand side by side and whose classes are those
// of one of the patterns; nil if they do not go together.
type rule struct {
	patterns anyOf
	make     func(m *match) *item
}

// longestPattern is how many items a rule takes at most.
const longestPattern = 5

// pattern is the classes of items side by side, and noClass behind the last.
type pattern [longestPattern]class

// anyOf are patterns of which one fits.
type anyOf []pattern

// length is how many items fit the pattern.
func (p *pattern) length() int {
	for n, c := range p {
		if c == noClass {
			return n
		}
	}
	return longestPattern
}

// match is the items that fit a pattern.
type match struct {
	*reading
	items []*item
}

// of gives the first item of a class, which the pattern must have.
func (m *match) of(c class) *item {
	for _, it := range m.items {
		if it.class == c {
			return it
		}
	}
	return nil
}

// number gives the first number or ordinal, which the pattern must have.
func (m *match) number() *item {
	if n := m.of(number); n != nil {
		return n
	}
	return m.of(ordinal)
}

func (m *match) first() *item { return m.items[0] }
func (m *match) last() *item  { return m.items[len(m.items)-1] }

// theOnly gives a rule that leaves what is of a class and takes away what only
// leads to it.
func theOnly(c class) func(m *match) *item {
	return func(m *match) *item { return m.of(c) }
}

// stages are the rules in the order in which they are tried: what binds closest
// comes first. In a stage, the first pattern that fits wins.
var stages = [][]rule{
	numberRules, clockRules, yearRules, frequencyRules, lengthRules, setRules,
	solarRules, calendarRules, distanceRules, dayRules, weekdayRules, lonelyRules,
	signalRules, timeRules, modRules, wholeRules,
}

// read understands an expression in this language.
func (l *language) read(f folded, tag string, anchor day) (annotations.Timex, outcome) {
	items, known := l.items(f)
	if !known {
		return annotations.Timex{}, unknownWord
	}
	r := &reading{language: l, tag: tag, anchor: anchor, items: items}
	for _, rules := range stages {
		r.reduce(rules)
	}
	if len(r.items) != 1 {
		return annotations.Timex{}, ambiguous
	}
	t := r.items[0].whole()
	if t.Check() != nil {
		return annotations.Timex{}, ambiguous
	}
	return t, understood
}

// reduce applies the rules of a stage from left to right, and after each goes back
// as far as a pattern reaches, for what was made may fit what stands before it.
// This ends, and soon: a rule takes away an item, or makes of a word or number what
// no rule makes another of.
func (r *reading) reduce(rules []rule) {
	for i := 0; i < len(r.items); i++ {
		if r.reduceAt(i, rules) {
			i = max(-1, i-longestPattern)
		}
	}
}

// reduceAt applies the first pattern that fits at a place, and reports whether one
// did.
func (r *reading) reduceAt(i int, rules []rule) bool {
	for _, rule := range rules {
		for k := range rule.patterns {
			pattern := &rule.patterns[k]
			if !r.fits(i, pattern) {
				continue
			}
			if made := rule.make(r.match(i, pattern)); made != nil {
				r.items[i] = made
				r.items = append(r.items[:i+1], r.items[i+pattern.length():]...)
				return true
			}
		}
	}
	return false
}

func (r *reading) fits(i int, p *pattern) bool {
	for k, c := range p {
		if c == noClass {
			return true
		}
		if i+k == len(r.items) || !r.items[i+k].is(c) {
			return false
		}
	}
	return true
}

// match gives the items at a place that fit a pattern, in the senses that fit.
func (r *reading) match(i int, p *pattern) *match {
	m := &match{reading: r, items: make([]*item, p.length())}
	for k := range m.items {
		m.items[k] = r.items[i+k].as(p[k])
	}
	return m
}
