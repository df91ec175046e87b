package annotations

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"spanwise/corpus"
)

// everyKind has an edit of every kind.
var everyKind = []Edit{
	AddSpan{}, RemoveSpan{}, ChangeSpan{}, ChangeSet{}, AddDocument{}, RemoveDocument{}, DescribeDocument{},
	ChangeScheme{}, AddEntry{}, RemoveEntry{}, ChangeEntry{}, AddRelation{}, RemoveRelation{}, ChangeRelation{},
	AddAnnotator{}, RemoveAnnotator{}, ChangeAnnotator{}, RenameProject{}, Batch{},
}

// rich is a project without documents under the scheme that has everything.
func rich(t testing.TB) *Project {
	t.Helper()
	p, err := NewProject(richScheme)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// dice throws edits: of every kind, mostly ones that fit.
type dice struct{ *rand.Rand }

var texts = []string{
	"Shoigu met the envoy.\nThe envoy asked for talks.",
	"😀 👨‍👩‍👧 é وزارة الدفاع",
	"Turkey's demands",
	"x",
	"",
}

func (r dice) edit(m model, depth int) Edit {
	switch n := r.IntN(50); {
	case n < 9:
		id := r.docID(m)
		return AddSpan{id, r.annotator(), r.span(m, id)}
	case n < 12:
		return RemoveSpan{r.docID(m), r.annotator(), r.letter()}
	case n < 15:
		id := r.docID(m)
		return ChangeSpan{id, r.annotator(), r.span(m, id)}
	case n < 17:
		return r.document(m)
	case n == 17:
		return RemoveDocument{r.docID(m)}
	case n == 18:
		return DescribeDocument{r.docID(m), corpus.Details{Title: strings.Repeat("t", r.IntN(3)), Outlet: "o", File: strings.Repeat("f", r.IntN(2)), Head: corpus.Head(r.IntN(3))}}
	case n == 19:
		return ChangeScheme{r.scheme()}
	case n < 46:
		return r.other(m, n)
	case depth > 0:
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

// other throws edits of what came with the whole model.
func (r dice) other(m model, n int) Edit {
	switch n {
	case 20, 21:
		return ChangeSet{r.docID(m), r.annotator(), r.about()}
	case 22, 23:
		return AddEntry{r.entry()}
	case 24, 40:
		return ChangeEntry{r.entry()}
	case 25, 34:
		return RemoveEntry{"e" + r.letter()}
	case 26, 27, 35:
		return AddRelation{r.relation(m)}
	case 28, 29, 36:
		s := r.relation(m)
		if len(m.relations) > 0 {
			s.ID = m.relations[r.IntN(len(m.relations))].ID
		}
		return ChangeRelation{s}
	case 30, 37:
		if len(m.relations) > 0 {
			return RemoveRelation{m.relations[r.IntN(len(m.relations))].ID}
		}
		return RemoveRelation{"r" + r.letter()}
	case 31, 41:
		return AddAnnotator{Annotator{[]string{"0", "zoë", "b"}[r.IntN(3)], strings.Repeat("n", r.IntN(4))}, r.IntN(4) - 1}
	case 32:
		return ChangeAnnotator{Annotator{r.annotator(), strings.Repeat("m", r.IntN(4))}}
	case 33, 38, 42, 43, 44:
		return RemoveAnnotator{m.annotators[r.IntN(len(m.annotators))].ID}
	}
	return RenameProject{strings.Repeat("p", r.IntN(3))}
}

func (r dice) docID(m model) string {
	if len(m.docs) == 0 || r.IntN(30) == 0 {
		return "nowhere"
	}
	return m.docs[r.IntN(len(m.docs))].doc.ID
}

func (r dice) letter() string { return string(rune('a' + r.IntN(4))) }

func (r dice) annotator() string {
	return []string{DefaultAnnotator, DefaultAnnotator, DefaultAnnotator, "0", "zoë"}[r.IntN(5)]
}

func (r dice) span(m model, docID string) Span {
	label := richScheme.Labels[r.IntN(3)]
	s := Span{
		ID: r.letter(), Label: label.ID, Origin: FromPerson,
		Note:    strings.Repeat("\u2029\"", r.IntN(2)),
		Created: time.UnixMilli(r.Int64N(1e12)).UTC(),
		Values:  r.values(label),
	}
	if i := r.IntN(6); i < len(m.entries) && (m.entries[i].Label == s.Label || r.IntN(8) == 0) {
		s.Entry = m.entries[i].ID
	}
	text := "9 letters"
	if d := m.find(docID); d != nil {
		text = d.doc.Text()
	}
	var ends []int
	for range 2 * (1 + r.IntN(2)) {
		end := r.IntN(len(text) + 1 + r.IntN(6)/5)
		for end < len(text) && !onBoundary(text, end) && r.IntN(20) > 0 {
			end++
		}
		ends = append(ends, end)
	}
	slices.Sort(ends)
	for i := 0; i < len(ends); i += 2 {
		s.Ranges = append(s.Ranges, Range{ends[i], ends[i+1]})
	}
	return s
}

// values throws values of a label, seldom one that does not fit.
func (r dice) values(l Label) []Value {
	var values []Value
	for _, a := range l.Attributes {
		known := valuesOf[a.ID]
		if r.IntN(3) > 0 || known == nil {
			continue
		}
		i := r.IntN(len(known) - 1)
		if r.IntN(40) == 0 {
			i = len(known) - 1
		}
		values = append(values, known[i])
	}
	return values
}

func (r dice) about() About {
	a := About{State: []string{StateOpen, StateDone}[r.IntN(2)], Note: strings.Repeat("é", r.IntN(2))}
	if r.IntN(20) == 0 {
		a.State = "lost"
	}
	for _, l := range richScheme.Tags {
		if r.IntN(2) == 0 {
			a.Tags = append(a.Tags, Tag{l.ID, r.values(l)})
		}
	}
	return a
}

func (r dice) entry() Entry {
	e := Entry{ID: "e" + r.letter(), Label: richScheme.Labels[r.IntN(2)].ID, Name: "n" + r.letter(), Note: strings.Repeat("n", r.IntN(2))}
	for range r.IntN(3) {
		e.Aliases = append(e.Aliases, "é"+r.letter())
	}
	return e
}

func (r dice) relation(m model) Relation {
	annotator := r.annotator()
	return Relation{
		ID: "r" + r.letter(), Label: richScheme.Relations[r.IntN(2)].ID, Annotator: annotator,
		From: r.place(m, annotator), To: r.place(m, annotator), Note: strings.Repeat("n", r.IntN(2)), Origin: FromImport, Modified: time.UnixMilli(r.Int64N(1e12)).UTC(),
	}
}

// place is mostly a span that there is.
func (r dice) place(m model, annotator string) Place {
	at := Place{r.docID(m), r.letter()}
	m = m.copy()
	if set := m.set(at.Document, annotator); set != nil && len(set.spans) > 0 && r.IntN(8) > 0 {
		at.Span = set.spans[r.IntN(len(set.spans))].ID
	}
	return at
}

// scheme throws the rich scheme, which may lack something.
func (r dice) scheme() *Scheme {
	s := richScheme.Clone()
	s.Name = "random " + r.letter()
	switch r.IntN(6) {
	case 0:
		s.Labels = s.Labels[:1+r.IntN(3)]
	case 1:
		s.Relations = s.Relations[:1]
	case 2:
		s.Tags = s.Tags[:1]
	case 3:
		a := &s.Labels[0].Attributes
		*a = (*a)[:1+r.IntN(len(*a))]
	case 4:
		a := &s.Labels[0].Attributes[0]
		a.Options, a.Default = a.Options[:1], nil
	}
	return s
}

func (r dice) document(m model) Edit {
	id := "d" + r.letter()
	doc, err := corpus.NewDocument(id, corpus.Details{Title: "Title", Language: "en"}, texts[r.IntN(len(texts))])
	if err != nil {
		panic(err)
	}
	e := AddDocument{Document: doc, At: r.IntN(len(m.docs)+2) - 1}
	m = m.copy()
	m.docs = []modelDocument{{doc: doc}}
	for i, a := range m.annotators {
		if i > 0 && r.IntN(3) > 0 {
			continue
		}
		var spans []Span
		for range 3 + r.IntN(3) {
			s := r.span(m, id)
			if m.fits(doc, s) && !slices.ContainsFunc(spans, func(o Span) bool { return o.ID == s.ID }) {
				spans = append(spans, s)
			}
		}
		about := About{State: StateOpen}
		if wanted := r.about(); m.allows(wanted) && r.IntN(2) == 0 {
			about = wanted
		}
		set, err := NewSet(a.ID, about, spans, nil)
		if err != nil {
			panic(err)
		}
		e.Sets = append(e.Sets, set)
	}
	return e
}
