package timex

import (
	"fmt"
	"testing"
	"time"
)

func TestSolarHijriDaysAreThoseOfTheCalendar(t *testing.T) {
	for _, tt := range []struct {
		year, month, date int
		want, why         string
	}{
		{1402, 1, 1, "2023-03-21", "the new year of 1402"},
		{1403, 1, 1, "2024-03-20", "the new year of 1403, which has 366 days"},
		{1404, 1, 1, "2025-03-21", "the new year after it"},
		{1400, 1, 1, "2021-03-21", "the new century"},
		{1399, 12, 30, "2021-03-20", "the last day of a year of 366 days"},
		{1403, 12, 30, "2025-03-20", "the last day of the next"},
		{1408, 12, 30, "2030-03-20", "a year of 366 days after five years"},
		{1357, 11, 22, "1979-02-11", "the day of the revolution"},
		{1368, 3, 14, "1989-06-04", "the day after Khomeini died"},
		{1332, 5, 28, "1953-08-19", "the coup against Mosaddegh"},
		{1304, 9, 24, "1925-12-15", "Reza Shah's oath"},
		{1402, 2, 5, "2023-04-25", "the meeting of the bundled articles"},
		{1402, 7, 30, "2023-10-22", "the last day of a month of 30"},
		{1402, 6, 31, "2023-09-22", "the last day of a month of 31"},
	} {
		if got := dayPoint(fromSolar(tt.year, tt.month, tt.date)).value; got != tt.want {
			t.Errorf("%d/%d/%d, %s, is %s, want %s", tt.year, tt.month, tt.date, tt.why, got, tt.want)
		}
	}
}

func TestSolarHijriDaysThatDoNotExistAreNone(t *testing.T) {
	for _, d := range [][3]int{{1402, 12, 30}, {1400, 12, 30}, {1402, 7, 31}, {1402, 1, 32}, {1402, 0, 1}, {1402, 13, 1}, {1402, 1, 0}, {1177, 1, 1}, {1502, 1, 1}} {
		if got := fromSolar(d[0], d[1], d[2]); got != 0 {
			t.Errorf("%v is %v", d, got)
		}
	}
}

// The days of the calendar follow one another without a gap over all years.
func TestSolarHijriDaysFollowOneAnother(t *testing.T) {
	last := fromSolar(1178, 1, 1) - 1
	for year := 1178; year <= 1501; year++ {
		if _, month, date := last.date(); month != 3 || date < 19 || date > 21 {
			t.Fatalf("%d begins the day after %d/%d, far from the equinox", year, date, month)
		}
		for month := 1; month <= 12; month++ {
			for date := 1; date <= solarMonth(year, month); date++ {
				if got := fromSolar(year, month, date); got != last+1 {
					t.Fatalf("%d/%d/%d is day %d, the day before it %d", year, month, date, got, last)
				}
				last++
			}
		}
	}
}

// Weekdays are counted from every day of two years, one of them a leap year, and
// compared with package time.
func TestWeekdaysAreTheNearest(t *testing.T) {
	names := []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	for day := january(2020); day.Year() < 2022; day = day.AddDate(0, 0, 1) {
		for weekday, name := range names {
			back, ahead := day, day.AddDate(0, 0, 1)
			for back.Weekday() != time.Weekday(weekday) {
				back = back.AddDate(0, 0, -1)
			}
			for ahead.Weekday() != time.Weekday(weekday) {
				ahead = ahead.AddDate(0, 0, 1)
			}
			checkDay(t, name, "en", day, back)
			checkDay(t, []string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"}[weekday]+" próximo", "es", day, ahead)
		}
	}
}

// checkDay reads an expression on a day and wants another.
func checkDay(t *testing.T, text, language string, day, want time.Time) {
	t.Helper()
	got, ok := Read(text, language, Anchor(day.Format(time.DateOnly)))
	if !ok || got.Value != want.Format(time.DateOnly) {
		t.Errorf("%s on %v is %+v (%v), want %v", text, day, got, ok, want)
	}
}

// Weeks, months and days ago are counted with package time.
func TestDistancesAreThoseOfTheCalendar(t *testing.T) {
	for day := january(2020); day.Year() < 2022; day = day.AddDate(0, 0, 1) {
		checkDay(t, "40 days ago", "en", day, day.AddDate(0, 0, -40))
		checkDay(t, "in 300 days", "en", day, day.AddDate(0, 0, 300))
		anchor := Anchor(day.Format(time.DateOnly))
		first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
		if got, ok := Read("five months ago", "en", anchor); !ok || got.Value != first.AddDate(0, -5, 0).Format("2006-01") {
			t.Errorf("five months before %v is %+v (%v)", day, got, ok)
		}
		if got, ok := Read("next week", "en", anchor); !ok || got.Value != isoWeek(day.AddDate(0, 0, 7)) {
			t.Errorf("the week after %v is %+v (%v)", day, got, ok)
		}
	}
}

// january is the first day of a year.
func january(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }

// isoWeek says a week as package time counts it.
func isoWeek(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// Every day of four centuries is the one that package time knows.
func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	for day := january(1799); day.Year() < 2199; day = day.AddDate(0, 0, 1) {
		d := dayOf(day.Year(), int(day.Month()), day.Day())
		week := weekPoint(d)
		if got := dayPoint(d).value; got != day.Format(time.DateOnly) || parseDay(got) != d {
			t.Fatalf("%v is %s", day, got)
		}
		if d.weekday()%7 != int(day.Weekday()) || week.value != isoWeek(day) || week.day.weekday() != 1 {
			t.Fatalf("%v is weekday %d of %s", day, d.weekday(), week.value)
		}
	}
}
