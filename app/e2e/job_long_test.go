package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	cdp "github.com/chromedp/cdproto/page"

	"spanwise/annotations"
	"spanwise/annotations/format/spanwise"
	"spanwise/app/e2e/chromium"
	"spanwise/corpus"
)

// longTitle is the title of the article in a long project.
const longTitle = "A long article"

// longProject is a project file of one article of about so many characters,
// in paragraphs that begin with their number, with spans that overlap freely.
func longProject(t *testing.T, characters, spans int) (file []byte, doc *corpus.Document) {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 5))
	doc, err := corpus.NewDocument("long", corpus.Details{Title: longTitle, Language: "en"}, longNews(random, characters))
	if err != nil {
		t.Fatal(err)
	}
	scheme := annotations.DefaultScheme()
	var all []annotations.Span
	for i := range spans {
		start := random.IntN(len(doc.Text()) - 80)
		start, end := doc.SnapToWords(start, start+5+random.IntN(50))
		all = append(all, annotations.Span{
			ID: fmt.Sprint("s", i), Label: scheme.Labels[i%len(scheme.Labels)].ID, Origin: annotations.FromImport, Created: time.Unix(0, 0), Modified: time.Unix(0, 0),
			Ranges: []annotations.Range{{Start: start, End: end}},
		})
	}
	set, err := annotations.NewSet(annotations.DefaultAnnotator, annotations.About{State: annotations.StateOpen}, all, nil)
	if err != nil {
		t.Fatal(err)
	}
	add := annotations.AddDocument{Document: doc, At: 0, Sets: []*annotations.Set{set}}
	project, err := annotations.NewProject(scheme)
	if err != nil {
		t.Fatal(err)
	}
	if project, _, err = add.Apply(project); err != nil {
		t.Fatal(err)
	}
	if file, err = spanwise.Write(project, nil); err != nil {
		t.Fatal(err)
	}
	return file, doc
}

func longNews(random *rand.Rand, characters int) string {
	words := strings.Fields("ministers met in Damascus and Moscow while the border stayed open for trade and talks about troops went on without an agreement that 東京 São Paulo Łódź would sign")
	var text strings.Builder
	for n := 0; text.Len() < characters; n++ {
		fmt.Fprintf(&text, "Paragraph p%d:", n)
		for length := 250 + random.IntN(500); length > 0; {
			word := words[random.IntN(len(words))]
			text.WriteString(" " + word)
			length -= len(word) + 1
		}
		text.WriteString(".\n")
	}
	return text.String()
}

// openLong imports a long project and opens its article. It gives the time from
// the click on its title to its text with marks on the screen.
func openLong(t *testing.T, p *chromium.Page, file []byte) time.Duration {
	t.Helper()
	beginWork(t, p)
	mark(t, p, "Saudi Arabia", "1") // so that the import does not open it
	mergeFile(p, write(t, "long.json", byPage(t, p, file)))
	p.WaitFor(`[...document.querySelectorAll("[data-article]")].some((b) => b.textContent.includes("` + longTitle + `"))`)
	waitSaved(p)
	return time.Duration(float64(time.Millisecond) * chromium.Eval[float64](p, `(async () => {
		const item = [...document.querySelectorAll("[data-article]")].find((b) => b.textContent.includes("`+longTitle+`"));
		const began = performance.now();
		item.click();
		const frame = () => new Promise(requestAnimationFrame);
		while (document.querySelector("h1").textContent !== "`+longTitle+`" || !document.querySelector("#article-text mark")) await frame();
		await frame();
		return performance.now() - began;
	})()`))
}

// The document of a book's length: everything that a person does with the text
// of a page works on the whole of it, though only what is near the screen is
// laid out and has its spans drawn.
func TestALongArticleIsAllThere(t *testing.T) {
	file, doc := longProject(t, 1_000_000, 10_000)
	p := open(t)
	t.Logf("1 MB with 10,000 spans was open after %v", openLong(t, p, file).Round(time.Millisecond))
	same(t, "the text on the page is the document", true, p.ArticleText() == doc.Text())
	last := len(doc.Blocks()) - 1

	t.Run("find in page", func(t *testing.T) { findInLong(t, p, last*9/10) })
	t.Run("screen reader", func(t *testing.T) { readLong(t, p, last) })
	t.Run("jump", func(t *testing.T) { jumpInLong(t, p) })
	t.Run("choose a span far away", func(t *testing.T) { chooseInLong(t, p) })
	t.Run("select all and copy", func(t *testing.T) { copyLong(t, p, doc) })
	t.Run("print", func(t *testing.T) { printLong(t, p) })
}

