package annotators

import (
	"slices"
	"strings"
	"testing"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
)

// withAnn is a room in which Ann has marked “Shoigu” as an actor and “Syria” as a
// date, and the reader “Shoigu” as an actor.
func withAnn(t *testing.T) (d *desktest.Desk, room *Room, shoigu, syria string) {
	t.Helper()
	d = desktest.New(t)
	first := d.Me()
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	d.AnnotatorID = "ann"
	shoigu, syria = d.Mark(t, "actor", "Shoigu"), d.Mark(t, "date", "Syria")
	d.AnnotatorID = first
	return d, New(d.Desk), shoigu, syria
}

func dialogOf(room *Room) *annotatorsDialog { return room.Render().(*annotatorsDialog) }

// press presses a button of an annotator's row.
func press(d *desktest.Desk, room *Room, act, annotator string) {
	dialogOf(room).onRow(d.Context, desktest.Press(desktest.Element(map[string]string{"act": act, "annotator": annotator})))
	d.Settle()
}

func TestTheDialogSaysHowFarEachIs(t *testing.T) {
	d, room, _, _ := withAnn(t)
	if got := desktest.Seen(room.Render()); got != "" {
		t.Errorf("before it opens there is %q", got)
	}
	room.Open()
	desktest.MustSay(t, desktest.Seen(room.Render()), "Nothing yet Work as Compare Rename Delete", "Ann 1 article, 0 done · 2 spans Work as Compare Rename Delete", "Add annotator")
	dialogOf(room).onClose(d.Context, desktest.PressOn("do", ""))
	if got := desktest.Seen(room.Render()); got != "" {
		t.Errorf("closed, there is %q", got)
	}
}

func TestOneWorksAsAnotherOrComparesWithThem(t *testing.T) {
	d, room, _, _ := withAnn(t)
	room.Open()
	press(d, room, "beside", "ann")
	if d.ComparedID != "ann" {
		t.Errorf("compared with %q", d.ComparedID)
	}
	press(d, room, "beside", "ann")
	if d.ComparedID != "" {
		t.Error("a second press still compares")
	}
	press(d, room, "work", "ann")
	if d.Me() != "ann" {
		t.Errorf("one works as %q", d.Me())
	}
}

func TestAnAnnotatorWhoHasSaidSomethingIsAskedAboutFirst(t *testing.T) {
	d, room, _, _ := withAnn(t)
	room.Open()
	press(d, room, "delete", "ann")
	desktest.MustSay(t, desktest.Seen(room.Render()), "Delete Ann with 2 spans in 1 article? Undo brings everything back.", "Delete all of it")
	press(d, room, "stop", "ann")
	if _, there := d.Desk.Session.Project().Annotator("ann"); !there || room.colleagues.dialog.removing != "" {
		t.Error("who was kept is gone, or still asked about")
	}
	press(d, room, "remove", "ann")
	if _, there := d.Desk.Session.Project().Annotator("ann"); there {
		t.Error("Ann is still there")
	}
	if got := d.Told(); !slices.Equal(got, []string{"Ann is deleted"}) || d.Notices.List[0].Undo == 0 {
		t.Errorf("told is %q", got)
	}
}

func TestAnAnnotatorWhoHasSaidNothingGoesAtOnce(t *testing.T) {
	d, room, _, _ := withAnn(t)
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "bo", Name: "Bo"}, At: -1})
	room.Open()
	press(d, room, "delete", "bo")
	if _, there := d.Desk.Session.Project().Annotator("bo"); there {
		t.Error("Bo is still there")
	}
}

func TestAnAnnotatorIsNamedInTheirRow(t *testing.T) {
	d, room, _, _ := withAnn(t)
	room.Rename("ann")
	desktest.MustSay(t, desktest.Seen(room.Render()), "[Ann] Keep Cancel")
	dialogOf(room).onRename(d.Context, desktest.PressOn("do", "")) // where no browser is, the field is empty
	desktest.MustSay(t, desktest.Seen(room.Render()), "An annotator needs a name.")
	press(d, room, "rename", "ann")
	if room.colleagues.dialog.trouble != "" || room.colleagues.dialog.renaming != "ann" {
		t.Error("the trouble of before is still told")
	}
	dialogOf(room).onAdd(d.Context, desktest.PressOn("do", ""))
	if n := len(d.Desk.Session.Project().Annotators()); n != 2 {
		t.Errorf("one without a name is added: there are %d", n)
	}
}

func TestTwoAnnotatorsAreNotCalledTheSame(t *testing.T) {
	_, room, _, _ := withAnn(t)
	for _, tt := range []struct{ id, name, want, why string }{
		{"", "Ann", "There is an annotator of that name already.", "a new one"},
		{"ann", "Ann", "", "one keeps one’s own"},
		{"", "Bo", "", "nobody is called so"},
		{"", "", "An annotator needs a name.", "none"},
	} {
		if got := room.nameTrouble(tt.id, tt.name); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestTheKeyComparesWithOneAfterTheOtherAndThenNobody(t *testing.T) {
	d, room, _, _ := withAnn(t)
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "bo", Name: "Bo"}, At: -1})
	for _, want := range []string{"ann", "bo", "", "ann"} {
		if room.compareNext(); d.ComparedID != want {
			t.Errorf("compared with %q, want %q", d.ComparedID, want)
		}
	}
	if alone := New(desktest.New(t).Desk); alone.compareNext() {
		t.Error("there is somebody where one is alone")
	}
}

