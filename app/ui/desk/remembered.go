package desk

import (
	"time"

	"spanwise/annotations/jsontext"
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

const (
	ExportKey = "export"
	RemindKey = "remind"
)

// Moment is a point in the life of the work: when, and after how many edits of
// all that were ever made. A zero time stands for never.
type Moment struct {
	At    time.Time
	Edits int
}

// Fields are those that are remembered of the moment.
func (m *Moment) Fields() jsontext.Fields {
	return jsontext.Fields{{Name: "at", At: &m.At}, {Name: "edits", At: &m.Edits}}
}

// Never reports whether the moment has not been.
func (m Moment) Never() bool { return m.At.IsZero() }

// Since is how many edits were made after the moment. Fewer than there were then
// are the edits of other work: the browser's storage was cleared in between.
func (m Moment) Since(edits int) int {
	if m.Never() || edits < m.Edits {
		return edits
	}
	return edits - m.Edits
}

// ReadMoment reads what was remembered; what cannot be read is never.
func ReadMoment(text string) Moment {
	var m Moment
	if m.Fields().Read(text) != nil || m.Edits < 0 {
		return Moment{}
	}
	return m
}

// Remember keeps a small thing under a key. A browser that forbids it forgets
// with the page when it was, and costs a person one reminder too many.
func Remember(key string, thing interface{ Fields() jsontext.Fields }) {
	_ = browser.SavePlace(key, thing.Fields().Text())
}

// BackupKey is the name under which the page remembers the last backup, and the
// browser's database the handle of where to.
const (
	BackupKey = "backup"
	PlaceKey  = "place"
)

// Place is the open article and where in it a person was reading.
type Place struct {
	Article string
	Block   int
	Above   float64
}

// Fields are those that are remembered of the place.
func (p *Place) Fields() jsontext.Fields {
	return jsontext.Fields{{Name: "article", At: &p.Article}, {Name: "block", At: &p.Block}, {Name: "above", At: &p.Above}}
}

// MomentWords says when something was, and how much was done since.
func MomentWords(m Moment, now time.Time, edits int) string {
	if m.Never() {
		return "Never"
	}
	since := "nothing has changed since"
	if n := m.Since(edits); n > 0 {
		since = kit.Count(n, "edit") + " ago"
	}
	return kit.TimeWords(m.At, now) + " (" + since + ")"
}
