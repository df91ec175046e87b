package e2e

import (
	"testing"

	"spanwise/app/e2e/chromium"
)

// breaking takes a part of the browser away: the next call of it throws, or with
// forGood every call until it is mended.
const breaking = `
	window.broken = (object, name, forGood) => {
		const was = object[name];
		window.mend = () => { object[name] = was; };
		object[name] = function () {
			if (!forGood) mend();
			throw new Error(name + " is broken");
		};
	}`

// TestAFaultEndsNothingButWhatFailed has the browser fail under each kind of thing
// that the program does, and works on.
func TestAFaultEndsNothingButWhatFailed(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: breaking})
	p.Allow("a fault of Spanwise")
	first, second := bundled(t)[0], bundled(t)[1]
	faults := []struct{ name, breaks, do string }{
		{"an event of the window", `broken(Selection.prototype, "removeAllRanges")`,
			`document.querySelector("#article-text").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "mouse" }))`},
		{"an event of an element", `broken(HTMLElement.prototype, "click")`,
			`document.querySelector("[aria-label=Open]").dispatchEvent(new MouseEvent("click", { bubbles: true }))`},
		{"what waits until the page is drawn", `broken(HTMLDialogElement.prototype, "showModal")`,
			`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true }))`},
		{"an event on its own stack", `broken(document, "getElementById")`, `dispatchEvent(new Event("beforeprint"))`},
		{"the drawing of a component", `broken(Node.prototype, "appendChild", true)`,
			`document.querySelector("[aria-label=Backups]").dispatchEvent(new MouseEvent("click", { bubbles: true }))`},
		{"the drawing of a text", `broken(spanwiseArticle, "show")`,
			`document.querySelector("[data-article='` + second.ID + `']").dispatchEvent(new MouseEvent("click", { bubbles: true }))`},
		{"work beside the page", `broken(window, "spanwiseAcceptUpdate")`,
			`dispatchEvent(new Event("spanwise-update"));
			const update = () => [...document.querySelectorAll("button")].find((b) => b.textContent === "Reload to update");
			while (!update()) await new Promise(requestAnimationFrame);
			update().dispatchEvent(new MouseEvent("click", { bubbles: true }))`},
	}
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			p.Do(fault.breaks + "\n" + fault.do)
			goOn(t, p, "is broken")
			p.Do(`mend()`)
			p.Press("Escape", "Escape")
			p.Do(`document.querySelector("dialog[open]")?.close()`)
			openArticleAt(t, p, 1)
			expect(t, "the text of the second article", second.Text(), p.ArticleText)
			openArticleAt(t, p, 0)
			expect(t, "the text of the first article", first.Text(), p.ArticleText)
			mark(t, p, "Saudi Arabia", "1")
			expectListed(t, p, "Actor Saudi Arabia")
			p.Press("Control+z")
			expectListed(t, p)
		})
	}
}

// goOn expects that the page tells of a fault, and goes on.
func goOn(t *testing.T, p *chromium.Page, what string) {
	t.Helper()
	p.WaitFor(`document.getElementById("fault")?.textContent.includes("` + what + `")`)
	same(t, "the program", "running", chromium.Eval[string](p, "document.documentElement.dataset.program"))
	p.Do(`[...document.querySelectorAll("#fault button")].find((b) => b.textContent === "Go on").click()`)
}

// TestTheReportOfAFaultNamesFunctions holds that whoever looks into a fault sees where
// it was, though the program has numbers in place of names.
func TestTheReportOfAFaultNamesFunctions(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: breaking})
	p.Allow("a fault of Spanwise")
	p.Do(`window.reported = "";
		const report = console.error;
		console.error = (text) => { reported += text; report(text); };
		broken(Selection.prototype, "removeAllRanges");
		document.querySelector("#article-text").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "mouse" }))`)
	goOn(t, p, "is broken")
	p.WaitFor(`/ pc=0x[0-9a-f]+ syscall\/js\.Value\.Call\n/.test(reported) && / spanwise\/app\/browser\./.test(reported)`)
}

// TestAMarkWhoseDrawingFailsIsMadeAndSaved breaks what draws the mark, when the work
// has changed already.
func TestAMarkWhoseDrawingFailsIsMadeAndSaved(t *testing.T) {
	t.Parallel()
	p := openAs(t, chromium.Options{Script: breaking})
	p.Allow("a fault of Spanwise")
	p.Select("Saudi Arabia")
	expectPicked(t, p, "Saudi Arabia")
	p.Do(`broken(spanwiseArticle, "mark")`)
	p.Press("1")
	goOn(t, p, "mark is broken")
	expectListed(t, p, "Actor Saudi Arabia")
	expect(t, "what is drawn as marked", "Saudi Arabia", func() string {
		return chromium.Eval[string](p, `[...document.querySelectorAll("#article-text mark")].map((m) => m.textContent).join("|")`)
	})
	waitSaved(p)
	mark(t, p, "Tunisia", "1")
	waitSaved(p)
	p.Reload()
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
}
