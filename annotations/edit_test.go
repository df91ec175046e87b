package annotations

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

const sentence = "[Actor:Shoigu] met [Actor=a:Assad's [Demand:envoy]] on [Date:Монday 🕊️]"

func span(id, label string, offsets ...int) Span {
	s := Span{ID: id, Label: label, Origin: FromPerson}
	for i := 0; i < len(offsets); i += 2 {
		s.Ranges = append(s.Ranges, Range{offsets[i], offsets[i+1]})
	}
	return s
}

func document(t testing.TB, id, text string) *corpus.Document {
	t.Helper()
	d, err := corpus.NewDocument(id, corpus.Details{Title: "Title of " + id, Language: "en"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEveryEditCanBeTakenBackAndWritten(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 123456789, time.FixedZone("x", 3600))
	noted := span("new", "date", 0, 6)
	noted.Note, noted.Created, noted.Modified = "a \u2028 \"note\"\n\x00 <b>", noon, noon.Add(time.Hour)
	moved := span("a", "demand", 0, 3, 7, 10)
	for _, tt := range []struct {
		name, why string
		edit      Edit
	}{
		{"add", "the ordinary case", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 0, 6)}},
		{"add the same range", "identical ranges are legal", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 0, 6)}},
		{"add crossing", "overlap is legal", AddSpan{"doc", DefaultAnnotator, span("new", "date", 3, 14)}},
		{"add discontinuous", "several ranges are legal, also when they touch", AddSpan{"doc", DefaultAnnotator, span("new", "date", 0, 2, 2, 4, 7, 10)}},
		{"add with everything", "note and times survive JSON, times to the millisecond", AddSpan{"doc", DefaultAnnotator, noted}},
		{"remove", "", RemoveSpan{"doc", DefaultAnnotator, "a"}},
		{"change in place", "the order of the set stays", ChangeSpan{"doc", DefaultAnnotator, span("s1", "date", 0, 6)}},
		{"change of place", "the span moves in the set", ChangeSpan{"doc", DefaultAnnotator, moved}},
		{"add document", "at the end", AddDocument{Document: document(t, "other", "Other."), At: -1}},
		{"add document in front", "with spans, in no order", AddDocument{Document: document(t, "other", "Other."), At: 0, Sets: setOf(span("b", "date", 3, 4), span("a", "actor", 0, 5))}},
		{"add empty document", "an empty text is a text", AddDocument{Document: document(t, "other", ""), At: -1}},
		{"remove document", "its spans come back with it", RemoveDocument{"doc"}},
		{"describe document", "text and spans stay", DescribeDocument{"doc", corpus.Details{Title: "New", Outlet: "Outlet", Note: "n", File: "a.txt", Changes: "One line end was changed.", Head: corpus.Headline}}},
		{"change scheme", "labels may be added, changed and, when unused, removed", ChangeScheme{&Scheme{Name: "new", Labels: append(testScheme.Labels[:3:3], Label{ID: "x", Name: "X", Color: "#abcdef"})}}},
		{"empty batch", "nothing is a step too", Batch{}},
		{"batch", "later edits see earlier ones", Batch{[]Edit{AddSpan{"doc", DefaultAnnotator, span("new", "actor", 0, 6)}, RemoveSpan{"doc", DefaultAnnotator, "new"}, RemoveDocument{"doc"}}}},
		{"batch of additions", "they are done together, up to the one that is of another document", Batch{[]Edit{AddDocument{Document: document(t, "other", "text"), At: 0}, AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("c", "date", 0, 6)}, AddSpan{"other", DefaultAnnotator, span("c", "date", 0, 4)}}}},
		{"batch of removals", "they are done together", Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "s1"}, RemoveSpan{"doc", DefaultAnnotator, "a"}, RemoveSpan{"doc", DefaultAnnotator, "s4"}}}},
		{"batch in batch", "is the same as its edits", Batch{[]Edit{Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}}}, RemoveSpan{"doc", DefaultAnnotator, "s1"}}}},
	} {
		t.Run(tt.name, func(t *testing.T) { checkEdit(t, project(t, sentence), tt.edit) })
	}
}

