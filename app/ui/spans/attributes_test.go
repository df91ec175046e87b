package spans

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/annotations"
	"spanwise/app/ui/keyboard"
)

func options(names ...string) []annotations.Option {
	var list []annotations.Option
	for _, name := range names {
		list = append(list, annotations.Option{ID: "id of " + name, Name: name})
	}
	return list
}

func TestDigitsAndLettersPickOptions(t *testing.T) {
	kinds := options("Person", "State", "Étranger", "Body", "Sea power")
	marks := options("0", "1", "2")
	for _, tt := range []struct {
		options          []annotations.Option
		key, code, after string
		want             int
		why              string
	}{
		{kinds, "2", "", "", 1, "the second"},
		{kinds, "9", "", "", -1, "there are not as many"},
		{kinds, "0", "", "", -1, "places are counted from 1"},
		{marks, "2", "", "", 2, "the one that is called so, not the second"},
		{kinds, "s", "", "", 1, "the first with that letter"},
		{kinds, "S", "", "id of State", 4, "the next with that letter"},
		{kinds, "s", "", "id of Sea power", 1, "round the end"},
		{kinds, "e", "", "", 2, "an accent does not count"},
		{kinds, "x", "", "", -1, "no name begins so"},
		{kinds, "Tab", "", "", -1, "not a letter"},
		{kinds, " ", "", "", -1, "the button's own key"},
		{kinds, "é", "Digit2", "", 1, "the second, on a French keyboard"},
		{kinds, "٢", "Digit2", "", 1, "the second, on an Arabic one"},
		{marks, "é", "Digit2", "", 2, "the one that is called so, on a French one"},
		{kinds, "ы", "KeyS", "", 1, "the first with the letter of the place, on a Russian one"},
		{options("Лицо", "Страна"), "с", "KeyC", "", 1, "the first with that letter, on a Russian one"},
		{kinds, "ْ", "KeyX", "", -1, "a mark that is folded away begins no name"},
	} {
		if got := optionByKey(tt.options, keyboard.Of(keyboard.Event{Key: tt.key, Code: tt.code}), tt.after); got != tt.want {
			t.Errorf("%q after %q picks %d, want %d: %s", tt.key, tt.after, got, tt.want, tt.why)
		}
	}
}

func TestFewWholeNumbersAreOptions(t *testing.T) {
	for _, tt := range []struct {
		least, greatest string
		want            int
	}{
		{"1", "3", 3}, {"-2", "2", 5}, {"0", "5", 0}, {"", "3", 0}, {"0.5", "1", 0}, {"2", "2", 1}, {"3", "1", 0},
		{"-9223372036854775808", "9223372036854775807", 0},
		{"-9223372036854775808", "0", 0},
		{"9223372036854775806", "9223372036854775807", 2},
		{"9223372036854775807", "-9223372036854775808", 0},
	} {
		a := &annotations.Attribute{Type: annotations.Number, Min: tt.least, Max: tt.greatest}
		if got := len(choosable(a)); got != tt.want {
			t.Errorf("from %q to %q are %d options, want %d", tt.least, tt.greatest, got, tt.want)
		}
	}
}

