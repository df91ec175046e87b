// Second is a second program that does what a test asks of it: it answers, works
// until it is called off, fails and ends.
package main

import (
	"context"
	"os"
	"time"

	"spanwise/app/worker"
)

// text is a request and an answer of one string.
type text struct{ Text string }

func (t text) Encode(e *worker.Encoder)  { e.Text(t.Text) }
func (t *text) Decode(d *worker.Decoder) { t.Text = d.Text() }

type (
	echo  struct{ text }
	spin  struct{ text }
	fault struct{ text }
	end   struct{ text }
)

func (echo) Kind() string  { return "echo" }
func (spin) Kind() string  { return "spin" }
func (fault) Kind() string { return "fault" }
func (end) Kind() string   { return "end" }

func main() {
	r := &worker.Registry{}
	worker.Register(r, func(_ context.Context, q *echo, _ worker.Tell) (text, error) { return q.text, nil })
	worker.Register(r, func(_ context.Context, q *spin, tell worker.Tell) (text, error) {
		for begun := time.Now(); ; {
			if err := tell("Spinning…", time.Since(begun).Seconds()/60); err != nil {
				return text{}, err
			}
		}
	})
	worker.Register(r, func(context.Context, *fault, worker.Tell) (text, error) { panic("it was asked to fail") })
	worker.Register(r, func(context.Context, *end, worker.Tell) (text, error) { os.Exit(3); return text{}, nil })
	worker.Run(r)
}
