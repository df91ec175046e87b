package annotations

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"spanwise/corpus"
)

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

// edit throws an edit of any kind that there is.
func (r dice) edit(m model, depth int) Edit {
	all, shares := thrown()
	n := r.IntN(shares)
	for _, s := range all {
		if n -= s.share; n < 0 {
			return s.throw(r, m, depth)
		}
	}
	panic("the shares do not add up")
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
		Values:  r.values(m, label),
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
func (r dice) values(m model, l Label) []Value {
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
		if unknown := !m.allValuesFit(l, known[i:i+1]); a.Type == Entries && unknown && r.IntN(20) > 0 {
			continue
		}
		values = append(values, known[i])
	}
	return values
}

func (r dice) about(m model) About {
	a := About{State: []string{StateOpen, StateDone}[r.IntN(2)], Note: strings.Repeat("é", r.IntN(2))}
	if r.IntN(20) == 0 {
		a.State = "lost"
	}
	for _, l := range richScheme.Tags {
		if r.IntN(2) == 0 {
			a.Tags = append(a.Tags, Tag{l.ID, r.values(m, l)})
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
		if wanted := r.about(m); m.allows(wanted) && r.IntN(2) == 0 {
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
