package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func document(t *testing.T, details corpus.Details, text string) *corpus.Document {
	t.Helper()
	doc, err := corpus.NewDocument("a", details, text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestAPreviewIsTheFirstArticleAsItWillBeDrawn(t *testing.T) {
	first := document(t, corpus.Details{Title: "Talks", Outlet: "The Times", Language: "en", Note: "A retelling.", Head: corpus.Headline}, "Talks\n\nOn <Monday>.\n\nOn Tuesday.\n")
	second := document(t, corpus.Details{Title: "Conversas", Language: "pt"}, "x")
	want := Preview{
		Language: "en", Class: "text spaced", Heads: []string{"short"},
		Byline: "The Times · English", Note: "A retelling.",
		Blocks: []string{"Talks\n\n", "On <Monday>.\n\n", "On Tuesday.\n"},
		Titles: []string{"Talks", "Conversas"}, Languages: []string{"en", "pt"},
		Sources: []string{"The Times · English · 0 spans", "Portuguese · 0 spans"},
	}
	if diff := cmp.Diff(want, PreviewOf([]*corpus.Document{first, second})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := PreviewOf([]*corpus.Document{second}); got.Title != "Conversas" {
		t.Errorf("the title above a text without a headline: %q", got.Title)
	}
}

func TestThereIsNoPreviewOfWhatIsDrawnInPieces(t *testing.T) {
	long := document(t, corpus.Details{Title: "Long"}, strings.Repeat("word ", 2000))
	for _, docs := range [][]*corpus.Document{nil, {long}} {
		if got := PreviewOf(docs); len(got.Blocks) > 0 {
			t.Errorf("%d articles have a preview of %d blocks", len(docs), len(got.Blocks))
		}
	}
}
