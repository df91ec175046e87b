package keeping

import (
	"testing"
	"time"

	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"

	"github.com/google/go-cmp/cmp"
)

func TestAReminderIsDueAfterItsEditsOrDaysAndNeverWithNothingToExport(t *testing.T) {
	from := func(days, edits int) desk.Moment {
		return desk.Moment{At: uitest.Noon.AddDate(0, 0, -days), Edits: edits}
	}
	usual := func(from desk.Moment) reminder { return reminder{500, 7, from} }
	cases := []struct {
		name     string
		reminder reminder
		exported desk.Moment
		edits    int
		want     string
		why      string
	}{
		{"no edit yet", usual(desk.Moment{}), desk.Moment{}, 0, "", "there is nothing to export"},
		{"one edit too few", usual(from(6, 0)), desk.Moment{}, 499, "", "both limits are one away"},
		{"enough edits", usual(from(0, 0)), desk.Moment{}, 500, "You have made 500 edits and never exported your work.", "on the first day"},
		{"enough days", usual(from(7, 0)), desk.Moment{}, 1, "You have made 1 edit and never exported your work.", "with few edits"},
		{"since an export", usual(from(9, 100)), from(9, 100), 612, "You have made 512 edits since your last export, 9 days ago.", "as the issue words it"},
		{"on the day", reminder{5, 0, from(0, 100)}, from(0, 100), 105, "You have made 5 edits since your last export, today.", "days play no part"},
		{"the day before", reminder{5, 0, from(1, 100)}, from(1, 100), 105, "You have made 5 edits since your last export, yesterday.", "nor here"},
		{"nothing since", usual(from(9, 100)), from(9, 100), 100, "", "days pass, but there is nothing to export"},
		{"put off", usual(from(1, 700)), from(9, 100), 800, "", "counted from when it was put off"},
		{"put off once more", usual(from(7, 700)), from(16, 100), 800, "You have made 700 edits since your last export, 16 days ago.", "but told from the export"},
		{"no edits set", reminder{0, 7, from(6, 0)}, desk.Moment{}, 5000, "", "0 is never"},
		{"no days set", reminder{500, 0, from(90, 0)}, desk.Moment{}, 499, "", "0 is never"},
		{"nothing set", reminder{0, 0, from(90, 0)}, desk.Moment{}, 5000, "", "0 is never"},
		{"other work", usual(from(1, 5000)), from(1, 5000), 600, "You have made 600 edits since your last export, yesterday.", "the storage was cleared, and 600 edits are at stake"},
		{"a clock put back", usual(from(-3, 100)), from(-3, 100), 101, "", "no day has passed"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := remindText(c.reminder, c.exported, uitest.Noon, c.edits); got != c.want {
				t.Errorf("said %q, want %q (%s)", got, c.want, c.why)
			}
		})
	}
}

func TestWhatCannotBeReadCountsAsNeverAndAsUsual(t *testing.T) {
	at := time.Date(2026, 11, 14, 12, 3, 0, 0, time.UTC)
	moments := map[string]desk.Moment{
		"":  {},
		"x": {},
		`{"at":"2026-11-14T12:03:00Z","edits":57}`:   {At: at, Edits: 57},
		`{"at":"2026-11-14T12:03:00Z","edits":-1}`:   {},
		`{"at":"2026-11-14T12:03:00Z","edits":"57"}`: {},
		`{"at":"yesterday","edits":57}`:              {},
	}
	for text, want := range moments {
		if diff := cmp.Diff(want, desk.ReadMoment(text)); diff != "" {
			t.Errorf("readMoment(%s) (-want +got):\n%s", text, diff)
		}
	}
	reminders := map[string]reminder{
		"":                 usualReminder,
		`{"afterEdits":0}`: {0, 7, desk.Moment{}},
		`{"afterEdits":200,"afterDays":3,"from":{"at":"2026-11-14T12:03:00Z","edits":9}}`: {200, 3, desk.Moment{At: at, Edits: 9}},
		`{"afterEdits":-5,"afterDays":3}`:                                                 usualReminder,
		`{"afterEdits":200,"afterDays":1e9}`:                                              usualReminder,
		`{"afterEdits":2,"from":{"edits":-1}}`:                                            usualReminder,
		`{"afterEdits":"200","afterDays":3}`:                                              usualReminder,
	}
	for text, want := range reminders {
		if diff := cmp.Diff(want, readReminder(text)); diff != "" {
			t.Errorf("readReminder(%s) (-want +got):\n%s", text, diff)
		}
	}
}
