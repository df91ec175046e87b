package articles

import (
	"strings"

	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// finder finds articles by words of their titles and outlets. It keeps what it
// has found, and what it has worked out about the articles it looked through.
type finder struct {
	words string

	articles []*corpus.Document
	folded   []string
	sought   string
	found    []*corpus.Document
}

// among lists the articles that have every word, in their order; without words
// these are all.
func (f *finder) among(articles []*corpus.Document) []*corpus.Document {
	if f.words == "" {
		return articles
	}
	fresh := !sameList(articles, f.articles)
	if fresh {
		f.articles, f.folded = articles, foldedTitles(articles)
	}
	if fresh || f.words != f.sought {
		f.sought, f.found = f.words, f.search()
	}
	return f.found
}

func (f *finder) search() []*corpus.Document {
	words := strings.Fields(strings.ToLower(f.words))
	var found []*corpus.Document
	for i, doc := range f.articles {
		if kit.HasAll(f.folded[i], words) {
			found = append(found, doc)
		}
	}
	return found
}

// foldedTitles are the titles and outlets, in lower case.
func foldedTitles(articles []*corpus.Document) []string {
	folded := make([]string, len(articles))
	for i, doc := range articles {
		folded[i] = strings.ToLower(doc.Title + "\n" + doc.Outlet)
	}
	return folded
}

// sameList reports whether two lists are one in memory. The list of a project's
// articles is shared by all projects that differ in spans only.
func sameList(a, b []*corpus.Document) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
