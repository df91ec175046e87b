package annotations

import (
	"slices"
	"strings"
	"testing"
)

func init() {
	samples["change-scheme"] = sample{
		share: 1,
		throw: func(r dice, _ model, _ int) Edit { return ChangeScheme{r.scheme()} },
		do: func(m *model, edit Edit) bool {
			m.scheme = *edit.(ChangeScheme).Scheme
			return m.consistent()
		},
		filled: func(testing.TB) Edit { return ChangeScheme{filledScheme()} },
	}
	samples["rename-project"] = sample{
		share: 2,
		throw: func(r dice, _ model, _ int) Edit { return RenameProject{strings.Repeat("p", r.IntN(3))} },
		do: func(m *model, edit Edit) bool {
			m.name = edit.(RenameProject).Name
			return true
		},
		filled: func(testing.TB) Edit { return RenameProject{"Another \"name\""} },
	}
	samples["add-annotator"] = sample{
		share: 2,
		throw: func(r dice, _ model, _ int) Edit {
			return AddAnnotator{Annotator{[]string{"0", "zoë", "b"}[r.IntN(3)], strings.Repeat("n", r.IntN(4))}, r.IntN(4) - 1}
		},
		do:     func(m *model, edit Edit) bool { return m.addAnnotator(edit.(AddAnnotator)) },
		filled: func(testing.TB) Edit { return AddAnnotator{Annotator{"new", "Né \"x\""}, 1} },
	}
	samples["change-annotator"] = sample{
		share: 1,
		throw: func(r dice, _ model, _ int) Edit {
			return ChangeAnnotator{Annotator{r.annotator(), strings.Repeat("m", r.IntN(4))}}
		},
		do: func(m *model, edit Edit) bool {
			a := edit.(ChangeAnnotator).Annotator
			i := m.annotator(a.ID)
			if i >= 0 {
				m.annotators[i] = a
			}
			return i >= 0 && a.Name != ""
		},
		filled: func(testing.TB) Edit { return ChangeAnnotator{Annotator{"zoë", "Zoe \"x\""}} },
	}
	samples["remove-annotator"] = sample{
		share: 5,
		throw: func(r dice, m model, _ int) Edit { return RemoveAnnotator{m.annotators[r.IntN(len(m.annotators))].ID} },
		do: func(m *model, edit Edit) bool {
			i := m.annotator(edit.(RemoveAnnotator).ID)
			if i >= 0 {
				m.annotators = slices.Delete(m.annotators, i, i+1)
			}
			return i >= 0 && len(m.annotators) > 0 && m.consistent()
		},
		filled: func(testing.TB) Edit { return RemoveAnnotator{"idle"} },
	}
	samples["batch"] = sample{
		share: 4,
		throw: func(r dice, m model, depth int) Edit { return r.batch(m, depth) },
		do: func(m *model, edit Edit) bool {
			for _, inner := range edit.(Batch).Edits {
				if !m.do(inner) {
					return false
				}
			}
			return true
		},
		filled: func(testing.TB) Edit {
			return Batch{[]Edit{AddSpan{"one", "zoë", filledSpan("new")}, RemoveSpan{"one", "zoë", "new"}, ChangeEntry{filledEntry("idle")}}}
		},
	}
}

// filledScheme is the rich scheme with everything that one can have.
func filledScheme() *Scheme {
	s := richScheme.Clone()
	s.Name = "filled \"x\""
	s.Labels[0].Definition, s.Labels[0].Attributes[0].Definition = "An \"actor\".", "What it is."
	s.Relations[0].Definition, s.Relations[0].To = "By whom.", []string{"demand", "actor"}
	return s
}

// batch throws a few edits; within a batch, none.
func (r dice) batch(m model, depth int) Edit {
	if depth > 0 {
		return Batch{}
	}
	batch := Batch{}
	for range r.IntN(4) {
		e := r.edit(m, depth+1)
		batch.Edits = append(batch.Edits, e)
		if next, ok := m.apply(e); ok {
			m = next
		}
	}
	return batch
}
