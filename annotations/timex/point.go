package timex

import "spanwise/annotations"

// point is a point in time, however wide.
type point struct {
	value   string // in TIMEX3
	unit    unit   // how wide it is
	year    int    // in which it lies; of years, months and quarters
	day     day    // on which it is, or the first of a week
	guessed bool   // it is the nearest of several that are called so
}

// timex says a point with a modifier as TIMEX3 does.
func (p point) timex(mod string) annotations.Timex {
	kind := annotations.TimexDate
	if p.unit == clockTime {
		kind = annotations.TimexTime
	}
	return annotations.Timex{Type: kind, Value: p.value, Mod: mod}
}

// at makes an item of a point; nil if the point has no value.
func at(p point) *item {
	if p.value == "" {
		return nil
	}
	return &item{class: pointItem, point: p}
}

func dayPoint(d day) point {
	y, m, date := d.date()
	return point{value: pad(y, 4) + "-" + pad(m, 2) + "-" + pad(date, 2), unit: oneDay, year: y, day: d}
}

// daysPoint is the days from one to another, as an interval of ISO 8601. It is of
// the first of them.
func daysPoint(first, last day) point {
	p := dayPoint(first)
	p.value, p.unit = p.value+"/"+dayPoint(last).value, days
	return p
}

// weekPoint is the week of ISO 8601 in which a day lies: the year is that of its
// Thursday.
func weekPoint(d day) point {
	first := d.monday()
	y := (first + 3).year()
	n := int(first+3-dayOf(y, 1, 1))/7 + 1
	return point{value: pad(y, 4) + "-W" + pad(n, 2), unit: week, year: y, day: first}
}

func monthPoint(y, m int) point {
	return point{value: pad(y, 4) + "-" + pad(m, 2), unit: month, year: y}
}

func yearPoint(y int) point { return point{value: pad(y, 4), unit: year, year: y} }

// partPoint is a part of a year by its code: a quarter, half or season.
func partPoint(y int, u unit, code string) point {
	return point{value: pad(y, 4) + "-" + code, unit: u, year: y}
}

// decadePoint is the decade of the years that begin with so many tens: 199.
func decadePoint(tens int) point { return point{value: pad(tens, 3), unit: decade} }

// centuryPoint is the century of the years that begin with so many hundreds: 19.
func centuryPoint(hundreds int) point {
	return point{value: pad(hundreds, 2), unit: century}
}

// atDay makes an item of a day; nil if it is none.
func atDay(d day) *item {
	if d == 0 {
		return nil
	}
	return at(dayPoint(d))
}

// atDays makes an item of the days from one to a later one; nil if there are none.
func atDays(first, last day) *item {
	if first == 0 || last <= first {
		return nil
	}
	return at(daysPoint(first, last))
}

// guess is a point that is the nearest of several.
func guess(p point) *item {
	p.guessed = true
	return at(p)
}

// vaguePoint is the past (-1), the present (0) or the future (1).
func vaguePoint(n int) point {
	return point{value: []string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[n+1], unit: vague}
}

// clockPoint is a time of a day, or a part of it; nil if the point is no day.
func clockPoint(p point, code string) *item {
	if p.unit != oneDay {
		return nil
	}
	p.value, p.unit = p.value+"T"+code, clockTime
	return at(p)
}

// around is the unit so many units from the one in which a day lies. It has no
// value if the unit is none of the calendar.
func around(d day, u unit, n int) point {
	y, m, _ := d.date()
	switch u {
	case oneDay:
		return dayPoint(d + day(n))
	case week:
		return weekPoint(d + day(7*n))
	case weekend:
		return point{value: weekPoint(d+day(7*n)).value + "-WE", unit: weekend}
	case month:
		months := y*12 + m - 1 + n
		return monthPoint(months/12, months%12+1)
	case quarter:
		quarters := y*4 + (m-1)/3 + n
		return partPoint(quarters/4, quarter, "Q"+pad(quarters%4+1, 1))
	case halfYear:
		halves := y*2 + (m-1)/6 + n
		return partPoint(halves/2, halfYear, "H"+pad(halves%2+1, 1))
	case year:
		return yearPoint(y + n)
	}
	return point{}
}
