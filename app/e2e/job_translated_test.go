package e2e

import (
	_ "embed"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

//go:embed translator.js
var translatorScript string

// openTranslated opens the page in a browser that has a translator.
func openTranslated(t *testing.T, o chromium.Options) *chromium.Page {
	t.Helper()
	o.Script = translatorScript
	return openAs(t, o)
}

// The words of the two refusals, as far as a test needs them.
const (
	mended   = "Please select once more"
	refusing = "keeps changing the words"
)

// workOn does the main things that a person does, and expects of each what it gives
// on a page that is nobody else's.
func workOn(t *testing.T, p *chromium.Page) {
	t.Helper()
	docs := bundled(t)
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "1")
	p.Press("Control+z")
	expect(t, "the spans after undo", 1, func() int { return len(listed(p)) })
	p.ClickText("Saudi Arabia", 1)
	expect(t, "the chosen span", true, func() bool { return len(p.All("region", "Span")) == 1 })
	p.Press("2")
	p.Press("Escape")
	openArticleAt(t, p, 1)
	mark(t, p, "Turkey", "1")
	p.Do(`document.querySelector("[aria-label=Backups]").click()`)
	p.WaitFor(`!!document.querySelector("dialog[open]")`)
	p.Press("Escape")
	p.WaitFor(`!document.querySelector("dialog[open]")`)
	f := readExport(t, p)
	same(t, "the spans of the first article", []string{"demand: Saudi Arabia"}, f.marks(docs[0].Title))
	same(t, "the spans of the second article", []string{"actor: Turkey"}, f.marks(docs[1].Title))
	same(t, "what the page tells", "", notices(p))
	same(t, "the program", "running", chromium.Eval[string](p, "document.documentElement.dataset.program"))
}

// openArticleAt opens an article by its place in the list, whatever its title has
// become, and waits until its text is there.
func openArticleAt(t *testing.T, p *chromium.Page, n int) {
	t.Helper()
	id := bundled(t)[n].ID
	p.Do(`document.querySelector("[data-article='` + id + `']").click()`)
	p.WaitFor(`!!document.querySelector("[data-article='` + id + `'][aria-current]")`)
}

func TestATranslatedPageKeepsTheWorkInItsWords(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	mark(t, p, "In Moscow", "1")
	p.Press("Control+z")
	p.Do(`translator.translate(false)`)
	same(t, "the text", bundled(t)[0].Text(), p.ArticleText())
	same(t, "the title", bundled(t)[0].Title, chromium.Eval[string](p, `document.querySelector("h1").textContent.trim()`))
	same(t, "whether the rest is translated", true, chromium.Eval[bool](p, `document.querySelectorAll("font").length > 10`))
	mark(t, p, "Saudi Arabia", "1")
	same(t, "the list", []string{"Actor Saudi Arabia"}, listed(p))
	same(t, "the language of the page", "en", chromium.Eval[string](p, `document.documentElement.lang`))
}

func TestTheWorkGoesOnUnderATranslation(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	p.Do(`translator.translate(false)`)
	workOn(t, p)
}

func TestTheWorkGoesOnUnderATranslationThatGoesOnToo(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	p.Do(`translator.insist(false)`)
	workOn(t, p)
}

func TestTheWorkGoesOnWhereEveryTextIsWrapped(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	p.Do(`translator.wrap()`)
	workOn(t, p)
}

// TestWordsThatOthersWrapAreMarkedExactly has what extensions do around a word, and
// a rude translator that finds nothing to change.
func TestWordsThatOthersWrapAreMarkedExactly(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	p.Do(`translator.word("Arabia", (piece) => {
		const outer = document.createElement("span"), inner = document.createElement("b");
		piece.replaceWith(outer);
		outer.append(inner);
		inner.append(piece);
	})`)
	mark(t, p, "Saudi Arabia", "1")
	p.Do(`translator.word("regional", () => {})`)
	mark(t, p, "regional powers", "2")
	p.Do(`translator.wrap()`)
	mark(t, p, "Arab capitals", "1")
	expectListed(t, p, "Actor Arab capitals", "Actor Saudi Arabia", "Demand regional powers")
	same(t, "what the page tells", "", notices(p))
}

