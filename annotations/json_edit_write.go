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
		writeSpanEdit(w, e)
	case ChangeSpan:
		writeSpanEdit(w, AddSpan(e))
	case RemoveSpan:
		w.Field("document", e.Document)
		w.Field("id", e.ID)
		writeAnnotator(w, e.Annotator)
	case ChangeSet:
		w.Field("document", e.Document)
		writeAnnotator(w, e.Annotator)
		w.About(e.About, nil)
	case AddDocument:
		if err := writeAddDocument(w, e, pace); err != nil {
			return err
		}
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
	default:
		writeOther(w, e)
	}
	w.Close('}')
	return nil
}

// writeOther writes the fields of an edit of what stands beside the documents,
// or that is nothing but a removal.
func writeOther(w *JSONWriter, e Edit) {
	switch e := e.(type) {
	case RemoveDocument:
		w.Field("id", e.ID)
	case AddEntry:
		w.Name("entry")
		w.Entry(&e.Entry)
	case ChangeEntry:
		w.Name("entry")
		w.Entry(&e.Entry)
	case RemoveEntry:
		w.Field("id", e.ID)
	case AddRelation:
		w.Name("relation")
		w.Relation(&e.Relation)
	case ChangeRelation:
		w.Name("relation")
		w.Relation(&e.Relation)
	case RemoveRelation:
		w.Field("id", e.ID)
	case AddAnnotator:
		w.Name("annotator")
		w.Annotator(e.Annotator)
		w.IntField("at", e.At)
	case ChangeAnnotator:
		w.Name("annotator")
		w.Annotator(e.Annotator)
	case RemoveAnnotator:
		w.Field("id", e.ID)
	case RenameProject:
		w.Field("name", e.Name)
	}
}

func writeSpanEdit(w *JSONWriter, e AddSpan) {
	w.Field("document", e.Document)
	w.Name("span")
	writeSpan(w, &e.Span)
	writeAnnotator(w, e.Annotator)
}

// writeAnnotator names an annotator, unless it is the one of a project that knows
// only one: then an edit is what it has always been.
func writeAnnotator(w *JSONWriter, id string) {
	if id != DefaultAnnotator {
		w.Field("annotator", id)
	}
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
	if only := e.onlySpans(); only != nil {
		return writeSpans(w, only, pace)
	}
	w.Name("sets")
	w.Open('[')
	for i, set := range e.Sets {
		w.Open('{')
		w.Field("annotator", set.annotator)
		w.About(*set.about, nil)
		if err := writeSpans(w, set, pace.Nth(i, len(e.Sets))); err != nil {
			return err
		}
		w.Close('}')
	}
	w.Close(']')
	return nil
}

// onlySpans is the one set of a project that knows one annotator, if it is
// nothing but spans; an empty one where there is none.
func (e AddDocument) onlySpans() *Set {
	switch {
	case len(e.Sets) == 0:
		return emptySet(DefaultAnnotator)
	case len(e.Sets) == 1 && e.Sets[0].annotator == DefaultAnnotator && e.Sets[0].about.nothing():
		return e.Sets[0]
	}
	return nil
}

func writeSpans(w *JSONWriter, set *Set, pace Pace) error {
	w.Name("spans")
	w.Open('[')
	i := 0
	for s := range set.All() {
		if err := pace.At(i, set.Len()); err != nil {
			return err
		}
		writeSpan(w, s)
		i++
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
	w.OptionalField("entry", s.Entry)
	w.Values(s.Values, nil)
	w.Close('}')
}
