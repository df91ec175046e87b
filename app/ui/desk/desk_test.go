package desk_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/corpus"
)

// withAnn adds an annotator called Ann, and spans of hers by their ranges.
func withAnn(t *testing.T, d *desktest.Desk, spans ...annotations.Range) {
	t.Helper()
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	for i, at := range spans {
		d.Apply(t, annotations.AddSpan{Document: "d1", Annotator: "ann", Span: annotations.Span{
			ID: "of-ann-" + string(rune('1'+i)), Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{at},
		}})
	}
}

func TestAnEditIsMadeToldOfAndDrawn(t *testing.T) {
	d := desktest.New(t)
	d.Notices.Add(desk.Done, "What was done before.")
	add := d.AddingSpan(annotations.Span{ID: "s", Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 0, End: 6}}})
	if !d.Do(add) {
		t.Fatal("it was not made")
	}
	if diff := cmp.Diff([]string{"actor: Shoigu"}, d.Marked()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Done", "Refresh"}, d.Asked.Asked); diff != "" || len(d.Told()) > 0 {
		t.Errorf("still told %q; asked (-want +got):\n%s", d.Told(), diff)
	}
	if d.Do(add) {
		t.Error("the same span was added twice")
	}
	if told := d.Told(); len(told) != 1 || !strings.HasPrefix(told[0], "That could not be done: ") {
		t.Errorf("told %q", told)
	}
}

func TestNothingIsChangedWhileThePageOpens(t *testing.T) {
	d := desktest.New(t)
	d.Stage, d.OpeningPercent = desk.Previewing, 40
	if d.Do(d.RemovingSpan("s")) || d.Said != "Opening your articles… 40 %" || !slices.Contains(d.Fake.Told, "Refuse") {
		t.Errorf("said %q, of what is being written %q", d.Said, d.Fake.Told)
	}
	if d.ChangeSpan("gone", func(*annotations.Span) {}) {
		t.Error("a span that is gone was changed")
	}
}

func TestSeveralEditsAreOneStep(t *testing.T) {
	d := desktest.New(t)
	done := 0
	d.DoAll(nil, func() { done++ })
	before := d.Session.Revision()
	d.DoAll([]annotations.Edit{
		d.AddingSpan(annotations.Span{ID: "a", Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 0, End: 6}}}),
		d.AddingSpan(annotations.Span{ID: "b", Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 11, End: 15}}}),
	}, func() { done++ })
	if steps := d.Session.Revision() - before; steps != 1 || done != 2 {
		t.Errorf("%d steps, done %d times", steps, done)
	}
	d.DoAll([]annotations.Edit{d.RemovingSpan("gone")}, func() { done++ })
	if done != 2 {
		t.Error("what comes after is done although nothing was changed")
	}
}

func TestLongWorkGoesOnBesideThePage(t *testing.T) {
	d := desktest.New(t)
	batch := annotations.Batch{Edits: []annotations.Edit{
		d.AddingSpan(annotations.Span{ID: "a", Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 0, End: 6}}}),
	}}
	var then bool
	var why []string
	d.Beside(func() { d.DoLong(batch, func() { then = true }, func(w []string) { why = w }) })
	if !then || why != nil || len(d.Marked()) != 1 {
		t.Errorf("done %v, why not %q, marked %q", then, why, d.Marked())
	}
	then = false
	d.Beside(func() { d.DoLong(batch, func() { then = true }, func(w []string) { why = w }) })
	if then || len(why) != 1 || !strings.HasPrefix(why[0], "That could not be done") {
		t.Errorf("done again %v, why not %q", then, why)
	}
}

func TestAnErrandIsShownWhenItTakesLongAndCanBeCalledOff(t *testing.T) {
	d := desktest.New(t)
	var shown string
	var err error
	d.Beside(func() {
		err = d.Run("Reading files", func(ctx context.Context, tell session.Progress) error {
			tell("a.txt", 0.42)
			for !d.WasAsked("shown") {
				time.Sleep(desk.TellAfter / 10)
				d.OnPage(func() {
					if d.Busy() {
						shown = desktest.Text(d.RenderErrand())
						d.Asked.Asked = append(d.Asked.Asked, "shown")
					}
				})
			}
			return errors.New("the disk is full")
		})
	})
	if shown != "Reading files a.txt 42 % Cancel" || err == nil || err.Error() != "the disk is full" {
		t.Errorf("shown was %q, and it ended with %v", shown, err)
	}
	if d.Busy() || desktest.Text(d.RenderErrand()) != "" || !d.MayEdit() {
		t.Error("the errand is still shown")
	}
}

