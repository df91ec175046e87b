package entryfield

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/ui/desktest"
)

// wanted is a purpose that notes what it is told, offers two names that begin as
// what is typed and a new one, and keeps "known" only.
type wanted struct {
	told  []string
	ready bool
}

func (w *wanted) ID() string     { return "wanted" }
func (w *wanted) About() string  { return "s1" }
func (w *wanted) Ready() bool    { return w.ready }
func (w *wanted) New() string    { return "New entry" }
func (w *wanted) Took()          { w.told = append(w.told, "took") }
func (w *wanted) Unkept() string { return "Nobody is called so." }
func (w *wanted) Forget()        { w.told = append(w.told, "forget") }
func (w *wanted) Back()          { w.told = append(w.told, "back") }
func (w *wanted) Take(s Suggestion) {
	w.told = append(w.told, "take "+s.Name)
}

func (w *wanted) Leave(typed string) bool {
	w.told = append(w.told, "leave "+typed)
	return typed == "known" || typed == ""
}

func (w *wanted) List(typed string) []Suggestion {
	if typed == "none" {
		return nil
	}
	if typed == "nobody" {
		return []Suggestion{{Name: typed, New: true}}
	}
	return []Suggestion{{Entry: "e1", Name: typed + "a", Hint: "another name"}, {Entry: "e2", Name: typed + "b"}, {Name: typed + "c", New: true}}
}

func open(t *testing.T, ready bool) (*desktest.Desk, *wanted, *Field) {
	t.Helper()
	d, w := desktest.New(t), &wanted{ready: ready}
	return d, w, &Field{Desk: d.Desk, For: w, Name: "Which actor?", Key: "key", Value: "was"}
}

