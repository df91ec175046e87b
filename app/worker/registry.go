package worker

import "context"

// Tell says what the work is doing and how much of it is done, from 0 to 1. Work
// calls it every few milliseconds: it gives others their turn, and returns an
// error where the work is not wanted any more, which ends it.
type Tell func(doing string, done float64) error

// Registry is what the second program can do, by kind. Its zero value can nothing.
type Registry struct {
	kinds map[string]handler
}

// handler reads a request of one kind, does it, and gives what comes of it.
type handler func(ctx context.Context, d *Decoder, tell Tell) (Reply, error)

// readable is a pointer to a request, which reads itself as well.
type readable[Q any] interface {
	*Q
	Request
	Decode(*Decoder)
}

// Register says how requests of a kind are done. A kind that is registered twice
// is a mistake of the program, and panics.
func Register[Q any, P readable[Q], A Reply](r *Registry, do func(ctx context.Context, q *Q, tell Tell) (A, error)) {
	kind := P(new(Q)).Kind()
	if _, there := r.kinds[kind]; there {
		panic("worker: " + kind + " is registered twice")
	}
	if r.kinds == nil {
		r.kinds = map[string]handler{}
	}
	r.kinds[kind] = func(ctx context.Context, d *Decoder, tell Tell) (Reply, error) {
		q := new(Q)
		P(q).Decode(d)
		if err := d.Err(); err != nil {
			return nil, err
		}
		return do(ctx, q, tell)
	}
}