func TestAFaultInLongWorkIsItsError(t *testing.T) {
	d := desktest.New(t)
	var err error
	d.Beside(func() {
		err = d.Run("Reading files", func(context.Context, session.Progress) error { panic("no such row") })
	})
	if err == nil || !strings.Contains(err.Error(), "a fault of Spanwise: no such row") {
		t.Errorf("it ended with %v", err)
	}
}

func TestAChosenSpanIsGoneToAndTheInnermostIsMeant(t *testing.T) {
	d := desktest.New(t)
	long, short := d.Mark(t, "actor", "Shoigu met Akar"), d.Mark(t, "demand", "met")
	if got := d.Shortest([]string{long, short, "gone"}); got != short {
		t.Errorf("of the two %q is meant", got)
	}
	d.Panel = desk.SpansPanel
	d.Choose(short, []string{long, short})
	d.Settle()
	if d.ChosenLabel() != "demand" || d.Panel != desk.NoPanel || !d.WasAsked("Reveal {7 10}") || d.Selection.Last != short {
		t.Errorf("chosen is a %q, asked %q", d.ChosenLabel(), d.Asked.Asked)
	}
	if d.Choose("", nil); d.ChosenLabel() != "" || d.Selection.Last != short {
		t.Errorf("let go of, chosen is a %q, and the last %q", d.ChosenLabel(), d.Selection.Last)
	}
	d.Hold(long)
	if d.Selection.Span != long || d.Selection.Among != nil {
		t.Errorf("held is %+v", d.Selection)
	}
}

func TestASpanIsShownInWhicheverArticleItIs(t *testing.T) {
	d := desktest.New(t, "One met two.\n", "Three met four.\n")
	id := d.Mark(t, "actor", "One")
	d.ArticleID = "d2"
	d.ShowSpan(annotations.Place{Document: "d1", Span: "gone"})
	if len(d.Asked.Asked) > 0 {
		t.Errorf("for a span that is gone is asked %q", d.Asked.Asked)
	}
	d.ShowSpan(annotations.Place{Document: "d1", Span: id})
	d.Settle()
	if !d.WasAsked("ShowArticle d1 0") || !d.WasAsked("Paint") || d.Selection.Span != id {
		t.Errorf("chosen %q, asked %q", d.Selection.Span, d.Asked.Asked)
	}
	d.OpenWritten("d2")
	if d.WasAsked("ShowArticle d2 0") {
		t.Error("the article that is open is opened")
	}
	if d.OpenWritten("d1"); d.Asked.Asked[len(d.Asked.Asked)-1] != "ShowArticle d1 0" {
		t.Errorf("asked %q", d.Asked.Asked)
	}
}

func TestPressesChooseSpansTogether(t *testing.T) {
	press := func(held string) app.Event {
		return app.Event{Value: desktest.Object(map[string]any{held: true})}
	}
	d := desktest.New(t)
	first, second, third := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "actor", "Akar"), d.Mark(t, "demand", "Syria")
	if d.AlsoChooses(press("x"), first) || d.AlsoChooses(press("ctrlKey"), "gone") {
		t.Error("a plain press, or one on nothing, chooses several")
	}
	d.Choose(first, nil)
	if !d.AlsoChooses(press("shiftKey"), third) || d.Selection.Several.Count() != 3 || d.Said != "3 spans chosen" {
		t.Errorf("Shift reaches over %d, said %q", d.Selection.Several.Count(), d.Said)
	}
	d.AlsoChooses(press("ctrlKey"), second)
	if got := d.Selection.Several; got.Count() != 2 || got.Has(second) || got.Label != "" {
		t.Errorf("Ctrl leaves %d", got.Count())
	}
	d.AlsoChooses(press("metaKey"), third)
	if d.Selection.Several != nil || d.Selection.Span != first {
		t.Errorf("a single one is chosen as %q with %v", d.Selection.Span, d.Selection.Several)
	}
	d.AlsoChooses(press("metaKey"), third)
	if !d.LetGoOfSeveral() || d.LetGoOfSeveral() || d.Said != "No span chosen" {
		t.Errorf("said %q", d.Said)
	}
}

