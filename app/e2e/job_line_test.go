package e2e

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/chromedp/cdproto/emulation"

	"spanwise/app/e2e/chromium"
)

// drawnLines gives the lines of an element as they are drawn: from where to
// where each goes, and how far it lies below the element's top, in half pixels.
const drawnLines = `(root) => {
	const top = root.getBoundingClientRect().top;
	const lines = new Map();
	const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	while (texts.nextNode()) {
		range.selectNodeContents(texts.currentNode);
		for (const piece of range.getClientRects()) {
			if (piece.width < 0.1) continue;
			const middle = Math.round((piece.top + piece.bottom) / 2 - top);
			const key = [middle - 2, middle - 1, middle, middle + 1, middle + 2].find((k) => lines.has(k)) ?? middle;
			const line = lines.get(key) ?? [Infinity, -Infinity];
			lines.set(key, [Math.min(line[0], piece.left), Math.max(line[1], piece.right)]);
		}
	}
	return [...lines].sort((a, b) => a[0] - b[0]).map(([at, [from, to]]) => [at, from, to]);
}`

// asOneParagraph compares the lines of the open text with those of the same text
// in one paragraph, which it draws for as long as it looks. It says what differs
// first, "" if nothing does. White space that hangs over a line's end is nothing.
const asOneParagraph = `(() => {
	const drawnLines = ` + drawnLines + `;
	const article = document.getElementById("article-text");
	const whole = article.cloneNode();
	whole.removeAttribute("id");
	whole.append(document.createElement("div"));
	whole.firstChild.style.contentVisibility = "visible";
	whole.firstChild.append(document.createElement("p"));
	whole.firstChild.firstChild.append(article.textContent);
	article.after(whole);
	const [got, want] = [drawnLines(article), drawnLines(whole)];
	const heights = [article.scrollHeight, whole.scrollHeight];
	whole.remove();
	if (Math.abs(heights[0] - heights[1]) > 2) return "heights " + heights;
	if (got.length !== want.length) return got.length + " lines, want " + want.length;
	const space = 8;
	const differs = (i) => Math.abs(got[i][0] - want[i][0]) > 3 || Math.abs(got[i][1] - want[i][1]) > space || Math.abs(got[i][2] - want[i][2]) > space;
	const first = got.findIndex((_, i) => differs(i));
	return first < 0 ? "" : "line " + first + " is " + got[first] + ", want " + want[first];
})()`

// openOneLine opens a text as an article of its own.
func openOneLine(t *testing.T, p *chromium.Page, name, text string) {
	t.Helper()
	p.Choose(func() { p.Click("button", "Open") }, write(t, name, []byte(text)))
	p.WaitFor(fmt.Sprintf(`document.getElementById("article-text").textContent.length === %d`, len(utf16.Encode([]rune(text)))))
	putNoticesAway(t, p)
}

// resize gives the window another size, in CSS pixels.
func resize(p *chromium.Page, width, height int64) {
	chromium.Command(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1})
}

var oneLineTexts = map[string]string{
	"english": strings.Repeat("The ministers met in Damascus while trade went on and the border, where troops stayed, was open to anyone with 東京 papers; ", 300),
	"arabic":  strings.Repeat("NATO التقى الوزراء في دمشق بينما استمرت التجارة وبقيت الحدود مفتوحة للجميع ", 300)[5:],
	"chinese": strings.Repeat("部长们在大马士革会晤，贸易继续进行，边境仍然开放。", 700),
}

func TestNobodySeesThatAVeryLongLineIsDrawnInPieces(t *testing.T) {
	t.Parallel()
	p := open(t)
	for name, line := range oneLineTexts {
		t.Run(name, func(t *testing.T) {
			openOneLine(t, p, name+".txt", line)
			for _, width := range []int64{1440, 820, 390} {
				resize(p, width, 900)
				p.Do(`scrollTo(0, 0)`)
				p.WaitFor(`document.querySelectorAll("#article-text > div").length > 4`)
				p.WaitFor(`!document.querySelector("#article-text > div:not(.continued):not(:first-child)")`)
				expect(t, fmt.Sprintf("at %d px, what of the lines is not as in one paragraph", width), "", func() string {
					return chromium.Eval[string](p, asOneParagraph)
				})
			}
			resize(p, 1280, 800)
		})
	}
}

