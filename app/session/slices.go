package session

import (
	"context"

	"spanwise/annotations"
)

// Progress is told what long work is doing, and how much of the whole of it is
// done, from 0 to 1. It is called often, on the goroutine that works.
type Progress func(doing string, done float64)

// work is long work that pauses now and then, so that the page goes on
// answering, and that ends early when its context does.
type work struct {
	ctx   context.Context
	pause func()
	tell  Progress
}

// work begins long work.
func (s *Session) work(ctx context.Context, tell Progress) work {
	return work{ctx, s.pause, tell}
}

// beside is the pace of work that goes on beside the page, which nobody watches or
// calls off.
func (s *Session) beside() annotations.Pace {
	return s.work(context.Background(), nil).part("", 0, 1)
}

// part is the pace of the part of the work that leads from one share of the
// whole to another.
func (w work) part(doing string, from, to float64) annotations.Pace {
	whole := annotations.Pace(func(done float64) error {
		if w.pause != nil {
			w.pause()
		}
		if w.tell != nil {
			w.tell(doing, done)
		}
		return w.ctx.Err()
	})
	return whole.Part(from, to)
}
