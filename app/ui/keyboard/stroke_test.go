package keyboard

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAKeyThatGoesToAnInputMethodIsNone(t *testing.T) {
	for _, c := range []struct {
		event Event
		want  Name
		why   string
	}{
		{Event{Key: "Enter", Code: "Enter", KeyCode: 13}, Enter, "a plain Enter"},
		{Event{Key: "Enter", Code: "NumpadEnter", KeyCode: 13}, Enter, "the one on the right"},
		{Event{Key: "Enter", Code: "Enter", KeyCode: 229, Composing: true}, None, "Chromium and Firefox end a composition so"},
		{Event{Key: "Enter", Code: "Enter", KeyCode: 13, Composing: true}, None, "whatever the key code"},
		{Event{Key: "Enter", Code: "Enter", KeyCode: 229}, None, "Safari ends it so"},
		{Event{Key: "Process", Code: "Enter", KeyCode: 229}, None, "the input method has the key"},
		{Event{Key: "Process", Code: "Enter"}, None, "the same without a key code"},
		{Event{Key: "Escape", Code: "Escape", KeyCode: 229}, None, "Esc that lets go of a composition"},
		{Event{Key: "ArrowDown", Code: "ArrowDown", KeyCode: 229, Composing: true}, None, "choosing among candidates"},
		{Event{Key: " ", Code: "Space", KeyCode: 229, Composing: true}, None, "converting"},
		{Event{Key: " ", Code: "Space", KeyCode: 32}, Space, "a plain Space"},
	} {
		s := Of(c.event)
		if s.Name != c.want {
			t.Errorf("%+v is %q, want %q: %s", c.event, s.Name, c.want, c.why)
		}
		if digit, ok := s.Digit(); ok || s.Characters() != nil || s.Settable() != "" {
			t.Errorf("%+v means the digit %d or %q: %s", c.event, digit, s.Characters(), c.why)
		}
	}
}

func TestADigitIsOneInEveryScript(t *testing.T) {
	for _, c := range []struct {
		event Event
		want  int
		why   string
	}{
		{Event{Key: "7"}, 7, "Western"},
		{Event{Key: "٧"}, 7, "Arabic-Indic"},
		{Event{Key: "۷"}, 7, "Persian"},
		{Event{Key: "७"}, 7, "Devanagari"},
		{Event{Key: "৭"}, 7, "Bengali"},
		{Event{Key: "๗"}, 7, "Thai"},
		{Event{Key: "７"}, 7, "wide"},
		{Event{Key: "𝟩"}, 7, "the last of five alphabets of digits in one range"},
		{Event{Key: "7", Code: "Numpad7"}, 7, "on the right"},
		{Event{Key: "è", Code: "Digit7"}, 7, "French"},
		{Event{Key: "7", Code: "Digit7", Shift: true}, 7, "French, with Shift"},
		{Event{Key: "ý", Code: "Digit7"}, 7, "Czech"},
		{Event{Key: "Dead", Code: "Digit6", Shift: true}, 6, "half a letter still has its place"},
		{Event{Key: "7", Ctrl: true}, -1, "Ctrl+7 is the browser's"},
		{Event{Key: "7", Alt: true}, -1, "so is Alt+7"},
		{Event{Key: "{", Code: "Digit7", Ctrl: true, Alt: true, AltGraph: true}, -1, "AltGr types a sign"},
		{Event{Key: "Home", Code: "Numpad7"}, -1, "without Num Lock"},
		{Event{Key: "²"}, -1, "not a digit of any script"},
		{Event{Key: "a"}, -1, "a letter"},
	} {
		got, ok := Of(c.event).Digit()
		if !ok {
			got = -1
		}
		if got != c.want {
			t.Errorf("%+v is %d, want %d: %s", c.event, got, c.want, c.why)
		}
	}
}

// commands are those of a small program.
var commands = []Command{
	{ID: "edit", Keys: []string{"e"}, Scope: ToSpan},
	{ID: "find", Keys: []string{"f"}},
	{ID: "drop", Keys: []string{"Delete"}, Scope: ToSpan},
	{ID: "undo", Keys: []string{"Ctrl+z"}},
	{ID: "go", Keys: []string{"ArrowRight"}, Shown: "→", Scope: InText},
}

