package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/e2e/chromium"
	"spanwise/corpus"
)

// open opens the page by day at 1280 by 800, with a fresh profile.
func open(t *testing.T) *chromium.Page {
	t.Helper()
	return openAs(t, chromium.Options{})
}

// openAs opens the page and waits until it has kept its first state, so that
// no test mistakes that for its own edit's.
func openAs(t *testing.T, o chromium.Options) *chromium.Page {
	t.Helper()
	p := chromium.Open(t, o)
	waitSaved(p)
	return p
}

// waitSaved is WaitSaved without the accessibility tree, which is dear to ask.
func waitSaved(p *chromium.Page) {
	p.WaitFor(`document.querySelector("[aria-label='Saving state']")?.textContent === "Saved"`)
}

// tryAgain presses the button that does, unless the page has just done so itself.
func tryAgain(p *chromium.Page) {
	p.Do(`[...document.querySelectorAll("button")].find((b) => b.textContent === "Try again")?.click()`)
}

// onOnePage runs tests one after the other on one page, which begins anew for
// each. Each is named after its function.
func onOnePage(t *testing.T, jobs ...func(*testing.T, *chromium.Page)) {
	p := open(t)
	for _, job := range jobs {
		name := runtime.FuncForPC(reflect.ValueOf(job).Pointer()).Name()
		t.Run(name[strings.LastIndex(name, ".")+1:], func(t *testing.T) {
			t.Cleanup(func() {
				if t.Failed() {
					p.LogState(t)
				}
			})
			startOver(t, p)
			job(t, p)
		})
	}
}

// startOver undoes all that was done on a page, lets everything go and shows
// the beginning of the first article.
func startOver(t *testing.T, p *chromium.Page) {
	t.Helper()
	putNoticesAway(t, p)
	p.Press("Escape", "Escape", "Escape", "Escape")
	expect(t, "everything is undone", true, func() bool {
		done := chromium.Eval[bool](p, `document.querySelector("[aria-label=Undo]").ariaDisabled === "true"`)
		if !done {
			p.Press("Control+z")
		}
		return done
	})
	first := bundled(t)[0].Title
	if chromium.Eval[string](p, `document.querySelector("h1").textContent`) != first {
		openArticle(t, p, first)
	}
	p.Do(`document.querySelector("input[type=checkbox]:checked")?.click(); document.activeElement.blur(); scrollTo(0, 0)`)
	expectListed(t, p)
	waitSaved(p)
}

// expect waits until got gives want, and fails with the difference if it does
// not come to that.
func expect[T any](t *testing.T, what string, want T, got func() T) {
	t.Helper()
	var diff string
	for end := time.Now().Add(chromium.Patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if diff = cmp.Diff(want, got()); diff == "" {
			return
		}
	}
	t.Fatalf("%s (-want +got):\n%s", what, diff)
}

// same fails the test where two values differ.
func same[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// bundled gives the articles that the page is built with.
func bundled(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// buttonNames are the names of the buttons of a list, as far as text makes
// them: TestListsAreNamedForScreenReaders holds them to the real ones, which
// are dear to ask for.
const buttonNames = `[...(document.querySelector("%s")?.querySelectorAll("button") ?? [])].map((b) => b.innerText.trim().split(/\s*\n\s*/).join(" "))`

// articles are the names of the entries in the list of articles.
func articles(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, fmt.Sprintf(buttonNames, "[aria-label=Articles]"))
}

// openArticle opens the article whose entry holds the title, and waits until
// it is the one that is shown.
func openArticle(t *testing.T, p *chromium.Page, title string) {
	t.Helper()
	for _, e := range p.Find("navigation", "Articles").All("button", "") {
		if strings.Contains(e.Name, title) {
			e.Click()
			expect(t, "the open article", true, func() bool {
				return strings.Contains(chromium.Eval[string](p, `document.querySelector("h1").textContent`), title)
			})
			return
		}
	}
	t.Fatalf("no article %q in %q", title, articles(p))
}

// listed are the names of the entries in the list of spans: label and text,
// and note where there is one.
func listed(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, fmt.Sprintf(buttonNames, "[role=list][aria-label=Spans]"))
}

func names(elements []*chromium.Element) []string {
	list := []string{}
	for _, e := range elements {
		list = append(list, e.Name)
	}
	return list
}

// expectListed waits until the list of spans has these entries.
func expectListed(t *testing.T, p *chromium.Page, want ...string) {
	t.Helper()
	expect(t, "the list of spans", append([]string{}, want...), func() []string { return listed(p) })
}

