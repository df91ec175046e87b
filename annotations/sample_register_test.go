package annotations

import (
	"slices"
	"testing"
)

func init() {
	samples["add-entry"] = sample{
		share: 2,
		throw: func(r dice, _ model, _ int) Edit { return AddEntry{r.entry()} },
		do: func(m *model, edit Edit) bool {
			entry := edit.(AddEntry).Entry
			m.entries = append(m.entries, entry)
			return m.entry(entry.ID) == len(m.entries)-1 && m.consistent()
		},
		filled: func(testing.TB) Edit { return AddEntry{filledEntry("new")} },
	}
	samples["change-entry"] = sample{
		share: 2,
		throw: func(r dice, _ model, _ int) Edit { return ChangeEntry{r.entry()} },
		do: func(m *model, edit Edit) bool {
			entry := edit.(ChangeEntry).Entry
			i := m.entry(entry.ID)
			if i >= 0 {
				m.entries[i] = entry
			}
			return i >= 0 && m.consistent()
		},
		filled: func(testing.TB) Edit { return ChangeEntry{filledEntry("idle")} },
	}
	samples["remove-entry"] = sample{
		share: 2,
		throw: func(r dice, _ model, _ int) Edit { return RemoveEntry{"e" + r.letter()} },
		do: func(m *model, edit Edit) bool {
			i := m.entry(edit.(RemoveEntry).ID)
			if i >= 0 {
				m.entries = slices.Delete(m.entries, i, i+1)
			}
			return i >= 0 && m.consistent()
		},
		filled: func(testing.TB) Edit { return RemoveEntry{"idle"} },
	}
	samples["add-relation"] = sample{
		share: 3,
		throw: func(r dice, m model, _ int) Edit { return AddRelation{r.relation(m)} },
		do: func(m *model, edit Edit) bool {
			relation := edit.(AddRelation).Relation
			m.relations = append(m.relations, relation)
			return m.relation(relation.ID) == len(m.relations)-1 && m.consistent()
		},
		filled: func(testing.TB) Edit { return AddRelation{filledRelation("new", "zoë")} },
	}
	samples["change-relation"] = sample{
		share: 3,
		throw: func(r dice, m model, _ int) Edit {
			relation := r.relation(m)
			if len(m.relations) > 0 {
				relation.ID = m.relations[r.IntN(len(m.relations))].ID
			}
			return ChangeRelation{relation}
		},
		do: func(m *model, edit Edit) bool {
			relation := edit.(ChangeRelation).Relation
			i := m.relation(relation.ID)
			if i >= 0 {
				m.relations[i] = relation
			}
			return i >= 0 && m.consistent()
		},
		filled: func(testing.TB) Edit { return ChangeRelation{filledRelation("within", "zoë")} },
	}
	samples["remove-relation"] = sample{
		share: 2,
		throw: func(r dice, m model, _ int) Edit {
			if len(m.relations) > 0 {
				return RemoveRelation{m.relations[r.IntN(len(m.relations))].ID}
			}
			return RemoveRelation{"r" + r.letter()}
		},
		do: func(m *model, edit Edit) bool {
			i := m.relation(edit.(RemoveRelation).ID)
			if i >= 0 {
				m.relations = slices.Delete(m.relations, i, i+1)
			}
			return i >= 0
		},
		filled: func(testing.TB) Edit { return RemoveRelation{"within"} },
	}
}

// filledEntry is an entry with everything that one can have.
func filledEntry(id string) Entry {
	return Entry{ID: id, Label: "actor", Name: "Né \"x\"", Aliases: []string{"a", "😀"}, Note: "n\n"}
}

// filledRelation is a relation with everything that one can have.
func filledRelation(id, annotator string) Relation {
	return Relation{
		ID: id, Label: "by", Annotator: annotator, From: Place{"two", "b"}, To: Place{"one", "a"},
		Note: "a \"note\"", Origin: FromImport, Created: fullTime, Modified: fullTime.AddDate(0, 1, 0),
	}
}
