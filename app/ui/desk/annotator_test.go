package desk

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/session"
)

func TestThePageTellsWhenOneWorksAsAnotherWithoutHavingChosenTo(t *testing.T) {
	s, _, err := session.Open(t.Context(), session.Start{Scheme: annotations.DefaultScheme()})
	if err != nil {
		t.Fatal(err)
	}
	first := s.Project().Annotators()[0].Name
	d := New(nil)
	d.Session, d.AnnotatorID = s, "ann"
	d.FollowAnnotator()
	d.me = annotations.Annotator{} // as when somebody else is chosen
	if err := s.Do(annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1}); err != nil {
		t.Fatal(err)
	}
	d.FollowAnnotator()
	if len(d.Notices.List) > 0 {
		t.Errorf("told of a choice: %v", d.Notices.List)
	}
	d.Selection.Span, d.Selection.Several, d.ComparedID = "s", &SpanChoice{}, s.Project().Annotators()[0].ID
	s.Undo()
	d.FollowAnnotator()
	d.FollowAnnotator()
	if d.Selection.Span != "" || d.Selection.Several != nil || d.ComparedID != "" {
		t.Errorf("left chosen %q and %v, compared with %q", d.Selection.Span, d.Selection.Several, d.ComparedID)
	}
	s.Redo()
	d.FollowAnnotator()
	var told []string
	for _, n := range d.Notices.List {
		told = append(told, n.Sentences...)
	}
	want := []string{
		"Ann is in this project now. From now on you work as Ann, and no longer as " + first,
		"Ann is not in this project any more. From now on you work as " + first,
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}
