package annotations

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// wordy is a project of demands that say in words who makes them, and a register.
func wordy(t testing.TB, by ...string) *Project {
	t.Helper()
	scheme := &Scheme{Name: "words", Labels: []Label{
		{ID: "actor", Name: "Actor", Color: "#0072B2"},
		{ID: "demand", Name: "Demand", Color: "#D55E00", Attributes: []Attribute{{ID: "by", Name: "Made by", Type: Text, Offers: "actor"}}},
	}, Tags: []Label{{ID: "stance", Name: "Stance", Color: "#666666", Attributes: []Attribute{{ID: "towards", Name: "Towards", Type: Text}}}}}
	p, err := NewProject(scheme, document(t, "doc", "abcdefghijklmnopqrstuvwxyz"))
	if err != nil {
		t.Fatal(err)
	}
	p = apply(t, p, Batch{[]Edit{
		AddEntry{Entry{ID: "t", Label: "actor", Name: "Türkiye", Aliases: []string{"Ankara"}}},
		AddEntry{Entry{ID: "one", Label: "actor", Name: "the minister"}},
		AddEntry{Entry{ID: "two", Label: "actor", Name: "The Minister"}},
		AddEntry{Entry{ID: "d", Label: "demand", Name: "talks"}},
		ChangeSet{"doc", DefaultAnnotator, About{State: StateOpen, Tags: []Tag{{"stance", []Value{{Attribute: "towards", Text: "ankara"}}}}}},
	}})
	for i, words := range by {
		s := span(fmt.Sprint("s", i), "demand", i, i+1)
		s.Values = []Value{{Attribute: "by", Text: words}}
		p = apply(t, p, AddSpan{"doc", DefaultAnnotator, s})
	}
	return p
}

// pointingScheme is that of a project of words, in which these point to actors.
func pointingScheme(p *Project) *Scheme {
	next := p.Scheme().Clone()
	for _, a := range []*Attribute{&next.Labels[1].Attributes[0], &next.Tags[0].Attributes[0]} {
		a.Type, a.Offers, a.Labels, a.Several = Entries, "", []string{"actor"}, true
	}
	return next
}

// namesIn lists the names of the entries to which the spans' values point.
func namesIn(p *Project) (all []string) {
	for s := range p.Set("doc", DefaultAnnotator).All() {
		var names []string
		for _, v := range s.Values {
			for _, id := range v.Entries {
				e, _ := p.Entry(id)
				names = append(names, e.Name)
			}
		}
		all = append(all, strings.Join(names, "+"))
	}
	return all
}

func TestWordsBecomeTheEntryThatIsCalledSo(t *testing.T) {
	words := []string{"Türkiye", "TURKIYE", " ankara ", "the minister", "THE MINISTER", "Russia", "talks", "russia"}
	for _, tt := range []struct {
		why     string
		instead Instead
		want    []string
		unnamed []string
		made    int
	}{
		{"its name, its name but for an accent, another name, the very name of two; not two of one name, nobody's or that of a demand", Instead{},
			[]string{"Türkiye", "Türkiye", "Türkiye", "the minister", "", "", "", ""}, []string{"THE MINISTER 2", "Russia 0", "talks 0", "russia 0"}, 0},
		{"what is nobody's name becomes an entry, once", Instead{NewEntries: true},
			[]string{"Türkiye", "Türkiye", "Türkiye", "the minister", "", "Russia", "talks", "Russia"}, []string{"THE MINISTER 2"}, 2},
	} {
		p := wordy(t, words...)
		batch, affected, err := Rescheme(p, pointingScheme(p), tt.instead, reschemed, nil)
		if err != nil {
			t.Fatal(err)
		}
		after := checkEdit(t, p, batch)
		if diff := cmp.Diff(tt.want, namesIn(after)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
		var unnamed []string
		for _, u := range affected.Unnamed {
			unnamed = append(unnamed, fmt.Sprint(u.Words, " ", u.Namesakes))
			if u.Document.ID != "doc" || u.Span == nil || u.Attribute != "by" {
				t.Errorf("%+v does not say where the words stand", u)
			}
		}
		if diff := cmp.Diff(tt.unnamed, unnamed); diff != "" {
			t.Errorf("%s: what is no name (-want +got):\n%s", tt.why, diff)
		}
		if affected.NewEntries != tt.made || after.EntryCount() != p.EntryCount()+tt.made || affected.Values != len(tt.unnamed) || affected.Pointing != 9-len(tt.unnamed) {
			t.Errorf("%s: affected is %+v", tt.why, affected)
		}
		if diff := cmp.Diff([]string{"stance towards"}, pointing(after, "t")[3:]); diff != "" {
			t.Errorf("the tag (-want +got):\n%s", diff)
		}
	}
}

func TestEntriesBecomeTheirNames(t *testing.T) {
	p := wordy(t, "Ankara")
	words := p.Scheme().Clone()
	batch, _, err := Rescheme(p, pointingScheme(p), Instead{}, reschemed, nil)
	if err != nil {
		t.Fatal(err)
	}
	p = apply(t, p, batch)
	s, _ := p.Set("doc", DefaultAnnotator).Span("s0")
	both := *s
	both.Values = []Value{{Attribute: "by", Entries: []string{"t", "two"}}}
	p = apply(t, p, ChangeSpan{"doc", DefaultAnnotator, both})
	batch, affected, err := Rescheme(p, words, Instead{}, reschemed, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, _ = checkEdit(t, p, batch).Set("doc", DefaultAnnotator).Span("s0")
	if diff := cmp.Diff([]Value{{Attribute: "by", Text: "Türkiye, The Minister"}}, s.Values); diff != "" || affected.Values != 0 {
		t.Errorf("%d values are lost (-want +got):\n%s", affected.Values, diff)
	}
}

func TestEntriesGoOnPointingWhenTheirLabelGetsAnotherID(t *testing.T) {
	p := wordy(t, "Ankara", "the minister")
	batch, _, err := Rescheme(p, pointingScheme(p), Instead{}, reschemed, nil)
	if err != nil {
		t.Fatal(err)
	}
	p = apply(t, p, batch)
	next := p.Scheme().Clone()
	next.Labels[0].ID, next.Labels[1].Attributes[0].Labels, next.Tags[0].Attributes[0].Labels = "who", []string{"who"}, nil
	batch, affected, err := Rescheme(p, next, Instead{Labels: map[string]string{"actor": "who"}}, reschemed, nil)
	if err != nil {
		t.Fatal(err)
	}
	after := checkEdit(t, p, batch)
	if diff := cmp.Diff([]string{"Türkiye", "the minister"}, namesIn(after)); diff != "" || affected.Values != 0 || len(pointing(after, "t")) != 2 {
		t.Errorf("%+v (-want +got):\n%s", affected, diff)
	}
	next = p.Scheme().Clone()
	next.Labels, next.Tags[0].Attributes[0].Labels = slices.Clone(next.Labels[1:]), nil
	next.Labels[0].Attributes[0].Labels = nil
	batch, affected, err = Rescheme(p, next, Instead{}, reschemed, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkEdit(t, p, batch)
	if affected.Values != 3 || affected.Entries.Removed != 3 {
		t.Errorf("entries go with their label: %+v", affected)
	}
}
