package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
)

// open is a room with an article open in it: three lines, or those given.
func open(t *testing.T, texts ...string) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t, texts...)
	room := New(d.Desk, Slots{
		About: func() app.UI { return app.Text("about it") },
		Own:   func() app.UI { return app.Text("remove it") },
		Over:  func() []app.UI { return []app.UI{app.Text("over it")} },
	})
	room.follow()
	return d, room
}

// marked fails a test where something else is marked.
func marked(t *testing.T, d *desktest.Desk, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, d.Marked()); diff != "" {
		t.Errorf("marked (-want +got):\n%s", diff)
	}
}

func TestALabelMarksWhatIsSelected(t *testing.T) {
	d, room := open(t)
	d.Select(t, "Shoigu")
	if !room.UseLabel("actor") {
		t.Fatal("there was nothing to do")
	}
	marked(t, d, "actor: Shoigu")
	if d.Said != "Actor: Shoigu" {
		t.Errorf("said %q", d.Said)
	}
	if !d.Selection.Text.Empty() || d.Selection.Last == "" {
		t.Errorf("after the mark the selection is %+v", d.Selection)
	}
}

func TestTheSameMarkIsNotMadeTwice(t *testing.T) {
	d, room := open(t)
	id := d.Mark(t, "actor", "Shoigu")
	d.Select(t, "Shoigu")
	room.UseLabel("actor")
	marked(t, d, "actor: Shoigu")
	if d.Selection.Span != id || d.Said != "This is marked as Actor already" {
		t.Errorf("chosen %q, said %q", d.Selection.Span, d.Said)
	}
}

func TestALabelWithNothingSelectedOrChosenDoesNothing(t *testing.T) {
	d, room := open(t)
	if room.UseLabel("actor") {
		t.Error("it did something")
	}
	marked(t, d)
}

func TestALabelRelabelsWhatIsChosen(t *testing.T) {
	d, room := open(t)
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	room.UseLabel("demand")
	marked(t, d, "demand: Shoigu")
	if d.Said != "Label changed to Demand" {
		t.Errorf("said %q", d.Said)
	}
	before := d.Session.Revision()
	room.UseLabel("demand")
	if d.Session.Revision() != before {
		t.Error("the label that it has was given to it again")
	}
}

func TestDetailsThatANewLabelDoesNotHaveAreToldOf(t *testing.T) {
	d, room := open(t)
	id := d.Mark(t, "actor", "Shoigu")
	d.ChangeSpan(id, func(s *annotations.Span) {
		s.Values = annotations.WithValue(s.Values, annotations.Value{Attribute: "kind", Text: "person"})
	})
	d.Choose(id, nil)
	room.UseLabel("demand")
	if diff := cmp.Diff([]string{"1 detail went, which Demand does not have."}, d.Told()); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

func TestSpansOfALabelThatAreNotToOverlapAreNotMade(t *testing.T) {
	d, room := open(t)
	scheme := *d.Scheme()
	scheme.Labels = append([]annotations.Label(nil), scheme.Labels...)
	scheme.Labels[0].NoOverlap = true
	d.Apply(t, annotations.ChangeScheme{Scheme: &scheme})
	d.Mark(t, "actor", "Shoigu met")
	d.Select(t, "met Akar")
	room.UseLabel("actor")
	marked(t, d, "actor: Shoigu met")
	want := []string{"Not done: spans of Actor are not to overlap, and “Shoigu met” is one."}
	if diff := cmp.Diff(want, d.Told()); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	d.Select(t, "met Akar")
	room.UseLabel("demand")
	d.Choose(d.Selection.Last, nil)
	room.UseLabel("actor")
	marked(t, d, "actor: Shoigu met", "demand: met Akar")
}

func TestNothingIsMarkedWhileTheArticlesAreStillOpening(t *testing.T) {
	d, room := open(t)
	d.Stage = desk.Previewing
	d.Select(t, "Shoigu")
	room.UseLabel("actor")
	marked(t, d)
	if !strings.HasPrefix(d.Said, "Opening your articles") {
		t.Errorf("said %q", d.Said)
	}
}

func TestDeletingTakesWhatIsChosenAway(t *testing.T) {
	d, room := open(t)
	if room.DeleteChosen() {
		t.Error("something was deleted with nothing chosen")
	}
	d.Mark(t, "demand", "Syria")
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	if !room.DeleteChosen() {
		t.Error("there was nothing to do")
	}
	marked(t, d, "demand: Syria")
	if d.Said != "Span deleted" {
		t.Errorf("said %q", d.Said)
	}
}

// several chooses spans together.
func several(d *desktest.Desk, ids ...string) {
	for _, id := range ids {
		d.AlsoChoose(id, false)
	}
}

func TestSpansChosenTogetherAreChangedTogether(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(*Room) bool
		want []string
		said string
	}{
		{"relabelled", func(r *Room) bool { return r.UseLabel("demand") }, []string{"demand: Shoigu", "demand: Akar", "date: signed"}, "Demand: 2 spans"},
		{"deleted", (*Room).DeleteChosen, []string{"date: signed"}, "2 spans deleted"},
		{"merged", (*Room).addOrMerge, []string{"actor: Shoigu … Akar", "date: signed"}, "Merged 2 spans: Shoigu … Akar"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, room := open(t)
			d.Mark(t, "date", "signed")
			several(d, d.Mark(t, "actor", "Shoigu"), d.Mark(t, "actor", "Akar"))
			before := d.Session.Revision()
			if !tt.do(room) {
				t.Fatal("there was nothing to do")
			}
			marked(t, d, tt.want...)
			if d.Said != tt.said {
				t.Errorf("said %q, want %q", d.Said, tt.said)
			}
			if steps := d.Session.Revision() - before; steps != 1 {
				t.Errorf("it took %d steps", steps)
			}
		})
	}
}

