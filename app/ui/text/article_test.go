package text

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
	"spanwise/corpus"
)

func TestAnArticleSaysWhereItIsFrom(t *testing.T) {
	long := strings.Repeat("A very long title ", 9)
	for _, tt := range []struct {
		name    string
		details corpus.Details
		want    []string
		without []string
		class   string
	}{
		{"a bundled one", corpus.Details{Title: "Talks in Moscow", Outlet: "TASS", Published: "2023-04-25", Language: "en", Note: "A retelling.", URL: "https://example.org/a"},
			[]string{"Talks in Moscow", "TASS", "25 April 2023", "English", "A retelling.", "The original"}, nil, `short"`},
		{"one that a person brought", corpus.Details{Title: "Notes", File: "notes.txt", Changes: "3 line ends were changed."},
			[]string{"From the file", "notes.txt", ". 3 line ends were changed."}, []string{"The original"}, `short"`},
		{"an address that is no link", corpus.Details{Title: "Trap", URL: "javascript:alert(1)"}, []string{"Trap"}, []string{"The original", "javascript"}, `short"`},
		{"a long title", corpus.Details{Title: long}, nil, nil, `long"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := corpus.NewDocument("d", tt.details, "Text.\n")
			if err != nil {
				t.Fatal(err)
			}
			_, room := open(t)
			head := &articleHead{Doc: doc, Bundled: true, Room: room}
			read, html := desktest.Text(head), app.HTMLString(head)
			for _, want := range tt.want {
				if !strings.Contains(read, want) {
					t.Errorf("%q is not in %q", want, read)
				}
			}
			for _, bad := range tt.without {
				if strings.Contains(html, bad) {
					t.Errorf("%q is in %s", bad, html)
				}
			}
			if !strings.Contains(html, tt.class) {
				t.Errorf("no %s in %s", tt.class, html)
			}
			if strings.Contains(read, "remove it") {
				t.Error("a bundled article can be removed")
			}
			if own := desktest.Text(&articleHead{Doc: doc, Room: room}); !strings.Contains(own, "remove it") {
				t.Error("a person's own article cannot be removed")
			}
		})
	}
}

func TestTheSheetHoldsTheArticleAndWhatOtherRoomsDraw(t *testing.T) {
	_, room := open(t)
	read := desktest.Text(room.Registration().View.Render())
	for _, want := range []string{"Article 1", "about it", "over it"} {
		if !strings.Contains(read, want) {
			t.Errorf("%q is not in %q", want, read)
		}
	}
	if strings.Contains(read, "Shoigu") {
		t.Error("the engine draws the text, which is left to the canvas")
	}
}

func TestATextIsSetAsItsLinesAsk(t *testing.T) {
	wrapped := strings.Repeat("This line is as long as the lines of a text that was wrapped by hand\nand goes on in the next one without any end of a sentence in it, as\n", 20)
	for text, want := range map[string]string{
		"One.\nTwo.\n":     "text",
		"One.\n\nTwo.\n":   "text spaced",
		wrapped + "end.\n": "text wrapped",
	} {
		doc, err := corpus.NewDocument("d", corpus.Details{Title: "T"}, text)
		if err != nil {
			t.Fatal(err)
		}
		if got := textClass(doc); got != want {
			t.Errorf("%.20q is set as %q, want %q", text, got, want)
		}
	}
}

func TestTheCanvasDrawsOnlyOnceThereIsAPlaceForIt(t *testing.T) {
	d, room := open(t)
	d.Mark(t, "actor", "Shoigu")
	room.follow()
	room.Paint()
	if room.canvas.holds(d.Document()) {
		t.Error("the text counts as drawn where there is no place for it")
	}
	room.canvas.paint(browser.ArticleIn(desktest.Element(nil)), room.Drawing)
	if !room.canvas.holds(d.Document()) {
		t.Error("the text does not count as drawn")
	}
	want := []browser.Run{{End: 6, Class: "lane-0-0", Title: "Actor"}, {End: 17}}
	if diff := cmp.Diff(want, room.Drawing.runs(0)); diff != "" {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
	if runs := room.Drawing.runs(1); runs != nil {
		t.Errorf("a block without spans is drawn as %v", runs)
	}
	id := room.SpansAt(0, 0)
	if len(id) != 1 || room.SpansAt(0, 1) != nil || room.SpansAt(7, 0) != nil {
		t.Errorf("at the first run lies %v", id)
	}
}

func TestWhatIsChosenIsDrawnSo(t *testing.T) {
	d, room := open(t)
	id := d.Mark(t, "actor", "Shoigu")
	room.follow()
	before := room.Drawing
	room.follow()
	if room.Drawing != before {
		t.Error("it was drawn anew though nothing has changed")
	}
	d.Choose(id, nil)
	room.follow()
	if got := room.Drawing.looks[0].runs[0].Class; got != "lane-0-0 chosen" {
		t.Errorf("drawn as %q", got)
	}
}

func TestTheRoomFollowsTheArticlesOfTheProject(t *testing.T) {
	d, room := open(t, "One met two.\n", "Three met four.\n")
	d.Choose(d.Mark(t, "actor", "One"), nil)
	d.Apply(t, annotations.RemoveDocument{ID: "d1"})
	room.follow()
	if d.ArticleID != "d2" || d.Selection.Span != "" || room.Drawing.doc.ID != "d2" {
		t.Errorf("open is %q, chosen %q", d.ArticleID, d.Selection.Span)
	}
	room.Registration().Empty()
	if room.Drawing != nil || room.SpansAt(0, 0) != nil {
		t.Error("something is still drawn")
	}
}

func TestNothingStaysSelectedInATextThatHasBecomeAnother(t *testing.T) {
	d, room := open(t)
	d.Select(t, "Akar")
	d.CursorAt = 15
	old := *room.Drawing
	other, err := corpus.NewDocument("d1", corpus.Details{Title: "T"}, "Another text.\n")
	if err != nil {
		t.Fatal(err)
	}
	old.doc = other
	room.Drawing = &old
	room.follow()
	if !d.Selection.Text.Empty() || d.CursorAt != 0 {
		t.Errorf("selected %q, the keyboard at %d", d.Selected(), d.CursorAt)
	}
}

func TestThePlaceLeftLastIsReturnedTo(t *testing.T) {
	d, room := open(t, "One.\n", "Two.\n")
	d.ArticleID = ""
	room.ReturnToPlace(d.Context)
	if d.ArticleID != "d1" || !d.WasAsked("Refresh") {
		t.Errorf("where nothing is remembered %q is opened; asked %q", d.ArticleID, d.Asked.Asked)
	}
}

func TestAProjectWithoutArticlesIsOnlyRefreshed(t *testing.T) {
	s, _, err := session.Open(t.Context(), session.Start{Scheme: annotations.DefaultScheme()})
	if err != nil {
		t.Fatal(err)
	}
	d := desktest.Of(t, s)
	room := New(d.Desk, Slots{})
	room.ReturnToPlace(d.Context)
	room.KeepPlace()
	if d.ArticleID != "" || !d.WasAsked("Refresh") {
		t.Errorf("open is %q, asked %q", d.ArticleID, d.Asked.Asked)
	}
}

func TestChangedWordsOfTheArticleAreToldOnce(t *testing.T) {
	d, room := open(t)
	for _, tt := range []struct {
		err  error
		told []string
	}{
		{nil, nil},
		{browser.ErrNoText, nil},
		{browser.ErrChanged, []string{foreignWords}},
		{browser.ErrChanged, []string{foreignWords}},
		{browser.ErrInsists, []string{insistentWords}},
	} {
		if refused := room.refuses(tt.err); refused != (tt.told != nil) {
			t.Errorf("%v: refused is %v", tt.err, refused)
		}
		if diff := cmp.Diff(tt.told, d.Told()); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.err, diff)
		}
	}
	room.trusts()
	if room.refuses(errors.New("no place 7")); len(d.Told()) != 1 || d.Told()[0] != "no place 7" {
		t.Errorf("told %q", d.Told())
	}
}

func TestTheOthersSpansAreDrawnOverOnesOwnAndLookedAt(t *testing.T) {
	d, room := open(t)
	d.Apply(t, annotations.AddAnnotator{Annotator: annotations.Annotator{ID: "ann", Name: "Ann"}, At: -1})
	for _, s := range []annotations.Span{
		{ID: "long", Label: "actor", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 0, End: 10}}},
		{ID: "short", Label: "demand", Origin: annotations.FromPerson, Ranges: []annotations.Range{{Start: 7, End: 10}}},
	} {
		d.Apply(t, annotations.AddSpan{Document: "d1", Annotator: "ann", Span: s})
	}
	d.CompareWith("ann")
	d.LookAt("short")
	room.follow()
	run := room.Drawing.looks[0].runs[1]
	if diff := cmp.Diff([]string{"long", "short"}, run.Theirs); diff != "" || run.Title != "Ann: Actor + Demand" || !strings.Contains(run.Class, "regarded") {
		t.Errorf("drawn as %q, called %q, of (-want +got):\n%s", run.Class, run.Title, diff)
	}
	d.Selection.LookAt("")
	if !room.lookAtTheirs(0, 1) || d.Selection.Theirs != "short" || d.Said != "Ann: Demand, met" {
		t.Errorf("looked at %q, said %q", d.Selection.Theirs, d.Said)
	}
	if room.lookAtTheirs(0, 2) {
		t.Error("there was something to look at where the other has nothing")
	}
}

func TestAPressInTheTextBeginsANewSelection(t *testing.T) {
	press := func(kind string, button int, shift bool, within ...string) app.Event {
		return app.Event{Value: desktest.Object(map[string]any{
			"target": desktest.Element(nil, within...), "pointerType": kind, "button": button, "shiftKey": shift, "clientX": 5.0, "clientY": 7.0,
		})}
	}
	for _, tt := range []struct {
		name string
		e    app.Event
		goes bool
	}{
		{"in the text", press("mouse", 0, false, ".reading"), true},
		{"beside it", press("mouse", 0, false), false},
		{"on a button in it", press("mouse", 0, false, ".reading", "button"), false},
		{"with a finger", press("touch", 0, false, ".reading"), false},
		{"with Shift", press("mouse", 0, true, ".reading"), false},
		{"with another button", press("mouse", 2, false, ".reading"), false},
	} {
		d, room := open(t)
		d.Select(t, "Akar")
		if redraws := room.onPointerDown(d.Context, tt.e); redraws != tt.goes || d.Selection.Text.Empty() != tt.goes {
			t.Errorf("%s: drawn again %v, still selected %q", tt.name, redraws, d.Selected())
		}
	}
}

func TestAClickIsNoSelectionAndADragIs(t *testing.T) {
	up := func(x float64, detail int, held string) app.Event {
		return app.Event{Value: desktest.Object(map[string]any{"clientX": x, "clientY": 0.0, "detail": detail, "button": 0, held: true})}
	}
	for _, tt := range []struct {
		name           string
		e              app.Event
		selected, adds bool
	}{
		{"a click", up(1, 1, "x"), false, false},
		{"a drag", up(40, 1, "x"), true, false},
		{"a double click", up(0, 2, "x"), true, false},
		{"a click with Shift", up(0, 1, "shiftKey"), true, false},
		{"a drag with Ctrl", up(40, 1, "ctrlKey"), true, true},
		{"a drag with ⌘", up(40, 1, "metaKey"), true, true},
	} {
		d, room := open(t)
		room.pressed = press{inText: true}
		if redraws := room.onMouseUp(d.Context, tt.e); redraws != tt.selected || room.pressed.selected != tt.selected || room.pressed.adds != tt.adds {
			t.Errorf("%s: %v, %+v", tt.name, redraws, room.pressed)
		}
	}
	d, room := open(t)
	if room.onMouseUp(d.Context, up(40, 1, "x")) {
		t.Error("a drag that began elsewhere selects")
	}
}

func TestAClickBesideTheSpansLetsGo(t *testing.T) {
	d, room := open(t)
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	room.onTextClick(d.Context, desktest.Press(desktest.Element(nil)))
	if d.Selection.Span == "" {
		t.Error("a press beside the text lets go")
	}
	inText := desktest.Press(desktest.Element(nil, "#article-text"))
	room.pressed.selected = true
	room.onTextClick(d.Context, inText)
	if d.Selection.Span == "" || room.pressed.selected {
		t.Error("the click that ends a selection lets go")
	}
	room.onTextClick(d.Context, inText)
	if d.Selection.Span != "" {
		t.Error("a click beside the spans does not let go")
	}
	d.Asked.Answers = map[string]bool{"GivePlace": true}
	d.Choose(d.Mark(t, "actor", "Akar"), nil)
	room.onTextClick(d.Context, inText)
	if d.Selection.Span == "" {
		t.Error("a place that another room had asked for is a press of one's own, too")
	}
}

func TestASelectionThatComesToNothingIsDropped(t *testing.T) {
	d, room := open(t)
	for name, take := range map[string]func(){
		"by mouse": func() { room.takeSelection(0, 0, false) },
		"by touch": room.takeTouchSelection,
	} {
		d.Select(t, "Akar")
		if take(); !d.Selection.Text.Empty() {
			t.Errorf("%s: %q is still selected", name, d.Selected())
		}
	}
	if d.Select(t, "Akar"); !room.AdoptSelection() || d.Selected() != "Akar" {
		t.Errorf("adopting takes %q", d.Selected())
	}
}

func TestThePaletteShowsTheLabelsBesideASelection(t *testing.T) {
	d, room := open(t)
	if got := desktest.Text(room.RenderPalette()); got != "" {
		t.Errorf("with nothing selected it shows %q", got)
	}
	d.Select(t, "Akar")
	got := desktest.Text(room.RenderPalette())
	for _, l := range d.Scheme().Labels {
		if !strings.Contains(got, l.Name) {
			t.Errorf("%q is not in %q", l.Name, got)
		}
	}
	d.Select(t, "Akar")
	d.Selection.SelectText(desk.TextSelection{})
	if got := desktest.Text(room.RenderPalette()); got != "" {
		t.Errorf("with nothing selected any more it shows %q", got)
	}
}
