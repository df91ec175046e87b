// Package program is what the second program can do. The page does not import it:
// what stands here is no part of the first screen.
package program

import (
	"context"

	"spanwise/app/session/steps/direct"
	"spanwise/app/worker"
	"spanwise/app/worker/jobs"
	"spanwise/corpus/ingest/charset"
)

// Registry is all that the second program can do. The tables of the old encodings
// are the browser's, and come as a function.
func Registry(decode charset.Decode) *worker.Registry {
	r := &worker.Registry{}
	worker.Register(r, func(_ context.Context, q *jobs.Guess, _ worker.Tell) (jobs.Guessed, error) {
		return jobs.Guessed{Fitting: charset.Guess(q.Data, decode)}, nil
	})
	register(r, direct.New(Formats))
	return r
}
