package spanwise

import (
	"fmt"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Write returns the project as a file: UTF-8, indented, ended by a line break.
// Documents keep their order, spans stand in text order, and a document without
// spans has no set, so that equal projects give equal bytes. Offsets are in
// code points. An error names the span whose place is not in its document,
// which cannot come out of an edit.
func Write(p *annotations.Project, pace annotations.Pace) ([]byte, error) {
	w := &annotations.JSONWriter{Indent: true}
	w.Grow(room(p))
	if err := pace.At(0, 1); err != nil {
		return nil, err
	}
	w.Open('{')
	w.Field("format", formatName)
	w.IntField("version", Version)
	w.Field("offsets", offsetUnit)
	w.Name("scheme")
	w.Scheme(p.Scheme())
	w.Name("documents")
	w.Open('[')
	if err := eachDocument(p, pace.Part(0, 0.2), func(d *corpus.Document, pace annotations.Pace) error {
		return writeDocument(w, d, pace)
	}); err != nil {
		return nil, err
	}
	w.Close(']')
	w.Name("sets")
	w.Open('[')
	if err := eachDocument(p, pace.Part(0.2, 1), func(d *corpus.Document, pace annotations.Pace) error {
		return writeSet(w, d, p.Set(d.ID, annotations.DefaultAnnotator), pace)
	}); err != nil {
		return nil, err
	}
	w.Close(']')
	w.Close('}')
	return append(w.Bytes(), '\n'), nil
}

// eachDocument writes something of each document, each in its part of the pace.
func eachDocument(p *annotations.Project, pace annotations.Pace, write func(*corpus.Document, annotations.Pace) error) error {
	documents := p.Documents()
	for i, d := range documents {
		if err := write(d, pace.Nth(i, len(documents))); err != nil {
			return fmt.Errorf("spanwise: write “%s”: %w", d.Title, err)
		}
	}
	return nil
}

// room is about how many bytes the file takes, rather more than fewer: the texts,
// and what stands around them and around each span.
func room(p *annotations.Project) int {
	const document, span = 512, 360
	sum := 0
	for _, d := range p.Documents() {
		sum += document + len(d.Text())*9/8
		for s := range p.Set(d.ID, annotations.DefaultAnnotator).All() {
			sum += span + len(s.Note) + (s.End()-s.Start())*9/8
		}
	}
	return sum
}

func writeDocument(w *annotations.JSONWriter, d *corpus.Document, pace annotations.Pace) error {
	if err := d.WorkOut(pace); err != nil {
		return err
	}
	w.Open('{')
	w.Field("id", d.ID)
	w.Details(d.Details)
	w.Field("sha256", d.SHA256())
	w.Field("text", d.Text())
	w.Close('}')
	return nil
}

func writeSet(w *annotations.JSONWriter, d *corpus.Document, set *annotations.Set, pace annotations.Pace) error {
	if set.Len() == 0 {
		return nil
	}
	w.Open('{')
	w.Field("document", d.ID)
	w.Field("annotator", set.Annotator())
	w.Field("state", set.State())
	w.Name("spans")
	w.Open('[')
	written, cursor := 0, d.Mapper().Cursor()
	for s := range set.All() {
		if err := pace.At(written, set.Len()); err != nil {
			return err
		}
		if err := writeSpan(w, d, cursor, s); err != nil {
			return fmt.Errorf("span %q: %w", s.ID, err)
		}
		written++
	}
	w.Close(']')
	w.Close('}')
	return nil
}

func writeSpan(w *annotations.JSONWriter, d *corpus.Document, cursor *corpus.Cursor, s *annotations.Span) error {
	w.Open('{')
	w.Field("id", s.ID)
	w.Field("label", s.Label)
	w.Name("ranges")
	w.OpenInline('[')
	for _, r := range s.Ranges {
		if err := writeRange(w, cursor, r); err != nil {
			return err
		}
	}
	w.Close(']')
	w.Field("text", s.Text(d))
	w.Field("note", s.Note)
	w.Field("origin", s.Origin)
	w.TimeField("created", s.Created)
	w.TimeField("modified", s.Modified)
	w.Close('}')
	return nil
}

// writeRange writes a range of bytes in code points.
func writeRange(w *annotations.JSONWriter, cursor *corpus.Cursor, r annotations.Range) error {
	start, end, err := cursor.BytesToCodePoints(r.Start, r.End)
	if err != nil {
		return err
	}
	w.Open('{')
	w.IntField("start", start)
	w.IntField("end", end)
	w.Close('}')
	return nil
}
