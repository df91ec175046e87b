package e2e

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
	"spanwise/corpus/testinput"
)

// realArticles are what readers saved of five outlets.
var realArticles = []string{"gulf-daily.en.txt", "moscow-times.en.txt", "portuguese-site.pt.txt", "press-tv.en.txt", "uae-radio-site.en.txt"}

func TestRealArticlesAreOpenedShownMarkedAndKept(t *testing.T) {
	t.Parallel()
	folder := testinput.Path(t, "articles")
	var paths []string
	for _, name := range realArticles {
		paths = append(paths, filepath.Join(folder, name))
	}
	p := open(t)
	bring(t, p, paths...)
	f := readExport(t, p)
	for i, path := range paths {
		checkReal(t, p, f.Documents[5+i], readFile(t, path))
	}
	f = readExport(t, p)
	for i := range paths {
		spans := f.spans(f.Documents[5+i].Title)
		same(t, "the spans of "+realArticles[i], 1, len(spans))
	}
	before := export(p)
	p.Reload()
	expect(t, "the number of articles after a reload", 10, func() int { return len(articles(p)) })
	expect(t, "the export after a reload", string(before), func() string { return string(export(p)) })
}

// checkReal holds an article to its file, which is clean UTF-8 but for its
// line ends, and marks the first long word that stands there once.
func checkReal(t *testing.T, p *chromium.Page, d exportedDocument, file string) {
	t.Helper()
	text := strings.ReplaceAll(strings.TrimPrefix(file, "\ufeff"), "\r\n", "\n")
	same(t, "the exported text of "+d.Title, text, d.Text)
	openArticle(t, p, strings.Join(strings.Fields(d.Title), " "))
	expect(t, "the text of "+d.Title, text, p.ArticleText)
	words := strings.FieldsFunc(text, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') && r < 0x80 })
	at := slices.IndexFunc(words, func(w string) bool {
		return len(w) > 7 && strings.Count(text, w) == 1 && !strings.ContainsAny(w, "“”‘’—–\u00a0")
	})
	mark(t, p, words[at], "1")
}

func TestALongTextIsOpenedScrolledAndMarked(t *testing.T) {
	t.Parallel()
	path := testinput.Path(t, "cases/text/sherlock-holmes-huge-ascii.txt")
	p := open(t)
	bring(t, p, path)
	text := strings.ReplaceAll(readFile(t, path), "\r\n", "\n")
	expect(t, "the length of the text", len(text), func() int { return len(p.ArticleText()) })
	mark(t, p, "Irene Adler", "1")
}
