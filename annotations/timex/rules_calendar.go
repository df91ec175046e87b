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
	{anyOf{{number, ofYearWord}, {yearWord, number}}, yearOf},
	{anyOf{{number, unitName}}, dottedUnit},
	{anyOf{{unitName, number}}, counted},
	{anyOf{
		{ordinal, unitName}, {unitName, ordinal},
	}, func(m *match) *item { return ordered(m.of(ordinal).n, unit(m.of(unitName).n)) }},
	{anyOf{{decadeWord}}, func(m *match) *item { return at(decadePoint(m.of(decadeWord).n)) }},
	{anyOf{{unitName, monthName}, {monthName, unitName}}, besideUnit(monthName, month)},
	{anyOf{{unitName, weekday}, {weekday, unitName}}, besideUnit(weekday, oneDay)},
	{anyOf{{whichWord, unitName}, {unitName, whichWord}}, whichUnit},
}

// yearOf is a year in four digits.
func yearOf(m *match) *item {
	n := m.of(number)
	if n.digits != 4 || n.n < firstYear || n.n > lastYear || m.hijri && n.n < hijriYears {
		return nil
	}
	return at(yearPoint(n.n))
}

// besideUnit gives a rule that takes away the name of the unit: “the month of May”.
func besideUnit(c class, u unit) func(m *match) *item {
	return func(m *match) *item {
		if unit(m.of(unitName).n) != u {
			return nil
		}
		return m.of(c)
	}
}

// dottedUnit is a unit after a number that its dot makes an ordinal: “19. yüzyıl”.
func dottedUnit(m *match) *item {
	if !m.of(number).dotted {
		return nil
	}
	return ordered(m.of(number).n, unit(m.of(unitName).n))
}

// counted is a unit with its number behind it: “les années 90”, “século 19”, “Q1”,
// “dia 25”.
func counted(m *match) *item {
	n, u := m.of(number), m.of(unitName)
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
	n := m.of(number)
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
		return &item{class: yearPartItem, n: n, unit: u}
	}
	return nil
}

// solarRules know days of the Solar Hijri calendar. Its months and years are none
// of TIMEX3's: they begin and end amid those.
var solarRules = []rule{
	{anyOf{{number, hyphen, number, solarMonthName, number}}, solarDays},
	{anyOf{{number, hyphen, number, solarMonthName}}, nearestSolarDays},
	{anyOf{
		{number, solarMonthName, number}, {ordinal, solarMonthName, number},
		{number, solarMonthName, yearWord, number}, {ordinal, solarMonthName, yearWord, number},
	}, solarDay},
	{anyOf{{number, solarMonthName}, {ordinal, solarMonthName}}, nearestSolarDay},
	{anyOf{{number}}, yearOf}, // what is left of four digits
}

func solarDay(m *match) *item {
	year := m.last()
	if year.digits != 4 {
		return nil
	}
	return atDay(fromSolar(year.n, m.of(solarMonthName).n, m.first().date()))
}

// nearestSolarDay is the day nearest to the anchor, if it is at most as far as a
// month without a year may be. The number is in digits or an ordinal, for names of
// months mean other things, too.
func nearestSolarDay(m *match) *item {
	n := m.number()
	if m.anchor == 0 || n.class == number && n.digits == 0 {
		return nil
	}
	year := m.anchor.year() - 622 // or the next
	for y := year; y <= year+1; y++ {
		d := fromSolar(y, m.of(solarMonthName).n, n.n)
		if away := d - m.anchor; max(away, -away) < 31*farthestMonth {
			return atDay(d)
		}
	}
	return nil
}

// calendarRules put days, months and parts of the year to their year, and find the
// year if none is said.
var calendarRules = []rule{
	{anyOf{
		{number, hyphen, number, monthName, pointItem}, {ordinal, hyphen, ordinal, monthName, pointItem},
		{ordinal, hyphen, number, monthName, pointItem}, {number, hyphen, ordinal, monthName, pointItem},
		{monthName, number, hyphen, number, pointItem}, {monthName, ordinal, hyphen, ordinal, pointItem},
		{pointItem, number, hyphen, number, monthName},
	}, daysInYear},
	{anyOf{
		{number, hyphen, number, monthName}, {ordinal, hyphen, ordinal, monthName},
		{ordinal, hyphen, number, monthName}, {number, hyphen, ordinal, monthName},
		{monthName, number, hyphen, number}, {monthName, ordinal, hyphen, ordinal},
	}, nearestDays},
	{anyOf{
		{number, monthName, pointItem}, {ordinal, monthName, pointItem}, {monthName, number, pointItem},
		{monthName, ordinal, pointItem}, {pointItem, number, monthName},
	}, dayInYear},
	{anyOf{
		{monthName, pointItem}, {pointItem, monthName},
	}, func(m *match) *item { return m.inYear(monthPoint(m.year(), m.of(monthName).n)) }},
	{anyOf{
		{yearPartItem, pointItem}, {pointItem, yearPartItem},
	}, func(m *match) *item { return m.inYear(m.of(yearPartItem).partOf(m.year())) }},
	{anyOf{
		{seasonName, pointItem}, {pointItem, seasonName},
	}, func(m *match) *item { return m.inYear(seasonPoint(m.year(), m.of(seasonName).n)) }},
	{anyOf{{whichWord, seasonName}, {seasonName, whichWord}}, whichSeason},
	{anyOf{{number, monthName, whichWord}, {whichWord, number, monthName}}, whichDate},
	{anyOf{{number, monthName}, {ordinal, monthName}, {monthName, number}, {monthName, ordinal}}, nearestDate},
	{anyOf{{whichWord, monthName}, {monthName, whichWord}}, whichMonth},
}

// year is that of the point in the match.
func (m *match) year() int { return m.of(pointItem).point.year }

// inYear is a point in the year of the match, if that is a year.
func (m *match) inYear(p point) *item {
	if m.of(pointItem).point.unit != year {
		return nil
	}
	return at(p)
}

func dayInYear(m *match) *item {
	d := dayOf(m.year(), m.of(monthName).n, m.number().date())
	if d == 0 {
		return nil
	}
	return m.inYear(dayPoint(d))
}

// daysInYear are days of one month, from one to a later one: “25–26 April 2023”.
func daysInYear(m *match) *item {
	if m.of(pointItem).point.unit != year {
		return nil
	}
	first, last := m.ends()
	return atDays(dayOf(m.year(), m.of(monthName).n, first), dayOf(m.year(), m.of(monthName).n, last))
}

// nearestDays are the same without a year.
func nearestDays(m *match) *item {
	month := m.of(monthName).n
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
		if it.class == hyphen && m.items[i-1].digits <= 2 && m.items[i+1].digits <= 2 {
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
	return atDays(fromSolar(year.n, m.of(solarMonthName).n, first), fromSolar(year.n, m.of(solarMonthName).n, last))
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
	if it.class == number && it.digits == 0 && it.n == 1 {
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
