package ui

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/desktest"
	"spanwise/app/ui/kit"
)

// open is a page with a project of articles open in it, and the desk of a test that
// is the page's own.
func open(t *testing.T, texts ...string) (*desktest.Desk, *Page) {
	t.Helper()
	return openOn(desktest.New(t, texts...))
}

func openOn(d *desktest.Desk) (*desktest.Desk, *Page) {
	p := NewPage()
	p.desk.Context, p.desk.Session, p.desk.ArticleID = d.Context, d.Session, d.ArticleID
	d.Desk = p.desk
	p.text.Start()
	p.labels.Start()
	p.refresh()
	return d, p
}

// bare is a page with a project without articles.
func bare(t *testing.T) (*desktest.Desk, *Page) {
	t.Helper()
	s, _, err := session.Open(t.Context(), session.Start{Scheme: annotations.DefaultScheme()})
	if err != nil {
		t.Fatal(err)
	}
	return openOn(desktest.Of(t, s))
}

// strike presses a key where an element has the keyboard that lies within others.
func strike(d *desktest.Desk, p *Page, key string, within ...string) bool {
	return p.onKey(d.Context, desktest.Key(key, desktest.Element(nil, within...)))
}

// onText is where the keyboard is while one reads.
const onText = "#" + kit.ArticleID

func TestThePageHasTheNamesByWhichItsPartsAreFound(t *testing.T) {
	d, p := open(t)
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	html := app.HTMLString(p)
	for _, name := range []string{"Articles", "Article text", "Labels", "Spans", "Span", "Undo", "Redo", "Export", "Import", "Open", "Saving state"} {
		if !strings.Contains(html, `aria-label="`+name+`"`) {
			t.Errorf("nothing is called %q", name)
		}
	}
}

func TestWhatIsMarkedIsCountedAndItsDetailsAreShown(t *testing.T) {
	d, p := open(t)
	if got := desktest.Text(p); !strings.Contains(got, "Spans 0") || !strings.Contains(got, "Nothing is marked in this article yet.") || !strings.Contains(got, "Select text, then press a label or its key.") {
		t.Errorf("the page reads %q", got)
	}
	d.Select(t, "Akar")
	if strike(d, p, "1", onText); len(d.Marked()) != 1 {
		t.Fatalf("marked %q", d.Marked())
	}
	d.Choose(d.Selection.Last, nil)
	if got := desktest.Text(p); !strings.Contains(got, "Spans 1") || !strings.Contains(got, "Characters 11–15") || !strings.Contains(got, "A label or its key relabels the chosen span.") {
		t.Errorf("the page reads %q", got)
	}
}

func TestTheLineAboveTheLabelsSaysWhatALabelWouldMark(t *testing.T) {
	d, p := open(t)
	d.Pen = "actor"
	if got := desktest.Text(p.renderPicked()); !strings.HasPrefix(got, "Actor is held as a pen") {
		t.Errorf("with a pen: %q", got)
	}
	d.Select(t, "Akar")
	if got := desktest.Text(p.renderPicked()); got != "Akar" {
		t.Errorf("with text selected: %q", got)
	}
	d.Pen = ""
	d.AlsoChoose(d.Mark(t, "actor", "Shoigu"), false)
	d.AlsoChoose(d.Mark(t, "actor", "Akar"), false)
	if got := desktest.Text(p.renderPicked()); got != "A label or its key relabels the chosen spans." {
		t.Errorf("with several chosen: %q", got)
	}
}

func TestAPageThatOpensSaysSo(t *testing.T) {
	p := NewPage()
	p.desk.OpeningPercent = 30
	if got := desktest.Text(p); got != "Opening your articles… 30 %" {
		t.Errorf("the page reads %q", got)
	}
}

func TestAProjectWithoutArticlesSaysHowToBringAFirst(t *testing.T) {
	d, p := bare(t)
	got := desktest.Text(p)
	for _, want := range []string{"This project has no articles yet", "Open text files…", "Paste a text", "Import a file…"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if strings.Contains(app.HTMLString(p), `aria-label="Labels"`) {
		t.Error("there are labels, and nothing to mark")
	}
	if strike(d, p, "?", onText) || strike(d, p, "1", onText) {
		t.Error("keys do something where there is nothing to mark")
	}
}

func TestWorkThatCannotBeOpenedIsSaidWithWhatHelps(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want []string
	}{
		{errors.New("the disk is broken"), []string{"The disk is broken.", "Reload the page", "Nothing was changed."}},
		{browser.ErrBlocked, []string{"This page goes on by itself as soon as it can."}},
		{session.ErrUnreadable, []string{"Set it aside and begin anew"}},
	} {
		_, p := open(t)
		p.refuse(tt.err)
		got := desktest.Text(p)
		for _, want := range append(tt.want, "Spanwise cannot open your work") {
			if !strings.Contains(got, want) {
				t.Errorf("%v: %q is not in %q", tt.err, want, got)
			}
		}
	}
}

