package worker

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// tellEvery is how often the page hears how far some work is.
const tellEvery = 100 * time.Millisecond

// Server is the second program's end: it does what the frames it receives ask for,
// each request on a goroutine of its own. A fault in one ends that one.
type Server struct {
	registry *Registry
	post     func(frame []byte)
	pause    func()

	mu      sync.Mutex
	cancels map[int]context.CancelFunc // of what is being done, by the request's number
}

// NewServer returns a server that answers through post. It calls pause while it
// works, for others to have their turn.
func NewServer(r *Registry, post func(frame []byte), pause func()) *Server {
	return &Server{registry: r, post: post, pause: pause, cancels: map[int]context.CancelFunc{}}
}

// Receive takes a frame of the page's. It does not block.
func (s *Server) Receive(data []byte) {
	switch what, number, d := readFrame(data); what {
	case asked:
		ctx, cancel := context.WithCancel(context.Background())
		s.mu.Lock()
		s.cancels[number] = cancel
		s.mu.Unlock()
		go s.do(ctx, number, d)
	case calledOff:
		s.mu.Lock()
		defer s.mu.Unlock()
		if cancel, there := s.cancels[number]; there {
			cancel()
		}
	}
}

// do does a request and answers it.
func (s *Server) do(ctx context.Context, number int, d *Decoder) {
	reply, err := s.attempt(ctx, d, s.teller(ctx, number))
	s.mu.Lock()
	s.cancels[number]()
	delete(s.cancels, number)
	s.mu.Unlock()
	if err != nil {
		s.post(failureFrame(number, err))
		return
	}
	e := newFrame(answered, number)
	reply.Encode(e)
	s.post(e.Data())
}

// attempt does a request, and gives a fault in it as a failure.
func (s *Server) attempt(ctx context.Context, d *Decoder, tell Tell) (reply Reply, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &Failure{Said: fmt.Sprint(fault), Fault: true}
		}
	}()
	kind := d.Text()
	do, there := s.registry.kinds[kind]
	if !there {
		return nil, &Failure{Said: fmt.Sprintf("%q is not known to the second program", kind), Fault: true}
	}
	return do(ctx, d, tell)
}

// teller lets work tell how far it is, the page hearing of it now and then.
func (s *Server) teller(ctx context.Context, number int) Tell {
	var said time.Time
	return func(doing string, done float64) error {
		s.pause()
		if now := time.Now(); now.Sub(said) >= tellEvery {
			said = now
			e := newFrame(told, number)
			e.Text(doing)
			e.Float(done)
			s.post(e.Data())
		}
		return ctx.Err()
	}
}

func failureFrame(number int, err error) []byte {
	failure := &Failure{Said: err.Error()}
	errors.As(err, &failure)
	e := newFrame(failed, number)
	e.Text(failure.Said)
	e.Bool(failure.Fault)
	return e.Data()
}
