package spans

import (
	"strconv"
	"strings"
	"time"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// timexTold says a date in words, with its value where the words are not just
// that.
func timexTold(t annotations.Timex) string {
	words := timexWords(t)
	switch words {
	case "", t.Value:
		return t.Value
	}
	return words + " (" + t.Value + ")"
}

// timexWords says in words what a TIMEX3 value means; it is "" for a value that
// it has no words for.
func timexWords(t annotations.Timex) string {
	value, part, timed := strings.Cut(t.Value, "T")
	first, last, several := strings.Cut(value, "/")
	words := pointWords(first)
	switch {
	case several && words != "":
		words = joinWords(words, "to", pointWords(last))
	case strings.HasPrefix(t.Value, "P") && !strings.HasSuffix(t.Value, "_REF"):
		words = lengthWords(t.Value)
	case vagueWords[t.Value] != "":
		words = vagueWords[t.Value]
	case timed && words != "":
		words = joinWords(words, dayPart(part))
	}
	if words == "" {
		return ""
	}
	if t.Type == "SET" {
		words = joinWords(strings.ToLower(t.Quant), words, frequency(t.Freq))
	}
	return joinWords(modWords[t.Mod], words)
}

var vagueWords = map[string]string{
	"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future",
}

var modWords = map[string]string{
	"BEFORE": "more than", "AFTER": "less than", "ON_OR_BEFORE": "not after", "ON_OR_AFTER": "not before",
	"LESS_THAN": "less than", "MORE_THAN": "more than", "EQUAL_OR_LESS": "at most", "EQUAL_OR_MORE": "at least",
	"START": "the beginning of", "MID": "the middle of", "END": "the end of", "APPROX": "about",
}

// frequency says how often in that time: "2X" is twice.
func frequency(freq string) string {
	switch n, times := strings.CutSuffix(freq, "X"); {
	case freq == "":
		return ""
	case times:
		return n + " times"
	}
	return "(" + freq + ")"
}

// joinWords leaves out what is empty.
func joinWords(words ...string) string {
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// pointWords says a day, week, month, season, year or decade.
func pointWords(value string) string {
	parts := strings.Split(value, "-")
	switch {
	case parts[0] == "XXXX":
		return everyWords(parts[1:])
	case !digits(parts[0]):
		return ""
	case len(parts) == 1:
		return yearWords(value)
	case len(parts) == 2:
		return partOfYear(parts[1], parts[0])
	case len(parts) == 3 && strings.HasPrefix(parts[1], "W"):
		return joinWords(weekdayWords(parts[2]), "of", partOfYear(parts[1], parts[0]))
	}
	return dayWords(value)
}

// dayWords says a day with its weekday.
func dayWords(value string) string {
	t, err := time.Parse(time.DateOnly, value)
	if err != nil {
		return ""
	}
	return t.Weekday().String() + ", " + kit.DayWords(value)
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// yearWords says a year, or one that is cut: "199" is a decade, "19" a century.
func yearWords(value string) string {
	switch len(value) {
	case 2:
		return "the years " + value + "00 to " + value + "99"
	case 3:
		return "the " + value + "0s"
	}
	return value
}

var yearParts = map[string]string{
	"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
	"H1": "the first half of", "H2": "the second half of",
	"Q1": "the first quarter of", "Q2": "the second quarter of", "Q3": "the third quarter of", "Q4": "the fourth quarter of",
}

// partOfYear says a month, a week, a quarter, a half or a season of a year.
func partOfYear(part, year string) string {
	if n, err := strconv.Atoi(part); err == nil && n >= 1 && n <= 12 {
		return time.Month(n).String() + " " + year
	}
	if week, ok := strings.CutPrefix(part, "W"); ok && digits(week) {
		return "week " + strings.TrimPrefix(week, "0") + " of " + year
	}
	if words := yearParts[part]; words != "" {
		return words + " " + year
	}
	return ""
}

// weekdayWords says a weekday, which ISO 8601 counts from Monday, 1; "WE" is the
// weekend.
func weekdayWords(n string) string {
	switch {
	case n == "WE":
		return "the weekend"
	case len(n) == 1 && '1' <= n[0] && n[0] <= '7':
		return time.Weekday(int(n[0]-'0') % 7).String()
	}
	return ""
}

// everyWords says what comes again in any year.
func everyWords(parts []string) string {
	switch {
	case len(parts) == 2 && parts[0] == "WXX":
		return weekdayWords(parts[1])
	case len(parts) == 1:
		return strings.TrimSuffix(partOfYear(parts[0], "every year"), " every year")
	}
	return ""
}

var dayParts = map[string]string{
	"MO": "in the morning", "MI": "at noon", "AF": "in the afternoon", "EV": "in the evening",
	"NI": "at night", "DT": "by day",
}

func dayPart(part string) string {
	if words := dayParts[part]; words != "" {
		return words
	}
	return "at " + part
}

// lengthWords says a length, of one unit: "P3D" is 3 days.
func lengthWords(value string) string {
	number, timed := strings.CutPrefix(value[1:], "T")
	if number == "" {
		return ""
	}
	unit := lengthUnits[number[len(number)-1:]]
	if timed {
		unit = timeUnits[number[len(number)-1:]]
	}
	switch number = number[:len(number)-1]; {
	case unit == "" || number != "X" && !digits(strings.Replace(number, ".", "", 1)):
		return ""
	case number == "X":
		return "some " + unit + "s"
	case number == "1":
		return "1 " + unit
	}
	return number + " " + unit + "s"
}

var (
	lengthUnits = map[string]string{"D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter"}
	timeUnits   = map[string]string{"H": "hour", "M": "minute", "S": "second"}
)
