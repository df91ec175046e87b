package monkey

import (
	"math"
	"math/rand/v2"
)

// Length is how many events a sitting has at most.
const Length = 1000

// Sitting draws the first n events of a seed, of which the last is an audit. The
// k-th depends on the seed and k alone, so a shorter sitting is the beginning of a
// longer one.
func Sitting(seed uint64, n int) []Event {
	events := make([]Event, n)
	for k := range events {
		d := dice{rand.New(rand.NewPCG(seed, uint64(k)))}
		events[k] = d.event()
	}
	events[n-1] = Event{Kind: Audit}
	return events
}

// dice draws one event.
type dice struct{ *rand.Rand }

// face is one outcome of a throw, as likely as its weight.
type face struct {
	weight int
	draw   func(dice) Event
}

// event draws what happens next: mostly work on the text, since what befalls the
// page tells nothing where there is no work.
func (d dice) event() Event {
	return d.among([]face{
		{300, dice.pointing},
		{160, dice.marking},
		{240, dice.keying},
		{70, dice.typing},
		{60, dice.selecting},
		{30, dice.files},
		{60, dice.surroundings},
		{25, dice.meddling},
		{25, dice.waiting},
	})
}

// among draws one of the faces.
func (d dice) among(faces []face) Event {
	all := 0
	for _, f := range faces {
		all += f.weight
	}
	n := d.IntN(all)
	for _, f := range faces {
		if n -= f.weight; n < 0 {
			return f.draw(d)
		}
	}
	panic("monkey: a throw beyond the last face")
}

// one draws one of several values, each as likely.
func one[T any](d dice, values ...T) T { return values[d.IntN(len(values))] }

// share is a number from 0 to 1 that is short to read.
func (d dice) share() float64 { return float64(d.IntN(10_000)) / 10_000 }

// held are the modifiers of one event in eight.
func (d dice) held() Modifiers {
	if d.IntN(8) > 0 {
		return 0
	}
	return one(d, Shift, Ctrl, Alt, Meta, Ctrl|Shift, Alt|Shift)
}

func (d dice) spot(on string) Spot { return Spot{On: on, X: d.share(), Y: d.share()} }

// anywhere is a spot of any kind.
func (d dice) anywhere() Spot {
	return d.spot(one(d, InWindow, InText, InText, OnButton, OnButton, OnButton, OnField, OnMark))
}

// near is a place in the text that is mostly no farther from another than a
// person selects.
func (d dice) near(s Spot) Spot {
	if d.IntN(12) == 0 {
		return d.spot(InText)
	}
	away := (d.share() - 0.5) / 20
	next := math.Round(max(0, min(0.9999, s.X+away))*10_000) / 10_000
	return Spot{On: InText, X: next, Y: d.share()}
}

// waiting lets time pass: a moment, until all is saved, or for a look at what is
// kept.
func (d dice) waiting() Event {
	return d.among([]face{
		{60, func(d dice) Event { return Event{Kind: Wait, Times: one(d, 1, 20, 60, 200, 600)} }},
		{25, func(dice) Event { return Event{Kind: Rest} }},
		{15, func(dice) Event { return Event{Kind: Audit} }},
	})
}
