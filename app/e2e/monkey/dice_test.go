package monkey

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestTheSameSeedDrawsTheSameEvents(t *testing.T) {
	if diff := cmp.Diff(Sitting(7, 300), Sitting(7, 300)); diff != "" {
		t.Errorf("two draws of one seed differ:\n%s", diff)
	}
	if diff := cmp.Diff(Sitting(7, 300)[:39], Sitting(7, 40)[:39]); diff != "" {
		t.Errorf("a shorter sitting is not the beginning of a longer one:\n%s", diff)
	}
	if cmp.Equal(Sitting(7, 40), Sitting(8, 40)) {
		t.Error("two seeds draw the same")
	}
}

func TestEverythingThatCanHappenIsDrawn(t *testing.T) {
	kinds, ways, files := map[Kind]bool{}, map[string]bool{}, map[string]bool{}
	for seed := range uint64(20) {
		for _, e := range Sitting(seed, Length) {
			kinds[e.Kind], ways[string(e.Kind)+" by "+e.By] = true, true
			if e.Kind == Files {
				for _, name := range strings.Split(e.What, ",") {
					files[name] = true
				}
			}
		}
	}
	for _, kind := range []Kind{Click, Drag, Down, Up, LongPress, Hover, Wheel, Mark, Key, Type, Compose, Select, Files, Paste,
		Reload, Tab, CloseTab, Resize, Look, Meddle, Network, Fault, Wait, Rest, Audit} {
		if !kinds[kind] {
			t.Errorf("nobody does %q", kind)
		}
	}
	for _, way := range []string{"click by touch", "drag by pen", "mark by script", "files by drop", "files by import", "meddle by translate", "meddle by wrap twice", "compose by safari"} {
		if !ways[way] {
			t.Errorf("nobody does %q", way)
		}
	}
	for _, name := range FileNames() {
		if !files[name] {
			t.Errorf("%q never arrives", name)
		}
	}
}

func TestAKeyboardHasAKeyAtEveryPlace(t *testing.T) {
	for _, l := range layouts {
		if n := utf8.RuneCountInString(l.plain); n < len(places) {
			t.Errorf("the %s keyboard has %d keys for %d places", l.name, n, len(places))
		}
		if n := utf8.RuneCountInString(l.shifted); n != 10 {
			t.Errorf("the %s keyboard has %d digits with Shift, want 10", l.name, n)
		}
	}
}

func TestAKeyWritesWhatItsKeyboardSays(t *testing.T) {
	byName := func(name string) layout {
		return layouts[slices.IndexFunc(layouts, func(l layout) bool { return l.name == name })]
	}
	tests := []struct {
		layout, place string
		shift, caps   bool
		want          string
		why           string
	}{
		{"English", "KeyZ", false, false, "z", "a letter"},
		{"English", "KeyZ", true, false, "Z", "Shift makes it a capital"},
		{"English", "KeyZ", false, true, "Z", "and so does Caps Lock"},
		{"English", "KeyZ", true, true, "z", "both take each other back"},
		{"German", "KeyZ", false, false, "y", "another letter is at the place"},
		{"Russian", "KeyZ", false, false, "я", "or one of another script"},
		{"Czech", "Digit1", false, false, "+", "digits need Shift there"},
		{"Czech", "Digit1", true, false, "1", "as here"},
		{"French", "Digit1", false, true, "&", "Caps Lock does not concern the digits"},
		{"Arabic", "Digit1", false, false, "١", "digits of another script"},
	}
	for _, test := range tests {
		if got := byName(test.layout).key(slices.Index(places, test.place), test.shift, test.caps); got != test.want {
			t.Errorf("%s %s (shift %v, caps %v) writes %q, want %q: %s", test.layout, test.place, test.shift, test.caps, got, test.want, test.why)
		}
	}
}