func TestALabelsOwnKeyGoesFirst(t *testing.T) {
	table := NewTable(commands, Settings{})
	label := func(id string) Meaning { return Meaning{Label: id} }
	for _, c := range []struct {
		key   string
		event Event
		want  Meaning
		why   string
	}{
		{"f", Event{Key: "f", Code: "KeyF"}, label("it"), "before the command with that key"},
		{"f", Event{Key: "F", Code: "KeyF"}, label("it"), "with Caps Lock"},
		{"F", Event{Key: "F", Code: "KeyF", Shift: true}, label("it"), "a large letter is typed with Shift"},
		{"F", Event{Key: "f", Code: "KeyF", Shift: true}, label("it"), "with Caps Lock, too"},
		{"F", Event{Key: "f", Code: "KeyF"}, Meaning{Command: "find"}, "the small one is another key, if it is one"},
		{"Q", Event{Key: "q", Code: "KeyQ"}, label("it"), "and else it is the label's, which was set with Caps Lock on"},
		{"ж", Event{Key: "ж", Code: "Semicolon"}, label("it"), "a Cyrillic letter"},
		{"ж", Event{Key: "Ж", Code: "Semicolon"}, label("it"), "with Caps Lock"},
		{"Ж", Event{Key: "ж", Code: "Semicolon"}, label("it"), "set with Caps Lock on"},
		{"а", Event{Key: "а", Code: "KeyF"}, label("it"), "before what its place means"},
		{"f", Event{Key: "а", Code: "KeyF"}, label("it"), "by its place, too, before the command"},
		{"q", Event{Key: "й", Code: "KeyQ"}, label("it"), "by its place on a Russian keyboard"},
		{"q", Event{Key: "Й", Code: "KeyQ"}, label("it"), "with Caps Lock"},
		{"b", Event{Key: "لا", Code: "KeyB"}, label("it"), "an Arabic key types two letters"},
		{"i", Event{Key: "İ", Code: "Quote"}, label("it"), "a Turkish i with Caps Lock"},
		{"ı", Event{Key: "I", Code: "KeyI"}, label("it"), "a Turkish ı with Caps Lock"},
		{"ς", Event{Key: "Σ", Code: "KeyW"}, label("it"), "a Greek ς with Caps Lock"},
		{"é", Event{Key: "é", Code: "Digit2"}, label("it"), "a French label"},
		{"é", Event{Key: "É", Code: "Digit2"}, label("it"), "with Caps Lock"},
		{"١", Event{Key: "1", Code: "Digit1"}, label("it"), "an Arabic digit, typed as a Western one"},
		{"@", Event{Key: "@", Code: "KeyQ", Ctrl: true, Alt: true, AltGraph: true}, label("it"), "a sign that needs AltGr"},
		{"z", Event{Key: "z", Code: "KeyZ", Ctrl: true}, Meaning{Command: "undo"}, "not with Ctrl"},
		{"?", Event{Key: "?", Code: "Slash", Shift: true}, label("it"), "a sign"},
		{"m", Event{Key: "m", Code: "Semicolon"}, label("it"), "a French m"},
	} {
		labels := []Label{{ID: "none"}, {ID: "it", Key: c.key}}
		if got := table.Read(Of(c.event), labels, OnText); got != c.want {
			t.Errorf("with %q, %+v is %+v, want %+v: %s", c.key, c.event, got, c.want, c.why)
		}
	}
}

func TestTheSameDigitOfAnotherScriptIsTheLabelsThatHasIt(t *testing.T) {
	table := NewTable(commands, Settings{})
	labels := []Label{{ID: "western", Key: "1"}, {ID: "arabic", Key: "١"}}
	for key, want := range map[string]string{"1": "western", "١": "arabic", "۱": "western"} {
		if got := table.Read(Of(Event{Key: key, Code: "Digit1"}), labels, OnText); got.Label != want {
			t.Errorf("%s is %+v, want %s", key, got, want)
		}
	}
}

func TestSingleKeysActWhereAPersonHasThemAct(t *testing.T) {
	labels := []Label{{ID: "one", Key: "1"}, {ID: "u", Key: "u"}}
	type row struct{ Edit, Find, Drop, Undo, Go, Label, Mine string }
	read := func(single Single, at Focus) row {
		table := NewTable(commands, Settings{Single: single, Keys: map[string][]string{"edit": {"F2", "e"}}})
		command := func(e Event) string { return table.Read(Of(e), labels, at).Command }
		return row{
			command(Event{Key: "e"}), command(Event{Key: "f"}), command(Event{Key: "Delete"}), command(Event{Key: "z", Ctrl: true}),
			command(Event{Key: "ArrowRight"}), table.Read(Of(Event{Key: "1"}), labels, at).Label, command(Event{Key: "F2"}),
		}
	}
	for _, c := range []struct {
		single Single
		at     Focus
		want   row
		why    string
	}{
		{Everywhere, OnText, row{"edit", "find", "drop", "undo", "go", "one", "edit"}, "everything"},
		{Everywhere, OnSpan, row{"edit", "find", "drop", "undo", "", "one", "edit"}, "moving is the list's"},
		{Everywhere, OnNothing, row{"edit", "find", "drop", "undo", "", "one", "edit"}, "nothing has the keyboard"},
		{Everywhere, OnOther, row{"", "find", "", "undo", "", "", ""}, "nothing that acts on a span"},
		{TextOnly, OnText, row{"edit", "find", "drop", "undo", "go", "one", "edit"}, "everything"},
		{TextOnly, OnSpan, row{"", "", "", "undo", "", "", "edit"}, "no single key"},
		{TextOnly, OnOther, row{"", "", "", "undo", "", "", ""}, "no single key"},
		{Off, OnText, row{"", "", "", "undo", "go", "", "edit"}, "no single key, but those that move"},
		{Off, OnOther, row{"", "", "", "undo", "", "", ""}, "no single key"},
	} {
		if diff := cmp.Diff(c.want, read(c.single, c.at)); diff != "" {
			t.Errorf("%q at %v, %s (-want +got):\n%s", c.single, c.at, c.why, diff)
		}
	}
}
