package monkey

import (
	"fmt"
	"regexp"
	"strings"
)

// Stage is where events are done: a page in a browser.
type Stage interface {
	// Do does an event and returns what went wrong, "" if nothing did.
	Do(Event) string
	// Close ends it. Nothing is done after that.
	Close()
}

// Failure is the first thing that went wrong.
type Failure struct {
	At      int    // the index of the event after which it was seen
	Problem string // its first line begins with what kind of problem it is
}

// longestKind is how many characters of a problem say of what kind it is.
const longestKind = 80

// digits differ between two failures of one kind.
var digits = regexp.MustCompile(`[0-9]+`)

// Kind is the kind of a problem: shrinking must not trade one fault for another.
func (f *Failure) Kind() string {
	line, _, _ := strings.Cut(f.Problem, "\n")
	line = digits.ReplaceAllString(line, "#")
	return line[:min(len(line), longestKind)]
}

// Play does events one after the other until something goes wrong. It returns nil
// where all went well.
func Play(s Stage, events []Event) *Failure {
	for i, e := range events {
		if problem := s.Do(e); problem != "" {
			return &Failure{At: i, Problem: problem}
		}
	}
	return nil
}

// Describe is what is printed of a sitting that failed: what went wrong, how to
// repeat it, and the events that lead there.
func Describe(seed uint64, f *Failure, shortest []Event, last *Failure) string {
	var b strings.Builder
	fmt.Fprintf(&b, "seed %d failed after event %d: %s\n", seed, f.At+1, f.Problem)
	fmt.Fprintf(&b, "to repeat it: make monkey SEED=%d EVENTS=%d\n", seed, min(f.At+2, Length)) // the last is an audit
	if last == nil {
		b.WriteString("it did not fail again; the last events were:\n")
	} else {
		fmt.Fprintf(&b, "the shortest run that fails has %d events and ends in: %s\n", len(shortest), last.Problem)
	}
	for i, e := range shortest {
		fmt.Fprintf(&b, "%4d  %v\n", i+1, e)
	}
	return b.String()
}
