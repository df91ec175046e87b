package annotations

import (
	"slices"
	"testing"
)

func init() {
	samples["add-span"] = sample{
		share: 9,
		throw: func(r dice, m model, _ int) Edit {
			id := r.docID(m)
			return AddSpan{id, r.annotator(), r.span(m, id)}
		},
		do: func(m *model, edit Edit) bool {
			e := edit.(AddSpan)
			set := m.set(e.Document, e.Annotator)
			ok := set != nil && set.index(e.Span.ID) < 0 && m.fits(m.find(e.Document).doc, e.Span)
			if ok {
				set.spans = append(set.spans, e.Span)
			}
			return ok
		},
		filled: func(testing.TB) Edit { return AddSpan{"one", "zoë", filledSpan("new")} },
	}
	samples["change-span"] = sample{
		share: 3,
		throw: func(r dice, m model, _ int) Edit {
			id := r.docID(m)
			return ChangeSpan{id, r.annotator(), r.span(m, id)}
		},
		do: func(m *model, edit Edit) bool {
			e := edit.(ChangeSpan)
			set := m.set(e.Document, e.Annotator)
			ok := set != nil && set.index(e.Span.ID) >= 0 && m.fits(m.find(e.Document).doc, e.Span)
			if ok {
				set.spans[set.index(e.Span.ID)] = e.Span
			}
			return ok
		},
		filled: func(testing.TB) Edit { return ChangeSpan{"one", "zoë", filledSpan("a")} },
	}
	samples["remove-span"] = sample{
		share: 3,
		throw: func(r dice, m model, _ int) Edit { return RemoveSpan{r.docID(m), r.annotator(), r.letter()} },
		do: func(m *model, edit Edit) bool {
			e := edit.(RemoveSpan)
			set := m.set(e.Document, e.Annotator)
			ok := set != nil && set.index(e.ID) >= 0
			if ok {
				set.spans = slices.Delete(set.spans, set.index(e.ID), set.index(e.ID)+1)
				at := Place{e.Document, e.ID}
				m.unrelate(func(r Relation) bool { return r.Annotator == e.Annotator && (r.From == at || r.To == at) })
			}
			return ok
		},
		filled: func(testing.TB) Edit { return RemoveSpan{"one", "zoë", "a"} },
	}
}

// filledSpan is a span with everything that one can have.
func filledSpan(id string) Span {
	return Span{
		ID: id, Label: "actor", Ranges: []Range{{0, 6}, {7, 10}}, Note: "a \u2028 \"note\"\n\x00 <b>", Origin: FromImport,
		Created: fullTime, Modified: fullTime.AddDate(1, 0, 0), Entry: "shoigu",
		Values: []Value{valuesOf["kind"][0], valuesOf["named"][0], valuesOf["often"][1], valuesOf["several"][0], valuesOf["sure"][1],
			{Attribute: "when", Date: &Timex{Type: "SET", Value: "P1W", Mod: "APPROX", Quant: "EVERY", Freq: "2X"}},
			{Attribute: "whom", Entries: []string{"shoigu", "idle"}}},
	}
}
