package annotations

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// full is a project that has something of everything: two documents, two
// annotators, an entry that two spans of different documents mention, a relation
// between those two, and one within a document.
func full(t testing.TB) *Project {
	t.Helper()
	p := rich(t)
	for _, e := range []Edit{
		RenameProject{"Two reports"},
		AddAnnotator{Annotator{"zoë", "Zoë"}, -1},
		AddEntry{Entry{ID: "shoigu", Label: "actor", Name: "Sergei Shoigu", Aliases: []string{"Shoigu"}}},
		AddEntry{Entry{ID: "idle", Label: "actor", Name: "Nobody"}},
		AddDocument{Document: document(t, "one", "Shoigu met the envoy on Monday."), At: -1, Sets: setOf(
			entryOf(span("a", "actor", 0, 6), "shoigu"), span("b", "actor", 11, 20), span("c", "date", 24, 30))},
		AddDocument{Document: document(t, "two", "Defence Minister Shoigu asked."), At: -1, Sets: setOf(entryOf(span("a", "actor", 0, 23), "shoigu"))},
		AddSpan{"one", "zoë", span("a", "actor", 0, 6)},
		ChangeSet{"two", "zoë", About{State: StateDone, Note: "short", Tags: []Tag{{Label: "genre", Values: valuesOf["kind"][:1]}}}},
		AddRelation{related("within", Place{"one", "a"}, Place{"one", "b"})},
		AddRelation{related("across", Place{"two", "a"}, Place{"one", "a"})},
	} {
		p = apply(t, p, e)
	}
	return p
}

func entryOf(s Span, entry string) Span {
	s.Entry = entry
	return s
}

func related(id string, from, to Place) Relation {
	return Relation{ID: id, Label: "same", Annotator: DefaultAnnotator, From: from, To: to, Origin: FromPerson}
}

// valued is a span of an actor with values.
func valued(id string, values ...Value) Span {
	s := span(id, "actor", 11, 20)
	s.Values = values
	return s
}

func TestEditsOfTheWholeModel(t *testing.T) {
	for _, tt := range []struct {
		name, why string
		edit      Edit
	}{
		{"rename project", "", RenameProject{"Another"}},
		{"take the name away", "", RenameProject{}},
		{"add annotator in front", "", AddAnnotator{Annotator{"0", "Zero"}, 0}},
		{"change annotator", "", ChangeAnnotator{Annotator{"zoë", "Zoe"}}},
		{"add entry", "", AddEntry{Entry{ID: "e", Label: "demand", Name: "Withdrawal", Aliases: []string{"pull-out"}, Note: "n"}}},
		{"change entry", "spans go on pointing to it", ChangeEntry{Entry{ID: "shoigu", Label: "actor", Name: "Defence Minister"}}},
		{"give an entry another label", "no span points to it", ChangeEntry{Entry{ID: "idle", Label: "demand", Name: "Nothing"}}},
		{"remove entry", "", RemoveEntry{"idle"}},
		{"point to another entry", "", ChangeSpan{"one", DefaultAnnotator, entryOf(span("a", "actor", 0, 6), "idle")}},
		{"point to no entry", "", ChangeSpan{"one", DefaultAnnotator, span("a", "actor", 0, 6)}},
		{"add relation", "", AddRelation{related("new", Place{"one", "b"}, Place{"one", "a"})}},
		{"turn a relation round", "", ChangeRelation{related("across", Place{"one", "a"}, Place{"two", "a"})}},
		{"remove relation", "", RemoveRelation{"within"}},
		{"remove a span with relations", "they go with it", RemoveSpan{"one", DefaultAnnotator, "a"}},
		{"remove a span that another annotator has too", "relations are of the other's", RemoveSpan{"one", "zoë", "a"}},
		{"remove a document with relations", "they go with it", RemoveDocument{"one"}},
		{"remove several spans with relations", "", Batch{[]Edit{RemoveSpan{"one", DefaultAnnotator, "a"}, RemoveSpan{"one", DefaultAnnotator, "b"}, RemoveSpan{"one", DefaultAnnotator, "c"}}}},
		{"call a set done", "", ChangeSet{"one", DefaultAnnotator, About{State: StateDone}}},
		{"say nothing any more", "the set is not kept then", ChangeSet{"two", "zoë", About{State: StateOpen}}},
		{"add a document with sets of two", "", AddDocument{document(t, "three", "text"), 1, []*Set{setBy("zoë"), setBy(DefaultAnnotator, span("a", "actor", 0, 4))}}},
		{"a value of every type", "", ChangeSpan{"one", DefaultAnnotator, valued("b",
			valuesOf["kind"][0], valuesOf["named"][0], valuesOf["often"][1], valuesOf["several"][0], valuesOf["sure"][1], valuesOf["when"][1])}},
		{"empty the project", "", Batch{[]Edit{RemoveDocument{"one"}, RemoveDocument{"two"}, RemoveAnnotator{"zoë"}, RemoveEntry{"shoigu"}}}},
	} {
		t.Run(tt.name, func(t *testing.T) { checkEdit(t, full(t), tt.edit) })
	}
}

