package worker

// Pipe starts a second program in this process: for native tests of what asks for
// work, and of the work. Each frame is copied, as between two programs.
func Pipe(r *Registry) Start {
	return func(receive func([]byte), _ func(error)) (Port, Place, error) {
		server := NewServer(r, func(frame []byte) { receive(clone(frame)) }, func() {})
		return pipe{server}, Aside, nil
	}
}

// pipe hands frames to a server of this process.
type pipe struct{ server *Server }

// Post hands over a frame.
func (p pipe) Post(frame []byte) { p.server.Receive(clone(frame)) }

func clone(frame []byte) []byte { return append([]byte{}, frame...) }
