package torture

import (
	"maps"
	"sync"
	"testing"
	"time"

	"spanwise/app/e2e/torture/report"
)

// patience is how long the program gets for what takes a moment.
const patience = time.Minute

// who is a program: of a run, and of a tab where there are several.
type who struct {
	run int
	tab string
}

// told is what a program has reported so far.
type told struct {
	opened, walked, shown *report.Line
	making, acked         int
	compacting, compacted int             // times
	ackedAt               map[int]float64 // by step that acknowledgement was reported of
	seenAt                map[int]float64 // by step of the other tab
	failed                string
}

// heard collects what programs report, some of it perhaps after their end.
type heard struct {
	mu   sync.Mutex
	told map[who]*told
	news chan struct{} // closed with the next line
}

func newHeard() *heard { return &heard{told: map[who]*told{}, news: make(chan struct{})} }

// line takes a line in.
func (h *heard) line(text string) {
	l, err := report.Read(text)
	if err != nil {
		l = report.Line{Kind: report.Failed, Text: err.Error()}
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.of(who{l.Run, l.Tab}).add(l)
	close(h.news)
	h.news = make(chan struct{})
}

// of gives what one program has told. It is called under the lock.
func (h *heard) of(w who) *told {
	if h.told[w] == nil {
		h.told[w] = &told{ackedAt: map[int]float64{}, seenAt: map[int]float64{}}
	}
	return h.told[w]
}

func (t *told) add(l report.Line) {
	switch l.Kind {
	case report.Opened:
		t.opened = &l
	case report.Walked:
		t.walked = &l
	case report.Shown:
		t.shown = &l
	case report.Making:
		t.making = l.K
	case report.Acked:
		t.acked = l.K
		t.ackedAt[l.K] = l.At
	case report.Seen:
		for _, k := range l.Steps {
			t.seenAt[k] = l.At
		}
	case report.Compacting:
		t.compacting++
	case report.Compacted:
		t.compacted++
	case report.Failed:
		t.failed = l.Text
	}
}

// now gives what a program has told up to now.
func (h *heard) now(w who) told {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := *h.of(w)
	now.ackedAt, now.seenAt = maps.Clone(now.ackedAt), maps.Clone(now.seenAt)
	return now
}

// within waits until what a program has told is enough, and reports whether it
// was in time.
func (h *heard) within(limit time.Duration, w who, enough func(*told) bool) bool {
	for end := time.After(limit); ; {
		h.mu.Lock()
		news, done, failed := h.news, enough(h.of(w)), h.of(w).failed != ""
		h.mu.Unlock()
		if done || failed {
			return done
		}
		select {
		case <-news:
		case <-end:
			return false
		}
	}
}

// wait waits until what a program has told is enough.
func (h *heard) wait(t *testing.T, w who, what string, enough func(*told) bool) told {
	t.Helper()
	if !h.within(patience, w, enough) {
		now := h.now(w)
		t.Fatalf("run %d, tab %q: waited in vain for %s; it is at step %d, %d acknowledged; failure: %q", w.run, w.tab, what, now.making, now.acked, now.failed)
	}
	return h.now(w)
}

func isOpened(t *told) bool { return t.opened != nil }
