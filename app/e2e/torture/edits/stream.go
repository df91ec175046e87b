// Package edits makes random edits out of a seed, and the work that they lead
// to. The program that makes them in the browser and the test that watches it
// both have this package; so the test knows every state that the work may be in.
package edits

import (
	"fmt"
	"math/rand/v2"
	"time"

	"spanwise/annotations"
)

// Step is one thing that a person does. One of its fields is set.
type Step struct {
	Edit       annotations.Edit
	File       []byte // a Spanwise file to import
	Undo, Redo bool
}

// Stream is an endless random stream of steps of every kind, the same for the
// same seed and run. A run is what one page does, from its opening on.
type Stream struct {
	Seed uint64
	Run  int
}

// Step gives the k-th step, counted from 1, which fits the project p that the
// steps before it led to.
func (s Stream) Step(k int, p *annotations.Project) Step {
	d := dice{Rand: s.random(k), name: fmt.Sprintf("r%d-%d", s.Run, k), at: moment(s.Run, k)}
	if k <= s.turns() {
		undo := d.IntN(10) < 7
		return Step{Undo: undo, Redo: !undo}
	}
	switch n := d.IntN(100); {
	case n < 10:
		return Step{Undo: true}
	case n < 16:
		return Step{Redo: true}
	case n < 20:
		return Step{File: d.file(p)}
	}
	return Step{Edit: d.edit(p)}
}

// turns is how many steps the run begins with that are only undo and redo, for
// what the runs before it did. Most begin with none.
func (s Stream) turns() int {
	if s.Run%3 != 0 {
		return 0
	}
	return s.random(0).IntN(40)
}

// random gives the dice of one step.
func (s Stream) random(k int) *rand.Rand {
	return rand.New(rand.NewPCG(s.Seed, uint64(s.Run)<<32|uint64(k)))
}

// moment is a time of a step's own.
func moment(run, k int) time.Time {
	return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(run)*time.Minute + time.Duration(k)*time.Millisecond)
}

// Pace is how a page goes on after a step.
type Pace struct {
	Wait  bool          // until everything is saved
	Pause time.Duration // and then that long
}

// Pace gives the pace after the k-th step: mostly none, so that edits come in
// bursts, now and then a wait, or a pause of up to 30 ms.
func (s Stream) Pace(k int) Pace {
	r := rand.New(rand.NewPCG(^s.Seed, uint64(s.Run)<<32|uint64(k)))
	switch n := r.IntN(24); {
	case n < 2:
		return Pace{Wait: true}
	case n < 5:
		return Pace{Pause: time.Duration(r.IntN(31)) * time.Millisecond}
	}
	return Pace{}
}
