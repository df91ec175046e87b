package labels

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desktest"
)

func open(t *testing.T) (*desktest.Desk, *Room) {
	t.Helper()
	d := desktest.New(t)
	room := New(d.Desk)
	room.Start()
	room.follow()
	return d, room
}

// asked fails a test where a request was not made, or was.
func asked(t *testing.T, d *desktest.Desk, request string, want bool) {
	t.Helper()
	if d.WasAsked(request) != want {
		t.Errorf("%q was asked: %v; asked %q", request, !want, d.Asked.Asked)
	}
}

func TestALabelOfTheToolbarIsUsedOrBecomesThePen(t *testing.T) {
	d, room := open(t)
	bar := &Bar{Room: room, Scheme: d.Scheme(), Class: room.LabelsClass(), Keys: d.Keys}
	for _, l := range d.Scheme().Labels {
		if got := desktest.Text(bar); !strings.Contains(got, l.Name) || !strings.Contains(got, l.Definition[:20]) {
			t.Errorf("%q and what it means are not in %q", l.Name, got)
		}
	}
	d.OnLabel(d.Context, desktest.PressOn("label", "actor"))
	asked(t, d, "UseLabel actor", true)
	asked(t, d, "TakePen actor", true)
	d.Asked.Answers = map[string]bool{"UseLabel": true}
	d.OnLabel(d.Context, desktest.PressOn("label", "date"))
	asked(t, d, "TakePen date", false)
	before := len(d.Asked.Asked)
	if d.OnLabel(d.Context, desktest.Press(app.Null())); len(d.Asked.Asked) != before {
		t.Error("a press beside the labels uses one")
	}
}

func TestTheHeldAndTheChosenLabelArePressedIn(t *testing.T) {
	d, room := open(t)
	pressed := func(pen, chosen string) int {
		html := app.HTMLString(&Bar{Room: room, Scheme: d.Scheme(), Keys: d.Keys, Pen: pen, Chosen: chosen})
		return strings.Count(html, "<button") - strings.Count(html, `aria-pressed="false"`)
	}
	for _, tt := range []struct {
		pen, chosen string
		want        int
	}{{"", "", 0}, {"actor", "", 1}, {"", "demand", 1}, {"actor", "demand", 2}} {
		if got := pressed(tt.pen, tt.chosen); got != tt.want {
			t.Errorf("holding %q with %q chosen, %d are pressed in, want %d", tt.pen, tt.chosen, got, tt.want)
		}
	}
}

func TestTheKeyboardComesBackToTheLabelThatHadItLast(t *testing.T) {
	d, room := open(t)
	bar := &Bar{Room: room, Scheme: d.Scheme(), Keys: d.Keys}
	bar.onFocus(d.Context, desktest.PressOn("place", "2"))
	html := app.HTMLString(bar)
	for _, button := range strings.Split(html, "<button")[1:] {
		tag, _, _ := strings.Cut(button, ">")
		if stop := strings.Contains(tag, `tabindex="0"`); stop != strings.Contains(tag, `data-place="2"`) {
			t.Errorf("Tab stops at %s", tag)
		}
	}
}

func TestDefinitionsMakeRoomForTheDetailsOfASpan(t *testing.T) {
	d, room := open(t)
	if got := room.LabelsClass(); got != "short" {
		t.Errorf("with nothing chosen they are %q", got)
	}
	d.Choose(d.Mark(t, "actor", "Shoigu"), nil)
	if got := room.LabelsClass(); got != "brief" {
		t.Errorf("with a span chosen they are %q", got)
	}
	room.InFull = true
	if got := room.LabelsClass(); got != "full" {
		t.Errorf("unfolded they are %q", got)
	}
}

// found is what the finder lists.
func found(room *Room) []string {
	var names []string
	f := room.renderFinder().(*labelFinder)
	for _, i := range f.Found {
		names = append(names, f.Scheme.Labels[i].Name)
	}
	return names
}

