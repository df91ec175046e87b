package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

const (
	// manyArticles is how many the project of these tests brings.
	manyArticles = 5000
	// manySpans is how many its last article has, one a word.
	manySpans = 1000
	// promptly is the most that an edit or the opening of an article may take
	// in it. Drawing every row takes seconds.
	promptly = time.Second
)

// TestManyArticles works in a project of 5,000 articles.
func TestManyArticles(t *testing.T) {
	p := open(t)
	beginWork(t, p)
	began := time.Now()
	mergeFile(p, write(t, "many.json", byPage(t, p, manyProject(t))))
	expect(t, "the number of articles", total(t), func() int { return setSize(p, "#article-rows") })
	t.Logf("%d articles were imported in %v", manyArticles, time.Since(began).Round(time.Millisecond))
	waitSaved(p)
	for _, job := range []struct {
		name string
		do   func(*testing.T, *chromium.Page)
	}{
		{"few rows are in the page", fewRowsAreInThePage},
		{"scrolling reaches the last article", scrollingReachesTheLastArticle},
		{"a mark is drawn at once and counted", aMarkIsDrawnAtOnceAndCounted},
		{"keys reach every article", keysReachEveryArticle},
		{"an article is found by its title", anArticleIsFoundByItsTitle},
		{"the list of spans is drawn in part too", theListOfSpansIsDrawnInPartToo},
		{"the open article is in view after a reload", theOpenArticleIsInViewAfterAReload},
	} {
		t.Run(job.name, func(t *testing.T) { job.do(t, p) })
	}
}

func total(t *testing.T) int { return len(bundled(t)) + manyArticles }

// manyTitle is the title of the n-th article, counted from 1. Some are long.
func manyTitle(n int) string {
	title := fmt.Sprintf("Report %04d", n)
	if n%7 == 0 {
		title += " on what the ministers said, what they did not say, and who was asked to say it for them in the capital"
	}
	return title
}

