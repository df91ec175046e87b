package annotations

import (
	"spanwise/annotations/jsontext"
	"spanwise/corpus"
)

// set reads a set, whose spans come last.
func (r *JSONReader) set() (set *Set, err error) {
	var annotator string
	var about About
	fields := []string{"annotator", "state", "spans", "note", "tags"}
	err = r.ObjectWith(fields, 3, func(i int) (err error) {
		switch fields[i] {
		case "annotator":
			annotator, err = r.Word()
		case "spans":
			set, err = r.setOf(annotator, about)
		default:
			err = r.AboutField(fields[i], &about)
		}
		return err
	})
	if err == nil {
		set = set.saying(about)
		set.annotator = annotator
	}
	return set, err
}

// setOf reads spans as a set.
func (r *JSONReader) setOf(annotator string, about About) (*Set, error) {
	var spans []Span
	began := r.Pos()
	err := r.Array(func(int) error {
		s, _, err := r.Span(Bytes, nil)
		spans = jsontext.Append(r.Reader, began, spans, s)
		return err
	})
	if err != nil {
		return nil, err
	}
	set, err := NewSet(annotator, about, spans, r.Meanwhile())
	if _, twice := err.(twiceError); twice {
		err = r.Errorf("%w", err)
	}
	return set, err
}

func writeSpans(w *JSONWriter, set *Set, pace Pace) error {
	w.Name("spans")
	w.Open('[')
	i := 0
	for s := range set.All() {
		if err := pace.At(i, set.Len()); err != nil {
			return err
		}
		if err := w.Span(s, SpanForm{}, nil); err != nil {
			return err
		}
		i++
	}
	w.Close(']')
	return nil
}

func (r *JSONReader) document() (*corpus.Document, error) {
	var id, text string
	var d corpus.Details
	if err := r.Details(&d, []string{"id", "text"}, &id, &text); err != nil {
		return nil, err
	}
	doc, err := corpus.NewDocument(id, d, text)
	if err != nil {
		return nil, r.Errorf("%w", err)
	}
	return doc, nil
}
