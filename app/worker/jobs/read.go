package jobs

import (
	"errors"

	"spanwise/annotations/format"
	"spanwise/app/worker"
)

// Read asks what a file holds, or what is wrong with it.
type Read struct {
	Format string // its ID
	Data   []byte
	Repair bool
}

// Kind is the name of this kind of work.
func (Read) Kind() string { return "read" }

// Encode writes the request.
func (q Read) Encode(e *worker.Encoder) {
	e.Text(q.Format)
	e.Bytes(q.Data)
	e.Bool(q.Repair)
}

// Decode reads it.
func (q *Read) Decode(d *worker.Decoder) { q.Format, q.Data, q.Repair = d.Text(), d.Bytes(), d.Bool() }

// HasRead is what was read, as a file of ours, or what does not fit.
type HasRead struct {
	File   []byte
	Notes  []format.Note
	Broken *format.BrokenError
}

// Encode writes the answer.
func (a HasRead) Encode(e *worker.Encoder) {
	e.Bool(a.Broken != nil)
	if a.Broken != nil {
		e.Text(a.Broken.First.Error())
		encodeNotes(e, a.Broken.Problems)
		return
	}
	e.Bytes(a.File)
	encodeNotes(e, a.Notes)
}

// Decode reads it.
func (a *HasRead) Decode(d *worker.Decoder) {
	if d.Bool() {
		a.Broken = &format.BrokenError{First: errors.New(d.Text()), Problems: readNotes(d)}
		return
	}
	a.File, a.Notes = d.Bytes(), readNotes(d)
}

func encodeNotes(e *worker.Encoder, notes []format.Note) {
	e.Int(len(notes))
	for _, n := range notes {
		e.Text(n.Where.Path)
		e.Text(n.Where.Name)
		e.Text(n.Where.Article)
		e.Text(n.Where.Span)
		encodeMessage(e, n.What)
		encodeMessage(e, n.Repair)
	}
}

func readNotes(d *worker.Decoder) (notes []format.Note) {
	for range d.Count() {
		notes = append(notes, format.Note{
			Where:  format.Place{Path: d.Text(), Name: d.Text(), Article: d.Text(), Span: d.Text()},
			What:   readMessage(d),
			Repair: readMessage(d),
		})
	}
	return notes
}