// findInLong looks for a phrase as Ctrl+F does; window.find is the same search.
func findInLong(t *testing.T, p *chromium.Page, paragraph int) {
	phrase := fmt.Sprintf("Paragraph p%d:", paragraph)
	same(t, phrase+" is found", true, chromium.Eval[bool](p, fmt.Sprintf("find(%q)", phrase)))
	expect(t, "what is found is in view", true, func() bool {
		return chromium.Eval[bool](p, `(() => {
			const at = getSelection().getRangeAt(0).getBoundingClientRect();
			return at.height > 0 && at.top > 0 && at.bottom < innerHeight;
		})()`)
	})
	same(t, "what is selected", phrase, chromium.Eval[string](p, "String(getSelection())"))
	p.Do("getSelection().removeAllRanges()")
}

// readLong looks for the paragraphs where a screen reader does. Those far off the
// screen join when the page has had a moment of rest.
func readLong(t *testing.T, p *chromium.Page, last int) {
	expect(t, "the paragraphs that a screen reader finds", last+1, func() int {
		return len(p.Region().All("paragraph", ""))
	})
}

// jumpInLong scrolls as a drag of the scroll bar does.
func jumpInLong(t *testing.T, p *chromium.Page) {
	for _, part := range []float64{0.5, 0.05, 0.95} {
		times := chromium.Eval[[]float64](p, fmt.Sprintf(`(async () => {
			const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
			const shown = (selector) => [...document.querySelectorAll("#article-text " + selector)].some((e) => {
				const box = e.getBoundingClientRect();
				return box.height > 0 && box.bottom > 100 && box.top < innerHeight - 100;
			});
			const began = performance.now();
			scrollTo(0, document.documentElement.scrollHeight * %f);
			await frame();
			while (document.caretPositionFromPoint(innerWidth / 2, innerHeight / 2)?.offsetNode.nodeType !== 3) await frame();
			const text = performance.now() - began;
			while (!shown("mark")) await frame();
			return [text, performance.now() - began];
		})()`, part))
		t.Logf("a jump to %.0f %%: text after %.0f ms, spans after %.0f ms", part*100, times[0], times[1])
		if times[0] > 500 {
			t.Errorf("a jump to %.0f %% showed text only after %.0f ms", part*100, times[0])
		}
	}
}

// chooseInLong chooses the last span in the list, from the beginning of the text.
func chooseInLong(t *testing.T, p *chromium.Page) {
	p.Do(`scrollTo(0, 0)`)
	p.Do(`(() => { const list = document.getElementById("spans"); list.scrollTop = list.scrollHeight; })()`)
	expect(t, "the list shows its end", true, func() bool {
		return chromium.Eval[bool](p, `!!document.querySelector("#spans [aria-posinset='10000']")`)
	})
	p.Do(`document.querySelector("#spans [aria-posinset='10000'] button").click()`)
	expect(t, "the chosen span is in view", true, func() bool {
		return chromium.Eval[bool](p, `[...document.querySelectorAll("mark.chosen")].some((m) => {
			const at = m.getBoundingClientRect();
			return at.top > 56 && at.bottom < innerHeight;
		})`)
	})
	p.Press("Escape")
}

// copyLong takes the whole text to the clipboard by the keyboard.
func copyLong(t *testing.T, p *chromium.Page, doc *corpus.Document) {
	p.Do(`window.pasted = new Promise((done) => addEventListener("paste", (e) => done(e.clipboardData.getData("text/plain"))))`)
	p.Do(`document.getElementById("article-text").focus({ preventScroll: true })`)
	p.Press("Control+a")
	same(t, "the text that is selected", doc.Text(), chromium.Eval[string](p, `document.getSelection().getRangeAt(0).toString()`))
	p.Press("Control+c", "Control+v")
	same(t, "the words that are copied", strings.Join(strings.Fields(doc.Text()), " "),
		strings.Join(strings.Fields(chromium.Eval[string](p, `pasted`)), " "))
	p.Do("getSelection().removeAllRanges()")
}

// printLong prints the middle and looks at what the printer gets: every span,
// on every page.
func printLong(t *testing.T, p *chromium.Page) {
	p.Do(`window.printed = new Promise((done) => addEventListener("beforeprint", () => done([
		document.querySelectorAll("#article-text mark").length,
		[...document.querySelectorAll("#article-text p")].filter((p) => !p.querySelector("mark")).length,
	])))`)
	began := time.Now()
	pdf := chromium.Command(p, cdp.PrintToPDF, cdp.PrintToPDFParams{PageRanges: "300-302"})
	t.Logf("three pages of the middle were printed in %v", time.Since(began).Round(time.Millisecond))
	if len(pdf.Data) < 1000 {
		t.Errorf("the pages 300 to 302 are %d bytes: %.80s", len(pdf.Data), pdf.Data)
	}
	var counts []int
	if err := json.Unmarshal([]byte(chromium.Eval[string](p, `printed.then(JSON.stringify)`)), &counts); err != nil {
		t.Fatal(err)
	}
	if counts[0] < 10_000 || counts[1] > 20 {
		t.Errorf("%d marks are printed, and %d paragraphs without any", counts[0], counts[1])
	}
	expect(t, "the page draws what is near again", true, func() bool {
		return chromium.Eval[int](p, `document.querySelectorAll("#article-text mark").length`) < 2000
	})
}
