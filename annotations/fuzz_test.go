package annotations

import (
	"math/rand/v2"
	"testing"
)

// FuzzApplyInvert takes an edit as JSON and the seed of a project. An edit that
// fits is held to all that checkEdit asks; none may panic.
func FuzzApplyInvert(f *testing.F) {
	r := dice{rand.New(rand.NewPCG(1, 1))}
	for i := range uint64(40) {
		data, err := MarshalEdit(r.edit(randomModel(i), 0))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(i, data)
	}
	f.Fuzz(func(t *testing.T, seed uint64, data []byte) {
		e, err := UnmarshalEdit(data)
		if err != nil {
			return
		}
		p := randomProject(t, seed)
		if _, _, err := e.Apply(p); err != nil {
			return
		}
		checkEdit(t, p, e)
	})
}

// randomModel is a model of a few documents with spans; the same for one seed.
func randomModel(seed uint64) model {
	m, _ := grow(seed)
	return m
}

// randomProject is the project that randomModel is a model of.
func randomProject(t testing.TB, seed uint64) *Project {
	t.Helper()
	p := empty(t)
	_, edits := grow(seed)
	for _, e := range edits {
		p = apply(t, p, e)
	}
	return p
}

func grow(seed uint64) (model, []Edit) {
	r := dice{rand.New(rand.NewPCG(seed, 7))}
	m := model{scheme: *testScheme}
	edits := []Edit{r.document(m)}
	m, _ = m.apply(edits[0])
	for range 10 {
		e := r.edit(m, 0)
		if next, ok := m.apply(e); ok {
			m, edits = next, append(edits, e)
		}
	}
	return m, edits
}
