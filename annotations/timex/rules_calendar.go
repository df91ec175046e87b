package timex

// firstYear and lastYear are those that four digits alone can mean, and hijriYears
// the first that cannot be one of a Hijri calendar.
const (
	firstYear  = 1000
	lastYear   = 2199
	hijriYears = 1500
)

// yearRules know years by the word beside them, and the units of which a number
// says which: decades, centuries, quarters and halves.
var yearRules = []rule{
	{"Nj VN", yearOf},
	{"NU", dottedUnit},
	{"UN", counted},
	{"OU UO", func(m *match) *item { return ordered(m.of('O').n, unit(m.of('U').n)) }},
	{"c", func(m *match) *item { return at(decadePoint(m.of('c').n)) }},
	{"UM MU", besideUnit('M', month)},
	{"UW WU", besideUnit('W', oneDay)},
	{"LU UL", whichUnit},
}

// yearOf is a year in four digits.
func yearOf(m *match) *item {
	n := m.of('N')
	if n.digits != 4 || n.n < firstYear || n.n > lastYear || m.hijri && n.n < hijriYears {
		return nil
	}
	return at(yearPoint(n.n))
}

// besideUnit gives a rule that takes away the name of the unit: “the month of May”.
func besideUnit(class byte, u unit) func(m *match) *item {
	return func(m *match) *item {
		if unit(m.of('U').n) != u {
			return nil
		}
		return m.of(class)
	}
}

// dottedUnit is a unit after a number that its dot makes an ordinal: “19. yüzyıl”.
func dottedUnit(m *match) *item {
	if !m.of('N').dotted {
		return nil
	}
	return ordered(m.of('N').n, unit(m.of('U').n))
}

// counted is a unit with its number behind it: “les années 90”, “século 19”, “Q1”,
// “dia 25”.
func counted(m *match) *item {
	n, u := m.of('N'), m.of('U')
	switch unit(u.n) {
	case decade, year:
		if u.plural == (unit(u.n) == year) {
			return decadeOf(m)
		}
	case century, quarter:
		if n.digits <= 2 {
			return ordered(n.n, unit(u.n))
		}
	case oneDay:
		if n.digits == 1 || n.digits == 2 {
			return n
		}
	}
	return nil
}

// decadeOf is the decade that a round year begins. Two digits are the last
// century's, from the thirties on; before that they may be this one's.
func decadeOf(m *match) *item {
	n := m.of('N')
	switch {
	case n.n%10 != 0 || m.hijri && n.n < hijriYears:
	case n.digits == 4 && n.n >= firstYear && n.n <= lastYear:
		return at(decadePoint(n.n / 10))
	case n.digits <= 2 && n.n >= 30 && n.n <= 90:
		return at(decadePoint(190 + n.n/10))
	}
	return nil
}

// ordered is the century with its number, or a quarter or half that still needs
// its year.
func ordered(n int, u unit) *item {
	switch {
	case u == century && n >= 10 && n <= 21:
		return at(centuryPoint(n - 1))
	case u == quarter && n >= 1 && n <= 4, u == halfYear && n >= 1 && n <= 2:
		return &item{class: 'K', n: n, unit: u}
	}
	return nil
}

// solarRules know days of the Solar Hijri calendar. Its months and years are none
// of TIMEX3's: they begin and end amid those.
var solarRules = []rule{
	{"N-NJN", solarDays},
	{"N-NJ", nearestSolarDays},
	{"NJN OJN NJVN OJVN", solarDay},
	{"NJ OJ", nearestSolarDay},
	{"N", yearOf}, // what is left of four digits
}

func solarDay(m *match) *item {
	year := m.last()
	if year.digits != 4 {
		return nil
	}
	return atDay(fromSolar(year.n, m.of('J').n, m.first().date()))
}

// nearestSolarDay is the day nearest to the anchor, if it is at most as far as a
// month without a year may be. The number is in digits or an ordinal, for names of
// months mean other things, too.
func nearestSolarDay(m *match) *item {
	n := m.number()
	if m.anchor == 0 || n.class == 'N' && n.digits == 0 {
		return nil
	}
	year := m.anchor.year() - 622 // or the next
	for y := year; y <= year+1; y++ {
		d := fromSolar(y, m.of('J').n, n.n)
		if away := d - m.anchor; max(away, -away) < 31*farthestMonth {
			return atDay(d)
		}
	}
	return nil
}

