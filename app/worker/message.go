package worker

// Request is what the page asks of the second program. Kind names the kind of
// work, and says how the rest of the request is to be read.
type Request interface {
	Kind() string
	Encode(*Encoder)
}

// Reply is what comes of a request, as the second program has it.
type Reply interface{ Encode(*Encoder) }

// Answer is what comes of a request, as the page reads it.
type Answer interface{ Decode(*Decoder) }

// Failure is work that came to nothing. It is a sentence or the beginning of one,
// as errors are.
type Failure struct {
	Said string
	// Fault is set where the second program is at fault, not what it was given.
	Fault bool
}

// Error is what is to be said.
func (f *Failure) Error() string {
	if f.Fault {
		return "a fault of Spanwise: " + f.Said
	}
	return f.Said
}

// frame is what a message begins with.
type frame int

const (
	asked     frame = iota // a request: number, kind, and what Encode wrote
	calledOff              // the request of a number is not wanted any more
	told                   // how far it is: number, what is done, share from 0 to 1
	answered               // its answer: number, and what Encode wrote
	failed                 // its failure: number, sentence, whether it is a fault
)

// newFrame begins a message about the request of a number.
func newFrame(what frame, number int) *Encoder {
	e := new(Encoder)
	e.Int(int(what))
	e.Int(number)
	return e
}

// readFrame reads what a message begins with.
func readFrame(data []byte) (what frame, number int, d *Decoder) {
	d = NewDecoder(data)
	return frame(d.Int()), d.Int(), d
}