// picked is the text that a label's key would mark, as the panel shows it.
func picked(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.querySelector(".picked")?.textContent ?? ""`)
}

// expectPicked waits until that text is ready to be marked.
func expectPicked(t *testing.T, p *chromium.Page, want string) {
	t.Helper()
	expect(t, "the text to be marked", want, func() string { return picked(p) })
}

// mark drags over a phrase of whole words, presses a label's key, and waits
// until there is one span more.
func mark(t *testing.T, p *chromium.Page, phrase, key string) {
	t.Helper()
	markNth(t, p, phrase, 0, key)
}

// markNth marks the n-th occurrence of a phrase, counted from 0.
func markNth(t *testing.T, p *chromium.Page, phrase string, n int, key string) {
	t.Helper()
	before := len(listed(p))
	p.SelectNth(phrase, n, 0)
	expectPicked(t, p, strings.Join(strings.Fields(phrase), " "))
	p.Press(key)
	expect(t, "the number of spans after marking “"+phrase+"”", before+1, func() int { return len(listed(p)) })
}

// shown is the text of the region with the details of the chosen span, "" if
// none is chosen.
func shown(p *chromium.Page) string {
	found := p.All("region", "Span")
	if len(found) == 0 {
		return ""
	}
	return chromium.Call[string](found[0], `function() { return this.querySelector(".covered:not(.among *)")?.textContent ?? "" }`)
}

// expectShown waits until the details are those of a span with that text.
func expectShown(t *testing.T, p *chromium.Page, want string) {
	t.Helper()
	expect(t, "the text of the chosen span", want, func() string { return shown(p) })
}

// write puts a file into a folder of the test and returns its path.
func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// bring opens texts as files, by name, through the button Open, and waits
// until all of them are listed.
func bring(t *testing.T, p *chromium.Page, paths ...string) {
	t.Helper()
	want := len(articles(p)) + len(paths)
	p.Choose(func() { p.Click("button", "Open") }, paths...)
	expect(t, "the number of articles", want, func() int { return len(articles(p)) })
}

// bringText brings one text under a title that is no part of it, and waits until
// it is open.
func bringText(t *testing.T, p *chromium.Page, title, text string) {
	t.Helper()
	bringTextIn(t, p, title, "", text)
}

// bringTextIn is bringText for a text in a language.
func bringTextIn(t *testing.T, p *chromium.Page, title, language, text string) {
	t.Helper()
	p.Click("button", "Paste")
	dialog := p.Find("dialog", "Paste a text")
	dialog.Find("textbox", "Text").Fill(text)
	dialog.Find("textbox", "Title").Fill(title)
	dialog.Find("textbox", "Language (a tag such as en, pt or fa)").Fill(language)
	dialog.Find("checkbox", "The title is the headline: the first line of the text").Click()
	dialog.Find("button", "Add article").Click()
	p.Gone("dialog", "Paste a text")
	p.Find("heading", title)
	expect(t, "the text that was brought", text, p.ArticleText)
}

// notices are the sentences that the page tells at this moment.
func notices(p *chromium.Page) string {
	return chromium.Eval[string](p, `[...document.querySelectorAll(".notice")].map((n) => n.textContent).join("\n")`)
}

// putNoticesAway leaves nothing told. Putting one away draws the others anew,
// so it takes one after the other.
func putNoticesAway(t *testing.T, p *chromium.Page) {
	t.Helper()
	expect(t, "the notices", "", func() string {
		p.Do(`document.querySelector("[aria-label='Put this notice away']")?.click()`)
		return notices(p)
	})
}

// said is the sentence that a screen reader was told last.
func said(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.querySelector(".unseen[aria-live]").textContent`)
}

// expectNotice waits until the page tells something that holds all the parts.
func expectNotice(t *testing.T, p *chromium.Page, parts ...string) {
	t.Helper()
	var missing []string
	for end := time.Now().Add(chromium.Patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		told := notices(p)
		missing = slices.DeleteFunc(slices.Clone(parts), func(part string) bool { return strings.Contains(told, part) })
		if len(missing) == 0 {
			return
		}
	}
	t.Fatalf("the page does not say %q; it says %q", missing, notices(p))
}

// sorted gives a list in alphabetical order.
func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// focusOn puts the keyboard on an element, once the program draws no other in its
// place and moves the keyboard no more.
func focusOn(p *chromium.Page, selector string) {
	p.WaitFor(fmt.Sprintf(`(async () => {
		const element = document.querySelector(%q);
		element?.focus();
		await new Promise((done) => setTimeout(done, 30));
		return element !== null && element === document.activeElement;
	})()`, selector))
}