func TestTheListOfTheOthersSpansSaysWhatOneHasOneself(t *testing.T) {
	d, room, _, _ := withAnn(t)
	if room.SharesClass() != "alone" || desktest.Seen(room.RenderTheirSpans()) != "" {
		t.Error("there is a list though one compares with nobody")
	}
	d.Mark(t, "demand", "Shoigu")
	d.CompareWith("ann")
	if room.SharesClass() != "shares" {
		t.Error("one’s own list takes all the room")
	}
	desktest.MustSay(t, desktest.Seen(room.RenderTheirSpans()), "Spans of", "Ann", "2")
	room.drawTheirs()
	r := room.colleagues.theirs
	var got []string
	for i := range r.Count() {
		row := r.Row(i)
		got = append(got, row.Parts[1].Text+": "+row.Parts[3].Text+", "+row.Parts[2].Text)
	}
	want := []string{"Actor: Shoigu, yours: Demand", "Date: Syria, not yours"}
	if !slices.Equal(got, want) {
		t.Errorf("the rows are %q, want %q", got, want)
	}
}

func TestBesideOnesOwnSpanStandsWhatTheOtherHas(t *testing.T) {
	d, room, _, _ := withAnn(t)
	own := func(label, words string) *annotations.Span {
		id := d.Mark(t, label, words)
		s, _ := d.Set().Span(id)
		return s
	}
	same, other, alone := own("actor", "Shoigu"), own("demand", "Syria"), own("actor", "Akar")
	if got := room.Beside(same); got != "" {
		t.Errorf("without a comparison it says %q", got)
	}
	d.CompareWith("ann")
	for s, want := range map[*annotations.Span]string{
		same: "Ann has the same.", other: "Ann has this as Date.", alone: "Ann has nothing exactly here.",
	} {
		if got := room.Beside(s); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestASpanOfTheOtherIsLookedAtAndMarkedToo(t *testing.T) {
	d, room, _, syria := withAnn(t)
	d.CompareWith("ann")
	if got := desktest.Seen(room.RenderTheirSpan()); got != "" {
		t.Errorf("nothing is looked at, and there is %q", got)
	}
	(&theirSpans{Room: room, Name: "Ann"}).onSpan(d.Context, desktest.PressOn("theirs", syria))
	desktest.MustSay(t, desktest.Seen(room.RenderTheirSpan()), "Ann", "Syria", "Date · not yours", "Mark it too")
	room.drawTheirs()
	if row := room.colleagues.theirs.Row(1); row.Current != "true" {
		t.Error("its row is not marked in the list")
	}
	room.RenderTheirSpan().(*theirDetails).onTake(d.Context, desktest.PressOn("do", ""))
	if got := d.Marked(); !slices.Equal(got, []string{"date: Syria"}) {
		t.Errorf("marked is %q", got)
	}
	if s, _ := d.Set().Span(d.Selection.Span); s == nil || s.ID == syria || d.Said != "Date: Syria" {
		t.Errorf("chosen is %q, said is %q", d.Selection.Span, d.Said)
	}
	d.LookAt(syria)
	details := room.RenderTheirSpan().(*theirDetails)
	desktest.MustSay(t, desktest.Seen(details), "yours too")
	if strings.Contains(desktest.Seen(details), "Mark it too") {
		t.Error("what one has is offered again")
	}
	details.onClose(d.Context, desktest.PressOn("do", ""))
	if d.Selection.Theirs != "" {
		t.Error("it is still looked at")
	}
	(&theirSpans{Room: room, Name: "Ann"}).onClose(d.Context, desktest.PressOn("do", ""))
	if d.ComparedID != "" {
		t.Error("it is still compared")
	}
}

func TestWhoHasNothingIsOfferedACopy(t *testing.T) {
	d, room, _, _ := withAnn(t)
	desktest.MustSay(t, desktest.Seen(room.RenderCopyOffer()), "Start from a copy of", "Ann", "2 spans")
	room.RenderCopyOffer().(*copyOffer).onCopy(d.Context, desktest.PressOn("from", "ann"))
	if got := d.Marked(); !slices.Equal(got, []string{"actor: Shoigu", "date: Syria"}) {
		t.Errorf("marked is %q", got)
	}
	if got := d.Told(); !slices.Equal(got, []string{"2 spans copied from Ann"}) {
		t.Errorf("told is %q", got)
	}
	if got := desktest.Seen(room.RenderCopyOffer()); got != "" {
		t.Errorf("who has something is offered %q", got)
	}
	d.Desk.Session.Undo()
	if got := d.Marked(); len(got) > 0 {
		t.Errorf("after one undo there is %q", got)
	}
}

func TestTheNameOfAnAnnotatorIsGoneOnWith(t *testing.T) {
	d, room, _, _ := withAnn(t)
	kind := room.Registration().Written[desk.AnnotatorWriting]
	for _, tt := range []struct {
		of, want string
		there    bool
	}{{"ann", "Ann", true}, {"", "", true}, {"gone", "", false}} {
		if got, there := kind.Now([]string{tt.of}); got != tt.want || there != tt.there {
			t.Errorf("of %q: %q, %v", tt.of, got, there)
		}
	}
	kind.Open([]string{"ann"})
	if !d.WasAsked("OpenAnnotators") || room.colleagues.dialog.renaming != "ann" {
		t.Errorf("asked %q, naming %q", d.Asked.Asked, room.colleagues.dialog.renaming)
	}
}