func TestSpansOfTwoLabelsAreNotMerged(t *testing.T) {
	d, room := open(t)
	several(d, d.Mark(t, "actor", "Shoigu"), d.Mark(t, "demand", "Syria"))
	if !room.MergeSeveral() || d.Said != "Only spans of one label can be merged" {
		t.Errorf("said %q", d.Said)
	}
	marked(t, d, "actor: Shoigu", "demand: Syria")
}

func TestAPenMarksWhateverIsSelected(t *testing.T) {
	d, room := open(t)
	room.TakePen("actor")
	if d.Pen != "actor" || room.PenClass() != "pen" || !strings.HasPrefix(d.Said, "Actor is the pen") {
		t.Errorf("the pen is %q, said %q", d.Pen, d.Said)
	}
	room.setPick(desk.TextSelection{Start: 0, End: 6})
	marked(t, d, "actor: Shoigu")
	room.TakePen("actor")
	if d.Pen != "" || room.PenClass() != "no-pen" || d.Said != "Pen laid down" {
		t.Errorf("the pen is %q, said %q", d.Pen, d.Said)
	}
}

func TestATripleClickMarksTheParagraphInPlaceOfItsWord(t *testing.T) {
	d, room := open(t)
	room.TakePen("actor")
	room.pressed.count = 2
	room.setPick(desk.TextSelection{Start: 0, End: 6})
	room.pressed.count = 3
	room.setPick(desk.TextSelection{Start: 0, End: 16})
	marked(t, d, "actor: Shoigu met Akar.")
	room.setPick(desk.TextSelection{Start: 0, End: 16})
	marked(t, d, "actor: Shoigu met Akar.")
	d.Session.Undo()
	marked(t, d)
}

func TestAFingerTakesNoPen(t *testing.T) {
	d, room := open(t)
	room.pressed.touch = true
	room.TakePen("actor")
	if d.Pen != "" || d.Said != "Select text first, then press a label" {
		t.Errorf("the pen is %q, said %q", d.Pen, d.Said)
	}
}

func TestEnterChoosesTheSpanAtTheWord(t *testing.T) {
	d, room := open(t)
	long, short := d.Mark(t, "actor", "Shoigu met"), d.Mark(t, "date", "met")
	if room.chooseAtPick() {
		t.Error("something was chosen with nothing selected")
	}
	d.Select(t, "Akar")
	if room.chooseAtPick() {
		t.Error("something was chosen where nothing is marked")
	}
	d.Select(t, "met")
	if !room.chooseAtPick() || d.Selection.Span != short {
		t.Errorf("chose %q, want the shortest, %q", d.Selection.Span, short)
	}
	if diff := cmp.Diff([]string{long, short}, d.Selection.Among); diff != "" {
		t.Errorf("among (-want +got):\n%s", diff)
	}
	d.Asked.Answers = map[string]bool{"GiveSpans": true}
	d.Choose("", nil)
	d.Select(t, "met")
	if !room.chooseAtPick() || d.Selection.Span != "" {
		t.Errorf("chose %q, though another room had asked for a span", d.Selection.Span)
	}
}

func TestExactCharactersHoldUntilThePageIsClosedWhereNothingIsRemembered(t *testing.T) {
	d, room := open(t)
	room.setExact(true)
	if !room.exact || len(d.Told()) != 1 || !strings.HasPrefix(d.Told()[0], "This setting holds until the page is closed") {
		t.Errorf("exact is %v, told %q", room.exact, d.Told())
	}
	if got := app.HTMLString(room.RenderHead()); !strings.Contains(got, "checked") {
		t.Errorf("the switch is drawn as %s", got)
	}
	room.RenderHead().(*markingHead).onExact(d.On(desktest.Object(map[string]any{"checked": false})), app.Event{})
	if room.exact {
		t.Error("the switch does not turn it off")
	}
}
