package merge

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/samples"
)

// demanding is a project of demands on talks, each of which says who makes it: in
// words, or by pointing to entries.
func demanding(t *testing.T, of annotations.AttributeType, edits ...annotations.Edit) *annotations.Project {
	t.Helper()
	scheme := samples.FourLabels()
	by := annotations.Attribute{ID: "by", Name: "Made by", Type: of}
	if of == annotations.Entries {
		by.Labels, by.Several = []string{"actor"}, true
	}
	scheme.Labels[1].Attributes = []annotations.Attribute{by}
	scheme.Tags = []annotations.Label{{ID: "stance", Name: "Stance", Color: "#666666", Attributes: []annotations.Attribute{by}}}
	p := samples.Project(t, annotations.ChangeScheme{Scheme: scheme}, annotations.AddDocument{Document: talks(t), At: -1})
	return samples.Apply(t, p, edits...)
}

// demand is a span of that project with a value.
func demand(t *testing.T, id string, v annotations.Value) annotations.Edit {
	s := samples.Span(t, talks(t), id, "demand", "met")
	v.Attribute = "by"
	s.Values = []annotations.Value{v}
	return annotations.AddSpan{Document: "talks", Annotator: annotations.DefaultAnnotator, Span: s}
}

func entry(id, name string) annotations.Edit {
	return annotations.AddEntry{Entry: annotations.Entry{ID: id, Label: "actor", Name: name}}
}

// makers are who makes each demand: names of entries, or words in quotation marks.
func makers(p *annotations.Project) map[string]string {
	all := map[string]string{}
	for s := range p.Set("talks", annotations.DefaultAnnotator).All() {
		v, _ := annotations.ValueOf(s.Values, "by")
		var names []string
		for _, id := range v.Entries {
			e, _ := p.Entry(id)
			names = append(names, e.Name)
		}
		if all[s.ID] = strings.Join(names, "+"); v.Text != "" {
			all[s.ID] = "“" + v.Text + "”"
		}
	}
	return all
}

func TestWordsOfAnOlderFilePointToEntriesHere(t *testing.T) {
	ours := demanding(t, annotations.Entries, entry("t", "Türkiye"), entry("r", "Russia"), entry("r2", "russia"), demand(t, "ours", annotations.Value{Entries: []string{"t"}}))
	file := demanding(t, annotations.Text, entry("s", "Syria"),
		demand(t, "known", annotations.Value{Text: "TURKIYE"}), demand(t, "brought", annotations.Value{Text: "Syria"}), demand(t, "several", annotations.Value{Text: "RUSSIA"}),
		demand(t, "again", annotations.Value{Text: "The  Arab League"}), demand(t, "new", annotations.Value{Text: "the arab league"}), demand(t, "blank", annotations.Value{Text: " "}),
		annotations.ChangeSet{Document: "talks", Annotator: annotations.DefaultAnnotator, About: annotations.About{State: annotations.StateOpen,
			Tags: []annotations.Tag{{Label: "stance", Values: []annotations.Value{{Attribute: "by", Text: "Syria"}}}}}})
	got, plan := planned(t, ours, file, Choices{ByID: true})
	want := map[string]string{"ours": "Türkiye", "known": "Türkiye", "brought": "Syria", "several": "", "new": "The Arab League", "again": "The Arab League", "blank": ""}
	if diff := cmp.Diff(want, makers(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, want := range []string{
		"label “Demand”: its attribute “Made by” is an entry here and a text in the file; ours stays",
		`span "several" in “Talks”: attribute “Made by”: 2 entries are called “RUSSIA”; the value is left out`,
		`span "blank" in “Talks”: attribute “Made by”: “ ” cannot be the name of an entry; the value is left out`,
		"words are entries here; of the file, 5 values became the entries that are called so",
		"an entry of the register was made of words that were no entry's name: “The Arab League”",
	} {
		if !slices.Contains(sentences(plan.Report), want) {
			t.Errorf("the report does not say %s: %q", want, sentences(plan.Report))
		}
	}
	again, plan := planned(t, got, file, Choices{ByID: true, All: Ours})
	if !again.Equal(got) {
		t.Errorf("merged again something changes: %q", sentences(plan.Report))
	}
}

func TestEntriesOfANewerFileAreTheirNamesWhereTheSchemeHereHasWords(t *testing.T) {
	ours := demanding(t, annotations.Text, demand(t, "ours", annotations.Value{Text: "Ankara"}))
	file := demanding(t, annotations.Entries, entry("t", "Türkiye"), entry("r", "Russia"), demand(t, "two", annotations.Value{Entries: []string{"t", "r"}}))
	got, plan := planned(t, ours, file, Choices{ByID: true})
	if diff := cmp.Diff(map[string]string{"ours": "“Ankara”", "two": "“Türkiye, Russia”"}, makers(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := "entries are words here; of the file, 1 value became the names of its entries"; !slices.Contains(sentences(plan.Report), want) {
		t.Errorf("the report does not say %s: %q", want, sentences(plan.Report))
	}
}

func TestValuesPointToTheEntriesThatTheFilesAreHere(t *testing.T) {
	ours := demanding(t, annotations.Entries, entry("t", "Türkiye"), entry("x", "Somebody else"), demand(t, "ours", annotations.Value{Entries: []string{"t"}}))
	named := []annotations.Tag{{Label: "stance", Values: []annotations.Value{{Attribute: "by", Entries: []string{"x"}}}}}
	file := demanding(t, annotations.Entries, entry("other", "Türkiye"), annotations.AddEntry{Entry: annotations.Entry{ID: "x", Label: "actor", Name: "Russia"}},
		demand(t, "two", annotations.Value{Entries: []string{"x", "other"}}),
		annotations.ChangeSet{Document: "talks", Annotator: annotations.DefaultAnnotator, About: annotations.About{State: annotations.StateOpen, Tags: named}})
	got, _ := planned(t, ours, file, Choices{ByID: true, All: Theirs})
	if diff := cmp.Diff(map[string]string{"ours": "Türkiye", "two": "Russia+Türkiye"}, makers(got)); diff != "" {
		t.Errorf("an entry of one ID is one, and of one name (-want +got):\n%s", diff)
	}
	values := got.Set("talks", annotations.DefaultAnnotator).About().Tags[0].Values
	if !slices.EqualFunc(values, named[0].Values, annotations.Value.Equal) {
		t.Errorf("the tag says %+v", values)
	}
}
