package e2e

import (
	"fmt"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestANoticeNeverLiesOverText tells long things at every width, wherever a
// person is in the text.
func TestANoticeNeverLiesOverText(t *testing.T) {
	t.Parallel()
	for _, o := range []chromium.Options{
		{Width: 1440, Height: 900}, {Width: 1024, Height: 768}, {Width: 820, Height: 1180}, {Width: 390, Height: 844, Touch: true},
	} {
		t.Run(fmt.Sprint(o.Width), func(t *testing.T) {
			p := openAs(t, o)
			oneColumn := chromium.Eval[bool](p, `matchMedia("(max-width: 56rem)").matches`)
			for _, at := range []int{0, 300, 100000} {
				p.Do(fmt.Sprintf(`scrollTo(0, %d)`, at))
				before := chromium.Eval[float64](p, textTop)
				tellMuch(t, p)
				expect(t, fmt.Sprintf("what notices lie over, scrolled to %d", at), []string{}, func() []string {
					return chromium.Eval[[]string](p, underNotices)
				})
				expect(t, fmt.Sprintf("how far the text is from where what is told pushes it, scrolled to %d", at), 0, func() int {
					if oneColumn && at > 300 { // below the text there is nothing to push
						return 0
					}
					pushed := chromium.Eval[float64](p, textTop) - before
					if oneColumn {
						pushed -= chromium.Eval[float64](p, `document.querySelector(".urgent").getBoundingClientRect().height`)
					}
					return int(pushed / 2)
				})
				inBothThemes(p, func(theme string) {
					keepPicture(p, fmt.Sprintf("notice-%d-%s-%d.png", o.Width, theme, at))
				})
				checkWidth(t, p, o.Width, "with notices")
				putNoticesAway(t, p)
				expect(t, fmt.Sprintf("how far the text is from its place when all is put away, scrolled to %d", at), 0, func() int {
					return int((chromium.Eval[float64](p, textTop) - before) / 2)
				})
			}
		})
	}
}

// tellMuch has the page tell that files cannot be imported, at length.
func tellMuch(t *testing.T, p *chromium.Page) {
	t.Helper()
	name := strings.Repeat("a long name of a file ", 8)
	p.Choose(func() { p.Click("button", "Import") }, write(t, name+".json", []byte(`{"format": "spanwise", "version": 99`)))
	expectNotice(t, p, "a long name of a file")
}

// textTop is where the text begins in the window.
const textTop = `document.querySelector("[aria-label='Article text']").getBoundingClientRect().top`

// underNotices names the words of the text that can be seen around a notice, or
// whose place it takes: a second bar below the first hides the whole width, so
// that nothing of what has scrolled away shows beside it.
const underNotices = `(() => {
	const text = document.querySelector("[aria-label='Article text']"), box = text.getBoundingClientRect();
	const bad = [];
	for (const board of document.querySelectorAll(".notices")) {
		const r = board.getBoundingClientRect();
		if (r.height < 1 || r.right <= box.left || r.left >= box.right || r.bottom <= box.top || r.top >= box.bottom) continue;
		const bar = document.querySelector(".bar").getBoundingClientRect();
		const hides = r.left <= box.left && r.right >= box.right && Math.abs(r.top - bar.bottom) < 2 && r.height <= innerHeight * 0.31;
		const paper = getComputedStyle(board).backgroundColor;
		if (!hides || paper.endsWith(", 0)")) bad.push(board.className + " over the text");
	}
	return bad;
})()`

// TestNamesOfFilesDoNotTurnWhatIsSaid opens what has signs of direction in its
// name.
func TestNamesOfFilesDoNotTurnWhatIsSaid(t *testing.T) {
	t.Parallel()
	p := open(t)
	const turned = "photo\u202egpj.json"
	p.Choose(func() { p.Click("button", "Import") }, write(t, turned, []byte(`{"format": "spanwise", "version": 99`)))
	expectNotice(t, p, "photo[U+202E]gpj.json")

	offerFiles(p, write(t, "photo\u202egpj.txt", []byte("The Caf\xe9\n")))
	p.Find("dialog", "Open photo[U+202E]gpj.txt").Find("combobox", "Encoding of photo[U+202E]gpj.txt")
	p.Click("button", "Leave it out")

	bring(t, p, write(t, "text.txt", []byte("---\ntitle: Talks \u202eereht\n---\n\nThe ministers met.\n")))
	expect(t, "the article is listed with the sign written out", true, func() bool {
		return strings.Contains(strings.Join(articles(p), "\n"), "Talks [U+202E]ereht")
	})
	p.Click("button", "Remove article")
	expectNotice(t, p, "Removed “Talks [U+202E]ereht” with")

	offerFiles(p, write(t, "caf\u202etxt.exe", []byte("Caf\xe9\n")))
	dialog := p.Find("dialog", "Open caf[U+202E]txt.exe")
	dialog.Find("combobox", "Encoding of caf[U+202E]txt.exe")
	same(t, "signs that turn in the dialog", false, strings.ContainsRune(dialog.Text(), '\u202e'))
	dialog.Find("button", "Open").Click()
	expect(t, "where the text is from", true, func() bool {
		return strings.Contains(chromium.Eval[string](p, `document.querySelector(".head").textContent`), "From the file caf[U+202E]txt.exe.")
	})
	const beside = `[...document.querySelectorAll(".articles, .notices, .bar, .panel")].map((e) => e.textContent).join("") + document.title`
	same(t, "signs that turn, anywhere but in a text", false, strings.ContainsRune(chromium.Eval[string](p, beside), '\u202e'))
}