func TestAnEditThatDoesNotFitSaysWhy(t *testing.T) {
	bad := func(change func(*Span)) Edit {
		s := span("new", "actor", 0, 6)
		change(&s)
		return AddSpan{"doc", DefaultAnnotator, s}
	}
	for _, tt := range []struct {
		name string
		edit Edit
		want string
	}{
		{"no document", AddSpan{"nowhere", DefaultAnnotator, span("new", "actor", 0, 6)}, `there is no document "nowhere"`},
		{"known ID", AddSpan{"doc", DefaultAnnotator, span("a", "actor", 0, 6)}, `add span "a" to “A test”: a span with this ID is there already`},
		{"no ID", AddSpan{"doc", DefaultAnnotator, span("", "actor", 0, 6)}, "it has no ID"},
		{"unknown label", AddSpan{"doc", DefaultAnnotator, span("new", "nobody", 0, 6)}, `its label "nobody" is not in the scheme`},
		{"prototype label", AddSpan{"doc", DefaultAnnotator, span("new", "__proto__", 0, 6)}, `its label "__proto__" is not in the scheme`},
		{"no range", AddSpan{"doc", DefaultAnnotator, span("new", "actor")}, "it has no range"},
		{"empty range", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 3, 3)}, "bytes 3 to 3 are an empty range"},
		{"backward range", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 5, 3)}, "bytes 5 to 3 are an empty range"},
		{"before the text", AddSpan{"doc", DefaultAnnotator, span("new", "actor", -1, 3)}, "bytes -1 to 3 are not within the text"},
		{"beyond the text", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 3, 99)}, "bytes 3 to 99 are not within the text"},
		{"unsorted ranges", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 4, 6, 0, 2)}, "bytes 0 to 2 begin before the range in front of them ends (6)"},
		{"crossing ranges", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 0, 4, 3, 6)}, "bytes 3 to 6 begin before"},
		{"half a character", AddSpan{"doc", DefaultAnnotator, span("new", "actor", 0, 29)}, "bytes 0 to 29 cut a character in two"},
		{"bad note", bad(func(s *Span) { s.Note = "\xff" }), "is not valid UTF-8"},
		{"bad ID", bad(func(s *Span) { s.ID = "\xff" }), "is not valid UTF-8"},
		{"bad origin", bad(func(s *Span) { s.Origin = "machine" }), `its origin "machine" is neither`},
		{"bad year", bad(func(s *Span) { s.Modified = time.Date(12345, 1, 1, 0, 0, 0, 0, time.UTC) }), "has the year 12345"},
		{"remove unknown", RemoveSpan{"doc", DefaultAnnotator, "nothing"}, `remove span "nothing": “A test” has no such span`},
		{"change unknown", ChangeSpan{"doc", DefaultAnnotator, span("nothing", "actor", 0, 6)}, "has no such span"},
		{"change to nothing", ChangeSpan{"doc", DefaultAnnotator, span("a", "actor", 6, 6)}, `change span "a" in “A test”: bytes 6 to 6`},
		{"known document", AddDocument{Document: document(t, "doc", ""), At: -1}, "a document with this ID is there already"},
		{"no document given", AddDocument{}, "there is none"},
		{"place beyond", AddDocument{Document: document(t, "other", ""), At: 2}, "place 2 is not among the 1 documents"},
		{"spans that do not fit", AddDocument{Document: document(t, "other", "text"), At: -1, Sets: setOf(span("b", "date", 0, 5))}, `span "b": bytes 0 to 5`},
		{"remove unknown document", RemoveDocument{"nowhere"}, `there is no document "nowhere"`},
		{"no title", DescribeDocument{"doc", corpus.Details{}}, "it has no title"},
		{"bad file name", DescribeDocument{"doc", corpus.Details{Title: "T", File: "\xff"}}, "is not valid UTF-8"},
		{"bad outlet", DescribeDocument{"doc", corpus.Details{Title: "T", Outlet: "\xff"}}, "is not valid UTF-8"},
		{"no scheme", ChangeScheme{}, "there is none"},
		{"label in use", ChangeScheme{&Scheme{Name: "new", Labels: testScheme.Labels[:2]}}, `it lacks the label "date", which span "s4" in “A test” has`},
		{"bad label", ChangeScheme{&Scheme{Name: "new", Labels: []Label{{ID: "x", Name: "X", Color: "red"}}}}, `its colour "red" is not of the form #rrggbb`},
		{"batch", Batch{[]Edit{RemoveSpan{"doc", DefaultAnnotator, "a"}, RemoveSpan{"doc", DefaultAnnotator, "a"}}}, `edit 2 of 2: remove span "a"`},
		{"batch that adds a known ID", Batch{[]Edit{AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("a", "date", 0, 6)}}}, `edit 2 of 2: add span "a" to “A test”: a span with this ID is there already`},
		{"batch that adds an ID twice", Batch{[]Edit{AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 6)}}}, `edit 2 of 2: add span "b"`},
		{"batch that adds what does not fit", Batch{[]Edit{AddSpan{"doc", DefaultAnnotator, span("b", "date", 0, 6)}, AddSpan{"doc", DefaultAnnotator, span("c", "date", 0, 99)}}}, `edit 2 of 2: add span "c" to “A test”: bytes 0 to 99`},
		{"batch of nothing", Batch{[]Edit{nil}}, "edit 1 of 1: there is none"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := project(t, sentence)
			before := say(p)
			next, inverse, err := tt.edit.Apply(p)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if next != nil || inverse != nil {
				t.Errorf("a refused edit gave project %v, inverse %v", next, inverse)
			}
			if diff := cmp.Diff(before, say(p)); diff != "" {
				t.Errorf("a refused edit changed the project (-want +got):\n%s", diff)
			}
		})
	}
}

