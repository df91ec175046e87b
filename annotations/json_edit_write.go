package annotations

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// MarshalEdit writes an edit as one line of JSON: an object whose "kind" says
// which edit it is. Offsets are bytes, since the journal that keeps edits is
// read by this program only. A Batch inside a Batch is written as its edits,
// which is the same. Text that is not valid UTF-8 is refused.
func MarshalEdit(e Edit) ([]byte, error) {
	var w JSONWriter
	if err := writeEdit(&w, e); err != nil {
		return nil, fmt.Errorf("write edit: %w", err)
	}
	if !utf8.Valid(w.Bytes()) {
		return nil, errors.New("write edit: it has text that is not valid UTF-8")
	}
	return w.Bytes(), nil
}

func writeEdit(w *JSONWriter, e Edit) error {
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
		if err := writeAddDocument(w, e); err != nil {
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
		if err := writeEdits(w, e); err != nil {
			return err
		}
		w.Close(']')
	}
	w.Close('}')
	return nil
}

// writeEdits writes the edits of a batch, those of batches inside it in their place.
func writeEdits(w *JSONWriter, b Batch) error {
	for _, e := range b.Edits {
		var err error
		if inner, ok := e.(Batch); ok {
			err = writeEdits(w, inner)
		} else {
			err = writeEdit(w, e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func writeAddDocument(w *JSONWriter, e AddDocument) error {
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
	for i := range e.Spans {
		writeSpan(w, &e.Spans[i])
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
	w.Field("created", FormatTime(s.Created))
	w.Field("modified", FormatTime(s.Modified))
	w.Close('}')
}
