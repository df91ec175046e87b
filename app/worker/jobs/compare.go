package jobs

import (
	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/worker"
)

// Compare asks which texts of a file are other versions of texts of a project, and where
// their spans would be on those.
type Compare struct{ Into, File Project }

// Kind is the name of this kind of work.
func (Compare) Kind() string { return "compare" }

// Encode writes the request.
func (q Compare) Encode(e *worker.Encoder) {
	q.Into.encode(e)
	q.File.encode(e)
}

// Decode reads it.
func (q *Compare) Decode(d *worker.Decoder) { q.Into, q.File = readProject(d), readProject(d) }

// Compared are the texts.
type Compared struct{ Texts []ComparedText }

// ComparedText is a text of the file with what it is a version of.
type ComparedText struct {
	File, Here string // the documents' IDs
	Places     Places
}

// Encode writes the answer.
func (a Compared) Encode(e *worker.Encoder) {
	e.Int(len(a.Texts))
	for _, t := range a.Texts {
		e.Text(t.File)
		e.Text(t.Here)
		t.Places.Encode(e)
	}
}

// Decode reads it.
func (a *Compared) Decode(d *worker.Decoder) {
	for range d.Count() {
		t := ComparedText{File: d.Text(), Here: d.Text()}
		t.Places.Decode(d)
		a.Texts = append(a.Texts, t)
	}
}

// CompareText asks where the spans on a document of a project would be on another text.
type CompareText struct {
	Project  Project
	Document string // its ID
	Text     string
}

// Kind is the name of this kind of work.
func (CompareText) Kind() string { return "compare text" }

// Encode writes the request.
func (q CompareText) Encode(e *worker.Encoder) {
	q.Project.encode(e)
	e.Text(q.Document)
	e.Text(q.Text)
}

// Decode reads it.
func (q *CompareText) Decode(d *worker.Decoder) {
	q.Project, q.Document, q.Text = readProject(d), d.Text(), d.Text()
}

// Places are where the spans on a document would be, in the order of a comparison.
type Places []intake.Place

// Encode writes the answer.
func (a Places) Encode(e *worker.Encoder) {
	e.Int(len(a))
	for _, p := range a {
		e.Int(int(p.Verdict))
		e.Float(p.Likeness)
		e.Float(p.Context)
		e.Int(len(p.Ranges))
		for _, r := range p.Ranges {
			e.Int(r.Start)
			e.Int(r.End - r.Start)
		}
	}
}

// Decode reads it.
func (a *Places) Decode(d *worker.Decoder) {
	n := d.Count()
	*a = make(Places, 0, n)
	for range n {
		p := intake.Place{Verdict: intake.Verdict(d.Int()), Likeness: d.Float(), Context: d.Float()}
		for range d.Count() {
			start := d.Int()
			p.Ranges = append(p.Ranges, annotations.Range{Start: start, End: start + d.Int()})
		}
		*a = append(*a, p)
	}
}
