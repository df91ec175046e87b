package worker

import (
	"context"
	"fmt"
	"sync"
)

// Place is where the second program runs.
type Place int

const (
	// Aside is a worker: the page goes on beside it.
	Aside Place = iota
	// Beside is the page's own thread, where no worker can be started: the page
	// answers more slowly while it works.
	Beside
)

// Port is the way to the second program.
type Port interface {
	Post(frame []byte)
}

// Start starts the second program. It calls receive with every frame that comes
// back, and ended once when the program has ended, with the reason; neither
// blocks. It may take as long as fetching the program takes.
type Start func(receive func(frame []byte), ended func(why error)) (Port, Place, error)

// Progress hears what is being done and how much of it is done, from 0 to 1. It
// must not block.
type Progress func(doing string, done float64)

// Client is the page's end. It starts the second program when it is first needed,
// and again when it is needed after it has ended.
type Client struct {
	start Start

	mu   sync.Mutex
	now  *connection // nil while none is wanted
	runs int
}

// NewClient returns a client that starts the second program in the given way.
func NewClient(start Start) *Client { return &Client{start: start} }

// Do has a request done and reads what comes of it. It returns the context's
// error as soon as that is done, without waiting for the work to end. It must not
// run where it keeps frames from being received.
func (c *Client) Do(ctx context.Context, q Request, a Answer, progress Progress) error {
	on, err := c.connected(ctx)
	if err != nil {
		return err
	}
	call := on.begin(progress)
	defer on.forget(call)
	e := newFrame(asked, call.number)
	e.Text(q.Kind())
	q.Encode(e)
	on.port.Post(e.Data())
	select {
	case result := <-call.result:
		return result.into(a)
	case <-ctx.Done():
		on.port.Post(newFrame(calledOff, call.number).Data())
		return ctx.Err()
	}
}

// Warm starts the second program if it does not run, so that whoever needs it next
// does not wait, and says where it runs.
func (c *Client) Warm(ctx context.Context) (Place, error) {
	on, err := c.connected(ctx)
	if err != nil {
		return Aside, err
	}
	return on.place, nil
}

// Run starts the second program if it does not run, and gives the number of this run of
// it: another run knows nothing of what was told this one.
func (c *Client) Run(ctx context.Context) (int, error) {
	on, err := c.connected(ctx)
	if err != nil {
		return 0, err
	}
	return on.run, nil
}

// Running reports whether a run of the second program, by its number, goes on.
func (c *Client) Running(run int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now != nil && c.now.run == run
}

// connected waits until the second program runs. Who waits together waits for the
// same start; one that failed is not waited for by those who come later.
func (c *Client) connected(ctx context.Context) (*connection, error) {
	c.mu.Lock()
	on := c.now
	if on == nil {
		c.runs++
		on = &connection{run: c.runs, started: make(chan struct{}), calls: map[int]*call{}}
		c.now = on
		go c.connect(on)
	}
	c.mu.Unlock()
	select {
	case <-on.started:
		return on, on.failed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// connect starts the second program. It is no one caller's to call off.
func (c *Client) connect(on *connection) {
	defer close(on.started)
	ended := func(why error) {
		c.leave(on)
		on.end(why)
	}
	on.port, on.place, on.failed = c.start(on.receive, ended)
	if on.failed != nil {
		c.leave(on)
	}
}

// leave has the next who needs the second program start it anew.
func (c *Client) leave(on *connection) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.now == on {
		c.now = nil
	}
}

// connection is one run of the second program.
type connection struct {
	run     int           // its number, from 1
	started chan struct{} // closed when the next three are set
	port    Port
	place   Place
	failed  error

	mu    sync.Mutex
	last  int
	calls map[int]*call
	ended error
}

// call is a request that is being done.
type call struct {
	number   int
	progress Progress
	result   chan result
}

// result is what came of a call: an answer to be read, or an error.
type result struct {
	answer *Decoder
	err    error
}

// into reads the answer.
func (r result) into(a Answer) error {
	if r.err != nil {
		return r.err
	}
	a.Decode(r.answer)
	return r.answer.Err()
}

func (c *connection) begin(progress Progress) *call {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last++
	begun := &call{c.last, progress, make(chan result, 1)}
	c.calls[begun.number] = begun
	if c.ended != nil {
		begun.result <- result{err: c.ended}
	}
	return begun
}

func (c *connection) forget(done *call) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.calls, done.number)
}

// receive takes a frame of the second program's. What is about a call that nobody
// waits for any more is dropped.
func (c *connection) receive(data []byte) {
	what, number, d := readFrame(data)
	c.mu.Lock()
	about := c.calls[number]
	c.mu.Unlock()
	if about == nil {
		return
	}
	switch what {
	case told:
		if doing, done := d.Text(), d.Float(); about.progress != nil && d.Err() == nil {
			about.progress(doing, done)
		}
	case answered:
		about.settle(result{answer: d})
	case failed:
		about.settle(result{err: &Failure{Said: d.Text(), Fault: d.Bool()}})
	}
}

// settle gives a call its result; the first counts.
func (c *call) settle(r result) {
	select {
	case c.result <- r:
	default:
	}
}

// end fails all that is being done: the second program has ended.
func (c *connection) end(why error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended = &Failure{Said: fmt.Sprintf("the second program has ended (%v)", why), Fault: true}
	for _, open := range c.calls {
		open.settle(result{err: c.ended})
	}
}
