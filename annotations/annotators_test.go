package annotations

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestACopyOfASetHasItsSpansAndTheRelationsBetweenThem(t *testing.T) {
	p := apply(t, full(t), AddAnnotator{Annotator{"new", "New"}, -1})
	now := time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)
	next := checkEdit(t, p, CopySet(p, "one", DefaultAnnotator, "new", now))

	original := p.Set("one", DefaultAnnotator)
	set := next.Set("one", "new")
	copied := map[string]string{} // the original's ID by that of its copy
	for i := range original.Len() {
		want, got := *original.At(i), *set.At(i)
		copied[got.ID] = want.ID
		if _, both := original.Span(got.ID); both {
			t.Errorf("the copy of %q has the ID of a span that was there", want.ID)
		}
		want.ID, want.Origin, want.Created, want.Modified = got.ID, FromImport, now, now
		if !want.Equal(&got) {
			t.Errorf("span %d (-want +got):\n%s", i, cmp.Diff(want, got))
		}
	}
	same(t, "the number of copies", original.Len(), set.Len())
	same(t, "how much the project has more", p.RelationCount()+1, next.RelationCount())
	for r := range next.Relations() {
		if r.Annotator == "new" {
			same(t, "where the copied relation begins", Place{"one", "a"}, Place{r.From.Document, copied[r.From.Span]})
			same(t, "where the copied relation ends", Place{"one", "b"}, Place{r.To.Document, copied[r.To.Span]})
			same(t, "where it came from", FromImport, r.Origin)
		}
	}
	same(t, "the set that was copied from", original, p.Set("one", DefaultAnnotator))
}

func same[T comparable](t *testing.T, what string, want, got T) {
	t.Helper()
	if want != got {
		t.Errorf("%s: want %v, got %v", what, want, got)
	}
}

func TestAnAnnotatorIsDismissedWithAllThatTheySay(t *testing.T) {
	for _, id := range []string{DefaultAnnotator, "zoë"} {
		p := full(t)
		next := checkEdit(t, p, DismissAnnotator(p, id))
		_, still := next.Annotator(id)
		same(t, id+" is there", false, still)
		for _, d := range p.Documents() {
			for _, set := range p.Sets(d.ID) {
				if set.Annotator() != id {
					same(t, "the set of the other on "+d.ID, set, next.Set(d.ID, set.Annotator()))
				}
			}
		}
	}
}

func TestProgressCountsWhatAnAnnotatorHasSaid(t *testing.T) {
	p := full(t)
	var progress, zoë Progress
	tell := func() [6]int {
		progress, zoë = progress.Of(p, DefaultAnnotator), zoë.Of(p, "zoë")
		return [6]int{progress.Begun, progress.Done, progress.Spans, zoë.Begun, zoë.Done, zoë.Spans}
	}
	same(t, "at first", [6]int{2, 0, 4, 2, 1, 1}, tell())
	for _, tt := range []struct {
		name string
		edit Edit
		want [6]int
	}{
		{"done", ChangeSet{"one", DefaultAnnotator, About{State: StateDone}}, [6]int{2, 1, 4, 2, 1, 1}},
		{"a span less", RemoveSpan{"two", DefaultAnnotator, "a"}, [6]int{1, 1, 3, 2, 1, 1}},
		{"open again", ChangeSet{"two", "zoë", About{State: StateOpen}}, [6]int{1, 1, 3, 1, 0, 1}},
		{"other details", DescribeDocument{"one", p.Documents()[0].Details}, [6]int{1, 1, 3, 1, 0, 1}},
		{"an article goes", RemoveDocument{"one"}, [6]int{0, 0, 0, 0, 0, 0}},
	} {
		p = apply(t, p, tt.edit)
		same(t, tt.name, tt.want, tell())
		same(t, tt.name+", counted anew", progress, Progress{}.Of(p, DefaultAnnotator))
	}
	same(t, "of another annotator", zoë.Of(p, DefaultAnnotator), progress)
}

func TestACounterpartLiesAtTheSamePlace(t *testing.T) {
	p := project(t, "[Actor=a:[Date=b:Shoigu]] met [Actor=c:the [Demand=d:envoy]] and [Actor=x:asked] or [Actor=x:not]")
	set := p.Set("doc", DefaultAnnotator)
	theirs := func(label string, offsets ...int) *Span { s := span("z", label, offsets...); return &s }
	for _, tt := range []struct {
		name, why string
		of        *Span
		want      string
	}{
		{"the same label", "of two at the place it is the one that agrees", theirs("date", 0, 6), "b"},
		{"another label", "the first by ID stands for the place", theirs("demand", 0, 6), "a"},
		{"a part of a span", "the ranges are others", theirs("actor", 15, 20), "d"},
		{"several ranges", "all of them count", theirs("actor", 25, 30, 34, 37), "x"},
		{"one of several ranges", "all of them count", theirs("actor", 25, 30), ""},
		{"nothing marked", "", theirs("actor", 7, 10), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if s := set.Counterpart(tt.of); s != nil {
				got = s.ID
			}
			if got != tt.want {
				t.Errorf("%s: want %q, got %q", tt.why, tt.want, got)
			}
		})
	}
}

func TestTagsLackWhatTheirAttributesRequire(t *testing.T) {
	scheme := &Scheme{Tags: []Label{
		{ID: "genre", Attributes: []Attribute{
			{ID: "also", Type: Text}, {ID: "kind", Type: Text, Required: true}, {ID: "mood", Type: Text, Required: true},
		}},
		{ID: "plain"},
	}}
	said := func(attribute string) Tag {
		return Tag{Label: "genre", Values: []Value{{Attribute: attribute, Text: "x"}}}
	}
	same(t, "of no tags", 0, TagsToDo(scheme, nil))
	same(t, "of a tag that says nothing, and one that need not", 2, TagsToDo(scheme, []Tag{{Label: "genre"}, {Label: "plain"}}))
	same(t, "of one that says the optional", 2, TagsToDo(scheme, []Tag{said("also")}))
	same(t, "of one that says a part", 1, TagsToDo(scheme, []Tag{said("kind")}))
}
