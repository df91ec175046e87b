package keeping

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

func TestAMomentIsSaidWithItsDayAndWhatWasDoneSince(t *testing.T) {
	cases := []struct {
		moment desk.Moment
		edits  int
		want   string
	}{
		{desk.Moment{}, 12, "Never"},
		{desk.Moment{At: uitest.Noon, Edits: 12}, 69, "Today at 12:03 (57 edits ago)"},
		{desk.Moment{At: uitest.Noon, Edits: 12}, 13, "Today at 12:03 (1 edit ago)"},
		{desk.Moment{At: uitest.Noon, Edits: 12}, 12, "Today at 12:03 (nothing has changed since)"},
		{desk.Moment{At: uitest.Noon.Add(-12 * time.Hour), Edits: 12}, 13, "Today at 00:03 (1 edit ago)"},
		{desk.Moment{At: uitest.Noon.Add(-13 * time.Hour), Edits: 12}, 13, "Yesterday at 23:03 (1 edit ago)"},
		{desk.Moment{At: uitest.Noon.AddDate(0, 0, -9), Edits: 12}, 13, "14 November 2026 at 12:03 (1 edit ago)"},
		{desk.Moment{At: uitest.Noon.AddDate(0, 0, 2), Edits: 12}, 13, "Today at 12:03 (1 edit ago)"},
	}
	for _, c := range cases {
		if got := desk.MomentWords(c.moment, uitest.Noon, c.edits); got != c.want {
			t.Errorf("after %d edits: %q, want %q", c.edits, got, c.want)
		}
	}
}

func TestASizeIsRoundedToWhatAPersonReads(t *testing.T) {
	for bytes, want := range map[int]string{
		1: "1 kB", 999_999: "999 kB", 1_000_000: "1.0 MB", 9_940_000: "9.9 MB", 9_990_000: "10 MB", 2_500_000_000: "2500 MB",
	} {
		if got := sizeWords(bytes); got != want {
			t.Errorf("%d bytes: %q, want %q", bytes, got, want)
		}
	}
}

func TestTheBrowsersAnswerIsSaidInPlainWords(t *testing.T) {
	noPromises := fmt.Errorf("ask: %w", browser.ErrNoPromises)
	cases := []struct {
		name  string
		kept  bool
		err   error
		asked bool
		want  promise
		begin string
	}{
		{"promised", true, nil, false, promised, "The browser has promised to keep your work."},
		{"promised when asked", true, nil, true, promised, "The browser has promised to keep your work."},
		{"not asked yet", false, nil, false, unsure, "The browser may throw your work away when its disk is full, or (Safari) after seven days without a visit."},
		{"refused", false, nil, true, refused, "The browser did not promise it: it may throw your work away"},
		{"it cannot be asked", false, noPromises, true, cannotAsk, "This browser cannot be asked to keep your work: it may throw"},
		{"it failed", false, errors.New("odd"), false, unsure, "The browser may throw"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := promiseOf(c.kept, c.err, c.asked)
			if got != c.want || !strings.HasPrefix(promiseWords(got), c.begin) {
				t.Errorf("%s: %q, want %s: %q", got, promiseWords(got), c.want, c.begin)
			}
		})
	}
}
