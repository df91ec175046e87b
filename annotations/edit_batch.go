package annotations

import (
	"errors"
	"fmt"
	"slices"

	"spanwise/annotations/jsontext"
)

// Batch is several edits that are one step: all of them or none.
type Batch struct{ Edits []Edit }

func (Batch) kind() string { return "batch" }

// Apply implements Edit; the inverse is a Batch of the inverses, last first.
// Neighbours that add spans to one set, or remove spans from one, are done
// together: an import of 100,000 spans and its undo are a fraction of as many
// single edits.
func (e Batch) Apply(p *Project) (*Project, Edit, error) { return e.applyAt(p, nil) }

func (e Batch) applyAt(p *Project, pace Pace) (*Project, Edit, error) {
	inverse := make([]Edit, 0, len(e.Edits))
	singly := 0 // up to here edits are known not to go together
	for i := 0; i < len(e.Edits); {
		if err := pace.At(i, len(e.Edits)); err != nil {
			return nil, nil, err
		}
		if i >= singly {
			run := alike(e.Edits[i:])
			next, back, err := e.atOnce(p, i, len(run), pace)
			if err != nil {
				return nil, nil, err
			}
			if next != nil {
				p, inverse, i = next, append(inverse, back...), i+len(run)
				continue
			}
			singly = i + len(run)
		}
		next, back, err := e.single(p, i, pace)
		if err != nil {
			return nil, nil, fmt.Errorf("edit %d of %d: %w", i+1, len(e.Edits), err)
		}
		p, inverse, i = next, append(inverse, back), i+1
	}
	slices.Reverse(inverse)
	return p, Batch{inverse}, nil
}

// atOnce applies n edits from the i-th on together, and gives nothing if it cannot.
func (e Batch) atOnce(p *Project, i, n int, pace Pace) (_ *Project, inverse []Edit, _ error) {
	if n < 2 {
		return nil, nil, nil
	}
	share := func(i int) float64 { return float64(i) / float64(len(e.Edits)) }
	return p.together(e.Edits[i:i+n], pace.Part(share(i), share(i+n)))
}

// single applies the i-th edit.
func (e Batch) single(p *Project, i int, pace Pace) (*Project, Edit, error) {
	one := e.Edits[i]
	if one == nil {
		return nil, nil, errors.New("there is none")
	}
	if long, ok := one.(paced); ok {
		return long.applyAt(p, pace.Nth(i, len(e.Edits)))
	}
	return one.Apply(p)
}

func (e Batch) effect() effect {
	sum := effect{many: e.touch}
	for _, one := range e.Edits {
		if one != nil {
			of := one.effect()
			sum.parts, sum.bytes, sum.adds = sum.parts+of.parts, sum.bytes+of.bytes, sum.adds.Plus(of.adds)
		}
	}
	return sum
}

func (e Batch) touch(visit func(Target) bool) bool {
	for _, one := range e.Edits {
		if one != nil && !one.effect().touch(visit) {
			return false
		}
	}
	return true
}

func (e Batch) reconcile(r *reconciler) { r.several(e.Edits) }

// write writes the edits of batches inside it in their place.
func (e Batch) write(w *JSONWriter, pace Pace) error {
	w.Name("edits")
	w.Open('[')
	if err := e.writeEdits(w, pace); err != nil {
		return err
	}
	w.Close(']')
	return nil
}

func (e Batch) writeEdits(w *JSONWriter, pace Pace) error {
	for i, one := range e.Edits {
		if err := pace.At(i, len(e.Edits)); err != nil {
			return err
		}
		var err error
		if inner, ok := one.(Batch); ok {
			err = inner.writeEdits(w, pace.Nth(i, len(e.Edits)))
		} else {
			err = writeEdit(w, one, e.paceOf(i, pace))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// paceOf is the pace of the i-th edit, for one that holds enough to need its own.
func (e Batch) paceOf(i int, pace Pace) Pace {
	if pace == nil || e.Edits[i] == nil || e.Edits[i].effect().parts < spansPerCall {
		return nil
	}
	return pace.Nth(i, len(e.Edits))
}

func readBatch(r *JSONReader) (Edit, error) {
	var b Batch
	err := r.Object([]string{"kind", "edits"}, func(i int) error {
		if i == 0 {
			return r.Skip()
		}
		began := r.Pos()
		return r.Array(func(int) error {
			e, err := r.edit(false)
			b.Edits = jsontext.Append(r.Reader, began, b.Edits, e)
			return err
		})
	})
	return b, err
}