func TestThereIsSaidToBeNoOtherLikeTheOnlySpan(t *testing.T) {
	d := desktest.New(t)
	d.ChooseAlike(desk.SameLabel)
	if d.Said != "" {
		t.Errorf("with nothing chosen is said %q", d.Said)
	}
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	if d.ChooseAlike(desk.SameLabel); d.Said != "There is no other" || d.Selection.Several != nil {
		t.Errorf("said %q", d.Said)
	}
}

func TestSpansThatAreGoneAreNoLongerChosen(t *testing.T) {
	d := desktest.New(t)
	first, second := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "actor", "Akar")
	d.AlsoChoose(first, false)
	d.AlsoChoose(second, false)
	d.Apply(t, d.RemovingSpan(second))
	d.Selection.Within(d.Set())
	if got := d.Selection.Several; got.Count() != 1 || !got.Has(first) {
		t.Errorf("%d are chosen", got.Count())
	}
	d.Choose(first, nil)
	d.Apply(t, d.RemovingSpan(first))
	if d.Selection.Within(d.Set()); d.Selection.Span != "" {
		t.Error("it is still chosen")
	}
}

func TestTheChosenSpanIsOfferedForWhatIsSelectedNext(t *testing.T) {
	d := desktest.New(t)
	id := d.Mark(t, "actor", "Shoigu")
	d.Choose(id, nil)
	d.Select(t, "Akar")
	if s := d.Selection; s.Offered != id || s.Last != id || s.Span != "" || d.Selected() != "Akar" {
		t.Errorf("the selection is %+v", s)
	}
	d.Selection.Remember("")
	if d.Selection.Offered != "" || d.Selection.Last != id {
		t.Errorf("the selection is %+v", d.Selection)
	}
	d.Selection.Clear()
	if !d.Selection.Text.Empty() {
		t.Errorf("%q is selected", d.Selected())
	}
}

func TestOneWorksAsAnotherAndComparesWithAnother(t *testing.T) {
	d := desktest.New(t)
	withAnn(t, d, annotations.Range{Start: 0, End: 6})
	own := d.Mark(t, "demand", "Akar")
	d.CompareWith("ann")
	if c := d.Comparison(); c.Name != "Ann" || c.Count() != 1 || d.Said != "The spans of Ann are shown beside yours" {
		t.Errorf("compared with %q, %d spans, said %q", c.Name, c.Count(), d.Said)
	}
	d.Choose(own, nil)
	d.LookAt("of-ann-1")
	d.Settle()
	if d.Selection.Theirs != "of-ann-1" || d.Selection.Span != "" || d.Said != "Ann: Actor, Shoigu" || !d.WasAsked("Reveal {0 6}") {
		t.Errorf("looked at %q, chosen %q, said %q", d.Selection.Theirs, d.Selection.Span, d.Said)
	}
	before := d.Comparison()
	d.Selection.LookAt("")
	if diff := cmp.Diff([]annotations.Range{{Start: 0, End: 6}}, d.Comparison().ChangedSince(before)); diff != "" {
		t.Errorf("what looks different (-want +got):\n%s", diff)
	}
	d.WorkAs("ann")
	if d.Me() != "ann" || d.Comparison().Set != nil || d.Said != "You work as Ann" {
		t.Errorf("work as %q, said %q", d.Me(), d.Said)
	}
	if diff := cmp.Diff([]string{"actor: Shoigu"}, d.Marked()); diff != "" {
		t.Errorf("marked (-want +got):\n%s", diff)
	}
	asked := len(d.Asked.Asked)
	if d.WorkAs("ann"); len(d.Asked.Asked) != asked {
		t.Error("to work as oneself is a change")
	}
	if d.CompareWith(""); d.Said != "Nobody is compared with" {
		t.Errorf("said %q", d.Said)
	}
}

func TestProgressIsSaidOnceThereIsSome(t *testing.T) {
	d := desktest.New(t, "One.\n", "Two.\n")
	if got := d.Progress(); got != "" {
		t.Errorf("at first it is %q", got)
	}
	about := d.Set().About()
	about.State = annotations.StateDone
	d.Apply(t, annotations.ChangeSet{Document: "d1", Annotator: d.Me(), About: about})
	if got := d.Progress(); got != "1 of 2 done" {
		t.Errorf("it is %q", got)
	}
}

