package annotations

import (
	"slices"
	"time"

	"spanwise/annotations/jsontext"
	"spanwise/corpus"
)

// Unit is what the offsets of a span count in JSON.
type Unit int

const (
	// Bytes are the offsets of the journal, which this program only reads.
	Bytes Unit = iota
	// CodePoints are those of files. There a span carries what it covers, by which a
	// reader can check its place.
	CodePoints
)

// spanFields are the fields of a span in either unit; the last optionalOfSpan are
// left out where they say nothing.
var spanFields = [...][]string{Bytes: spanFieldsWith(), CodePoints: spanFieldsWith("text")}

const optionalOfSpan = 2

func spanFieldsWith(text ...string) []string {
	return slices.Concat([]string{"id", "label", "ranges"}, text, []string{"note", "origin", "created", "modified", "entry", "attributes"})
}

// OddTimes is told of a time, by its field, that is not written as FormatTime writes
// it. With nil ParseTime reads it, and what that does not know is an error.
type OddTimes func(field, text string)

// Span reads a span whose ranges are in a unit, nothing of it checked, and in code
// points also what it covers: a part of the data.
func (r *JSONReader) Span(unit Unit, odd OddTimes) (s Span, text []byte, err error) {
	fields := spanFields[unit]
	err = r.ObjectWith(fields, len(fields)-optionalOfSpan, func(i int) (err error) {
		switch name := fields[i]; name {
		case "id":
			s.ID, err = r.String()
		case "label":
			s.Label, err = r.Word()
		case "ranges":
			s.Ranges, err = r.Ranges()
		case "text":
			text, err = r.Bytes()
		case "note":
			s.Note, err = r.String()
		case "origin":
			s.Origin, err = r.Word()
		case "created":
			s.Created, err = r.time(name, odd)
		case "modified":
			s.Modified, err = r.time(name, odd)
		case "entry":
			s.Entry, err = r.Word()
		case "attributes":
			s.Values, err = r.Values()
		}
		return err
	})
	return s, text, err
}

func (r *JSONReader) time(name string, odd OddTimes) (time.Time, error) {
	t, other, err := r.Time()
	switch {
	case err != nil || other == "":
		return t, err
	case odd != nil:
		odd(name, other)
		return t, nil
	}
	if t, err = jsontext.ParseTime(other); err != nil {
		return t, r.Errorf("%w", err)
	}
	return t, nil
}

var rangeFields = []string{"start", "end"}

// Ranges reads an array of ranges, in whatever unit they are written.
func (r *JSONReader) Ranges() ([]Range, error) {
	var ranges []Range
	err := r.Array(func(int) error {
		var next Range
		err := r.Object(rangeFields, func(i int) (err error) {
			if i == 0 {
				next.Start, err = r.Int()
			} else {
				next.End, err = r.Int()
			}
			return err
		})
		ranges = r.add(ranges, next)
		return err
	})
	return ranges, err
}

// rangePiece is for how many ranges room is made at once: for few, since all of them
// stay as long as any is used.
const rangePiece = 256

// add appends to ranges that were begun by it, in the reader's memory as long as
// there is room.
func (r *JSONReader) add(ranges []Range, next Range) []Range {
	if ranges != nil {
		return append(ranges, next)
	}
	if len(r.ranges) == cap(r.ranges) {
		r.ranges = make([]Range, 0, rangePiece)
	}
	at := len(r.ranges)
	r.ranges = append(r.ranges, next)
	return r.ranges[at : at+1 : at+1]
}

// SpanForm is how the spans of a document are written. The zero SpanForm is that of
// the journal: in bytes.
type SpanForm struct {
	doc    *corpus.Document // nil: in bytes
	cursor *corpus.Cursor
}

// CodePointsOf is the form of a document's spans in code points. Each is found the
// faster the nearer it is to the one before.
func CodePointsOf(d *corpus.Document) SpanForm { return SpanForm{d, d.Mapper().Cursor()} }

// offsets are the ends of a range of bytes in the form's unit.
func (f SpanForm) offsets(r Range) (start, end int, err error) {
	if f.doc == nil {
		return r.Start, r.End, nil
	}
	return f.cursor.BytesToCodePoints(r.Start, r.End)
}

// Span writes a span. Where its label is known, numbers and flags are written as
// such. In code points, a place that is not in the document is an error.
func (w *JSONWriter) Span(s *Span, form SpanForm, label *Label) error {
	w.Open('{')
	w.Field("id", s.ID)
	w.Field("label", s.Label)
	w.Name("ranges")
	w.OpenInline('[')
	for _, r := range s.Ranges {
		start, end, err := form.offsets(r)
		if err != nil {
			return err
		}
		w.Open('{')
		w.IntField("start", start)
		w.IntField("end", end)
		w.Close('}')
	}
	w.Close(']')
	if form.doc != nil {
		w.Field("text", s.Text(form.doc))
	}
	w.Field("note", s.Note)
	w.Field("origin", s.Origin)
	w.TimeField("created", s.Created)
	w.TimeField("modified", s.Modified)
	w.OptionalField("entry", s.Entry)
	w.Values(s.Values, label)
	w.Close('}')
	return nil
}
