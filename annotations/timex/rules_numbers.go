package timex

// numberRules put numbers together, and dates that are written in digits.
var numberRules = []rule{
	{anyOf{{number, tensJoiner, number}, {number, tensJoiner, ordinal}, {number, number}, {number, ordinal}}, sum},
	{anyOf{
		{number, dot, number, dot, number}, {number, slash, number, slash, number},
		{number, hyphen, number, hyphen, number},
	}, numericDate},
	{anyOf{{number, decadeEnding}}, decadeOf},
	{anyOf{{number, ordinalEnding}}, ordinalOf},
	{anyOf{{weekday, decadeEnding}}, theOnly(weekday)}, // “Tuesday's talks”
	{anyOf{{unitName, decadeEnding}}, theOnly(unitName)},
	{anyOf{{fortnightWord, decadeEnding}}, theOnly(fortnightWord)},
	{anyOf{{dayWord, decadeEnding}}, theOnly(dayWord)},
	{anyOf{{monthName, slash, monthName}}, sameMonth},
}

// sum adds tens and ones that are words, in either order. Ten is taken as tens for
// languages that say “on iki”, ten two, for twelve.
func sum(m *match) *item {
	a, b := m.first(), m.last()
	tens, ones := max(a.n, b.n), min(a.n, b.n)
	if a.digits+b.digits > 0 || tens%10 != 0 || tens < 10 || tens > 90 || ones < 1 || ones > 9 {
		return nil
	}
	return &item{class: b.class, n: a.n + b.n}
}

// ordinalOf is a number in digits with its ending; a year stays a year.
func ordinalOf(m *match) *item {
	n := m.of(number)
	switch {
	case n.digits == 0:
		return nil
	case n.digits <= 2:
		return &item{class: ordinal, n: n.n}
	}
	return n
}

// sameMonth is a month with two names: “نيسان/أبريل”.
func sameMonth(m *match) *item {
	if m.first().n != m.last().n {
		return nil
	}
	return m.first()
}

// numericDate reads a day in digits: year first, or the language's order. Where
// that is not certain, only what can be read in one way is understood.
func numericDate(m *match) *item {
	a, b, c := m.items[0], m.items[2], m.items[4]
	if a.digits == 4 && b.digits <= 2 && c.digits <= 2 {
		return m.date(a.n, b.n, c.n)
	}
	if c.digits != 4 || a.digits > 2 || b.digits > 2 {
		return nil
	}
	switch order := m.order(); {
	case a.n > 12 || order == dayFirst && b.n <= 12 || a.n == b.n:
		return m.date(c.n, b.n, a.n)
	case b.n > 12 || order == monthFirst:
		return m.date(c.n, a.n, b.n)
	}
	return nil
}

// date is a day in digits. A year before 1500 is one of the Solar Hijri calendar
// in Persian, and may be one elsewhere.
func (r *reading) date(year, month, date int) *item {
	find := dayOf
	if year < hijriYears {
		find = fromSolar
	}
	if year < hijriYears && !r.solar || year > lastYear {
		return nil
	}
	return atDay(find(year, month, date))
}

// The orders of day and month in digits.
const (
	unsureOrder = iota
	dayFirst
	monthFirst
)

// order is the one of the language, English being written in both.
func (r *reading) order() int {
	if r.code != "en" {
		return dayFirst
	}
	switch r.tag {
	case "en-us":
		return monthFirst
	case "en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za":
		return dayFirst
	}
	return unsureOrder
}