// raggedLines says which of the lines near the screen end early or do not lie one
// line below the line before, for words of ordinary length.
const raggedLines = `(() => {
	const drawnLines = ` + drawnLines + `;
	const article = document.getElementById("article-text");
	const height = parseFloat(getComputedStyle(article).lineHeight);
	const seen = [...article.children].filter((s) => s.getBoundingClientRect().bottom > 0 && s.getBoundingClientRect().top < innerHeight);
	const column = seen[0].firstChild.getBoundingClientRect();
	const top = article.getBoundingClientRect().top;
	const lines = seen.flatMap((s) => drawnLines(s).map(([at, from, to]) => [at + s.getBoundingClientRect().top, from, to]));
	const rows = new Map();
	for (const [at, from, to] of lines.sort((a, b) => a[0] - b[0])) {
		const key = [...rows.keys()].find((k) => Math.abs(k - at) < 4) ?? at;
		const row = rows.get(key) ?? [Infinity, -Infinity];
		rows.set(key, [Math.min(row[0], from), Math.max(row[1], to)]);
	}
	const all = [...rows].filter(([at]) => at > 0 && at < innerHeight);
	if (all.length < 10) return ["only " + all.length + " lines"];
	return all.flatMap(([at, [from, to]], i) => [
		...(i && Math.abs(at - all[i - 1][0] - height) > 2 ? ["a gap of " + (at - all[i - 1][0])] : []),
		...(to < column.right - 140 ? ["a line that ends at " + to + " of " + column.right] : []),
		...(from > column.left + 2 ? ["a line that begins at " + from] : []),
	]);
})()`

func TestAJumpIntoAVeryLongLineShowsNoSeam(t *testing.T) {
	t.Parallel()
	p := open(t)
	openOneLine(t, p, "jump.txt", strings.Repeat(oneLineTexts["english"], 10))
	for _, part := range []float64{0.9, 0.5, 0.3, 0.6} {
		p.Do(fmt.Sprintf(`scrollTo(0, document.documentElement.scrollHeight * %g)`, part))
		for range 12 {
			expect(t, fmt.Sprintf("ragged lines on the way from %g", part), []string{}, func() []string {
				return chromium.Eval[[]string](p, raggedLines)
			})
			p.Do(`scrollBy(0, 500)`)
		}
	}
}

func TestWordsOnBothSidesOfASeamAreOneText(t *testing.T) {
	p := open(t)
	line := oneLineTexts["english"]
	openOneLine(t, p, "seam.txt", line)
	p.WaitFor(`document.querySelectorAll("#article-text > .continued").length > 3`)

	across := chromium.Eval[[]string](p, `(() => {
		const second = document.querySelectorAll("#article-text p")[1];
		return [document.querySelector("#article-text p").textContent.trim().split(" ").at(-1), second.textContent.split(" ")[0]];
	})()`)
	p.Do(`(() => {
		const [one, two] = document.querySelectorAll("#article-text p");
		getSelection().setBaseAndExtent(one.lastChild, one.lastChild.length - ` + fmt.Sprint(len(across[0])+1) + `, two.firstChild, ` + fmt.Sprint(len(across[1])) + `);
	})()`)
	p.Do(`window.pasted = new Promise((done) => addEventListener("paste", (e) => done(e.clipboardData.getData("text/plain"))))`)
	p.Press("Control+c", "Control+v")
	same(t, "what is copied", strings.Join(across, " "), chromium.Eval[string](p, `pasted`))

	p.Press("1")
	expectListed(t, p, "Actor "+strings.Join(across, " "))
	expect(t, "the pieces are joined as before", "", func() string { return chromium.Eval[string](p, asOneParagraph) })

	p.Press("Escape")
	p.Do(`document.querySelectorAll("#article-text p")[1].scrollIntoView({ block: "center" })`)
	column := chromium.Eval[float64](p, `document.querySelector("#article-text p").getBoundingClientRect().left`)
	p.ClickAt(chromium.Point{X: column + 100, Y: 400}, 3, 0)
	expect(t, "a triple click selects the whole line", len(strings.TrimSpace(line)), func() int {
		return len(strings.TrimSpace(chromium.Eval[string](p, `getSelection().rangeCount ? getSelection().getRangeAt(0).toString() : ""`)))
	})
}