// calendarRules put days, months and parts of the year to their year, and find the
// year if none is said.
var calendarRules = []rule{
	{"N-NMZ O-OMZ O-NMZ N-OMZ MN-NZ MO-OZ ZN-NM", daysInYear},
	{"N-NM O-OM O-NM N-OM MN-N MO-O", nearestDays},
	{"NMZ OMZ MNZ MOZ ZNM", dayInYear},
	{"MZ ZM", func(m *match) *item { return m.inYear(monthPoint(m.year(), m.of('M').n)) }},
	{"KZ ZK", func(m *match) *item { return m.inYear(m.of('K').partOf(m.year())) }},
	{"EZ ZE", func(m *match) *item { return m.inYear(seasonPoint(m.year(), m.of('E').n)) }},
	{"LE EL", whichSeason},
	{"NML LNM", whichDate},
	{"NM OM MN MO", nearestDate},
	{"LM ML", whichMonth},
}

// year is that of the point in the match.
func (m *match) year() int { return m.of('Z').point.year }

// inYear is a point in the year of the match, if that is a year.
func (m *match) inYear(p point) *item {
	if m.of('Z').point.unit != year {
		return nil
	}
	return at(p)
}

func dayInYear(m *match) *item {
	d := dayOf(m.year(), m.of('M').n, m.number().date())
	if d == 0 {
		return nil
	}
	return m.inYear(dayPoint(d))
}

// daysInYear are days of one month, from one to a later one: “25–26 April 2023”.
func daysInYear(m *match) *item {
	if m.of('Z').point.unit != year {
		return nil
	}
	first, last := m.ends()
	return atDays(dayOf(m.year(), m.of('M').n, first), dayOf(m.year(), m.of('M').n, last))
}

// nearestDays are the same without a year.
func nearestDays(m *match) *item {
	month := m.of('M').n
	year, ok := m.nearestMonth(month)
	if !ok {
		return nil
	}
	first, last := m.ends()
	made := atDays(dayOf(year, month, first), dayOf(year, month, last))
	if made != nil {
		made.point.guessed = true
	}
	return made
}

// ends are the two days of the month around a dash; 0 for what is no day.
func (m *match) ends() (first, last int) {
	for i, it := range m.items {
		if it.class == '-' && m.items[i-1].digits <= 2 && m.items[i+1].digits <= 2 {
			return m.items[i-1].date(), m.items[i+1].date()
		}
	}
	return 0, 0
}

// solarDays and nearestSolarDays are those of the Solar Hijri calendar.
func solarDays(m *match) *item {
	first, last := m.ends()
	year := m.last()
	if year.digits != 4 {
		return nil
	}
	return atDays(fromSolar(year.n, m.of('J').n, first), fromSolar(year.n, m.of('J').n, last))
}

func nearestSolarDays(m *match) *item {
	first, last := nearestSolarDay(m), nearestSolarDay(&match{m.reading, m.items[2:]})
	if first == nil || last == nil {
		return nil
	}
	return atDays(first.point.day, last.point.day)
}

// date is the day of the month that a number says; 0 if the number is the word for
// one, which is also an article: “a March afternoon”.
func (it *item) date() int {
	if it.class == 'N' && it.digits == 0 && it.n == 1 {
		return 0
	}
	return it.n
}

// partOf is a quarter or half of a year.
func (it *item) partOf(year int) point {
	letter := "Q"
	if it.unit == halfYear {
		letter = "H"
	}
	return partPoint(year, it.unit, letter+pad(it.n, 1))
}

// seasonPoint is a season by its place in the tables.
func seasonPoint(year, n int) point { return partPoint(year, season, seasonCodes[n]) }

// seasonCodes are TIMEX3's, in the order of the tables.
var seasonCodes = []string{"SP", "SU", "FA", "WI"}