// setBy is a set that says that it is done, with spans.
func setBy(annotator string, spans ...Span) *Set {
	set, err := NewSet(annotator, About{State: StateDone}, spans, nil)
	if err != nil {
		panic(err)
	}
	return set
}

func TestEditsOfTheWholeModelThatDoNotFitAreRefused(t *testing.T) {
	without := func(change func(*Scheme)) ChangeScheme {
		s := richScheme.Clone()
		change(s)
		return ChangeScheme{s}
	}
	for _, tt := range []struct {
		name string
		edit Edit
		want string
	}{
		{"span of nobody", AddSpan{"one", "x", span("n", "date", 0, 6)}, `there is no annotator "x"`},
		{"span of an entry that is not there", AddSpan{"one", "zoë", entryOf(span("n", "actor", 0, 6), "x")}, `its entry "x" is not in the register`},
		{"span of an entry of another label", AddSpan{"one", "zoë", entryOf(span("n", "date", 0, 6), "shoigu")}, `its entry “Sergei Shoigu” is for the label "actor", and not for its own, "date"`},
		{"value of no attribute", ChangeSpan{"one", DefaultAnnotator, valued("b", Value{Attribute: "x", Text: "y"})}, `the label "actor" has no attribute "x"`},
		{"values out of order", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["named"][0], valuesOf["kind"][0])}, `the attribute "kind" is there twice or not in order`},
		{"value that is no option", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["kind"][2])}, `"c" is not among its options`},
		{"value that is empty", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["named"][2])}, `it is empty`},
		{"number out of bounds", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["often"][2])}, `4 is more than 3`},
		{"choices out of order", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["several"][2])}, `"x" is not in the order of the options`},
		{"flag that is none", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["sure"][2])}, `"yes" is neither true nor false`},
		{"text for a date", ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["when"][2])}, `it is no date`},
		{"state that is none", ChangeSet{"one", "zoë", About{State: "lost"}}, `its state "lost"`},
		{"tag that is none", ChangeSet{"one", "zoë", About{State: StateOpen, Tags: []Tag{{Label: "x"}}}}, `its tag "x" is not in the scheme`},
		{"tag twice", ChangeSet{"one", "zoë", About{State: StateOpen, Tags: []Tag{{Label: "genre"}, {Label: "genre"}}}}, `the tag "genre" is there twice`},
		{"two sets of one", AddDocument{document(t, "n", "text"), -1, []*Set{setBy("zoë"), setBy("zoë")}}, `the annotator "zoë" has two sets`},
		{"entry without a name", AddEntry{Entry{ID: "e", Label: "actor"}}, "it has no name"},
		{"entry twice", AddEntry{Entry{ID: "idle", Label: "actor", Name: "x"}}, `an entry with the ID "idle" is there already`},
		{"entry in use", RemoveEntry{"shoigu"}, `span "a" in “Title of one” points to “Sergei Shoigu”`},
		{"label of an entry in use", ChangeEntry{Entry{ID: "shoigu", Label: "demand", Name: "x"}}, `points to “Sergei Shoigu”`},
		{"relation to itself", AddRelation{related("n", Place{"one", "a"}, Place{"one", "a"})}, "it goes from a span to the same span"},
		{"relation to nothing", AddRelation{related("n", Place{"one", "a"}, Place{"one", "x"})}, `span "x": “Title of one” has no such span`},
		{"relation to another's", AddRelation{Relation{ID: "n", Label: "same", Annotator: "zoë", Origin: FromPerson, From: Place{"one", "a"}, To: Place{"one", "b"}}}, `span "b"`},
		{"relation of no label", ChangeRelation{Relation{ID: "across", Label: "x"}}, `its label "x" is not among the scheme's relations`},
		{"annotator twice", AddAnnotator{Annotator{"zoë", "Z"}, 0}, `is there already`},
		{"annotator with a set", RemoveAnnotator{"zoë"}, "they have a set on"},
		{"scheme without a label of an entry", without(func(s *Scheme) { s.Labels = s.Labels[2:]; s.Relations, s.Tags = nil, nil }), `it lacks the label "actor"`},
		{"scheme without a relation in use", without(func(s *Scheme) { s.Relations = s.Relations[:1] }), `it lacks the relation "same", which is in use`},
		{"scheme without a tag in use", without(func(s *Scheme) { s.Tags = s.Tags[1:] }), `it lacks the tag "genre"`},
		{"scheme without an option in use", without(func(s *Scheme) {
			a := &s.Tags[0].Attributes[0]
			a.Options, a.Default = a.Options[1:], nil
		}), `the tag "genre" of “Title of two” does not fit it`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := tt.edit.Apply(full(t))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestTheLastAnnotatorStays(t *testing.T) {
	if _, _, err := (RemoveAnnotator{DefaultAnnotator}).Apply(rich(t)); err == nil || !strings.Contains(err.Error(), "they are the only one") {
		t.Errorf("error %v", err)
	}
}

func TestMentionsAndRelationsAreFound(t *testing.T) {
	p := full(t)
	var mentions []string
	for m := range p.Mentions("shoigu") {
		mentions = append(mentions, m.Document.ID+" "+m.Annotator+" "+m.Span.ID)
	}
	if diff := cmp.Diff([]string{"one annotator-1 a", "two annotator-1 a"}, mentions); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]MentionCount{"shoigu": {Spans: 2}}, p.MentionCounts()); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	var at []string
	for r := range p.RelationsOf(DefaultAnnotator, Place{"one", "a"}) {
		at = append(at, r.ID)
	}
	if diff := cmp.Diff([]string{"across", "within"}, at); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	for r := range p.RelationsOf("zoë", Place{"one", "a"}) {
		t.Errorf("another's relation %q", r.ID)
	}
	if p.EntryCount() != 2 || p.EntryAt(0).Name != "Nobody" || p.RelationCount() != 2 {
		t.Errorf("%d entries, the first %q; %d relations", p.EntryCount(), p.EntryAt(0).Name, p.RelationCount())
	}
}

func TestWhatTheWholeModelTouches(t *testing.T) {
	want := []Target{
		{Document: "one", Annotator: "zoë"}, {Entry: "e"}, {Relation: "r"}, {Scheme: true},
		{Document: "three"}, {Document: "three", Annotator: "zoë"}, {Document: "three", Annotator: "zoë", Span: "a"},
	}
	got := slices.Collect(Touched(Batch{[]Edit{
		ChangeSet{"one", "zoë", About{}}, AddEntry{Entry{ID: "e"}}, ChangeEntry{Entry{ID: "e"}}, RemoveEntry{"e"},
		AddRelation{Relation{ID: "r"}}, ChangeRelation{Relation{ID: "r"}}, RemoveRelation{"r"},
		AddAnnotator{}, ChangeAnnotator{}, RemoveAnnotator{}, RenameProject{}, ChangeScheme{},
		AddDocument{document(t, "three", "text"), 0, []*Set{setBy("zoë", span("a", "actor", 0, 1))}},
	}}))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
