package bringing

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
)

// decided is a question about so many files, with what they come to.
func decided(files int, alone bool, holds annotations.Tally, merging ...intake.Plan) *incoming {
	d := &importing.Decision{Files: make([]*session.Incoming, files), Alone: alone}
	d.Holds, d.Merging = holds, merging
	return &incoming{Decision: d}
}

func TestWhatIsDoneWithAFileIsSaidInNumbers(t *testing.T) {
	one := intake.Plan{Adds: annotations.Tally{Articles: 1, Annotators: 1, Spans: 14, Entries: 2}, Conflicts: make([]intake.Conflict, 2)}
	nothing := intake.Plan{}
	for _, tt := range []struct {
		i            *incoming
		apart, merge string
	}{
		{decided(1, false, annotations.Tally{Articles: 3, Annotators: 2, Spans: 41}, one),
			"Open as a project of its own: 3 articles, 2 annotators, 41 spans",
			"Merge into “Lesson”: adds 1 article, 1 annotator, 14 spans, 2 register entries; 2 differences to decide"},
		{decided(2, false, annotations.Tally{Relations: 1}, one, one),
			"Open together as one new project: 1 relation",
			"Merge into “Lesson”: adds 2 articles, 2 annotators, 28 spans, 4 register entries; 4 differences to decide"},
		{decided(1, false, annotations.Tally{}, nothing),
			"Open as a project of its own: nothing in it yet",
			"Merge into “Lesson”: adds no article, annotator or span"},
		{decided(1, true, annotations.Tally{}, nothing),
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
		person intake.Person
		want   string
	}{
		{intake.Person{ID: "a", Contested: true}, "Several of these files have the same ID, and different marks. So each is somebody new, unless you say who."},
		{intake.Person{ID: "x"}, ""},
		{intake.Person{ID: "x", Like: "b", Shared: 12}, "“Ben” has 12 of these spans here."},
		{intake.Person{ID: "b", Known: true}, "The ID in the file is that of “Ben”."},
	} {
		if got := personHint(tt.person, here); got != tt.want {
			t.Errorf("of %+v is said %q, want %q", tt.person, got, tt.want)
		}
	}
}

func TestFilesThatAreNotTakenInAreToldTogetherAndThoseThatCanBeRepairedAreOffered(t *testing.T) {
	broken := &format.BrokenError{Problems: make([]format.Note, 1)}
	files := []session.File{{Name: "a.json"}, {Name: "b.json"}, {Name: "c.json"}}
	i := &incoming{files: files}
	refused := []importing.Refusal{{File: files[0], Err: errors.New("cut off")}, {File: files[1], Err: broken}, {File: files[2], Err: errors.New("newer")}}
	room := New(desk.New(nil))
	n := &room.desk.Notices
	room.putRefusals(i, refused, nil)
	if len(n.List) != 2 || n.List[1].Offer != repairImport {
		t.Errorf("told %+v", n.List)
	}
	want := []string{"a.json was not imported: cut off", "c.json was not imported: newer"}
	if diff := cmp.Diff(want, n.List[0].Sentences); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	*n = desk.Notices{}
	room.putRefusals(i, refused, context.Canceled)
	if got := n.List[len(n.List)-1].Sentences[0]; got != "b.json was not imported, since not all in it fits together. Nothing here was changed." {
		t.Errorf("told last: %q", got)
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
