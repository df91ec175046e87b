package articles

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/corpus"
)

func shelfOf(t *testing.T, titles ...string) []*corpus.Document {
	t.Helper()
	var docs []*corpus.Document
	for _, title := range titles {
		doc, err := corpus.NewDocument(title, corpus.Details{Title: title, Outlet: "Gazeta " + title[:1], Language: "en"}, "Text.")
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	return docs
}

func TestArticlesAreFoundByWordsOfTitleAndOutlet(t *testing.T) {
	docs := shelfOf(t, "Ankara answers", "Riyadh answers", "Ünye votes", "سوريا")
	var f finder
	for _, c := range []struct {
		name, words string
		want        []string
	}{
		{"no words", "", []string{"Ankara answers", "Riyadh answers", "Ünye votes", "سوريا"}},
		{"spaces", "  ", []string{"Ankara answers", "Riyadh answers", "Ünye votes", "سوريا"}},
		{"the beginning of a word", "ans", []string{"Ankara answers", "Riyadh answers"}},
		{"any case", "ÜNYE", []string{"Ünye votes"}},
		{"two words in any order", "answers riyadh", []string{"Riyadh answers"}},
		{"title and outlet", "gazeta a answers", []string{"Ankara answers", "Riyadh answers"}},
		{"another script", "سوريا", []string{"سوريا"}},
		{"nothing", "Lisbon", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f.words = c.words
			var got []string
			for _, doc := range f.among(docs) {
				got = append(got, doc.Title)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("found (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatWasFoundFollowsTheArticles(t *testing.T) {
	docs := shelfOf(t, "Ankara answers", "Riyadh answers")
	f := finder{words: "answers"}
	if n := len(f.among(docs)); n != 2 {
		t.Fatalf("%d found", n)
	}
	if n := len(f.among(docs[:1])); n != 1 {
		t.Errorf("%d found after one was removed", n)
	}
}
