package kit

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNamesDoNotTurnASentenceRound(t *testing.T) {
	for _, c := range []struct{ sentence, want, why string }{
		{"Added “Talks” with 3 spans.", "Added “Talks” with 3 spans.", "most sentences stay as they are"},
		{"photo\u202egpj.exe: not a text", "photo[U+202E]gpj.exe: not a text", "an override is written out"},
		{"Added “\u2067a” here", "Added “[U+2067]a” here", "so is an isolate that is never closed"},
		{"a \u202ab\u202c c\u2069", "a [U+202A]b[U+202C] c[U+2069]", "and what closes them"},
		{"Added “محادثات” 3 times", "Added “\u2068محادثات\u2069” 3 times", "a name that runs to the left is on its own"},
		{"“שלום” and “Talks”", "“\u2068שלום\u2069” and “\u2068Talks\u2069”", "every name of the sentence is"},
		{"“א “ב” ג” 1", "“\u2068א “ב” ג\u2069” 1", "quotation marks within a name are part of it"},
		{"“א", "“\u2068א\u2069", "what is opened is closed"},
		{"א\u200f 5", "א\u200f 5", "marks that turn nothing stay"},
	} {
		if diff := cmp.Diff(c.want, Upright(c.sentence)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	if got := Alone("א ב"); got != "\u2068א ב\u2069" {
		t.Errorf("a name on its own is %q", got)
	}
}

func FuzzASentenceLeavesNothingOpen(f *testing.F) {
	for _, seed := range []string{"“א", "”\u202e“", "\u2066“א”", "א”“”"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, sentence string) {
		depth := 0
		for _, c := range Upright(sentence) {
			switch c {
			case firstStrongIsolate:
				depth++
			case popIsolate:
				depth--
			default:
				if turns(c) {
					t.Fatalf("%q has kept U+%04X", sentence, c)
				}
			}
			if depth < 0 {
				t.Fatalf("%q closes what is not open", sentence)
			}
		}
		if depth != 0 {
			t.Fatalf("%q leaves something open", strings.ToValidUTF8(sentence, "?"))
		}
	})
}