// manyProject is a Spanwise file of those articles. The last is a row of words,
// each with a span.
func manyProject(t *testing.T) []byte {
	t.Helper()
	type object = map[string]any
	document := func(n int, text string) object {
		sum := sha256.Sum256([]byte(text))
		return object{
			"id": fmt.Sprintf("many-%04d", n), "title": manyTitle(n), "outlet": fmt.Sprintf("Outlet %d", n%40), "language": "en",
			"published": "2026-01-02", "url": "", "note": "", "sha256": hex.EncodeToString(sum[:]), "text": text,
		}
	}
	var documents, spans []object
	for n := 1; n < manyArticles; n++ {
		documents = append(documents, document(n, fmt.Sprintf("The minister of region %d spoke.\nNobody answered.", n)))
	}
	words := make([]string, manySpans)
	for i := range words {
		words[i] = fmt.Sprintf("w%03d", i)
		spans = append(spans, object{
			"id": fmt.Sprintf("span-%03d", i), "label": "actor", "ranges": []object{{"start": 5 * i, "end": 5*i + 4}},
			"text": words[i], "note": "", "origin": "import", "created": "2026-01-02T00:00:00.000Z", "modified": "2026-01-02T00:00:00.000Z",
		})
	}
	documents = append(documents, document(manyArticles, strings.Join(words, " ")))
	data, err := json.Marshal(object{
		"format": "spanwise", "version": 1, "offsets": "code points",
		"scheme":    object{"name": "Many", "labels": []object{{"id": "actor", "name": "Actor", "color": "#1d4ed8", "key": "1", "definition": ""}}},
		"documents": documents,
		"sets": []object{{
			"document": fmt.Sprintf("many-%04d", manyArticles), "annotator": "annotator-1", "state": "open", "spans": spans,
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// setSize is how many rows a list says that it has.
func setSize(p *chromium.Page, list string) int {
	return chromium.Eval[int](p, fmt.Sprintf(`+(document.querySelector("%s li[aria-setsize]")?.ariaSetSize ?? 0)`, list))
}

// focusedRow is the place in its list of the row that has the keyboard, from 1.
func focusedRow(p *chromium.Page) int {
	return chromium.Eval[int](p, `+(document.activeElement.closest("li")?.ariaPosInSet ?? 0)`)
}

// inView reports whether the row that matches the selector lies in its list.
func inView(p *chromium.Page, list, row string) bool {
	return chromium.Eval[bool](p, fmt.Sprintf(`(() => {
		const frame = document.querySelector("%s").getBoundingClientRect();
		const box = document.querySelector("%s %s")?.getBoundingClientRect();
		return !!box && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
	})()`, list, list, row))
}

// clock has the page measure how long it takes from a click or a key to the
// picture in which what the expression gives has changed.
func clock(p *chromium.Page, expression string) {
	p.Do(fmt.Sprintf(`(() => {
		window.took = 0;
		const look = () => %s, before = look();
		const listening = new AbortController();
		const start = () => {
			listening.abort();
			const began = performance.now();
			const poll = () => look() === before ? requestAnimationFrame(poll)
				: requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - began; }));
			poll();
		};
		for (const kind of ["click", "keydown"]) addEventListener(kind, start, { capture: true, signal: listening.signal });
	})()`, expression))
}

// expectPrompt reads the clock.
func expectPrompt(t *testing.T, p *chromium.Page, what string) {
	t.Helper()
	p.WaitFor(`took > 0`)
	took := time.Duration(chromium.Eval[float64](p, `took`) * float64(time.Millisecond))
	t.Logf("%s: %.0f ms to the picture", what, took.Seconds()*1000)
	if took > promptly {
		t.Errorf("%s took %v, more than %v", what, took, promptly)
	}
}

func fewRowsAreInThePage(t *testing.T, p *chromium.Page) {
	nodes := chromium.Eval[int](p, `document.querySelector("#articles").querySelectorAll("*").length`)
	all := chromium.Eval[int](p, `document.querySelectorAll("*").length`)
	t.Logf("%d elements in the list of articles, %d in the page", nodes, all)
	if nodes > 200 {
		t.Errorf("the list of articles has %d elements", nodes)
	}
}

func scrollingReachesTheLastArticle(t *testing.T, p *chromium.Page) {
	list := `document.querySelector("#article-rows")`
	for _, share := range []float64{0.5, 0.25, 1} {
		p.Do(fmt.Sprintf(`%s.scrollTop = %s.scrollHeight * %v`, list, list, share))
		want := min(int(float64(total(t))*share)+4, total(t))
		expect(t, fmt.Sprintf("the %d-th row is in view", want), true, func() bool {
			return inView(p, "#article-rows", fmt.Sprintf("li[aria-posinset='%d']", want))
		})
	}
	clock(p, `document.querySelector("h1").textContent`)
	openArticle(t, p, manyTitle(manyArticles-1))
	expectPrompt(t, p, "opening the last but one article")
}

func title(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.querySelector("h1")?.textContent.trim() ?? ""`)
}

func aMarkIsDrawnAtOnceAndCounted(t *testing.T, p *chromium.Page) {
	p.Do(`document.querySelector("#article-rows").scrollTop = 0`)
	expect(t, "the first row is drawn", true, func() bool { return inView(p, "#article-rows", "li[aria-posinset='1']") })
	openArticle(t, p, bundled(t)[0].Title)
	p.Select("Saudi Arabia")
	expectPicked(t, p, "Saudi Arabia")
	counted := `document.querySelector("#article-rows [aria-current] .source").textContent`
	clock(p, counted)
	p.Press("1")
	expect(t, "the count of spans", true, func() bool {
		return strings.HasSuffix(chromium.Eval[string](p, counted), " 1 span")
	})
	expectPrompt(t, p, "a mark")
	expectListed(t, p, "Actor Saudi Arabia")
	p.Press("Control+z")
	expectListed(t, p)
	waitSaved(p)
}

func keysReachEveryArticle(t *testing.T, p *chromium.Page) {
	focusOn(p, "#article-rows button")
	walk := func(key string, times, want int) {
		t.Helper()
		for range times {
			p.Press(key)
		}
		expect(t, fmt.Sprintf("the row after %d times %s", times, key), want, func() int { return focusedRow(p) })
		expect(t, "that row is in view", true, func() bool { return inView(p, "#article-rows", ":focus") })
	}
	walk("Tab", 45, 46)
	walk("ArrowDown", 45, 91)
	walk("End", 1, total(t))
	walk("ArrowUp", 2, total(t)-2)
	walk("Home", 1, 1)
	walk("ArrowUp", 1, 1)
	walk("End", 1, total(t))
	p.Press("Enter")
	expect(t, "the article that Enter opens", manyTitle(manyArticles), func() string { return title(p) })
	same(t, "the row that has the keyboard", total(t), focusedRow(p))
}

func anArticleIsFoundByItsTitle(t *testing.T, p *chromium.Page) {
	field := p.Find("searchbox", "Find an article")
	field.Focus()
	p.Type("outlet 1 REPORT 4321")
	want := []string{"Report 4321 Outlet 1 · 2 January 2026 · English · 0 spans"}
	expect(t, "what is found", want, func() []string { return articles(p) })
	expect(t, "what is said", "1 article found", func() string { return said(p) })
	p.Press("Enter")
	expect(t, "the article that Enter opens", manyTitle(4321), func() string { return title(p) })

	field.Focus()
	p.Type(" nowhere")
	expect(t, "what is found", nil, func() []string {
		if found := articles(p); len(found) > 0 {
			return found
		}
		return nil
	})
	expect(t, "what the list says", true, func() bool {
		return chromium.Eval[bool](p, `!!document.querySelector("#articles .hint:not([hidden])")`)
	})
	p.Press("Escape")
	expect(t, "the number of articles", total(t), func() int { return setSize(p, "#article-rows") })
	expect(t, "what stands in the field", "", func() string { return chromium.Eval[string](p, `document.querySelector("#find-article").value`) })
	expect(t, "the open article is in view", true, func() bool { return inView(p, "#article-rows", "[aria-current]") })
}

func theListOfSpansIsDrawnInPartToo(t *testing.T, p *chromium.Page) {
	field := p.Find("searchbox", "Find an article")
	field.Focus()
	p.Type(manyTitle(manyArticles))
	p.Press("Enter")
	expect(t, "the number of spans", manySpans, func() int { return setSize(p, "#spans") })
	if rows := len(listed(p)); rows > 100 {
		t.Errorf("%d rows of spans are drawn", rows)
	}
	p.Do(`document.querySelector("#spans").scrollTop = 1e6`)
	expect(t, "the last span is in view", true, func() bool {
		return inView(p, "#spans", fmt.Sprintf("li[aria-posinset='%d']", manySpans))
	})
	p.Do(`document.querySelector("#spans").scrollTop = 0`)
	expect(t, "the first span is in view", true, func() bool { return inView(p, "#spans", "li[aria-posinset='1']") })
	focusOn(p, "#spans button")
	for range 45 {
		p.Press("Tab")
	}
	expect(t, "the row after 45 times Tab", 46, func() int { return focusedRow(p) })
	p.Press("ArrowDown")
	expect(t, "the row below", 47, func() int { return focusedRow(p) })
	clock(p, `document.querySelector("#span-details .covered")?.textContent`)
	p.Press("Enter")
	expectShown(t, p, "w046")
	expectPrompt(t, p, "choosing a span")
	same(t, "the row that has the keyboard", 47, focusedRow(p))
	p.Press("Delete")
	expect(t, "the number of spans", manySpans-1, func() int { return setSize(p, "#spans") })
	p.Press("Control+z")
	expect(t, "the number of spans", manySpans, func() int { return setSize(p, "#spans") })
	p.ClickText("w800", 1)
	expectShown(t, p, "w800")
	expect(t, "the chosen span is in view", true, func() bool { return inView(p, "#spans", "[aria-current]") })
	waitSaved(p)
}

func theOpenArticleIsInViewAfterAReload(t *testing.T, p *chromium.Page) {
	p.Reload()
	expect(t, "the open article", manyTitle(manyArticles), func() string { return title(p) })
	expect(t, "its row is in view", true, func() bool { return inView(p, "#article-rows", "[aria-current]") })
}
