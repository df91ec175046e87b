package jsontext

import (
	"errors"
	"time"
)

// timeLayout is RFC 3339 in UTC to the millisecond, the one form in which files
// and journal hold times. It is written and read by hand, since a file of
// 100,000 spans has twice as many of them; other forms are for package time.
const timeLayout = "2006-01-02T15:04:05.000Z"

// FormatTime writes a time as files and journal hold it: in UTC to the
// millisecond, and "" when it is unknown.
func FormatTime(t time.Time) string { return string(appendTime(nil, t)) }

// appendTime appends what FormatTime gives.
func appendTime(buf []byte, t time.Time) []byte {
	if t.IsZero() {
		return buf
	}
	t = t.UTC()
	year, month, day := t.Date()
	if year < 0 || year > 9999 {
		return t.AppendFormat(buf, timeLayout)
	}
	hour, minute, second := t.Clock()
	milli := t.Nanosecond() / int(time.Millisecond)
	begin := len(buf)
	buf = append(buf, timeLayout...)
	digits := buf[begin:]
	putTwo(digits[0:], year/100)
	putTwo(digits[2:], year%100)
	putTwo(digits[5:], int(month))
	putTwo(digits[8:], day)
	putTwo(digits[11:], hour)
	putTwo(digits[14:], minute)
	putTwo(digits[17:], second)
	putTwo(digits[20:], milli/10)
	digits[22] = byte('0' + milli%10)
	return buf
}

// putTwo writes a number below 100 in two digits.
func putTwo(digits []byte, n int) { digits[0], digits[1] = byte('0'+n/10), byte('0'+n%10) }

// ParseTime reads what FormatTime writes, and any other time of RFC 3339. It
// keeps milliseconds and the instant, not the zone.
func ParseTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if t, ok := writtenTime(s); ok {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return time.Time{}, errors.New("the time " + Shorten(s) + " is not of the form 2026-01-31T12:30:00.000Z")
	}
	return t.UTC().Truncate(time.Millisecond), nil
}

// writtenTime reads a time if it is, to the letter, what FormatTime writes.
func writtenTime[text string | []byte](s text) (t time.Time, ok bool) {
	if len(s) == 0 {
		return t, true
	}
	if len(s) != len(timeLayout) {
		return t, false
	}
	var parts [7]int // year, month, day, hour, minute, second, millisecond
	part := 0
	for i := range len(timeLayout) {
		switch c := s[i]; {
		case timeLayout[i] < '0' || timeLayout[i] > '9':
			if c != timeLayout[i] {
				return t, false
			}
			part++
		case c < '0' || c > '9':
			return t, false
		default:
			parts[part] = parts[part]*10 + int(c-'0')
		}
	}
	month, day, hour, minute, second := parts[1], parts[2], parts[3], parts[4], parts[5]
	if month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59 {
		return t, false
	}
	t = time.Date(parts[0], time.Month(month), day, hour, minute, second, parts[6]*int(time.Millisecond), time.UTC)
	return t, t.Day() == day && !t.IsZero()
}
