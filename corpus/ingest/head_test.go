package ingest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
	"spanwise/corpus/ingest"
)

func TestATextWhoseFirstLineIsItsTitleHasAHeadline(t *testing.T) {
	long := strings.Repeat("words and ", 13)
	tests := []struct {
		name, why, file, text string
		head                  corpus.Head
	}{
		{"alone on its line", "so headlines stand", "a.txt", "\n Talks in Moscow \n\nText.", corpus.Headline},
		{"before a long paragraph", "sites leave no gap", "a.txt", "Talks in Moscow\n" + long, corpus.Headline},
		{"Markdown heading", "its mark stays", "a.md", "## Talks in Moscow\n\nText.", corpus.Headline},
		{"right to left", "the words count, not the script", "a.txt", "محادثات في موسكو\n\nنص.", corpus.Headline},
		{"Chinese", "nor spaces", "a.txt", "莫斯科会谈\n\n正文。", corpus.Headline},
		{"in the details", "a person wrote it", "a.txt", "---\ntitle: Talks\n---\nOther\n", corpus.Headline},
		{"one line", "a headline stands above a text", "a.txt", "Talks in Moscow", corpus.NoHead},
		{"one line and its end", "there is nothing below it", "a.txt", "Talks in Moscow\n\n", corpus.NoHead},
		{"a sentence", "it belongs to the text", "a.txt", "They met.\n\nText.", corpus.NoHead},
		{"first words", "they are no line", "", long + "\n\nText.", corpus.NoHead},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result, err := ingest.Text(test.file, []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if result.Details.Head != test.head {
				t.Errorf("head %d; want %d, since %s", result.Details.Head, test.head, test.why)
			}
		})
	}
}

func TestWhatIsTypedOfAPastedTextGoesBeforeWhatItSays(t *testing.T) {
	front := "---\ntitle: Talks\noutlet: The Paper\n---\n"
	tests := []struct {
		name, why, pasted string
		typed             ingest.Typed
		details           corpus.Details
		text              string
	}{
		{
			"a title", "it is the headline", "x\n\ny", ingest.Typed{Details: corpus.Details{Title: "A"}, Headed: true},
			corpus.Details{Title: "A", Head: corpus.Headline}, "A\n\nx\n\ny",
		},
		{
			"a title that is there", "it is not doubled", "A\n\ny", ingest.Typed{Details: corpus.Details{Title: "A"}, Headed: true},
			corpus.Details{Title: "A", Head: corpus.Headline}, "A\n\ny",
		},
		{
			"a name", "it is no part of the text", "x\n\ny", ingest.Typed{Details: corpus.Details{Title: "A"}},
			corpus.Details{Title: "A"}, "x\n\ny",
		},
		{
			"no headline wanted", "a guess would be against what was said", "x\n\ny", ingest.Typed{},
			corpus.Details{Title: "x"}, "x\n\ny",
		},
		{
			"over front matter", "a person is there to say it", front + "x", ingest.Typed{Details: corpus.Details{Title: "A"}, Headed: true},
			corpus.Details{Title: "A", Outlet: "The Paper", Head: corpus.Headline}, "A\nx",
		},
		{
			"a name over a standfirst", "it would get lost", "---\ntitle: Talks\nstandfirst: S\n---\nx", ingest.Typed{Details: corpus.Details{Title: "A"}},
			corpus.Details{Title: "A", Head: corpus.Standfirst}, "A\nS\nx",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result, err := ingest.Pasted(test.pasted, test.typed)
			if err != nil {
				t.Fatal(err)
			}
			result.Details.Changes = "" // which other tests look at
			if diff := cmp.Diff(test.details, result.Details); diff != "" {
				t.Errorf("details, since %s (-want +got):\n%s", test.why, diff)
			}
			if diff := cmp.Diff(test.text, result.Text); diff != "" {
				t.Errorf("text, since %s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}
