package annotations

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhatWasMadeElsewhereOfTheWholeModel takes an edit to a project that has
// changed meanwhile.
func TestWhatWasMadeElsewhereOfTheWholeModel(t *testing.T) {
	base := full(t)
	later := func(edits ...Edit) *Project { return apply(t, base, Batch{edits}) }
	noActors := richScheme.Clone()
	noActors.Labels = noActors.Labels[2:]
	noActors.Relations, noActors.Tags = nil, nil
	bare := apply(t, rich(t), ChangeScheme{noActors})
	fewer := richScheme.Clone()
	fewer.Labels[0].Attributes = fewer.Labels[0].Attributes[1:]
	trimmed := apply(t, base, ChangeScheme{fewer})
	idle := Entry{ID: "idle", Label: "actor", Name: "Nobody at all"}
	valuedAtB := valued("b", valuesOf["kind"][0], valuesOf["named"][0])
	for _, tt := range []struct {
		name, why string
		project   *Project
		edit      Edit
		want      Edit
		dropped   []string
	}{
		{"entry that was removed", "the later edit stays", later(RemoveEntry{"idle"}), ChangeEntry{idle}, AddEntry{idle}, nil},
		{"entry that is there", "", base, AddEntry{idle}, ChangeEntry{idle}, nil},
		{"entry whose label was removed", "", bare, AddEntry{idle}, Batch{}, []string{"its label was removed meanwhile"}},
		{"entry that came into use", "", base, RemoveEntry{"shoigu"}, Batch{}, []string{"the entry “Sergei Shoigu” could not be removed: it is in use meanwhile"}},
		{"label of an entry that came into use", "the rest of it is changed", base, ChangeEntry{Entry{ID: "shoigu", Label: "demand", Name: "S"}},
			ChangeEntry{Entry{ID: "shoigu", Label: "actor", Name: "S"}}, []string{"stays with its label"}},
		{"entry that is gone", "it is done already", later(RemoveEntry{"idle"}), RemoveEntry{"idle"}, Batch{}, nil},
		{"span of an entry that is gone", "it is kept without it", later(RemoveEntry{"idle"}),
			AddSpan{"one", DefaultAnnotator, entryOf(span("n", "actor", 0, 6), "idle")}, AddSpan{"one", DefaultAnnotator, span("n", "actor", 0, 6)},
			[]string{"is kept without its entry"}},
		{"span of values of which one is gone", "it is kept without that", trimmed, ChangeSpan{"one", DefaultAnnotator, valuedAtB},
			ChangeSpan{"one", DefaultAnnotator, valued("b", valuesOf["named"][0])}, []string{"without a value of “kind”"}},
		{"span of an annotator who is gone", "", base, AddSpan{"one", "x", span("n", "actor", 0, 6)}, Batch{}, []string{`there is no annotator "x"`}},
		{"tags of which one is gone", "", apply(t, rich(t), Batch{[]Edit{ChangeScheme{noTags()}, AddDocument{Document: document(t, "one", "text")}}}),
			ChangeSet{"one", DefaultAnnotator, About{State: StateDone, Tags: []Tag{{Label: "genre"}}}},
			ChangeSet{"one", DefaultAnnotator, About{State: StateDone}}, []string{"the tag “genre” of “Title of one” could not be kept"}},
		{"set of a document that is gone", "", later(RemoveDocument{"two"}), ChangeSet{"two", "zoë", About{State: StateOpen}}, Batch{}, []string{"its article was removed meanwhile"}},
		{"relation that is there", "", base, AddRelation{related("across", Place{"one", "a"}, Place{"one", "b"})}, ChangeRelation{related("across", Place{"one", "a"}, Place{"one", "b"})}, nil},
		{"relation that was removed", "the later edit stays", later(RemoveRelation{"within"}), ChangeRelation{related("within", Place{"one", "a"}, Place{"one", "c"})}, AddRelation{related("within", Place{"one", "a"}, Place{"one", "c"})}, nil},
		{"relation of a span that was removed", "", later(RemoveSpan{"one", DefaultAnnotator, "b"}), AddRelation{related("n", Place{"one", "a"}, Place{"one", "b"})}, Batch{}, []string{"a relation could not be kept"}},
		{"relation that is gone", "it is done already", later(RemoveRelation{"within"}), RemoveRelation{"within"}, Batch{}, nil},
		{"annotator who is there", "", base, AddAnnotator{Annotator{"zoë", "Zed"}, 0}, ChangeAnnotator{Annotator{"zoë", "Zed"}}, nil},
		{"annotator who was removed", "", rich(t), ChangeAnnotator{Annotator{"zoë", "Zed"}}, AddAnnotator{Annotator{"zoë", "Zed"}, -1}, nil},
		{"annotator behind more than there are", "", rich(t), AddAnnotator{Annotator{"zoë", "Zed"}, 7}, AddAnnotator{Annotator{"zoë", "Zed"}, 1}, nil},
		{"annotator who has said something", "", base, RemoveAnnotator{"zoë"}, Batch{}, []string{"the annotator “Zoë” could not be removed: they have a set"}},
		{"annotator who is gone", "it is done already", rich(t), RemoveAnnotator{"zoë"}, Batch{}, nil},
		{"the project's name", "", base, RenameProject{"x"}, RenameProject{"x"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, dropped := Reconcile(tt.edit, tt.project)
			if len(dropped) != len(tt.dropped) {
				t.Fatalf("dropped %v, want %v: %s", dropped, tt.dropped, tt.why)
			}
			for i, err := range dropped {
				if !strings.Contains(err.Error(), tt.dropped[i]) {
					t.Errorf("dropped %v, want %q", err, tt.dropped[i])
				}
			}
			want, next := checkEdit(t, tt.project, tt.want), checkEdit(t, tt.project, got)
			if diff := cmp.Diff(say(want), say(next)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.why, diff)
			}
			if got.kind() != tt.want.kind() {
				t.Errorf("%s, want %s", got.kind(), tt.want.kind())
			}
		})
	}
}

func noTags() *Scheme {
	s := richScheme.Clone()
	s.Tags = nil
	return s
}

func TestASchemeFromElsewhereKeepsWhatHasComeIntoUse(t *testing.T) {
	p := full(t)
	smaller := &Scheme{Name: "smaller", Labels: []Label{{ID: "date", Name: "Date", Key: "1", Color: "#009E73"}}}
	fits, dropped := Reconcile(ChangeScheme{smaller}, p)
	next := checkEdit(t, p, fits)
	var kept []string
	for _, l := range next.Scheme().Labels {
		kept = append(kept, l.ID+" "+l.Key)
	}
	if diff := cmp.Diff([]string{"date 1", "actor "}, kept); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
	if s := next.Scheme(); len(s.Tags) != 1 || len(s.Relations) != 1 || len(dropped) != 3 {
		t.Errorf("%d tags, %d relations, dropped %v", len(s.Tags), len(s.Relations), dropped)
	}
}
