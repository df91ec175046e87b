package annotations

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// What of a history is kept: far more than anybody takes back, and less than
// would slow the opening down. The newest step is kept whatever its size.
const (
	keptSteps = 10_000
	keptBytes = 32 << 20
)

// Write gives the history as lines, one JSON object a step, each stack from its
// bottom up:
//
//	{"undo":"id","edit":{…}}
//	{"redo":"id","edit":{…}}
//
// Of very much, the steps to take back last are left out.
func (h History) Write(pace Pace) ([]byte, error) {
	redo, err := h.redo.lines("redo", keptSteps, keptBytes, pace.Part(0, 0.5))
	if err != nil {
		return nil, err
	}
	undo, err := h.undo.lines("undo", keptSteps, keptBytes, pace.Part(0.5, 1))
	if err != nil {
		return nil, err
	}
	return slices.Concat(undo, redo), nil
}

// lines writes the upper steps of a stack, the lowest first.
func (s *stack) lines(name string, steps, size int, pace Pace) ([]byte, error) {
	var lines [][]byte
	for ; s != nil && len(lines) < steps && size > 0; s = s.below {
		if err := pace.At(len(lines), steps); err != nil {
			return nil, err
		}
		line, err := s.written(name)
		if err != nil {
			return nil, err
		}
		if size -= len(line); size > 0 || len(lines) == 0 {
			lines = append(lines, line)
		}
	}
	slices.Reverse(lines)
	return bytes.Join(lines, nil), nil
}

// written is a step as a line: the one that it was read from, where there is one.
func (s *stack) written(name string) ([]byte, error) {
	if s.edit == nil {
		return s.line, nil
	}
	var w JSONWriter
	w.Open('{')
	w.Field(name, s.id)
	w.Name("edit")
	if err := w.Edit(s.edit, nil); err != nil {
		return nil, fmt.Errorf("write step %q: %w", s.id, err)
	}
	w.Close('}')
	return append(w.Bytes(), '\n'), nil
}

// ReadHistory reads what Write has written. Only the IDs are read at once, and
// an edit when it is asked for, so that many steps cost the opening little. The
// data may not change after.
func ReadHistory(data []byte) (History, error) {
	var h History
	for number := 1; len(data) > 0; number++ {
		length := bytes.IndexByte(data, '\n') + 1
		read := &stack{line: data[:length:length]}
		switch {
		case read.begins(`{"undo":"`):
			read.below, h.undo = h.undo, read
		case read.begins(`{"redo":"`):
			read.below, h.redo = h.redo, read
		default:
			return History{}, fmt.Errorf("read history: line %d is not a step", number)
		}
		data = data[length:]
	}
	return h, nil
}

// begins reads the ID behind the beginning of the step's line. IDs of ours have
// nothing that JSON escapes.
func (s *stack) begins(with string) bool {
	rest, fits := bytes.CutPrefix(s.line, []byte(with))
	id, _, whole := bytes.Cut(rest, []byte(`",`))
	s.id = string(id)
	return fits && whole && len(id) > 0 && !bytes.ContainsAny(id, `"\`)
}

// readStep reads the edit of a line.
func readStep(line []byte) (edit Edit, err error) {
	r, err := NewJSONReader(line, nil)
	if err != nil {
		return nil, fmt.Errorf("read step: %w", err)
	}
	err = r.Members(func(name []byte) (err error) {
		if string(name) != "edit" {
			return r.Skip()
		}
		edit, err = r.Edit()
		return err
	})
	if err == nil {
		err = r.End()
	}
	if err == nil && edit == nil {
		err = errors.New("it has no edit")
	}
	if err != nil {
		return nil, fmt.Errorf("read step: %w", err)
	}
	return edit, nil
}
