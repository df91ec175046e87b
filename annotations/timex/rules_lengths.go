package timex

import (
	"strconv"

	"spanwise/annotations"
)

// thanMods and pointMods are TIMEX3's modifiers, in the order of the tables.
var (
	thanMods  = []string{"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "APPROX"}
	pointMods = []string{"START", "MID", "END"}
)

// lengthRules count units, and say if it is more or less than that.
var lengthRules = []rule{
	{"HNU HU", halfOf},
	{"NbU NUb", func(m *match) *item { return length(m.of('N').n, m.of('U'), true) }},
	{"N.NU N,NU", pointFive},
	{"BU", func(m *match) *item { return length(m.of('B').n, m.of('U'), true) }},
	{"NLU NUL LNU UNL", lastLength},
	{"NYU", fifteen},
	{"NY fY", fortnight},
	{"LY YL", lastFortnight},
	{"NU", wholeLength},
	{"GU", func(m *match) *item { return &item{class: 'Q', unit: unit(m.of('U').n)} }},
	{"D", func(m *match) *item { return length(2, m.of('D'), false) }},
	{"qQ Qq", func(m *match) *item { return compared(m.of('Q'), m.of('q').n) }},
	{"fQ", theOnly('Q')},
	{"sQ", placedLength},
}

// length is so many units; 0 is an unknown number, which only a word can say.
func length(n int, u *item, half bool) *item {
	it := &item{class: 'Q', n: n, unit: unit(u.n), half: half}
	if n == 0 || it.unit.duration(n, half) == "" {
		return nil
	}
	return it
}

// pointFive is a number with a half in digits.
func pointFive(m *match) *item {
	if part := m.items[2]; part.n != 5 || part.digits != 1 || m.first().digits > 2 {
		return nil
	}
	return length(m.first().n, m.of('U'), true)
}

func wholeLength(m *match) *item {
	if m.of('N').dotted {
		return nil
	}
	return length(m.of('N').n, m.of('U'), false)
}

// lastLength is a length that ends or begins now: “the last three days”.
func lastLength(m *match) *item {
	it := length(m.of('N').n, m.of('U'), false)
	if it == nil || it.n == 1 || m.of('L').n == 0 {
		return nil
	}
	it.placed = true
	return it
}

// fortnight is so many times two weeks. Where a language has a word for fifteen
// days, people say it of two weeks too.
func fortnight(m *match) *item {
	n := 1
	if number := m.of('N'); number != nil {
		n = number.n
	}
	switch {
	case m.of('Y').n == 14:
		return &item{class: 'Q', n: 2 * n, unit: week}
	case n == 1:
		return &item{class: 'Q', n: 15, unit: oneDay, mod: "APPROX"}
	}
	return nil
}

// lastFortnight is one that ends or begins now.
func lastFortnight(m *match) *item {
	made := fortnight(m)
	if m.of('L').n == 0 {
		return nil
	}
	made.placed = true
	return made
}

// fifteen is about so many units: “une quinzaine d'années”.
func fifteen(m *match) *item {
	if m.of('Y').n == 14 || m.of('N').n != 1 {
		return nil
	}
	made := length(15, m.of('U'), false)
	if made != nil {
		made.mod = "APPROX"
	}
	return made
}

// placedLength is one with a preposition that leads to points only, unless the
// length itself says when: “en los últimos diez años”.
func placedLength(m *match) *item {
	if !m.of('Q').placed {
		return nil
	}
	return m.of('Q')
}

// halfOf is half a unit, in smaller ones that are whole.
func halfOf(m *match) *item {
	if n := m.of('N'); n != nil && n.n != 1 {
		return nil
	}
	switch unit(m.of('U').n) {
	case hour:
		return &item{class: 'Q', n: 30, unit: minute}
	case oneDay:
		return &item{class: 'Q', n: 12, unit: hour}
	case year:
		return &item{class: 'Q', n: 6, unit: month}
	case decade:
		return &item{class: 'Q', n: 5, unit: year}
	case century:
		return &item{class: 'Q', n: 50, unit: year}
	}
	return nil
}

// compared says that a length or point is more, less or about, unless it does so
// already.
func compared(it *item, than int) *item {
	if it.mod != "" {
		return nil
	}
	made := *it
	made.mod = thanMods[than]
	return &made
}

// frequencyRules know what comes so often in each unit.
var frequencyRules = []rule{
	{"NxpU", func(m *match) *item { return often(m.of('N').n, m.of('U')) }},
	{"XpU", func(m *match) *item { return often(m.of('X').n, m.of('U')) }},
	{"uNx", func(m *match) *item { return often(m.of('N').n, m.of('u')) }},
	{"uX", func(m *match) *item { return often(m.of('X').n, m.of('u')) }},
}

func often(n int, u *item) *item {
	return finished(annotations.Timex{Type: annotations.TimexSet, Value: unit(u.n).duration(1, false), Freq: strconv.Itoa(n) + "X"})
}

// finished is a whole that no rule takes up again; nil if it has no value.
func finished(t annotations.Timex) *item {
	if t.Value == "" {
		return nil
	}
	return &item{class: 'T', timex: t}
}

// setRules know what comes again with every weekday, month, season or length.
var setRules = []rule{
	{"eW", func(m *match) *item { return every("XXXX-WXX-" + strconv.Itoa(m.of('W').n)) }},
	{"a", func(m *match) *item { return every("XXXX-WXX-" + strconv.Itoa(m.of('a').n)) }},
	{"eM", func(m *match) *item { return every("XXXX-" + pad(m.of('M').n, 2)) }},
	{"eE", func(m *match) *item { return every("XXXX-" + seasonCodes[m.of('E').n]) }},
	{"eP", func(m *match) *item { return every("XXXX-XX-XXT" + partCodes[m.of('P').n]) }},
	{"eU", func(m *match) *item { return every(unit(m.of('U').n).duration(1, false)) }},
	{"S", func(m *match) *item { return every(unit(m.of('S').n).duration(1, false)) }},
	{"eOU", func(m *match) *item { return every(unit(m.of('U').n).duration(m.of('O').n, false)) }},
	{"eY", func(m *match) *item { return everyLength(&match{m.reading, []*item{fortnight(m)}}) }},
	{"eQ", everyLength},
}

func every(value string) *item {
	return finished(annotations.Timex{Type: annotations.TimexSet, Value: value, Quant: "EVERY"})
}

func everyLength(m *match) *item {
	it := m.of('Q')
	if it.mod != "" || it.n == 0 {
		return nil
	}
	return every(it.unit.duration(it.n, it.half))
}

// modRules know the start, middle and end of what is wider than a day, and what is
// only about.
var modRules = []rule{
	{"mZ Zm", func(m *match) *item { return modified(m.of('Z'), m.of('m').n) }},
	{"mU Um", func(m *match) *item { return modified(m.whichUnit(0, m.of('U')), m.of('m').n) }},
	{"qZ", about},
}

// modified is the start, middle or end of a point.
func modified(it *item, mod int) *item {
	if it == nil || it.mod != "" {
		return nil
	}
	switch it.point.unit {
	case oneDay, clockTime, vague, weekend, days:
		return nil
	}
	return &item{class: 'Z', point: it.point, mod: pointMods[mod]}
}

// about is a point that is not exact. Other comparisons are of lengths, and “about
// Tuesday” may be what somebody said about it.
func about(m *match) *item {
	made := compared(m.of('Z'), m.of('q').n)
	if made == nil || made.mod != "APPROX" || made.point.guessed {
		return nil
	}
	return made
}

// wholeRules finish an expression: they take away what only leads to a point or a
// length, and understand units in the plural, without a number.
var wholeRules = []rule{
	{"QF Q", func(m *match) *item { return lasting(m.of('Q')) }},
	{"fU U", units},
	{"v", func(m *match) *item { return at(vaguePoint(m.of('v').n)) }},
	{"sZ Zz", theOnly('Z')},
	{">Z Z>", until},
}

// units is an unknown number of a unit in the plural.
func units(m *match) *item {
	if !m.of('U').plural {
		return nil
	}
	return lasting(&item{unit: unit(m.of('U').n)})
}

// lasting says a length as TIMEX3 does.
func lasting(it *item) *item {
	return finished(annotations.Timex{Type: annotations.TimexDuration, Value: it.unit.duration(it.n, it.half), Mod: it.mod})
}
