// Package report is what the torture's program in the browser and the test that
// watches it say to each other.
package report

import "encoding/json"

// Binding is the function through which the program reports, one Line a call.
const Binding = "spanwiseTorture"

// Kind says what a Line reports.
type Kind string

// The kinds of a Line.
const (
	Opened     Kind = "opened"     // the session is open, on Project; nothing was done yet
	Making     Kind = "making"     // step K comes next
	Acked      Kind = "acked"      // the session says that every step up to K is saved
	Seen       Kind = "seen"       // the other tab's Steps have appeared here
	Compacting Kind = "compacting" // the store begins to put a snapshot in the journal's place
	Compacted  Kind = "compacted"  // it has done so, or has failed
	Walked     Kind = "walked"     // the history was gone through; it begins with Bottom and has Steps[0] steps, Steps[1] of them undone
	Shown      Kind = "shown"      // on demand: the work is Project
	Failed     Kind = "failed"     // Text says what could not be done; the program has ended
)

// Line is one report. What its Kind does not name is empty.
type Line struct {
	Run              int // of the program that reports
	Tab              string
	Kind             Kind
	K                int
	Steps            []int   `json:",omitempty"`
	At               float64 `json:",omitempty"` // in ms, of the machine's one clock: with Opened, Acked and Seen
	Project          string  `json:",omitempty"` // a Spanwise file
	Bottom           string  `json:",omitempty"` // a Spanwise file
	CanUndo, CanRedo bool    `json:",omitempty"`
	Text             string  `json:",omitempty"`
}

// String is the line as it travels.
func (l Line) String() string {
	data, err := json.Marshal(l)
	if err != nil {
		panic(err) // no field of a Line can fail
	}
	return string(data)
}

// Read reads a line.
func Read(text string) (l Line, err error) {
	err = json.Unmarshal([]byte(text), &l)
	return l, err
}

// Order is what the program is told to do, in the query of its page's address.
type Order struct {
	Store   string // the database
	Seed    uint64
	Run     int
	Tab     string // a stream of edits.Tab of that name; empty: one of edits.Stream
	Other   string // the tab whose steps are to be reported as seen
	Steps   int    // how many to make, -1: without end
	Compact int    // above how many records the journal is shortened, 0: as the page does it
	Walk    bool   // go through the whole history first
}