func TestALabelIsFoundBySomeLettersAndTaken(t *testing.T) {
	d, room := open(t)
	if got := found(room); got != nil {
		t.Errorf("closed, it lists %q", got)
	}
	room.FindLabel()
	if got := found(room); got != nil {
		t.Errorf("it opens although it cannot be told what is selected, and lists %q", got)
	}
	d.Asked.Answers = map[string]bool{"AdoptSelection": true}
	room.OnFindLabel(d.Context, app.Event{})
	if got := found(room); len(got) != len(d.Scheme().Labels) {
		t.Errorf("with nothing typed it lists %q", got)
	}
	finder := room.renderFinder().(*labelFinder)
	finder.onInput(d.In("DA"), app.Event{})
	if diff := cmp.Diff([]string{"Date"}, found(room)); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	finder.onKeyDown(d.Context, desktest.Key("Enter", app.Null()))
	asked(t, d, "UseLabel date", true)
	asked(t, d, "TakePen date", true)
	finder.onInput(d.In("xyz"), app.Event{})
	if got := desktest.Text(room.renderFinder()); !strings.Contains(got, "No label is called so.") {
		t.Errorf("it says %q", got)
	}
	before := len(d.Asked.Asked)
	if finder.onKeyDown(d.Context, desktest.Key("Enter", app.Null())); len(d.Asked.Asked) != before {
		t.Error("Enter takes a label that was not found")
	}
	finder.onClose(d.Context, app.Event{Value: desktest.Object(map[string]any{"target": desktest.Object(map[string]any{"open": false})})})
	if room.finder.open {
		t.Error("it is still open")
	}
}

func TestTheFinderIsWalkedThrough(t *testing.T) {
	d, room := open(t)
	d.Asked.Answers = map[string]bool{"AdoptSelection": true, "UseLabel": true}
	room.FindLabel()
	finder := room.renderFinder().(*labelFinder)
	for _, step := range []struct {
		key string
		at  int
	}{{"ArrowUp", 0}, {"ArrowDown", 1}, {"ArrowDown", 2}, {"End", 2}, {"ArrowUp", 1}, {"x", 1}} {
		if finder.onKeyDown(d.Context, desktest.Key(step.key, app.Null())); room.finder.at != step.at {
			t.Fatalf("%s leads to %d, want %d", step.key, room.finder.at, step.at)
		}
	}
	finder.onClick(d.Context, desktest.PressOn("found", "0"))
	asked(t, d, "UseLabel actor", true)
	asked(t, d, "TakePen actor", false)
}

func TestTheFinderSaysWhatEnterDoes(t *testing.T) {
	d, room := open(t)
	d.Asked.Answers = map[string]bool{"AdoptSelection": true}
	room.FindLabel()
	if got := desktest.Text(room.renderFinder()); !strings.Contains(got, "Enter holds the label as a pen") {
		t.Errorf("with nothing selected it says %q", got)
	}
	d.Select(t, "Akar")
	if got := desktest.Text(room.renderFinder()); !strings.Contains(got, "Enter takes the label.") {
		t.Errorf("with text selected it says %q", got)
	}
}

func TestTheGuidelinesSayWhatEachLabelMeans(t *testing.T) {
	d, room := open(t)
	if got := desktest.Text(room.renderGuidelines()); got != "" {
		t.Errorf("closed, they say %q", got)
	}
	next := *d.Scheme()
	next.Guidelines, next.Source = "Mark whole names.\n\nNo pronouns.", "After a book"
	next.Labels = slices.Clone(next.Labels)
	next.Labels[0].Attributes = append(slices.Clone(next.Labels[0].Attributes), annotations.Attribute{ID: "own", Name: "Plain thing", Type: annotations.Text})
	d.Apply(t, annotations.ChangeScheme{Scheme: &next})
	room.OnGuidelines(d.Context, app.Event{})
	got := desktest.Text(room.renderGuidelines())
	for _, want := range []string{"Mark whole names.", "No pronouns.", "After a book", "Who acts, speaks, decides", "For example: “Prince Faisal bin Farhan”", "What sort of actor it is.", "One human being, named or not.", "Plain thing"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	room.renderGuidelines().(*guidelines).onClose(d.Context, app.Event{})
	if room.guiding {
		t.Error("they stay open")
	}
}

func TestASchemeWithoutGuidelinesSaysSo(t *testing.T) {
	d, room := open(t)
	next := *d.Scheme()
	next.Guidelines = ""
	d.Apply(t, annotations.ChangeScheme{Scheme: &next})
	room.showGuidelines()
	if got := desktest.Text(room.renderGuidelines()); !strings.Contains(got, "No guidelines are written in this scheme.") {
		t.Errorf("they say %q", got)
	}
}

func TestTheRulesOfLabelsFollowTheScheme(t *testing.T) {
	d, room := open(t)
	room.rules = browser.NewStylesheet()
	next := *d.Scheme()
	d.Apply(t, annotations.ChangeScheme{Scheme: &next})
	if room.styled == d.Scheme() {
		t.Fatal("the scheme has not changed")
	}
	if room.Registration().Follow(); room.styled != d.Scheme() {
		t.Error("the labels are drawn as the scheme had them")
	}
}