func TestChangedWordsAreNotMarkedButMended(t *testing.T) {
	t.Parallel()
	changes := []struct{ name, how, drag, want string }{
		{"translated in place", `translator.translate(true)`, "zu one", "regional powers"},
		{"a word inserted", `translator.word("regional", (piece) => piece.before("most important "))`, "regional powers", "regional powers"},
		{"a word removed", `translator.word("regional ", (piece) => piece.remove())`, "powers that would", "regional powers"},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			p := openTranslated(t, chromium.Options{})
			p.Do(c.how)
			p.Select(c.drag)
			expectNotice(t, p, mended)
			same(t, "the text to be marked", "", picked(p))
			same(t, "whether the words are back", true, strings.Contains(p.ArticleText(), "one of the regional powers that would"))
			p.Press("1")
			expectListed(t, p)
			mark(t, p, c.want, "1")
			expectListed(t, p, "Actor "+c.want)
			same(t, "what the page tells", "", notices(p))
		})
	}
}

func TestWordsThatAreChangedAgainAndAgainAreRefused(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	p.Do(`translator.insist(true, document.getElementById("article-text"))`)
	for range 3 {
		p.Select("zu one")
	}
	expectNotice(t, p, refusing)
	p.Press("1")
	expectListed(t, p)
	p.Do(`translator.leave()`)
	p.Select("zu one")
	expectNotice(t, p, refusing)
	mark(t, p, "regional powers", "1")
	same(t, "what the page tells", "", notices(p))
	f := readExport(t, p)
	same(t, "the export", []string{"actor: regional powers"}, f.marks(bundled(t)[0].Title))
}

// TestASelectionOfChangedWordsMarksAndChangesNothing selects by other means than the
// mouse, while a span is chosen: its label must not change instead.
func TestASelectionOfChangedWordsMarksAndChangesNothing(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	mark(t, p, "Saudi Arabia", "1")
	p.ClickText("Saudi Arabia", 1)
	expectShown(t, p, "Saudi Arabia")
	p.Do(`translator.word("Tunisia", (piece) => { piece.data = "The country"; getSelection().selectAllChildren(piece.parentNode); })`)
	p.Press("2")
	expectNotice(t, p, mended)
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "the text", bundled(t)[0].Text(), p.ArticleText())
}

func TestAHandleIsNotDraggedOverChangedWords(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	mark(t, p, "Tunisia", "1")
	p.ClickText("Tunisia", 1)
	expectShown(t, p, "Tunisia")
	p.Do(`translator.word("Hulusi", (piece) => { piece.data = "the wide Hulusi"; })`)
	_, to := p.Phrase("wide Hulusi", 0)
	p.Find("slider", "End of the span").DragTo(func(chromium.Point) chromium.Point { return to })
	expectNotice(t, p, mended)
	expect(t, "whether the span ends before the changed text", true, func() bool {
		spans := listed(p)
		return len(spans) == 1 && !strings.Contains(spans[0], "Hulusi")
	})
}

func TestChangedWordsAreNotMarkedByTouch(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, phone)
	p.Do(`translator.translate(true, document.getElementById("article-text"))`)
	selectByTouch(p, "zu one")
	expectNotice(t, p, mended)
	same(t, "the text to be marked", "", picked(p))
}

// TestBlocksThatOthersMoveOrRemoveComeBack has blocks and sections taken out of the
// page, emptied and put into elements of others.
func TestBlocksThatOthersMoveOrRemoveComeBack(t *testing.T) {
	t.Parallel()
	p := openTranslated(t, chromium.Options{})
	p.Do(`
		const text = document.getElementById("article-text"), section = text.firstElementChild;
		const [first, second, third] = section.children;
		const box = document.createElement("div");
		first.replaceWith(box);
		box.append(first);
		second.remove();
		third.replaceChildren();
		text.prepend("An advertisement", document.createElement("p"));`)
	p.Press("Control+a")
	p.Do(`document.getElementById("article-text").focus()`)
	for range 12 {
		p.Press("ArrowDown", "ArrowRight", "Shift+ArrowRight")
	}
	p.Press("Escape")
	mark(t, p, "Saudi Arabia", "1")
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "the program", "running", chromium.Eval[string](p, "document.documentElement.dataset.program"))
}
