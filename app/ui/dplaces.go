package ui

import (
	"encoding/json"
	"time"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

const (
	exportKey = "export"
	remindKey = "remind"
)

// moment is a point in the life of the work: when, and after how many edits of
// all that were ever made. A zero time stands for never.
type moment struct {
	At    time.Time `json:"at"`
	Edits int       `json:"edits"`
}

func (m moment) never() bool { return m.At.IsZero() }

// since is how many edits were made after the moment. Fewer than there were then
// are the edits of other work: the browser's storage was cleared in between.
func (m moment) since(edits int) int {
	if m.never() || edits < m.Edits {
		return edits
	}
	return edits - m.Edits
}

// readMoment reads what was remembered; what cannot be read is never.
func readMoment(text string) moment {
	var m moment
	if json.Unmarshal([]byte(text), &m) != nil || m.Edits < 0 {
		return moment{}
	}
	return m
}

// remember keeps a small thing under a key. A browser that forbids it forgets
// with the page when it was, and costs a person one reminder too many.
func remember(key string, value any) {
	if data, err := json.Marshal(value); err == nil {
		_ = browser.SavePlace(key, string(data))
	}
}

// backupKey is the name under which the page remembers the last backup, and the
// browser's database the handle of where to.
const (
	backupKey = "backup"
	placeKey  = "place"
)

// place is the open article and where in it a person was reading.
type place struct {
	Article string  `json:"article"`
	Block   int     `json:"block"`
	Above   float64 `json:"above"`
}

// momentWords says when something was, and how much was done since.
func momentWords(m moment, now time.Time, edits int) string {
	if m.never() {
		return "Never"
	}
	since := "nothing has changed since"
	if n := m.since(edits); n > 0 {
		since = kit.Count(n, "edit") + " ago"
	}
	return kit.TimeWords(m.At, now) + " (" + since + ")"
}
