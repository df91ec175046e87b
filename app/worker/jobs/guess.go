// Package jobs is what the page can ask of the second program, and what comes back:
// types that say how they travel, and nothing of how the work is done.
package jobs

import (
	"spanwise/app/worker"
	"spanwise/corpus/ingest/charset"
)

// Guess asks which encodings fit a text that is in none that is certain.
type Guess struct{ Data []byte }

// Kind is the name of this kind of work.
func (Guess) Kind() string { return "guess" }

// Encode writes the request.
func (q Guess) Encode(e *worker.Encoder) { e.Bytes(q.Data) }

// Decode reads it.
func (q *Guess) Decode(d *worker.Decoder) { q.Data = d.Bytes() }

// Guessed are the encodings, the likeliest first.
type Guessed struct{ Fitting []charset.Candidate }

// Encode writes the answer.
func (a Guessed) Encode(e *worker.Encoder) {
	e.Int(len(a.Fitting))
	for _, c := range a.Fitting {
		e.Text(c.Label)
		e.Int(c.Damage)
	}
}

// Decode reads it.
func (a *Guessed) Decode(d *worker.Decoder) {
	for range d.Count() {
		label := d.Text()
		encoding := charset.Encoding{Label: label, Name: charset.Name(label)}
		a.Fitting = append(a.Fitting, charset.Candidate{Encoding: encoding, Damage: d.Int()})
	}
}
