package annotations

import (
	"math/rand/v2"
	"testing"
)

// addEdits gives a fuzzer random edits of every kind to begin with, each with the
// seed of a project. They are made for the project whose seed is greater by so much.
func addEdits(f *testing.F, seed, greater uint64) {
	f.Helper()
	r := dice{rand.New(rand.NewPCG(seed, 1))}
	all, _ := thrown()
	for i := range uint64(3 * len(all)) {
		data, err := MarshalEdit(all[i%uint64(len(all))].throw(r, randomModel(i+greater), 0))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(i, data)
	}
}

// FuzzApplyInvert takes an edit as JSON and the seed of a project. An edit that
// fits is held to all that checkEdit asks; none may panic.
func FuzzApplyInvert(f *testing.F) {
	addEdits(f, 1, 0)
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

// FuzzReconcile takes an edit as JSON and the seed of a project that it was not
// made for. Whatever the edit, what Reconcile makes of it fits and touches nothing
// else, and reconciling that again changes nothing.
func FuzzReconcile(f *testing.F) {
	addEdits(f, 2, 1)
	f.Fuzz(func(t *testing.T, seed uint64, data []byte) {
		e, err := UnmarshalEdit(data)
		if err != nil {
			return
		}
		p := randomProject(t, seed)
		checkReconciled(t, e, p)
		fits, _ := Reconcile(e, p)
		if !checkReconciled(t, fits, p) {
			t.Errorf("%#v does not fit", fits)
		}
	})
}

// FuzzReadScheme reads any bytes as a scheme. One that is taken passes its check,
// and is written so that it is read again as it was; one that is not may still be
// read unchecked, for a reason that its check gives.
func FuzzReadScheme(f *testing.F) {
	f.Add(readyFile(defaultID))
	for _, seed := range []string{
		`{"name":"","labels":[]}`,
		`{"labels":[{"id":"a","name":"A","key":"é","color":"#00FFaa","definition":"\u2028\ud83d\ude00"}],"name":"n"}`,
		`{"name":"n","labels":[{"id":"a","name":"A","key":"1","color":"#000000","definition":""},{"id":"a","name":"","key":"12","color":"red","definition":""}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := readScheme(data, (*JSONReader).Scheme)
		unchecked, uncheckedErr := readScheme(data, (*JSONReader).UncheckedScheme)
		if err != nil {
			if uncheckedErr == nil && unchecked.Check() == nil {
				t.Errorf("nothing is wrong with it, but it is not read: %v", err)
			}
			return
		}
		if err := s.Check(); err != nil || uncheckedErr != nil || !s.Equal(unchecked) {
			t.Fatalf("read as %v, which fails its check (%v), and unchecked as %v, %v", s, err, unchecked, uncheckedErr)
		}
		var w JSONWriter
		w.Scheme(s)
		again, err := readScheme(w.Bytes(), (*JSONReader).Scheme)
		if err != nil || !again.Equal(s) {
			t.Fatalf("written as %s and read as %v, %v", w.Bytes(), again, err)
		}
	})
}

func readScheme(data []byte, read func(*JSONReader) (*Scheme, error)) (*Scheme, error) {
	r, err := NewJSONReader(data, nil)
	if err != nil {
		return nil, err
	}
	return read(r)
}

// randomModel is a model of a few documents with spans; the same for one seed.
func randomModel(seed uint64) model {
	m, _ := grow(seed)
	return m
}

// randomProject is the project that randomModel is a model of.
func randomProject(t testing.TB, seed uint64) *Project {
	t.Helper()
	p := rich(t)
	_, edits := grow(seed)
	for _, e := range edits {
		p = apply(t, p, e)
	}
	return p
}

func grow(seed uint64) (model, []Edit) {
	r := dice{rand.New(rand.NewPCG(seed, 7))}
	m := newModel(richScheme)
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
