package kit

import "testing"

func TestALineOfAReportIsShownAsASentence(t *testing.T) {
	for line, want := range map[string]string{
		"article “A” added":         "Article “A” added.",
		"écrit par un autre":        "Écrit par un autre.",
		"Nothing here was changed.": "Nothing here was changed.",
		"a.txt: it is empty":        "a.txt: it is empty.",
	} {
		if got := Sentence(line); got != want {
			t.Errorf("sentence(%q) = %q, want %q", line, got, want)
		}
	}
}
