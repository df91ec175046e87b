package session

import (
	"bytes"
	"maps"
	"slices"

	"spanwise/annotations"
	"spanwise/annotations/jsontext"
)

// known is the IDs of the journal's latest records, by which one that was
// written twice is told. They go into the snapshot: a tab that begins there has
// to pass over the same records as one that was at work all the time.
type known struct {
	ids []string // in order
	has map[string]bool
}

// knownKept is how many are known at least. What is written twice is written
// again by the next call, so that its two records are not far apart.
const knownKept = 1000

func newKnown(ids ...string) *known {
	k := &known{has: map[string]bool{}}
	for _, id := range ids {
		k.add(id)
	}
	return k
}

// clone is what records that are still being gone through are added to: a
// snapshot that is made meanwhile must not know them.
func (k *known) clone() *known {
	return &known{ids: slices.Clone(k.ids), has: maps.Clone(k.has)}
}

func (k *known) add(id string) {
	if len(k.ids) >= 2*knownKept {
		for _, old := range k.ids[:knownKept] {
			delete(k.has, old)
		}
		k.ids = slices.Clone(k.ids[knownKept:])
	}
	k.ids = append(k.ids, id)
	k.has[id] = true
}

// past is what a snapshot keeps beside the project: a line with the IDs of the
// latest records, and the history after it.
//
//	{"records":["…","…"]}
func (p place) past(ids []string, pace annotations.Pace) ([]byte, error) {
	history, err := p.state.history.Write(pace)
	if err != nil {
		return nil, err
	}
	var w jsontext.Writer
	w.Open('{')
	w.Name("records")
	w.Open('[')
	for _, id := range ids {
		w.String(id)
	}
	w.Close(']')
	w.Close('}')
	return slices.Concat(w.Bytes(), []byte("\n"), history), nil
}

// readPast reads what past has written.
func readPast(data []byte) (*known, annotations.History, error) {
	if len(data) == 0 {
		return newKnown(), annotations.History{}, nil
	}
	line, history, _ := bytes.Cut(data, []byte("\n"))
	var ids []string
	r, err := jsontext.NewReader(line, nil)
	if err == nil {
		err = r.Object([]string{"records"}, func(int) error {
			return r.Array(func(int) error {
				id, err := r.String()
				ids = append(ids, id)
				return err
			})
		})
	}
	if err != nil {
		return newKnown(), annotations.History{}, err
	}
	past, err := annotations.ReadHistory(history)
	return newKnown(ids...), past, err
}