func TestAStepBackAndForthIsSaidAndShown(t *testing.T) {
	d, p := open(t, "One met two.\n", "Three met four.\n")
	d.Select(t, "One")
	p.desk.Ask.UseLabel("actor")
	d.Desk.Ask.OpenArticle("d2")
	p.onUndo(d.Context, app.Event{})
	d.Settle()
	if d.ArticleID != "d1" || d.Said != "Undone, in Article 1" || len(d.Marked()) != 0 {
		t.Errorf("open is %q, said %q, marked %q", d.ArticleID, d.Said, d.Marked())
	}
	p.onRedo(d.Context, app.Event{})
	if d.Said != "Redone" || len(d.Marked()) != 1 {
		t.Errorf("said %q, marked %q", d.Said, d.Marked())
	}
	d.Said = ""
	if p.onRedo(d.Context, app.Event{}); d.Said != "" {
		t.Errorf("with nothing to make again is said %q", d.Said)
	}
	d.Stage = desk.Previewing
	if p.onUndo(d.Context, app.Event{}); len(d.Marked()) != 1 {
		t.Error("it was undone while the page opens")
	}
}

func TestEscLetsGoOfOneThingAtATime(t *testing.T) {
	d, p := open(t)
	id := d.Mark(t, "actor", "Shoigu")
	d.Choose(id, nil)
	d.Pen = "actor"
	d.Selection.AdoptText(desk.TextSelection{Start: 11, End: 15})
	for i, still := range [][3]bool{{false, true, true}, {false, false, true}, {false, false, false}} {
		if !strike(d, p, "Escape", onText) {
			t.Fatalf("step %d: there was nothing to let go of", i)
		}
		got := [3]bool{!d.Selection.Text.Empty(), d.Selection.Span != "", d.Pen != ""}
		if got != still {
			t.Fatalf("step %d: text, span and pen are %v, want %v", i, got, still)
		}
	}
	d.Panel = desk.SpansPanel
	if !strike(d, p, "Escape", onText) || d.Panel != desk.NoPanel {
		t.Errorf("the panel is still %q", d.Panel)
	}
	if strike(d, p, "Escape", onText) {
		t.Error("Esc does something with nothing to let go of")
	}
	d.AlsoChoose(id, false)
	d.AlsoChoose(d.Mark(t, "actor", "Akar"), false)
	if !p.cancel() || d.Selection.Several != nil {
		t.Error("several stay chosen")
	}
}

func TestKeysAreForTheTextAndTheSpansAndNotForFields(t *testing.T) {
	for _, tt := range []struct {
		name   string
		within []string
		want   bool
	}{
		{"on the text", []string{onText}, true},
		{"on a span's details", []string{".details"}, true},
		{"on Export", []string{"button"}, false},
		{"in a field", []string{"input:not([type=checkbox])"}, false},
		{"in a dialog", []string{"dialog"}, false},
	} {
		d, p := open(t)
		d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
		strike(d, p, "Delete", tt.within...)
		if gone := len(d.Marked()) == 0; gone != tt.want {
			t.Errorf("%s: Delete deletes: %v", tt.name, gone)
		}
	}
}

func TestALabelsKeyWithNothingSelectedSaysWhatToDo(t *testing.T) {
	d, p := open(t)
	if !strike(d, p, "1", onText) || d.Said != "Select text first, then press the label's key" {
		t.Errorf("said %q", d.Said)
	}
}

func TestACommandThatChangesSomethingIsDoneOnceHoweverLongItsKeyIsHeld(t *testing.T) {
	d, p := open(t)
	d.Mark(t, "actor", "Akar")
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	held := app.Event{Value: desktest.Object(map[string]any{"key": "Delete", "repeat": true, "target": desktest.Element(nil, onText)})}
	if p.onKey(d.Context, held) || len(d.Marked()) != 2 {
		t.Errorf("marked %q", d.Marked())
	}
}

