package annotations

import (
	"strings"
	"time"
)

// The values of TIMEX3, after section 2.2.3 of the TimeML annotation guidelines
// 1.2.1: ISO 8601 with X for digits that are not known, years cut short for
// decades ("199") and centuries ("19"), and codes for seasons, quarters, halves,
// weekends and parts of the day. Each function takes a value apart from the left.

func isTimexValue(kind, v string) bool {
	switch kind {
	case TimexDate:
		return isTimexDate(v) || isInterval(v) || v == "PAST_REF" || v == "PRESENT_REF" || v == "FUTURE_REF"
	case TimexTime:
		return isTimexTime(v)
	case TimexDuration:
		return isTimexDuration(v)
	}
	return isTimexDate(v) || isTimexTime(v) || isTimexDuration(v)
}

func isTimexDate(v string) bool {
	if year, early := strings.CutPrefix(v, "BC"); early {
		return len(year) == 4 && areDigits(year)
	}
	year, rest, more := strings.Cut(v, "-")
	if len(year) < 2 || len(year) > 4 || !areDigits(year) || more && len(year) < 4 {
		return false
	}
	return !more || isPartOfYear(year, rest)
}

// isInterval knows days from one to a later one, which TIMEX3 leaves to ISO 8601:
// “2023-04-25/2023-04-26”.
func isInterval(v string) bool {
	first, last, _ := strings.Cut(v, "/")
	from, err := time.Parse(time.DateOnly, first)
	to, errTo := time.Parse(time.DateOnly, last)
	return err == nil && errTo == nil && from.Before(to)
}

// isPartOfYear knows a month with or without its day, a week with or without its
// day or as a weekend, a quarter, a half and a season.
func isPartOfYear(year, v string) bool {
	switch first, rest, more := strings.Cut(v, "-"); {
	case v == "SP" || v == "SU" || v == "FA" || v == "WI":
		return true
	case len(v) == 2 && v[0] == 'Q':
		return isDigit(v[1], '1', '4')
	case len(v) == 2 && v[0] == 'H':
		return isDigit(v[1], '1', '2')
	case len(first) == 3 && first[0] == 'W':
		return isNumber(first[1:], 1, 53) && (!more || rest == "WE" || len(rest) == 1 && isDigit(rest[0], '1', '7'))
	default:
		return isNumber(first, 1, 12) && (!more || isDayOfMonth(year, first, rest))
	}
}

// isDayOfMonth asks the calendar if all of the day is known.
func isDayOfMonth(year, month, day string) bool {
	if !isNumber(day, 1, 31) {
		return false
	}
	if strings.Contains(year+month+day, "X") {
		return true
	}
	_, err := time.Parse(time.DateOnly, year+"-"+month+"-"+day)
	return err == nil
}

// isTimexTime knows a time of day, with a date before it or, if no date is known,
// without.
func isTimexTime(v string) bool {
	date, clock, ok := strings.Cut(v, "T")
	if !ok || date != "" && !isTimexDate(date) {
		return false
	}
	switch clock {
	case "MO", "MI", "AF", "EV", "NI", "DT":
		return true
	}
	if at := strings.IndexAny(clock, "Z+-"); at >= 0 {
		if !isZone(clock[at:]) {
			return false
		}
		clock = clock[:at]
	}
	return isClock(clock, 24, 60)
}

// isZone knows "Z" and what is added to the time of Greenwich, such as "+03:00".
func isZone(v string) bool {
	return v == "Z" || v[0] != 'Z' && isClock(v[1:], 14, 59)
}

// isClock knows hours, minutes and seconds, as many as are said.
func isClock(v string, hours, minutes int) bool {
	parts := strings.Split(v, ":")
	for i, part := range parts {
		limit := minutes
		if i == 0 {
			limit = hours
		}
		if i > 2 || !isNumber(part, 0, limit) {
			return false
		}
	}
	return true
}

// isTimexDuration knows "P", then numbers with their units, and after a "T" those
// with the units of the clock.
func isTimexDuration(v string) bool {
	days, clock, timed := strings.Cut(strings.TrimPrefix(v, "P"), "T")
	if !strings.HasPrefix(v, "P") || timed && clock == "" || days+clock == "" {
		return false
	}
	return areAmounts(days, "ML", "CE", "DE", "Y", "M", "W", "D") && areAmounts(clock, "H", "M", "S")
}

// areAmounts knows numbers, each with one of the units, in the order of the units.
func areAmounts(v string, units ...string) bool {
	for _, unit := range units {
		rest := strings.TrimLeft(v, "0123456789.")
		if strings.HasPrefix(v, "X") {
			rest = v[1:]
		}
		after, found := strings.CutPrefix(rest, unit)
		if found && isAmount(v[:len(v)-len(rest)]) {
			v = after
		}
	}
	return v == ""
}

// isAmount knows a decimal number, and X for one that is not known.
func isAmount(v string) bool {
	whole, part, pointed := strings.Cut(v, ".")
	known := areDigits(whole) && !strings.Contains(whole, "X")
	return v == "X" || known && whole != "" && (!pointed || part != "" && !strings.Contains(part, "."))
}

// isNumber knows a number of two digits between the bounds, and XX.
func isNumber(v string, low, high int) bool {
	if v == "XX" {
		return true
	}
	if len(v) != 2 || !areDigits(v) || strings.Contains(v, "X") {
		return false
	}
	n := int(v[0]-'0')*10 + int(v[1]-'0')
	return low <= n && n <= high
}

// areDigits reports whether all of it is digits, X counted as one.
func areDigits(v string) bool { return strings.Trim(v, "0123456789X") == "" }

func isDigit(c, low, high byte) bool { return low <= c && c <= high || c == 'X' }
