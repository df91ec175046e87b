package timex

import (
	"strconv"
	"time"
)

// day is a day of the calendar, counted from the first of the year 0; 0 is none.
type day int

// unixDay is the first of 1970, from which package time counts.
const unixDay day = 719528

// parseDay reads YYYY-MM-DD; all else is none.
func parseDay(s string) day {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0
	}
	return unixDay + day(t.Unix()/secondsOfDay)
}

const secondsOfDay = 24 * 60 * 60

// dayOf gives a day by its date; none if there is no such date.
func dayOf(year, month, date int) day {
	t := time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
	if date < 1 || t.Day() != date || int(t.Month()) != month {
		return 0
	}
	return unixDay + day(t.Unix()/secondsOfDay)
}

// date gives the year, month and day of the month.
func (d day) date() (year, month, date int) {
	t := time.Unix(int64(d-unixDay)*secondsOfDay, 0).UTC()
	y, m, dd := t.Date()
	return y, int(m), dd
}

func (d day) year() int {
	y, _, _ := d.date()
	return y
}

func (d day) month() int {
	_, m, _ := d.date()
	return m
}

// weekday numbers weekdays from Monday, 1, to Sunday, 7, as ISO 8601 does.
func (d day) weekday() int { return int(d+5)%7 + 1 }

// monday gives the first day of the week of ISO 8601.
func (d day) monday() day { return d - day(d.weekday()-1) }

// fromSolar gives a day by its date in the Solar Hijri calendar, as Iran has it;
// none if there is no such date. The year begins at the March equinox and has 366
// days eight times in 33 years. That rule gives the observed years from 1178 to
// 1501 (1799 to 2123); others are not understood.
func fromSolar(year, month, date int) day {
	if year < 1178 || year > 1501 || month < 1 || month > 12 || date < 1 || date > solarMonth(year, month) {
		return 0
	}
	days := 365*(year-1402) + solarLeaps(year) - solarLeaps(1402)
	for m := 1; m < month; m++ {
		days += solarMonth(year, m)
	}
	return solarNewYear + day(days+date-1)
}

// solarNewYear is the first day of 1402, 21 March 2023.
const solarNewYear day = 738965

// solarMonth is how many days a month has.
func solarMonth(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month < 12 || solarLeaps(year+1) > solarLeaps(year):
		return 30
	}
	return 29
}

// solarLeaps counts the years with 366 days before a year.
func solarLeaps(year int) int { return (8*year + 21) / 33 }

// unit is a length of time that people count in.
type unit int

const (
	second unit = iota
	minute
	hour
	oneDay
	week
	month
	quarter
	halfYear
	year
	decade
	century
	weekend
	season
	days // several of one month; of a point only, as are
	clockTime
	vague // the past, the present or the future
)

// unitCodes are those that ISO 8601 has for lengths.
var unitCodes = map[unit]string{
	second: "S", minute: "M", hour: "H", oneDay: "D", week: "W", month: "M", year: "Y",
	decade: "DE", century: "CE", // TIMEX3's own, used only where the number is unknown
}

// duration says so many units, and half a one more, as TIMEX3 does; 0 is an
// unknown number. It is "" if there is no way to say it.
func (u unit) duration(n int, half bool) string {
	if (u == decade || u == century) && n > 0 && !half {
		return year.duration(n*yearsIn(u), false)
	}
	code, ok := unitCodes[u]
	if !ok || half && u > year {
		return ""
	}
	number := strconv.Itoa(n)
	switch {
	case half:
		number += ".5"
	case n == 0:
		number = "X"
	}
	if u <= hour {
		return "PT" + number + code
	}
	return "P" + number + code
}

// yearsIn is how many years a decade or century has.
func yearsIn(u unit) int {
	if u == century {
		return 100
	}
	return 10
}

// pad writes a number with zeros in front, as wide as ISO 8601 wants it.
func pad(n, width int) string {
	digits := strconv.Itoa(n)
	return zeros[:max(0, width-len(digits))] + digits
}

const zeros = "0000"