func TestEveryCommandIsToldOfInTheHelpAndHasAnIDOfItsOwn(t *testing.T) {
	ids := map[string]bool{}
	for _, c := range NewPage().allCommands() {
		if c.Does == "" {
			t.Errorf("%q: nobody is told what it does", c.ID)
		}
		if c.Do != nil && (c.ID == "" || ids[c.ID]) {
			t.Errorf("%q is not the only one", c.ID)
		}
		ids[c.ID] = true
	}
}

func TestCommandsDoWhatTheirKeysAreFor(t *testing.T) {
	for _, tt := range []struct {
		name, key string
		held      []string
		want      string // said
	}{
		{"undo", "z", []string{"Ctrl"}, "Undone"},
		{"next to do", "n", nil, "Nothing is to do in this article"},
		{"delete", "Delete", nil, "Span deleted"},
	} {
		d, p := open(t)
		d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
		p.onKey(d.Context, desktest.Key(tt.key, desktest.Element(nil, onText), tt.held...))
		if d.Said != tt.want {
			t.Errorf("%s: said %q, want %q", tt.name, d.Said, tt.want)
		}
	}
}

func TestNoticesArePutAwayTakenBackAndTakenUp(t *testing.T) {
	d, p := open(t)
	d.Mark(t, "actor", "Shoigu")
	took := false
	d.Notices.List = []desk.Notice{
		{Kind: desk.Done, Sentences: []string{"Mended 1 span."}, Undo: d.Session.Revision()},
		{Kind: desk.Warning, Sentences: []string{"One.", "Two.", "Three.", "Four.", "Five.", "Six."}},
		{Kind: desk.Failure, Sentences: []string{"a.txt: there is no text in it"}, Offer: "Mend", Take: func() { took = true }},
	}
	got := desktest.Text(p)
	for _, want := range []string{"Mended 1 span. Take it back", "2 more", "Five. Six.", "a.txt: there is no text in it.", "Mend"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	at := func(index string) app.Context { return d.On(desktest.Element(map[string]string{"notice": index})) }
	p.onPutAway(at("1"), app.Event{})
	if diff := cmp.Diff([]string{"Mended 1 span.", "a.txt: there is no text in it"}, d.Told()); diff != "" {
		t.Errorf("put away (-want +got):\n%s", diff)
	}
	p.onOffer(at("9"), app.Event{})
	if p.onOffer(at("1"), app.Event{}); !took || len(d.Notices.List) != 1 {
		t.Errorf("taken up %v, still told %q", took, d.Told())
	}
	if p.onTakeBack(at("0"), app.Event{}); len(d.Marked()) != 0 || len(d.Notices.List) != 0 {
		t.Errorf("marked %q, told %q", d.Marked(), d.Told())
	}
}

func TestWhatIsNotTheNewestCannotBeTakenBack(t *testing.T) {
	d, p := open(t)
	d.Notices.List = []desk.Notice{{Kind: desk.Done, Sentences: []string{"Mended 1 span."}, Undo: d.Session.Revision()}}
	d.Mark(t, "actor", "Shoigu")
	if got := desktest.Text(p.renderUrgent()); strings.Contains(got, "Take it back") {
		t.Errorf("the notice reads %q", got)
	}
}

func TestWhatHoldsForAWhileStandsAboveTheText(t *testing.T) {
	d, p := open(t)
	if got := desktest.Text(p.renderStanding(standing{})); got != "" {
		t.Errorf("at rest stands %q", got)
	}
	d.Stage = desk.Late
	p.onUpdateReady(d.Context, app.Event{})
	got := desktest.Text(p)
	for _, want := range []string{"The browser is still opening its database.", "A new version of Spanwise is ready.", "Reload to update"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if got := desktest.Text(p.renderStanding(standing{locked: "A newer Spanwise has it."})); !strings.Contains(got, "A newer Spanwise has it. Export now Reload the page") {
		t.Errorf("a page that only reads says %q", got)
	}
}

func TestASidePanelIsShownAndPutAwayByItsButton(t *testing.T) {
	d, p := open(t)
	toggle := p.renderToggle(desk.SpansPanel, "Show the spans", "list").(*panelToggle)
	if toggle.onToggle(d.Context, app.Event{}); d.Panel != desk.SpansPanel {
		t.Errorf("the panel is %q", d.Panel)
	}
	if toggle.onToggle(d.Context, app.Event{}); d.Panel != desk.NoPanel {
		t.Errorf("the panel is %q", d.Panel)
	}
	more := &moreButton{Page: p}
	if more.onInFull(d.Context, app.Event{}); !p.labels.InFull {
		t.Error("the definitions stay folded")
	}
}

func TestAfterAFaultThePageShowsWhatTheSessionHolds(t *testing.T) {
	d, p := open(t)
	d.Select(t, "Akar")
	d.Mark(t, "actor", "Shoigu")
	if !p.onFault(d.Context, app.Event{}) || !d.Selection.Text.Empty() || len(p.text.SpansAt(0, 0)) != 1 {
		t.Errorf("selected %q, drawn %q", d.Selected(), p.text.SpansAt(0, 0))
	}
	if !NewPage().onFault(d.Context, app.Event{}) {
		t.Error("a fault before the work is open is not drawn")
	}
}

func TestTheLastArticleGoesAndThePageIsBare(t *testing.T) {
	d, p := open(t)
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	d.Apply(t, annotations.RemoveDocument{ID: "d1"})
	p.refresh()
	if d.ArticleID != "" || d.Selection.Span != "" || !strings.Contains(desktest.Text(p), "This project has no articles yet") {
		t.Errorf("open is %q, chosen %q", d.ArticleID, d.Selection.Span)
	}
	d.Session.Undo()
	p.refresh()
	if d.ArticleID != "d1" || !strings.Contains(desktest.Text(p), "Article 1") {
		t.Errorf("open is %q", d.ArticleID)
	}
}

func TestAViewThatIsNotThereIsTheFirst(t *testing.T) {
	d, p := open(t)
	d.View = "gone"
	if v := p.view(); v == nil || v.ID != "text" {
		t.Errorf("in the middle stands %v", v)
	}
}

func TestRoomsAreAskedThroughTheDesk(t *testing.T) {
	d, p := open(t)
	first, second := d.Mark(t, "actor", "Shoigu"), d.Mark(t, "actor", "Akar")
	p.refresh()
	if got := d.Desk.Ask.SpansAt(0, 0); len(got) != 1 || got[0] != first {
		t.Errorf("at the first run lies %q", got)
	}
	d.Choose(first, nil)
	if d.Desk.Ask.Relabel("demand"); d.ChosenLabel() != "demand" {
		t.Errorf("it is a %q", d.ChosenLabel())
	}
	d.AlsoChoose(second, false)
	d.Desk.Ask.Relabel("actor")
	d.Desk.Ask.MergeChosen()
	if diff := cmp.Diff([]string{"actor: Shoigu … Akar"}, d.Marked()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !d.Desk.Ask.DeleteChosen() || len(d.Marked()) != 0 {
		t.Errorf("marked %q", d.Marked())
	}
	d.Desk.Ask.TakePen("date")
	if d.Pen != "date" || d.Desk.Ask.UseLabel("date") || d.Desk.Ask.GiveSpans([]string{second}) {
		t.Errorf("the pen is %q", d.Pen)
	}
}

func TestDialogsAreOpenedThroughTheDesk(t *testing.T) {
	for _, tt := range []struct {
		name string
		open func(desk.Requests)
		want string
	}{
		{"the annotators", desk.Requests.OpenAnnotators, `aria-label="Annotators"`},
		{"the register", func(r desk.Requests) { r.OpenRegister("") }, `aria-label="Register"`},
	} {
		d, p := open(t)
		if strings.Contains(app.HTMLString(p.renderDialogs()), tt.want) {
			t.Errorf("%s: it is open from the start", tt.name)
		}
		if tt.open(d.Desk.Ask); !strings.Contains(app.HTMLString(p.renderDialogs()), tt.want) {
			t.Errorf("%s: no dialog with %s", tt.name, tt.want)
		}
	}
}

func TestTheChangedPlaceIsFoundInTheOpenArticleFirst(t *testing.T) {
	d, _ := open(t, "One met two.\n", "Three met four.\n")
	before := d.Session.Project()
	d.Mark(t, "actor", "One")
	d.ArticleID = "d2"
	d.Mark(t, "actor", "Three")
	for open, want := range map[string]changed{
		"d1":   {"d1", annotations.Range{Start: 0, End: 3}},
		"d2":   {"d2", annotations.Range{Start: 0, End: 5}},
		"gone": {"d1", annotations.Range{Start: 0, End: 3}},
	} {
		if got, found := changedPlace(before, d.Session.Project(), open); !found || got != want {
			t.Errorf("with %s open it is %v, %v", open, got, found)
		}
	}
	if _, found := changedPlace(before, before, "d1"); found {
		t.Error("a place has changed where nothing has")
	}
}
