package samples

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"spanwise/annotations"
	"spanwise/corpus"
)

// Random is a project that fits, with some of everything.
func Random(t *testing.T, r *rand.Rand) *annotations.Project {
	t.Helper()
	p := Apply(t, Project(t), annotations.ChangeScheme{Scheme: Rich()}, annotations.RenameProject{Name: randomText(r)})
	people := []string{annotations.DefaultAnnotator, "eve", "adam"}[:1+r.IntN(3)]
	for _, id := range people[1:] {
		p = Apply(t, p, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: id, Name: id + randomText(r)}, At: r.IntN(2)})
	}
	for i := range r.IntN(6) {
		p = Apply(t, p, annotations.AddEntry{Entry: annotations.Entry{ID: fmt.Sprint("e", i), Label: []string{"actor", "date"}[i%2], Name: "N" + randomText(r), Note: randomText(r)}})
	}
	for i := range 1 + r.IntN(3) {
		d := Document(t, fmt.Sprint("d", i), "T", Text+randomText(r))
		p = Apply(t, p, annotations.AddDocument{Document: d, At: -1})
		for _, annotator := range people {
			p = said(t, p, r, d, annotator)
		}
	}
	return related(t, p, r, people)
}

func randomText(r *rand.Rand) string {
	return []string{"", "", "a", "\u2028\"\\", "é\u0301 😀", "1", "true"}[r.IntN(7)]
}

// said returns the project with some of what an annotator may say about a document.
func said(t *testing.T, p *annotations.Project, r *rand.Rand, d *corpus.Document, annotator string) *annotations.Project {
	t.Helper()
	about := annotations.About{State: []string{annotations.StateOpen, annotations.StateDone}[r.IntN(2)], Note: randomText(r)}
	if r.IntN(2) == 0 {
		about.Tags = []annotations.Tag{{Label: "genre", Values: randomValues(t, r, p, &Rich().Tags[0])}}
	}
	p = Apply(t, p, annotations.ChangeSet{Document: d.ID, Annotator: annotator, About: about})
	for i := range r.IntN(8) {
		label := &Rich().Labels[r.IntN(4)]
		s := Span(t, d, fmt.Sprint("s", i), label.ID, []string{"Shoigu", "met", "in", "Damascus", "الدفاع"}[r.IntN(5)])
		s.Note, s.Values = randomText(r), randomValues(t, r, p, label)
		for e := range p.Entries() {
			if e.Label == label.ID && r.IntN(2) == 0 {
				s.Entry = e.ID
			}
		}
		p = Apply(t, p, annotations.AddSpan{Document: d.ID, Annotator: annotator, Span: s})
	}
	return p
}

// randomValues are values that fit a label of rich, and the register of a project.
func randomValues(t *testing.T, r *rand.Rand, p *annotations.Project, l *annotations.Label) (values []annotations.Value) {
	t.Helper()
	words := map[string][]string{"kind": {"state"}, "role": {"2" + randomText(r)}, "devices": {"scare", "label"}, "strength": {"1.5e0"}, "certain": {"false"}, "sure": {"true"}}
	for i := range l.Attributes {
		a := &l.Attributes[i]
		if a.Type == annotations.Entries {
			for _, v := range randomEntries(r, p, a) {
				values = annotations.WithValue(values, v)
			}
			continue
		}
		v, err := a.Value(words[a.ID]...)
		if a.Type == annotations.Date {
			v, err = annotations.Value{Attribute: a.ID, Date: &annotations.Timex{Type: "DATE", Value: "2023-W17"}}, nil
		}
		if err != nil {
			t.Fatal(err)
		}
		if r.IntN(2) == 0 {
			values = annotations.WithValue(values, v)
		}
	}
	return values
}

// randomEntries is a value that points to some entries that the attribute takes, if
// there are any.
func randomEntries(r *rand.Rand, p *annotations.Project, a *annotations.Attribute) []annotations.Value {
	v := annotations.Value{Attribute: a.ID}
	for e := range p.Entries() {
		if a.Takes(e.Label) && r.IntN(3) == 0 && (a.Several || v.Entries == nil) {
			v.Entries = append(v.Entries, e.ID)
		}
	}
	if v.Entries == nil {
		return nil
	}
	return []annotations.Value{v}
}

// related returns the project with relations between some of its spans.
func related(t *testing.T, p *annotations.Project, r *rand.Rand, people []string) *annotations.Project {
	t.Helper()
	for i := range 4 {
		annotator := people[r.IntN(len(people))]
		var places []annotations.Place
		for _, d := range p.Documents() {
			for s := range p.Set(d.ID, annotator).All() {
				places = append(places, annotations.Place{Document: d.ID, Span: s.ID})
			}
		}
		if len(places) < 2 {
			continue
		}
		from, to := places[r.IntN(len(places)-1)], places[len(places)-1]
		p = Apply(t, p, annotations.AddRelation{Relation: annotations.Relation{ID: fmt.Sprint("r", i), Label: "same", Annotator: annotator,
			From: from, To: to, Note: randomText(r), Origin: annotations.FromImport}})
	}
	return p
}
