package keeping

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

func TestABackupIsStaleWhenItLacksAnEdit(t *testing.T) {
	cases := []struct {
		name        string
		last        desk.Moment
		edits       int
		stale, anew bool
		why         string
	}{
		{"never written", desk.Moment{}, 0, true, false, "even bundled articles are worth a first backup"},
		{"up to date", desk.Moment{At: uitest.Noon, Edits: 7}, 7, false, false, "nothing was done since"},
		{"one edit behind", desk.Moment{At: uitest.Noon, Edits: 7}, 8, true, false, "the plain case"},
		{"ahead", desk.Moment{At: uitest.Noon, Edits: 7}, 3, false, true, "another tab's is newer, or the storage was cleared"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := backup{last: c.last}
			if diff := cmp.Diff([]bool{c.stale, c.anew}, []bool{b.stale(c.edits), b.begunAnew(c.edits)}); diff != "" {
				t.Errorf("%s: stale, and begun anew (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

func TestTheDialogSaysHowItStandsWithBackups(t *testing.T) {
	cases := []struct {
		name   string
		backup backup
		want   string
	}{
		{"none yet", backup{}, "No backup has been written yet."},
		{"at it", backup{writing: true, last: desk.Moment{At: uitest.Noon, Edits: 7}}, "Writing a backup…"},
		{"paused", backup{paused: true, last: desk.Moment{At: uitest.Noon, Edits: 7}}, "Paused until you allow it again."},
		{"written", backup{last: desk.Moment{At: uitest.Noon, Edits: 7}}, "Last backup: Today at 12:03 (3 edits ago)."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := c.backup.state(uitest.Noon, 10); got != c.want {
				t.Errorf("said %q, want %q", got, c.want)
			}
		})
	}
}

func TestAnAnswerResumesBackupsOrSaysWhyNot(t *testing.T) {
	cases := []struct {
		name    string
		allowed bool
		err     error
		want    string
	}{
		{"allowed", true, nil, ""},
		{"refused", false, nil, "The browser has not allowed it."},
		{"failed", false, errors.New("the folder “Coding” is not there any more"), "The folder “Coding” is not there any more."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			b := backup{paused: true, trouble: "old"}
			b.resume(c.allowed, c.err)
			if diff := cmp.Diff([]any{!c.allowed, c.want}, []any{b.paused, b.trouble}); diff != "" {
				t.Errorf("paused, and what is said (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAdviceNamesWhatIsPausedOrWhatFailed(t *testing.T) {
	for want, got := range map[string]string{
		"Backups into “Coding” are paused until you allow it again.":                 backupAdvice("Coding", true, ""),
		"Backups into “Coding” are paused until you allow it again. It was refused.": backupAdvice("Coding", true, "It was refused."),
		"A backup could not be written. The disk is full. The export still works.":   backupAdvice("Coding", false, "The disk is full."),
	} {
		if got != want {
			t.Errorf("advised %q, want %q", got, want)
		}
	}
}

func TestTheBackupsOfADayHaveOneNameInEachProject(t *testing.T) {
	cases := []struct {
		project browser.Project
		want    string
	}{
		{browser.Project{ID: browser.FirstProject, Name: "Haiti"}, "spanwise-backup-2026-11-23.json"},
		{browser.Project{ID: "abc", Name: "Haiti: 2nd / coding"}, "spanwise-backup-Haiti-2nd-coding-abc-2026-11-23.json"},
		{browser.Project{ID: "abc", Name: "…"}, "spanwise-backup-abc-2026-11-23.json"},
	}
	for _, c := range cases {
		if got := backupName(c.project, uitest.Noon); got != c.want {
			t.Errorf("of %v: %q, want %q", c.project, got, c.want)
		}
	}
}
