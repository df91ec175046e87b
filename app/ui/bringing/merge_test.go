package bringing

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/merge"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

func TestWhatIsDoneWithAFileIsSaidInNumbers(t *testing.T) {
	one := merge.Plan{Adds: merge.Tally{Articles: 1, Annotators: 1, Spans: 14, Entries: 2}, Conflicts: make([]merge.Conflict, 2)}
	nothing := merge.Plan{}
	for _, tt := range []struct {
		i            importing
		apart, merge string
	}{
		{importing{read: make([]*session.Incoming, 1), holds: merge.Tally{Articles: 3, Annotators: 2, Spans: 41}, merging: []merge.Plan{one}},
			"Open as a project of its own: 3 articles, 2 annotators, 41 spans",
			"Merge into “Lesson”: adds 1 article, 1 annotator, 14 spans, 2 register entries; 2 differences to decide"},
		{importing{read: make([]*session.Incoming, 2), holds: merge.Tally{Relations: 1}, merging: []merge.Plan{one, one}},
			"Open together as one new project: 1 relation",
			"Merge into “Lesson”: adds 2 articles, 2 annotators, 28 spans, 4 register entries; 4 differences to decide"},
		{importing{read: make([]*session.Incoming, 1), merging: []merge.Plan{nothing}},
			"Open as a project of its own: nothing in it yet",
			"Merge into “Lesson”: adds no article, annotator or span"},
		{importing{read: make([]*session.Incoming, 1), alone: true, merging: []merge.Plan{nothing}},
			"Open as a project of its own: not possible here, since this browser keeps nothing",
			"Merge into “Lesson”: adds no article, annotator or span"},
	} {
		got := []string{tt.i.apartWords(), tt.i.mergeWords("Lesson")}
		if diff := cmp.Diff([]string{tt.apart, tt.merge}, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	if got := planWords(nothing) + "; " + planWords(one); got != "Nothing new; 1 article, 1 annotator, 14 spans, 2 register entries; 2 differences to decide" {
		t.Errorf("of two files is said %q", got)
	}
}

func TestWhatThereIsToGoByIsSaidOfAPerson(t *testing.T) {
	here := []annotations.Annotator{{ID: "a", Name: "Anna"}, {ID: "b", Name: "Ben"}}
	for _, tt := range []struct {
		person merge.Person
		want   string
	}{
		{merge.Person{ID: "a", Contested: true}, "Several of these files have the same ID, and different marks. So each is somebody new, unless you say who."},
		{merge.Person{ID: "x"}, ""},
		{merge.Person{ID: "x", Like: "b", Shared: 12}, "“Ben” has 12 of these spans here."},
		{merge.Person{ID: "b", Known: true}, "The ID in the file is that of “Ben”."},
	} {
		if got := personHint(tt.person, here); got != tt.want {
			t.Errorf("of %+v is said %q, want %q", tt.person, got, tt.want)
		}
	}
}

func TestFilesThatAreNotTakenInAreToldTogetherAndThoseThatCanBeRepairedAreOffered(t *testing.T) {
	broken := &format.BrokenError{Problems: make([]format.Note, 1)}
	files := []browser.File{{Name: "a.json"}, {Name: "b.json"}, {Name: "c.json"}}
	i := &importing{files: files, refused: []refusedFile{{files[0], errors.New("cut off")}, {files[1], broken}, {files[2], errors.New("newer")}}}
	room := New(desk.New(nil))
	n := &room.desk.Notices
	room.putRefusals(i, nil)
	if len(n.List) != 2 || n.List[1].Offer != repairImport {
		t.Errorf("told %+v", n.List)
	}
	want := []string{"a.json was not imported: cut off", "c.json was not imported: newer"}
	if diff := cmp.Diff(want, n.List[0].Sentences); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	*n = desk.Notices{}
	room.putRefusals(i, context.Canceled)
	if got := n.List[len(n.List)-1].Sentences[0]; got != "b.json was not imported, since not all in it fits together. Nothing here was changed." {
		t.Errorf("told last: %q", got)
	}
}

func TestWhoAgreesWhileAnImportIsWorkedOutNeedNotAgreeAgain(t *testing.T) {
	for _, tt := range []struct {
		why  string
		i    importing
		next importing
		err  error
		want bool
	}{
		{"a name was typed, and Enter pressed", importing{agreed: true}, importing{merging: []merge.Plan{{}}}, nil, true},
		{"nobody has said yes", importing{}, importing{merging: []merge.Plan{{}}}, nil, false},
		{"there is more to decide than was shown", importing{agreed: true}, importing{merging: []merge.Plan{{Conflicts: make([]merge.Conflict, 1)}}}, nil, false},
		{"it cannot be done", importing{agreed: true}, importing{}, errors.New("cut off"), false},
	} {
		if got := tt.i.take(&tt.next, tt.err); got != tt.want {
			t.Errorf("the import goes on: %v (%s)", got, tt.why)
		}
		if tt.i.agreed {
			t.Errorf("it is agreed to what is worked out next, too (%s)", tt.why)
		}
	}
}

func TestASideIsTakenInOneConflictOrInAll(t *testing.T) {
	conflicts := func() []merge.Conflict {
		return []merge.Conflict{{ID: "x", Side: merge.Ours}, {ID: "y", Side: merge.Ours}}
	}
	i := &importing{read: []*session.Incoming{{}, {}}, merging: []merge.Plan{{Conflicts: conflicts()}, {Conflicts: conflicts()}}}
	sides := func() (all []merge.Side) {
		for _, plan := range i.merging {
			for _, c := range plan.Conflicts {
				all = append(all, c.Side)
			}
		}
		return all
	}
	const ours, theirs = merge.Ours, merge.Theirs
	i.keep(1, "x", theirs)
	i.keep(1, "y", theirs)
	i.keep(1, "x", ours)
	if diff := cmp.Diff([]merge.Side{ours, ours, ours, theirs}, sides()); diff != "" {
		t.Errorf("one by one (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]merge.Side{"x": ours, "y": theirs}, i.read[1].Choices.Sides); diff != "" || i.read[0].Choices.Sides != nil {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	i.keep(0, "", theirs)
	if diff := cmp.Diff([]merge.Side{theirs, theirs, theirs, theirs}, sides()); diff != "" || i.read[1].Choices.Sides != nil {
		t.Errorf("all (-want +got):\n%s", diff)
	}
}

func TestAProjectOfOnesOwnOpensWhereThereIsSomething(t *testing.T) {
	articles, err := desk.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotations.BeginProject("me", annotations.DefaultScheme(), articles...)
	if err != nil {
		t.Fatal(err)
	}
	if got := desk.FirstOf(p, "me"); got != articles[0].ID {
		t.Errorf("opened %q", got)
	}
	lesson, _ := uitest.Project(t, 1)
	brought, _ := lesson.Document("d")
	p = uitest.Apply(t, p, annotations.AddDocument{Document: brought, At: -1})
	if got := desk.FirstOf(p, "me"); got != "d" {
		t.Errorf("opened %q, want what did not come with the program", got)
	}
	p = uitest.Apply(t, p, annotations.ChangeSet{Document: articles[2].ID, Annotator: "me", About: annotations.About{State: annotations.StateDone}})
	if got := desk.FirstOf(p, "me"); got != articles[2].ID {
		t.Errorf("opened %q, want what one has been at", got)
	}
}
