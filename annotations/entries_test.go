package annotations

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// named is a project in which values point to the entries s and m, both actors:
// those of the span a, which points to m itself, of the span b, and of a tag.
func named(t testing.TB) *Project {
	t.Helper()
	p := apply(t, rich(t), Batch{[]Edit{
		AddEntry{Entry{ID: "s", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"Shoigu"}}},
		AddEntry{Entry{ID: "m", Label: "actor", Name: "the minister"}},
		AddEntry{Entry{ID: "d", Label: "demand", Name: "talks"}},
		AddDocument{Document: document(t, "one", "Shoigu met the envoy."), At: -1},
	}})
	a, b := entryOf(span("a", "actor", 0, 6), "m"), span("b", "actor", 11, 20)
	a.Values, b.Values = whom("s", "m"), whom("m")
	return apply(t, p, Batch{[]Edit{
		AddSpan{"one", DefaultAnnotator, a},
		AddSpan{"one", DefaultAnnotator, b},
		ChangeSet{"one", DefaultAnnotator, About{State: StateOpen, Tags: []Tag{{"genre", whom("m")}}}},
	}})
}

// whom is a value that points to entries.
func whom(entries ...string) []Value { return []Value{{Attribute: "whom", Entries: entries}} }

// pointing lists what points to an entry.
func pointing(p *Project, entry string) (all []string) {
	for m := range p.Mentions(entry) {
		all = append(all, m.Span.ID)
	}
	for n := range p.Namings(entry) {
		if n.Span != nil {
			all = append(all, n.Span.ID+" "+n.Attribute)
		} else {
			all = append(all, n.Tag+" "+n.Attribute)
		}
	}
	return all
}

