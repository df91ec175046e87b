package ui

import (
	"errors"
	"fmt"
	"testing"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/app/browser"
	"spanwise/app/journal"
	"spanwise/app/session"
)

func TestOnlyWorkThatCannotBeReadIsOfferedToBeSetAside(t *testing.T) {
	broken := &format.BrokenError{Problems: []format.Note{{Where: format.Place{Path: "a"}, What: annotations.Say("b"), Repair: annotations.Say("c")}}}
	for _, tt := range []struct {
		name string
		err  error
		want remedy
		why  string
	}{
		{"an older tab", fmt.Errorf("open: %w", browser.ErrBlocked), wait, "it goes on when that tab is closed"},
		{"a newer database", fmt.Errorf("open: %w", journal.ErrNewer), reload, "a newer page can read it"},
		{"a newer snapshot", &session.NewerDataError{What: "the saved work", Version: 2, Reads: 1}, reload, "a newer page can read it"},
		{"work that does not fit itself", fmt.Errorf("%w: %w", session.ErrUnreadable, errors.Join(broken)), repair, "nearly all of it is there"},
		{"work that cannot be read", fmt.Errorf("%w: cut short", session.ErrUnreadable), anew, "nothing else is left to do"},
		{"a database that does not answer", errors.New("UnknownError: lost"), reload, "what it holds is whole, as far as one knows"},
	} {
		if got := troubleOf(tt.err).Remedy; got != tt.want {
			t.Errorf("%s: the page offers %q, want %q: %s", tt.name, got, tt.want, tt.why)
		}
	}
}