func TestAFieldOffersWhatGoesWithWhatIsTyped(t *testing.T) {
	d, _, f := open(t, true)
	if got := desktest.Text(f); strings.Contains(got, "another name") {
		t.Errorf("before anything is typed it offers %q", got)
	}
	f.onInput(d.In(" x "), app.Event{})
	got, html := desktest.Text(f), app.HTMLString(f)
	for _, want := range []string{"xa", "another name", "xb", "New entry", "“xc”"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if !strings.Contains(html, `aria-activedescendant="wanted-0"`) {
		t.Errorf("no row is under the keyboard: %s", html)
	}
	f.onFocus(d.In("typed"), app.Event{})
	if f.list[0].Name != "xa" {
		t.Error("coming back to what is typed offers something else")
	}
	if f.onFocus(d.In(""), app.Event{}); f.list[0].Name != "a" {
		t.Errorf("an empty field offers %v", f.list)
	}
}

func TestWhatIsHighlightedIsWhatTabAndEnterTake(t *testing.T) {
	for _, tt := range []struct {
		name  string
		typed string
		keys  []string
		want  []string
	}{
		{"the first", "x", []string{"Enter"}, []string{"forget", "take xa", "took"}},
		{"the first, going on", "x", []string{"Tab"}, []string{"forget", "take xa"}},
		{"the next", "x", []string{"ArrowDown", "Enter"}, []string{"forget", "take xb", "took"}},
		{"the next, going on", "x", []string{"ArrowDown", "Tab"}, []string{"forget", "take xb"}},
		{"not past the last, which is new", "x", []string{"ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"}, []string{"forget", "take xc", "took"}},
		{"and back", "x", []string{"ArrowDown", "ArrowDown", "ArrowUp", "Tab"}, []string{"forget", "take xb"}},
		{"a new one alone", "nobody", []string{"Enter"}, []string{"forget", "take nobody", "took"}},
		{"a new one at once", "x", []string{"Ctrl+Enter"}, []string{"forget", "take xc", "took"}},
		{"a new one of the span's own words", "was", []string{"Ctrl+Enter"}, []string{"forget", "take c", "took"}},
		{"nothing, going back a field", "x", []string{"Shift+Tab"}, nil},
		{"nothing", "x", []string{"Escape"}, []string{"forget", "back"}},
		{"another key", "x", []string{"y"}, nil},
		{"no offer, and what is typed is kept", "none", []string{"Enter"}, []string{"leave none"}},
	} {
		d, w, f := open(t, true)
		f.onInput(d.In(tt.typed), app.Event{})
		for _, key := range tt.keys {
			var held []string
			if with, name, two := strings.Cut(key, "+"); two {
				key, held = name, []string{with}
			}
			f.onKeyDown(d.In(tt.typed), desktest.Key(key, app.Null(), held...))
		}
		if diff := cmp.Diff(tt.want, w.told); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestWalkingThroughAFieldTakesNothing: what is offered before anything is typed is for
// Enter where it is highlighted, and never for the Tab of one who only passes.
func TestWalkingThroughAFieldTakesNothing(t *testing.T) {
	for _, tt := range []struct {
		ready bool
		keys  []string
		want  []string
	}{
		{true, []string{"Tab"}, nil},
		{true, []string{"Enter"}, []string{"forget", "take a", "took"}},
		{false, []string{"Tab"}, nil},
		{false, []string{"Enter"}, []string{"leave ", "back"}},
		{false, []string{"ArrowDown", "Tab"}, []string{"forget", "take a"}},
	} {
		d, w, f := open(t, tt.ready)
		f.onFocus(d.In(""), app.Event{})
		for _, key := range tt.keys {
			f.onKeyDown(d.In(""), desktest.Key(key, app.Null()))
		}
		if diff := cmp.Diff(tt.want, w.told); diff != "" {
			t.Errorf("ready %v, %q (-want +got):\n%s", tt.ready, tt.keys, diff)
		}
	}
}

func TestArrowDownOpensTheListAgain(t *testing.T) {
	d, _, f := open(t, false)
	f.onKeyDown(d.In("x"), desktest.Key("ArrowDown", app.Null()))
	if len(f.list) != 3 || f.at != 0 {
		t.Errorf("it offers %v, and %d is highlighted", f.list, f.at)
	}
}

func TestAPressTakesARow(t *testing.T) {
	d, w, f := open(t, true)
	f.onInput(d.In("x"), app.Event{})
	f.onPress(d.Context, desktest.Press(app.Null()))
	f.onPress(d.Context, desktest.PressOn("row", "9"))
	if w.told != nil {
		t.Errorf("a press beside the rows: %q", w.told)
	}
	f.onPress(d.Context, desktest.PressOn("row", "1"))
	if !slices.Contains(w.told, "take xb") || !slices.Contains(d.Fake.Told, "End key") || len(f.list) > 0 {
		t.Errorf("told %q, of what was being written %q, still offers %v", w.told, d.Fake.Told, f.list)
	}
}

func TestAFieldThatIsLeftSaysWhatItDoesNotKeep(t *testing.T) {
	for typed, want := range map[string]bool{"known": false, "was": false, "x": true} {
		d, _, f := open(t, true)
		f.onInput(d.In(typed), app.Event{})
		f.onBlur(d.In(typed), app.Event{})
		if f.unkept != want || len(f.list) > 0 {
			t.Errorf("%q: it says so: %v; offers %v", typed, f.unkept, f.list)
		}
		if f.onInput(d.In("y"), app.Event{}); f.unkept {
			t.Errorf("%q: it still says so when one goes on typing", typed)
		}
	}
}

func TestEscPutsBackWhatStoodThere(t *testing.T) {
	d, _, f := open(t, true)
	f.onInput(d.In("x"), app.Event{})
	ctx := d.In("x")
	f.onKeyDown(ctx, desktest.Key("Escape", app.Null()))
	if got := ctx.JSSrc().Get("value").String(); got != "was" || !slices.Contains(d.Fake.Told, "TakeBack key") {
		t.Errorf("in the field stands %q; of what was being written %q", got, d.Fake.Told)
	}
}
