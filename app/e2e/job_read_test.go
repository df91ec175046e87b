package e2e

import (
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
	"spanwise/corpus"
)

// TestReading looks at the bundled articles.
func TestReading(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		fiveArticlesAreListedAndTheFirstIsOpen,
		everyArticleShowsItsTextToTheCharacterUnderItsHead,
		theTextSaysWhichLanguageItIsIn,
		theListCountsTheSpansOfEachArticle,
		listsAreNamedForScreenReaders,
	)
}

// told are the outlet, the date and the language of a bundled article as the
// page words them, by the article's place.
var told = []string{
	"An English-language daily of the Gulf · 25 April 2023 · English",
	"The Moscow Times · 25 April 2023 · English",
	"Um site de notícias português · 25 April 2023 · Portuguese",
	"A radio news site in the UAE · 25 April 2023 · English",
	"Press TV · 10 May 2023 · English",
}

func fiveArticlesAreListedAndTheFirstIsOpen(t *testing.T, p *chromium.Page) {
	docs := bundled(t)
	want := []string{}
	for i, d := range docs {
		want = append(want, d.Title+" "+told[i]+" · 0 spans")
	}
	same(t, "the articles", want, articles(p))

	for i, e := range p.Find("navigation", "Articles").All("button", "") {
		if open := e.Attribute("aria-current") == "page"; open != (i == 0) {
			t.Errorf("article %d is marked as open: %v", i+1, open)
		}
	}
	expect(t, "the open text", docs[0].Text(), p.ArticleText)
}

func everyArticleShowsItsTextToTheCharacterUnderItsHead(t *testing.T, p *chromium.Page) {
	file := readExport(t, p)
	for i, d := range bundled(t) {
		openArticle(t, p, d.Title)
		expect(t, "the text of “"+d.Title+"”", d.Text(), p.ArticleText)
		same(t, "the exported text of “"+d.Title+"”", d.Text(), file.Documents[i].Text)
		same(t, "the exported hash", d.SHA256(), file.Documents[i].SHA256)
		checkHead(t, p, d, told[i])
	}
}

// checkHead looks for an article's facts above its text, which begins with the
// headline.
func checkHead(t *testing.T, p *chromium.Page, d *corpus.Document, told string) {
	t.Helper()
	head := chromium.Eval[string](p, `document.querySelector("main header").textContent`)
	for _, fact := range []string{told, d.Note} {
		if !strings.Contains(head, fact) {
			t.Errorf("above the text of “%s” stands nothing of %q: %q", d.Title, fact, head)
		}
	}
	links := p.Find("main", "").All("link", "")
	if d.URL == "" {
		same(t, "the links above a text without an address", 0, len(links))
		return
	}
	same(t, "the links above a text with an address", 1, len(links))
	same(t, "the link to the original", d.URL, links[0].Attribute("href"))
}

func theTextSaysWhichLanguageItIsIn(t *testing.T, p *chromium.Page) {
	for _, d := range bundled(t) {
		openArticle(t, p, d.Title)
		expect(t, "the language of “"+d.Title+"”", d.Language, func() string { return p.Region().Attribute("lang") })
	}
}

func theListCountsTheSpansOfEachArticle(t *testing.T, p *chromium.Page) {
	mark(t, p, "Ankara", "1")
	mark(t, p, "Saudi Arabia", "1")
	docs := bundled(t)
	openArticle(t, p, docs[1].Title)
	mark(t, p, "on Tuesday", "3")
	want := []string{"2 spans", "1 span", "0 spans", "0 spans", "0 spans"}
	expect(t, "the counts", want, func() []string {
		counts := []string{}
		for _, name := range articles(p) {
			words := strings.Fields(name)
			counts = append(counts, strings.Join(words[len(words)-2:], " "))
		}
		return counts
	})
}

func listsAreNamedForScreenReaders(t *testing.T, p *chromium.Page) {
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "2")
	p.ClickText("Tunisia", 1)
	expectShown(t, p, "Tunisia")
	writeNote(t, p, "a country")
	same(t, "the names of the spans", []string{"Actor Saudi Arabia", "Demand a country Tunisia"}, names(p.Find("list", "Spans").All("button", "")))
	same(t, "the names of the spans as they are shown", names(p.Find("list", "Spans").All("button", "")), listed(p))
	same(t, "the names of the articles as they are shown", names(p.Find("navigation", "Articles").All("button", "")), articles(p))
}