func TestTheSummarySaysWhatIsSaidAndWhatCouldBe(t *testing.T) {
	label := &annotations.Label{ID: "actor", Name: "Actor", Entry: annotations.EntryOptional, Attributes: []annotations.Attribute{
		{ID: "kind", Name: "Kind", Type: annotations.Choice, Options: []annotations.Option{{ID: "s", Name: "State"}}},
		{ID: "sure", Name: "Sure", Type: annotations.Flag},
		{ID: "uses", Name: "Uses", Type: annotations.Choices, Options: []annotations.Option{{ID: "a", Name: "Arms"}, {ID: "b", Name: "Bribes"}}},
		{ID: "when", Name: "When", Type: annotations.Date},
	}}
	empty := &annotations.Span{Label: "actor"}
	full := &annotations.Span{Label: "actor", Values: []annotations.Value{
		{Attribute: "kind", Text: "s"}, {Attribute: "sure", Text: "false"},
		{Attribute: "uses", Choices: []string{"a", "b"}}, {Attribute: "when", Date: &annotations.Timex{Type: "DATE", Value: "2023"}},
	}}
	half := &annotations.Span{Label: "actor", Values: full.Values[:1]}
	for _, tt := range []struct {
		span              *annotations.Span
		entry, said, open string
	}{
		{empty, "", "", "Which actor? · Kind · Sure · Uses · When"},
		{half, "Syria", "Syria · Kind: State", " · Sure · Uses · When"},
		{full, "Syria", "Syria · Kind: State · Sure: no · Uses: Arms, Bribes · When: 2023", ""},
	} {
		said, open := summary(label, tt.span, tt.entry, nil)
		if diff := cmp.Diff([]string{tt.said, tt.open}, []string{said, open}); diff != "" {
			t.Errorf("summary (-want +got):\n%s", diff)
		}
	}
}

func TestTypedNumbersAreWrittenAsJSONDoes(t *testing.T) {
	for typed, want := range map[string]string{"3": "3", "2,5": "2.5", "+1": "1", ".5": "0.5", "−4": "-4", "x": "x"} {
		if got := plainNumber(typed); got != want {
			t.Errorf("%q is written as %q, want %q", typed, got, want)
		}
	}
}

func TestDatesAreSaidInWords(t *testing.T) {
	for _, tt := range []struct{ kind, value, mod, quant, freq, want string }{
		{"DATE", "2023-04-25", "", "", "", "Tuesday, 25 April 2023"},
		{"DATE", "2023-04-31", "", "", "", ""},
		{"DATE", "2023-04", "MID", "", "", "the middle of April 2023"},
		{"DATE", "2011", "START", "", "", "the beginning of 2011"},
		{"DATE", "199", "", "", "", "the 1990s"},
		{"DATE", "19", "", "", "", "the years 1900 to 1999"},
		{"DATE", "2023-W07", "", "", "", "week 7 of 2023"},
		{"DATE", "2023-W07-WE", "", "", "", "the weekend of week 7 of 2023"},
		{"DATE", "2023-Q2", "", "", "", "the second quarter of 2023"},
		{"DATE", "2023-SU", "", "", "", "summer 2023"},
		{"DATE", "PAST_REF", "", "", "", "the past"},
		{"DATE", "2023-04-25/2023-04-26", "", "", "", "Tuesday, 25 April 2023 to Wednesday, 26 April 2023"},
		{"TIME", "2023-04-25TMO", "", "", "", "Tuesday, 25 April 2023 in the morning"},
		{"TIME", "2023-04-25T14:30", "", "", "", "Tuesday, 25 April 2023 at 14:30"},
		{"DURATION", "P3D", "EQUAL_OR_LESS", "", "", "at most 3 days"},
		{"DURATION", "P1Y", "APPROX", "", "", "about 1 year"},
		{"DURATION", "PXM", "", "", "", "some months"},
		{"DURATION", "PT90M", "", "", "", "90 minutes"},
		{"SET", "XXXX-WXX-2", "", "EVERY", "", "every Tuesday"},
		{"SET", "P1W", "", "", "2X", "1 week 2 times"},
		{"DATE", "XXXX", "", "", "", ""},
		{"DATE", "BC0044", "", "", "", ""},
		{"DURATION", "P1Y2M", "", "", "", ""},
		{"DURATION", "P", "", "", "", ""},
	} {
		got := timexWords(annotations.Timex{Type: tt.kind, Value: tt.value, Mod: tt.mod, Quant: tt.quant, Freq: tt.freq})
		if got != tt.want {
			t.Errorf("%s %s %s %s is said as %q, want %q", tt.value, tt.mod, tt.quant, tt.freq, got, tt.want)
		}
	}
}