func TestTheFirstArticleIsOneThatWasWorkedInOrBrought(t *testing.T) {
	bundled, err := desk.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	brought, err := corpus.NewDocument("own", corpus.Details{Title: "Own"}, "A text.\n")
	if err != nil {
		t.Fatal(err)
	}
	project, err := annotations.NewProject(annotations.DefaultScheme(), append(slices.Clone(bundled), brought)...)
	if err != nil {
		t.Fatal(err)
	}
	if got := desk.FirstOf(project, annotations.DefaultAnnotator); got != "own" {
		t.Errorf("of articles without marks it is %q", got)
	}
	span := annotations.Span{ID: "s", Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 0, End: 3}}}
	marked, _, err := annotations.AddSpan{Document: bundled[1].ID, Annotator: annotations.DefaultAnnotator, Span: span}.Apply(project)
	if err != nil {
		t.Fatal(err)
	}
	if got := desk.FirstOf(marked, annotations.DefaultAnnotator); got != bundled[1].ID {
		t.Errorf("with marks in one it is %q", got)
	}
}

func TestWhenSomethingWasIsSaidWithWhatWasDoneSince(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 3, 0, 0, time.Local)
	at := desk.Moment{At: now.Add(-2 * time.Minute), Edits: 10}
	for _, tt := range []struct {
		m     desk.Moment
		edits int
		want  string
	}{
		{desk.Moment{}, 5, "Never"},
		{at, 10, "(nothing has changed since)"},
		{at, 13, "(3 edits ago)"},
		{at, 4, "(4 edits ago)"},
	} {
		if got := desk.MomentWords(tt.m, now, tt.edits); !strings.HasSuffix(got, tt.want) {
			t.Errorf("after %d edits: %q, want %q", tt.edits, got, tt.want)
		}
	}
}

func TestAMomentThatCannotBeReadIsNever(t *testing.T) {
	for text, never := range map[string]bool{
		`{"at":"2026-11-23T12:00:00Z","edits":3}`: false, "": true, "yesterday": true, `{"at":"2026-11-23T12:00:00Z","edits":-1}`: true,
	} {
		if got := desk.ReadMoment(text).Never(); got != never {
			t.Errorf("%s is never: %v", text, got)
		}
	}
}

func TestTheStateOfSavingIsSaidInOneWord(t *testing.T) {
	for state, want := range map[session.State]string{
		session.Saved: "Saved", session.Writing: "Saving…", session.Failed: "Not saved", session.Locked: "Reading",
	} {
		if got := desk.SavingText(session.Saving{State: state}); got != want {
			t.Errorf("%v is said as %q, want %q", state, got, want)
		}
	}
	if got := desk.SavingText(desktest.New(t).Session.Saving()); got != "Not kept" {
		t.Errorf("work that is not kept is said to be %q", got)
	}
}

func TestANoteFieldIsLeftByEscAndByCtrlEnter(t *testing.T) {
	for _, tt := range []struct {
		key  string
		held []string
		left bool
	}{{"Escape", nil, true}, {"Enter", []string{"Ctrl"}, true}, {"Enter", nil, false}, {"a", nil, false}} {
		if got := desk.Leaves(desktest.Stroke(tt.key, tt.held...)); got != tt.left {
			t.Errorf("%s with %q leaves: %v", tt.key, tt.held, got)
		}
	}
}

func TestANoteFieldShowsTheNoteAndIsKnownByItsKey(t *testing.T) {
	field := desktest.New(t).Note(desk.NoteField{Key: "key", Name: "Note on it", Note: "as it was"})
	if html := app.HTMLString(field); !strings.Contains(html, "Note on it") || !strings.Contains(html, "as it was") || !strings.Contains(html, `data-writing="key"`) {
		t.Errorf("the field is %s", html)
	}
}

func TestANoticeOffersToTakeBackWhatWasLost(t *testing.T) {
	d := desktest.New(t)
	if d.TellLost(0, "went."); len(d.Notices.List) > 0 {
		t.Errorf("nothing lost is told of: %q", d.Told())
	}
	d.Mark(t, "actor", "Shoigu")
	d.TellLost(2, "went.")
	n := d.Notices.List[0]
	if d.Told()[0] != "2 details went." || n.Undo != d.Session.Revision() || n.Kind != desk.Done {
		t.Errorf("told %q, undo at %d", d.Told(), n.Undo)
	}
	d.Notices.PutBelow(desk.Notice{Kind: desk.Warning, Sentences: []string{"below"}})
	d.Notices.Drop("2 details went.")
	if diff := cmp.Diff([]string{"below"}, d.Told()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
