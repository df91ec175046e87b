package keyboard

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOtherKeysTakeTheFirstOnesPlace(t *testing.T) {
	own := Settings{}.With("find", "ж").With("drop").With("go", "x")
	table := NewTable(commands, own)
	reads := func(e Event) string { return table.Read(Of(e), nil, OnText).Command }
	for _, c := range []struct {
		event Event
		want  string
		why   string
	}{
		{Event{Key: "ж", Code: "Semicolon"}, "find", "the new key"},
		{Event{Key: "Ж", Code: "Semicolon"}, "find", "with Caps Lock"},
		{Event{Key: "f", Code: "KeyF"}, "", "no longer the old one"},
		{Event{Key: "Delete"}, "", "without a key"},
		{Event{Key: "x"}, "", "moving has the keys of every program"},
		{Event{Key: "ArrowRight"}, "go", "and keeps them"},
	} {
		if got := reads(c.event); got != c.want {
			t.Errorf("%+v is %q, want %q: %s", c.event, got, c.want, c.why)
		}
	}
	if back := NewTable(commands, own.Without("find")); back.Key("find") != "f" || back.Changed("find") || !back.Changed("drop") {
		t.Errorf("find has the key %q again, want f", back.Key("find"))
	}
	if commands[1].Keys[0] != "f" {
		t.Error("the commands themselves have changed")
	}
}

func TestWhatElseHasAKeyIsSaid(t *testing.T) {
	labels := []Label{{ID: "role", Key: "f"}, {ID: "one", Key: "١"}}
	table := NewTable(commands, Settings{}.With("undo", "e", "Ctrl+c", "1").With("drop", "Ctrl+Shift+c"))
	for command, want := range map[string][]Collision{
		"find": {{Key: "f", Label: "role"}},
		"edit": {{Key: "e", Command: "undo"}},
		"undo": {{Key: "e", Command: "edit", First: true}, {Key: "Ctrl+c"}, {Key: "1", Label: "one"}},
		"drop": nil,
		"none": nil,
	} {
		if diff := cmp.Diff(want, table.Collisions(command, labels)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", command, diff)
		}
	}
}

func TestWhatCanBeAKeyOfACommand(t *testing.T) {
	for _, c := range []struct {
		event Event
		want  string
		why   string
	}{
		{Event{Key: "q", Code: "KeyQ"}, "q", "a letter"},
		{Event{Key: "Q", Code: "KeyQ"}, "q", "with Caps Lock"},
		{Event{Key: "Q", Code: "KeyQ", Shift: true}, "Q", "a large letter"},
		{Event{Key: "й", Code: "KeyQ"}, "й", "a Russian letter stays one"},
		{Event{Key: "й", Code: "KeyQ", Ctrl: true}, "Ctrl+q", "with Ctrl it is the place's, so that it works in Latin, too"},
		{Event{Key: "Q", Code: "KeyQ", Ctrl: true, Shift: true}, "Ctrl+Shift+q", "with both"},
		{Event{Key: "F2", Code: "F2"}, "F2", "a key without a character"},
		{Event{Key: "F2", Code: "F2", Shift: true}, "Shift+F2", "with Shift"},
		{Event{Key: "Delete"}, "Delete", "one that deletes"},
		{Event{Key: "[", Code: "Digit8", Ctrl: true, Alt: true, AltGraph: true}, "[", "a sign that needs AltGr"},
		{Event{Key: "٢", Code: "Digit2"}, "2", "a digit is the same in every script"},
		{Event{Key: "Tab"}, "", "Tab goes on"},
		{Event{Key: "Enter"}, "", "Enter presses"},
		{Event{Key: "Escape"}, "", "Esc lets go"},
		{Event{Key: "ArrowUp"}, "", "arrows move"},
		{Event{Key: "F", Code: "KeyF", Alt: true}, "", "Alt+F is the browser's"},
		{Event{Key: "Shift", Shift: true}, "", "Shift alone"},
		{Event{Key: "Dead", Code: "Quote"}, "", "half a letter"},
	} {
		if got := Of(c.event).Settable(); got != c.want {
			t.Errorf("%+v would be %q, want %q: %s", c.event, got, c.want, c.why)
		}
	}
}

func TestKeysAreShownAsTheyAreTyped(t *testing.T) {
	french := map[string]string{"Digit1": "&", "Digit2": "é", "Digit6": "-", "KeyQ": "a", "KeyA": "q", "Slash": "!", "KeyM": ",", "Semicolon": "m"}
	russian := map[string]string{"Digit1": "1", "KeyF": "а", "BracketLeft": "х", "Slash": "."}
	for _, c := range []struct {
		layout Layout
		key    string
		want   string
		why    string
	}{
		{Layout{}, "f", "F", "as it stands on the key"},
		{Layout{}, "F", "Shift + F", "a large letter"},
		{Layout{}, "Ctrl+z", "Ctrl + Z", "with Ctrl"},
		{Layout{}, "Ctrl+Shift+z", "Ctrl + Shift + Z", "with both"},
		{Layout{Mac: true}, "Ctrl+z", "⌘ + Z", "on a Mac"},
		{Layout{}, "+", "+", "the sign that joins keys"},
		{Layout{}, "Ctrl++", "Ctrl + +", "the same with Ctrl"},
		{Layout{}, "Escape", "Esc", "a short name"},
		{Layout{}, "Shift+ArrowLeft", "Shift + ←", "an arrow"},
		{Layout{}, "1", "1", "nothing is known of the keyboard"},
		{Layout{Places: french}, "1", "&", "the place of 1 on a French keyboard"},
		{Layout{Places: french}, "2", "É", "the place of 2"},
		{Layout{Places: french}, "a", "A", "typed directly, elsewhere"},
		{Layout{Places: french}, "-", "-", "typed directly, at a digit's place"},
		{Layout{Places: french}, "?", "?", "what its place has means nothing"},
		{Layout{Places: french}, "m", "M", "typed directly, though the place of m has another sign"},
		{Layout{Places: russian}, "f", "А", "the place of f on a Russian keyboard"},
		{Layout{Places: russian}, "[", "Х", "the place of a sign"},
		{Layout{Places: russian}, ".", ".", "typed directly, elsewhere"},
		{Layout{Places: russian}, "1", "1", "typed directly"},
	} {
		if got := c.layout.Show(c.key); got != c.want {
			t.Errorf("%q is shown as %q, want %q: %s", c.key, got, c.want, c.why)
		}
	}
	if got := (Layout{}).ShowAll([]string{"r", ">"}); got != "R or >" {
		t.Errorf("two keys are shown as %q", got)
	}
}
