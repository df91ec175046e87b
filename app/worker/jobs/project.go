package jobs

import "spanwise/app/worker"

// Project is a project that a request is about. It travels once, as a file of ours; after
// a request with it was answered its number is enough, until it is forgotten.
type Project struct {
	Number int
	File   []byte // none where the second program has it
}

func (p Project) encode(e *worker.Encoder) {
	e.Int(p.Number)
	e.Bytes(p.File)
}

func readProject(d *worker.Decoder) Project { return Project{d.Int(), d.Bytes()} }

// Forget has the second program forget the projects up to a number.
type Forget struct{ Through int }

// Kind is the name of this kind of work.
func (Forget) Kind() string { return "forget" }

// Encode writes the request.
func (q Forget) Encode(e *worker.Encoder) { e.Int(q.Through) }

// Decode reads it.
func (q *Forget) Decode(d *worker.Decoder) { q.Through = d.Int() }

// Forgotten says that it has.
type Forgotten struct{}

// Encode writes the answer.
func (Forgotten) Encode(*worker.Encoder) {}

// Decode reads it.
func (*Forgotten) Decode(*worker.Decoder) {}
