package annotations

// Pace lets long work be watched, paused and called off. The work calls it
// every so often, with the share of it that is done, from 0 to 1; a Pace that
// takes its time pauses the work, and one that returns an error ends it: the
// work returns that error and has changed nothing. With nil the work goes
// through in one piece.
type Pace func(done float64) error

// spansPerCall is how many spans are worked on between two calls of a Pace: less than
// a millisecond's work of any kind, even in a browser.
const spansPerCall = 128

// At is to be called for each of many things, with the number of those that
// are done. It calls p for a few of them.
func (p Pace) At(done, total int) error {
	if p == nil || done%spansPerCall != 0 {
		return nil
	}
	return p(float64(done) / float64(total))
}

// Part is the pace of a part of the work: the one that leads from one share of
// the whole to another. It is not inlined: its closure in a hundred places is 9 kB
// of the packed program, for what is called now and then.
//
//go:noinline
func (p Pace) Part(from, to float64) Pace {
	if p == nil {
		return nil
	}
	return func(done float64) error { return p(from + done*(to-from)) }
}

// Nth is the pace of the i-th of n things that take about as long as each other.
func (p Pace) Nth(i, n int) Pace { return p.Part(float64(i)/float64(n), float64(i+1)/float64(n)) }
