package annotations

import (
	"slices"
	"strings"
	"testing"

	"spanwise/corpus"
)

func init() {
	samples["add-document"] = sample{
		share: 2,
		throw: func(r dice, m model, _ int) Edit { return r.document(m) },
		do:    func(m *model, edit Edit) bool { return m.add(edit.(AddDocument)) },
		filled: func(t testing.TB) Edit {
			doc, err := corpus.NewDocument("new", fullDetails, "Headline\nStandfirst\nA \"text\".\n\u2028😀")
			if err != nil {
				t.Fatal(err)
			}
			return AddDocument{doc, 1, []*Set{setBy(DefaultAnnotator, span("d", "date", 0, 8)), setBy("zoë", filledSpan("z"))}}
		},
	}
	samples["remove-document"] = sample{
		share: 1,
		throw: func(r dice, m model, _ int) Edit { return RemoveDocument{r.docID(m)} },
		do: func(m *model, edit Edit) bool {
			id := edit.(RemoveDocument).ID
			i := slices.IndexFunc(m.docs, func(d modelDocument) bool { return d.doc.ID == id })
			if i >= 0 {
				m.docs = slices.Delete(m.docs, i, i+1)
				m.unrelate(func(r Relation) bool { return r.From.Document == id || r.To.Document == id })
			}
			return i >= 0
		},
		filled: func(testing.TB) Edit { return RemoveDocument{"one"} },
	}
	samples["describe-document"] = sample{
		share: 1,
		throw: func(r dice, m model, _ int) Edit {
			return DescribeDocument{r.docID(m), corpus.Details{Title: strings.Repeat("t", r.IntN(3)), Outlet: "o", File: strings.Repeat("f", r.IntN(2)), Head: corpus.Head(r.IntN(3))}}
		},
		do: func(m *model, edit Edit) bool {
			e := edit.(DescribeDocument)
			d := m.find(e.ID)
			ok := d != nil && e.Details.Title != ""
			if ok {
				d.doc = d.doc.WithDetails(e.Details)
			}
			return ok
		},
		filled: func(testing.TB) Edit { return DescribeDocument{"one", fullDetails} },
	}
	samples["change-set"] = sample{
		share: 2,
		throw: func(r dice, m model, _ int) Edit { return ChangeSet{r.docID(m), r.annotator(), r.about(m)} },
		do: func(m *model, edit Edit) bool {
			e := edit.(ChangeSet)
			set := m.set(e.Document, e.Annotator)
			ok := set != nil && m.allows(e.About)
			if ok {
				set.about = e.About
			}
			return ok
		},
		filled: func(testing.TB) Edit {
			return ChangeSet{"one", "zoë", About{State: StateDone, Note: "a \"note\"", Tags: []Tag{{"genre", filledSpan("").Values}, {Label: "stance"}}}}
		},
	}
}
