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
	if e != nil {
		w.Grow(e.effect().bytes)
	}
	if err := pace.At(0, 1); err != nil { // to make room for very much takes time
		return err
	}
	if err := writeEdit(w, e, pace); err != nil {
		return fmt.Errorf("write edit: %w", err)
	}
	if w.Broken() {
		return errors.New("write edit: it has text that is not valid UTF-8")
	}
	return nil
}

func writeEdit(w *JSONWriter, e Edit, pace Pace) error {
	if e == nil {
		return errors.New("there is none")
	}
	w.Open('{')
	w.Field("kind", e.kind())
	if err := e.write(w, pace); err != nil {
		return err
	}
	w.Close('}')
	return nil
}

// writeAnnotator names an annotator, unless it is the one of a project that knows
// only one: then an edit is what it has always been.
func writeAnnotator(w *JSONWriter, id string) {
	if id != DefaultAnnotator {
		w.Field("annotator", id)
	}
}
