package bringing

import (
	"strings"
	"testing"

	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

func TestANewTextKeepsItsHeadOnlyIfTheHeadlineIsTheSame(t *testing.T) {
	line := strings.Repeat("words ", 900)
	tests := []struct {
		name, why, old, now string
		want                corpus.Head
	}{
		{"the same headline", "what a person has chosen stays", "H\nS\na", "H\nS\nb", corpus.Standfirst},
		{"another headline", "nobody has said anything of the new one", "H\nS\na", "I\nS\na", corpus.Headline},
		{"a headline after a line in pieces", "the old text had none, whatever it was said to have", line, "H\na", corpus.Headline},
		{"a line in pieces after a headline", "the new one has none", "H\na", line, corpus.Headline},
	}
	for _, test := range tests {
		doc, err := corpus.NewDocument("d", corpus.Details{Title: "T", Head: corpus.Standfirst}, test.old)
		if err != nil {
			t.Fatal(err)
		}
		text := ingest.Result{Text: test.now, Details: corpus.Details{Head: corpus.Headline}}
		if got := headOfNew(doc, text); got != test.want {
			t.Errorf("%s: %d, want %d, since %s", test.name, got, test.want, test.why)
		}
	}
}
