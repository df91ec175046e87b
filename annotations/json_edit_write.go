package annotations

import (
	"errors"
	"fmt"
)

// MarshalEdit writes an edit as one line of JSON: an object whose "kind" says
// which edit it is. Offsets are bytes, since the journal that keeps edits is
// read by this program only. A Batch inside a Batch is written as its edits,
// which is the same. Text that is not valid UTF-8 is refused.
func MarshalEdit(e Edit) ([]byte, error) {
	var w JSONWriter
	if err := w.Edit(e, nil); err != nil {
		return nil, err
	}
	return w.Bytes(), nil
}

// Edit writes an edit as MarshalEdit does, at a pace.
func (w *JSONWriter) Edit(e Edit, pace Pace) error {
	w.Grow(room(e))
	if err := pace.At(0, 1); err != nil { // to make room for very much takes time
		return err
	}
	if err := writeEdit(w, e, pace); err != nil {
		return fmt.Errorf("write edit: %w", err)
	}
	if w.broken {
		return errors.New("write edit: it has text that is not valid UTF-8")
	}
	return nil
}

// room is about how many bytes an edit takes, rather more than fewer.
func room(e Edit) int {
	const span = 256
	switch e := e.(type) {
	case AddSpan:
		return span + len(e.Span.Note)
	case AddDocument:
		if e.Document != nil {
			return span*(1+e.count()) + len(e.Document.Text())*9/8
		}
	case Batch:
		sum := 0
		for _, e := range e.Edits {
			sum += room(e)
		}
		return sum
	}
	return span
}

func writeEdit(w *JSONWriter, e Edit, pace Pace) error {
	if e == nil {
		return errors.New("there is none")
	}
	w.Open('{')
	w.Field("kind", e.kind())
	switch e := e.(type) {
	case AddSpan:
		w.Field("document", e.Document)
		w.Name("span")
		writeSpan(w, &e.Span)
	case RemoveSpan:
		w.Field("document", e.Document)
		w.Field("id", e.ID)
	case ChangeSpan:
		w.Field("document", e.Document)
		w.Name("span")
		writeSpan(w, &e.Span)
	case AddDocument:
		if err := writeAddDocument(w, e, pace); err != nil {
			return err
		}
	case RemoveDocument:
		w.Field("id", e.ID)
	case DescribeDocument:
		w.Field("id", e.ID)
		w.Name("details")
		w.Open('{')
		w.Details(e.Details)
		w.Close('}')
	case ChangeScheme:
		if e.Scheme == nil {
			return errors.New("change scheme: there is none")
		}
		w.Name("scheme")
		w.Scheme(e.Scheme)
	case Batch:
		w.Name("edits")
		w.Open('[')
		if err := writeEdits(w, e, pace); err != nil {
			return err
		}
		w.Close(']')
	}
	w.Close('}')
	return nil
}

// writeEdits writes the edits of a batch, those of batches inside it in their place.
func writeEdits(w *JSONWriter, b Batch, pace Pace) error {
	for i, e := range b.Edits {
		if err := pace.At(i, len(b.Edits)); err != nil {
			return err
		}
		var err error
		if inner, ok := e.(Batch); ok {
			err = writeEdits(w, inner, pace)
		} else {
			err = writeEdit(w, e, pace.Nth(i, len(b.Edits)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func writeAddDocument(w *JSONWriter, e AddDocument, pace Pace) error {
	if e.Document == nil {
		return errors.New("add document: there is none")
	}
	w.Name("document")
	w.Open('{')
	w.Field("id", e.Document.ID)
	w.Details(e.Document.Details)
	w.Field("text", e.Document.Text())
	w.Close('}')
	w.IntField("at", e.At)
	w.Name("spans")
	w.Open('[')
	for i, s := range e.spans() {
		if err := pace.At(i, e.count()); err != nil {
			return err
		}
		writeSpan(w, s)
	}
	w.Close(']')
	return nil
}

func writeSpan(w *JSONWriter, s *Span) {
	w.Open('{')
	w.Field("id", s.ID)
	w.Field("label", s.Label)
	w.Name("ranges")
	w.Open('[')
	for _, r := range s.Ranges {
		w.Open('{')
		w.IntField("start", r.Start)
		w.IntField("end", r.End)
		w.Close('}')
	}
	w.Close(']')
	w.Field("note", s.Note)
	w.Field("origin", s.Origin)
	w.TimeField("created", s.Created)
	w.TimeField("modified", s.Modified)
	w.Close('}')
}