func TestASpanIsKeptApartFromTheEditThatBroughtIt(t *testing.T) {
	s := span("new", "actor", 0, 6)
	p := apply(t, project(t, sentence), AddSpan{"doc", DefaultAnnotator, s})
	s.Ranges[0].End = 3
	kept, _ := p.Set("doc", DefaultAnnotator).Span("new")
	if diff := cmp.Diff([]Range{{0, 6}}, kept.Ranges); diff != "" {
		t.Errorf("changing the edit's ranges changed the project (-want +got):\n%s", diff)
	}
}

func TestASchemeIsKeptApartFromTheEditThatBroughtIt(t *testing.T) {
	s := &Scheme{Name: "new", Labels: append([]Label(nil), testScheme.Labels...)}
	p := apply(t, project(t, sentence), ChangeScheme{s})
	s.Labels[0].Name = "changed"
	if got := p.Scheme().Labels[0].Name; got != "Actor" {
		t.Errorf("changing the edit's scheme changed the project: %q", got)
	}
}

func TestDocumentsKeepTheirOrderHoweverManyArePutBetween(t *testing.T) {
	p := empty(t)
	var want []string
	for i := range 70 { // more than fit into one gap on the shelf
		id := "d" + strings.Repeat("i", i)
		at := min(1, len(want))
		p = checkEdit(t, p, AddDocument{Document: document(t, id, "text"), At: at})
		want = append(want[:at], append([]string{id}, want[at:]...)...)
	}
	var got []string
	for _, d := range p.Documents() {
		got = append(got, d.ID)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestALongBatchThatFailsFailsSoon(t *testing.T) {
	p := project(t, sentence)
	var b Batch
	for i := range 20_000 {
		b.Edits = append(b.Edits, AddSpan{"doc", DefaultAnnotator, span(fmt.Sprint("n", i), "actor", 0, 6)})
	}
	b.Edits = append(b.Edits, AddSpan{"doc", DefaultAnnotator, span("n0", "actor", 0, 6)})
	began := time.Now()
	_, _, err := b.Apply(p)
	if err == nil || !strings.Contains(err.Error(), "edit 20001 of 20001") {
		t.Errorf("error %v", err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v: the edits are tried over and over", took)
	}
}
