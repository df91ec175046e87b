package kit

import "time"

// DaysBetween counts the midnights between two times, by the clock on the wall.
func DaysBetween(from, to time.Time) int {
	return int(midnight(to).Sub(midnight(from)) / (24 * time.Hour))
}

// midnight is the beginning of a local day as a time in UTC, where all days are
// of one length.
func midnight(t time.Time) time.Time {
	year, month, day := t.Local().Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// DaysAgo says how many days have passed. A clock that was put back makes it
// today.
func DaysAgo(then, now time.Time) string {
	switch days := DaysBetween(then, now); {
	case days <= 0:
		return "today"
	case days == 1:
		return "yesterday"
	default:
		return Count(days, "day") + " ago"
	}
}

// TimeWords says when something was: at what time, and which day.
func TimeWords(then, now time.Time) string {
	clock := then.Local().Format("15:04")
	switch days := DaysBetween(then, now); {
	case days <= 0:
		return "Today at " + clock
	case days == 1:
		return "Yesterday at " + clock
	}
	return then.Local().Format("2 January 2006") + " at " + clock
}

// Now is the time as spans keep it.
func Now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }

// DayWords writes a date as a newspaper does; anything but YYYY-MM-DD stays as it is.
func DayWords(published string) string {
	t, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return published
	}
	return t.Format("2 January 2006")
}