func TestAValuePointsToEntriesThatItsAttributeTakes(t *testing.T) {
	p := named(t)
	label, _ := richScheme.Label("actor")
	one := label
	one.Attributes = slices.Clone(label.Attributes)
	one.Attributes[6].Several = false
	for _, tt := range []struct {
		name  string
		label Label
		value Value
		want  string
		fits  []string
	}{
		{"two", label, whom("s", "m")[0], "", []string{"s", "m"}},
		{"one of several that is gone", label, whom("s", "gone")[0], `its entry "gone" is not in the register`, []string{"s"}},
		{"one of another label", label, whom("d", "m")[0], `its entry “talks” is for the label "demand", whose entries it does not take`, []string{"m"}},
		{"one that is there twice", label, whom("m", "s", "m")[0], `the entry "m" is there twice`, []string{"m", "s"}},
		{"two where one is taken", one, whom("s", "m")[0], "it has 2 entries, and takes one", nil},
		{"none", label, Value{Attribute: "whom", Entries: []string{}}, "it is empty", nil},
		{"a text", label, Value{Attribute: "whom", Text: "Shoigu"}, "it is no entry", nil},
		{"entries as a text", label, Value{Attribute: "named", Entries: []string{"s"}}, "it is no text", nil},
		{"entries and a text", label, Value{Attribute: "whom", Text: "x", Entries: []string{"s"}}, "it is no entry", nil},
	} {
		s := span("new", "actor", 0, 6)
		s.Values = []Value{tt.value}
		err := checkValues(s.Values, &tt.label, p)
		if (tt.want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		}
		fit, _ := tt.label.Fitting(s.Values, p)
		v, _ := ValueOf(fit, "whom")
		if diff := cmp.Diff(tt.fits, v.Entries); diff != "" {
			t.Errorf("%s: what fits (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestWhatIsMendedOfAValueIsSaid(t *testing.T) {
	p := named(t)
	label, _ := richScheme.Label("actor")
	var said []string
	got := label.Mended(whom("d", "m", "m", "gone"), p, func(what, repair Message) { said = append(said, what.String()+": "+repair.String()) })
	if diff := cmp.Diff(whom("m"), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := []string{
		`attribute "whom": its entry “talks” is for the label "demand", whose entries it does not take: the entry is left out`,
		`attribute "whom": the entry "m" is there twice: it is there once now`,
		`attribute "whom": its entry "gone" is not in the register: the entry is left out`,
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("said (-want +got):\n%s", diff)
	}
}

func TestValuesAreMentionsOfTheirOwn(t *testing.T) {
	p := named(t)
	if diff := cmp.Diff([]string{"a", "a whom", "b whom", "genre whom"}, pointing(p, "m")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want := map[string]MentionCount{"m": {Spans: 1, Values: 3}, "s": {Values: 1}}
	if diff := cmp.Diff(want, p.MentionCounts()); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	changed := span("a", "actor", 0, 6)
	changed.Values = whom("s")
	p = checkEdit(t, p, ChangeSpan{"one", DefaultAnnotator, changed})
	p = checkEdit(t, p, RemoveSpan{"one", DefaultAnnotator, "b"})
	if diff := cmp.Diff([]string{"genre whom"}, pointing(p, "m")); diff != "" {
		t.Errorf("after it was taken out (-want +got):\n%s", diff)
	}
}

func TestAnEntryThatAValuePointsToStays(t *testing.T) {
	p := named(t)
	_, _, err := RemoveEntry{"s"}.Apply(p)
	if err == nil || !strings.Contains(err.Error(), `the attribute "whom" of span "a" in “Title of one” points to “Sergei Shoigu”`) {
		t.Errorf("it is removed: %v", err)
	}
	for _, id := range []string{"a", "b"} {
		p = apply(t, p, RemoveSpan{"one", DefaultAnnotator, id})
	}
	if _, _, err = (RemoveEntry{"m"}).Apply(p); err == nil || !strings.Contains(err.Error(), `the attribute "whom" of the tag "genre" of “Title of one” points to “the minister”`) {
		t.Errorf("that of a tag is removed: %v", err)
	}
	if _, _, err = (ChangeEntry{Entry{ID: "m", Label: "demand", Name: "x"}}).Apply(p); err == nil {
		t.Error("it becomes one of another label")
	}
	apply(t, p, ChangeEntry{Entry{ID: "m", Label: "actor", Name: "another name"}})
}

func TestValuesFollowAMergedEntry(t *testing.T) {
	p := named(t)
	batch, err := MergeEntries(p, "m", "s", later)
	if err != nil {
		t.Fatal(err)
	}
	next := checkEdit(t, p, batch)
	if diff := cmp.Diff([]string{"a", "a whom", "b whom", "genre whom"}, pointing(next, "s")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	a, _ := next.Set("one", DefaultAnnotator).Span("a")
	if diff := cmp.Diff(whom("s"), a.Values); diff != "" || a.Entry != "s" || !a.Modified.Equal(later) {
		t.Errorf("the span points to %q, modified %v (-want +got):\n%s", a.Entry, a.Modified, diff)
	}
}

func TestASplitTakesTheValuesChosen(t *testing.T) {
	p := named(t)
	var chosen []Naming
	for n := range p.Namings("m") {
		if n.Span == nil || n.Span.ID == "a" {
			chosen = append(chosen, n)
		}
	}
	mentions := slices.Collect(p.Mentions("m"))
	next := checkEdit(t, p, SplitEntry(p, Entry{ID: "n", Label: "actor", Name: "Another"}, mentions, chosen, later))
	if diff := cmp.Diff([]string{"a", "a whom", "genre whom"}, pointing(next, "n")); diff != "" {
		t.Errorf("of the new entry (-want +got):\n%s", diff)
	}
	a, _ := next.Set("one", DefaultAnnotator).Span("a")
	if diff := cmp.Diff(whom("s", "n"), a.Values); diff != "" {
		t.Errorf("its place among others (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"b whom"}, pointing(next, "m")); diff != "" {
		t.Errorf("of the old entry (-want +got):\n%s", diff)
	}
}

func TestAReleasedEntryIsTakenOutOfValues(t *testing.T) {
	next := checkEdit(t, named(t), ReleaseEntry(named(t), "m", later))
	if all := pointing(next, "m"); all != nil {
		t.Errorf("%q still point to it", all)
	}
	set := next.Set("one", DefaultAnnotator)
	a, _ := set.Span("a")
	b, _ := set.Span("b")
	if diff := cmp.Diff(whom("s"), a.Values); diff != "" || b.Values != nil || len(set.About().Tags[0].Values) > 0 {
		t.Errorf("the values are %v, %v (-want +got):\n%s", b.Values, set.About().Tags, diff)
	}
}

func TestAValueThatPointsToWhatWasRemovedMeanwhileKeepsTheOthers(t *testing.T) {
	p := named(t)
	s := span("c", "actor", 0, 3)
	s.Values = whom("s", "m")
	meanwhile := apply(t, p, ReleaseEntry(p, "m", later))
	fits, dropped := Reconcile(AddSpan{"one", DefaultAnnotator, s}, meanwhile)
	next := apply(t, meanwhile, fits)
	c, there := next.Set("one", DefaultAnnotator).Span("c")
	if !there || !slices.EqualFunc(c.Values, whom("s"), Value.Equal) {
		t.Errorf("it is %+v", c)
	}
	if len(dropped) != 1 || !strings.Contains(dropped[0].Error(), "is kept without an entry in “whom”") {
		t.Errorf("dropped %v", dropped)
	}
	if _, dropped = Reconcile(RemoveEntry{"m"}, p); len(dropped) != 1 {
		t.Errorf("removed though values point to it: %v", dropped)
	}
}

func TestASchemeThatLosesALabelMeanwhileKeepsWhatPointsToItsEntries(t *testing.T) {
	p := named(t)
	without := richScheme.Clone()
	without.Labels, without.Tags, without.Relations = without.Labels[2:], nil, nil
	fits, _ := Reconcile(ChangeScheme{without}, p)
	if all := pointing(apply(t, p, fits), "m"); len(all) != 4 {
		t.Errorf("what points to it is %q", all)
	}
}

// TestRecordsThatAreOlderThanPointingAreReadAsBefore has a line of every kind as it
// was written before values pointed to entries.
func TestRecordsThatAreOlderThanPointingAreReadAsBefore(t *testing.T) {
	data, err := os.ReadFile("testdata/edits-of-records-4.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(data) {
		line = bytes.TrimSpace(line)
		e, err := UnmarshalEdit(line)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if again, err := MarshalEdit(e); err != nil || !bytes.Equal(again, line) {
			t.Errorf("%v (-was +is):\n%s", err, cmp.Diff(string(line), string(again)))
		}
	}
}

func TestAValueOfEntriesIsReadAsSuch(t *testing.T) {
	for data, want := range map[string]string{
		`{"entries":"s"}`:               `found "\"" in place of an array`,
		`{"entries":["s"],"type":"x"}`:  "type: there is no such field",
		`{"type":"DATE","entries":[]}`:  "entries: there is no such field",
		`{"type":"DATE"}`:               `the field "value" is missing`,
		`{}`:                            `the field "type" is missing`,
		`{"entries":["s"],"entries":1}`: "the field is there twice",
	} {
		line := strings.Replace(addSpanJSON(`{"start":0,"end":1}`), `"modified":""`, `"modified":"","attributes":{"whom":`+data+`}`, 1)
		if _, err := UnmarshalEdit([]byte(line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", data, err, want)
		}
	}
}
