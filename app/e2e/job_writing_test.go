package e2e

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"

	"spanwise/app/e2e/chromium"
)

// witness tells of every moment at which the page says Saved what stands in the
// field that has the keyboard then: that is acknowledged. It tells as well of a
// letter beside which the page still says so.
const witness = `
(() => {
	const saved = () => document.querySelector("[aria-label='Saving state']")?.textContent === "Saved";
	let last;
	const look = () => {
		const field = document.activeElement;
		if (!saved() || !field?.matches("input, textarea") || field.value === last) return;
		last = field.value;
		window.acknowledge?.("=" + last);
	};
	addEventListener("input", () => { if (saved()) window.acknowledge?.("!"); });
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
})()`

// acknowledged is what a page's witness has told.
type acknowledged struct {
	mu    sync.Mutex
	texts []string
	early int // letters beside which the page said Saved
}

// witnessed opens a page with a witness in a browser whose tabs can be killed.
func witnessed(t *testing.T) (*chromium.Page, *acknowledged) {
	t.Helper()
	a := &acknowledged{}
	p := chromium.Open(t, chromium.Options{OwnBrowser: true, Script: witness})
	a.listen(p)
	waitSaved(p)
	return p, a
}

func (a *acknowledged) listen(p *chromium.Page) {
	p.Hear("acknowledge", func(text string) {
		a.mu.Lock()
		defer a.mu.Unlock()
		if text == "!" {
			a.early++
			return
		}
		a.texts = append(a.texts, strings.TrimPrefix(text, "="))
	})
}

// take gives the text that was acknowledged last, and forgets all.
func (a *acknowledged) take() (last string, early int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.texts) > 0 {
		last = a.texts[len(a.texts)-1]
	}
	early = a.early
	a.texts, a.early = nil, 0
	return last, early
}

// longer reports whether a text of so many letters was acknowledged.
func (a *acknowledged) longer(than int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.texts) > 0 && len(a.texts[len(a.texts)-1]) > than
}

// writtenField is a field that a person writes in.
type writtenField struct {
	name    string
	open    func(t *testing.T, p *chromium.Page) // brings it onto the page, with the keyboard in it
	field   string                               // its selector
	letters string                               // that are typed, again and again
	offered bool                                 // it is a draft, and offered again
}

// pace is how long a good typist takes for a letter.
const pace = 120 * time.Millisecond

// typeOn types without a rest until something of it was acknowledged and typing has
// gone on, and gives what was acknowledged last when the page is gone. Gone ends the
// page.
func typeOn(t *testing.T, p *chromium.Page, a *acknowledged, f writtenField, gone func()) string {
	t.Helper()
	before := len(chromium.Eval[string](p, fmt.Sprintf("document.querySelector(%q).value", f.field)))
	a.take()
	began := time.Now()
	for i := 0; !a.longer(before + 2); i++ {
		p.Press(f.letters[i%len(f.letters) : i%len(f.letters)+1])
		time.Sleep(pace)
		if time.Since(began) > 20*time.Second {
			t.Fatal("nothing that is typed without a rest is ever saved")
		}
	}
	gone()
	last, early := a.take()
	if early > 0 {
		t.Errorf("%d letters were typed beside which the page said Saved", early)
	}
	return last
}

// expectThere waits until what was acknowledged stands in a field again that is
// looked up in a page that was opened anew, or gone on with where it is offered.
func (f writtenField) expectThere(t *testing.T, p *chromium.Page, kept string) {
	t.Helper()
	waitSaved(p)
	if f.offered {
		p.Click("button", "Go on")
	} else {
		f.open(t, p)
	}
	value := fmt.Sprintf("document.querySelector(%q)?.value ?? ''", f.field)
	var got string
	for end := time.Now().Add(chromium.Patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if got = chromium.Eval[string](p, value); strings.HasPrefix(got, kept) {
			return
		}
	}
	t.Errorf("%q was acknowledged, and %q is there", kept, got)
}

// leaves are the ways in which a page goes while a person is typing.
var leaves = []struct {
	name string
	gone func(*chromium.Page)
}{
	{"reloaded", (*chromium.Page).Reload},
	{"crashed", func(p *chromium.Page) { p.KillRenderer(); p.Reopen() }},
	{"closed", func(p *chromium.Page) { chromium.Command(p, page.Close, cdp.Empty{}); p.Reopen() }},
}

// checkKeeps types into fields without a rest and has the page go in the midst of
// it: what stood in them when the page said Saved is there again.
func checkKeeps(t *testing.T, p *chromium.Page, a *acknowledged, fields []writtenField) {
	p.Allow("crash")
	for i, f := range fields {
		leave := leaves[i%len(leaves)]
		t.Run(f.name+", "+leave.name, func(t *testing.T) {
			f.open(t, p)
			p.WaitFor(fmt.Sprintf("!!document.querySelector(%q)", f.field))
			p.Do(fmt.Sprintf("{ const f = document.querySelector(%q); f.focus(); f.setSelectionRange?.(f.value.length, f.value.length) }", f.field))
			kept := strings.TrimSpace(typeOn(t, p, a, f, func() { leave.gone(p) }))
			a.listen(p)
			f.expectThere(t, p, kept)
			waitSaved(p)
			p.Reload()
			if f.offered {
				p.Click("button", "Discard")
				p.Gone("button", "Discard")
			}
			waitSaved(p)
		})
	}
}

// chooseSpan chooses a span of the list, by its beginning.
func chooseSpan(label string) func(*testing.T, *chromium.Page) {
	return func(t *testing.T, p *chromium.Page) {
		t.Helper()
		p.WaitFor(`document.querySelector("[role=list][aria-label=Spans] button")`)
		p.Do(fmt.Sprintf(`[...document.querySelectorAll("[role=list][aria-label=Spans] button")].find((b) => b.textContent.startsWith(%q)).click()`, label))
		p.Find("region", "Span")
	}
}

const letters = "and then some more "

func TestWhatIsBeingWrittenIsThereAgain(t *testing.T) {
	t.Parallel()
	p, a := witnessed(t)
	changeSchemeByFile(t, p, func(scheme object) {
		stance := scheme["tags"].([]any)[1].(object)
		stance["attributes"] = append(stance["attributes"].([]any), object{"id": "why", "name": "Why", "type": "text"})
	})
	mark(t, p, "readmitted to diplomatic life", "2")
	nameActor(t, p, "Saudi Arabia", "Control+Enter") // an entry of the span's own words
	p.ClickText("readmitted to", 1)
	p.Press("r")
	p.ClickText("Saudi Arabia", 1)
	p.Press("1")
	expectRelations(t, p, "→ contradicts “Saudi Arabia”")
	p.Press("t")
	p.Click("button", "Stance")
	waitSaved(p)

	dialog := func(button string, more ...string) func(*testing.T, *chromium.Page) {
		return func(t *testing.T, p *chromium.Page) {
			t.Helper()
			p.Do(fmt.Sprintf(`[...document.querySelectorAll("button")].find((b) => b.textContent === %[1]q || b.ariaLabel === %[1]q).click()`, button))
			for _, next := range more {
				p.WaitFor(fmt.Sprintf(`[...document.querySelectorAll("dialog[open] button")].some((b) => b.innerText.trim().startsWith(%q))`, next))
				p.Do(fmt.Sprintf(`[...document.querySelectorAll("dialog[open] button")].find((b) => b.innerText.trim().startsWith(%q)).click()`, next))
			}
		}
	}
	entry := func(t *testing.T, p *chromium.Page) {
		t.Helper()
		dialog("Register")(t, p)
		p.WaitFor(`document.querySelector("#register-entries button")`)
		p.Do(`document.querySelector("#register-entries button").click()`)
		p.WaitFor(`document.querySelector("#entry-note")`)
	}
	checkKeeps(t, p, a, []writtenField{
		{name: "a note on a span", open: chooseSpan("Demand"), field: ".note-field:not(.relation *) textarea", letters: letters},
		{name: "a note on an article", open: func(t *testing.T, p *chromium.Page) { p.Do(`document.querySelector("[data-part=note]").click()`) },
			field: "#article-note", letters: letters},
		{name: "a note on a relation", open: func(t *testing.T, p *chromium.Page) {
			chooseSpan("Demand")(t, p)
			p.Do(`document.querySelector("[data-change]").click()`)
		}, field: ".relation .note-field textarea", letters: letters},
		{name: "an attribute of a tag", open: func(t *testing.T, p *chromium.Page) {
			p.Do(`document.querySelector("[data-part=tags]").click()`)
			p.WaitFor(`document.querySelector(".tag input[data-writing]")`)
		}, field: ".tag input[data-writing]", letters: letters},
		{name: "a note on an entry", open: entry, field: "#entry-note", letters: letters},
		{name: "the other names of an entry", open: entry, field: "#entry-aliases", letters: "more"},
		{name: "the name of an entry", open: entry, field: "#entry-name", letters: "more"},
		{name: "the entry that a span mentions", open: func(t *testing.T, p *chromium.Page) {
			chooseSpan("Actor")(t, p)
			p.Region().Focus()
			p.Press("e")
		}, field: "#entry-field", letters: "zzz", offered: true},
		{name: "a text that is pasted", open: dialog("Paste"), field: "#field-text", letters: letters, offered: true},
		{name: "the title of a text that is pasted", open: dialog("Paste"), field: "#field-title", letters: letters, offered: true},
		{name: "a scheme", open: dialog("Edit scheme"), field: "#scheme-field-name", letters: letters, offered: true},
		{name: "the name of an annotator", open: dialog("Annotator: Annotator 1"), field: "#new-annotator", letters: letters, offered: true},
		{name: "another name of an annotator", open: dialog("Annotator: Annotator 1", "Rename"), field: "#annotator-name", letters: letters, offered: true},
		{name: "the name of a project", open: dialog("First project", "New project"), field: "#project-name", letters: letters, offered: true},
		{name: "another name of a project", open: dialog("First project", "Rename"), field: "#project-name", letters: letters, offered: true},
	})
}

func TestWhatIsBeingWrittenAboutAnArticleOfOnesOwnIsThereAgain(t *testing.T) {
	t.Parallel()
	p, a := witnessed(t)
	bringText(t, p, "Mine", "A text of mine, in one line.\n")
	mine := func(button string) func(*testing.T, *chromium.Page) {
		return func(t *testing.T, p *chromium.Page) {
			t.Helper()
			p.Click("button", button)
		}
	}
	checkKeeps(t, p, a, []writtenField{
		{name: "the details of an article", open: mine("Edit details"), field: "#field-outlet", letters: letters, offered: true},
		{name: "the title of an article", open: mine("Edit details"), field: "#field-title", letters: letters, offered: true},
		{name: "another text for an article", open: mine("Replace the text"), field: "#field-new-text", letters: letters, offered: true},
	})
}

func TestWhatIsBeingTypedAsAnAttributeIsThereAgain(t *testing.T) {
	t.Parallel()
	p, a := witnessed(t)
	importFile(p, write(t, "deals.json", dealsProject(t)))
	expectProject(t, p, "deals")
	expectNotice(t, p, "Opened deals.json as a project of its own")
	putNoticesAway(t, p)
	openArticle(t, p, "Deals")
	mark(t, p, "Acme", "9")
	waitSaved(p)
	fields := func(t *testing.T, p *chromium.Page) {
		t.Helper()
		chooseSpan("Dealer")(t, p)
		p.Region().Focus()
		p.Press("a")
		p.WaitFor(`document.querySelector("[data-attribute=remark] input")`)
	}
	checkKeeps(t, p, a, []writtenField{
		{name: "a text", open: fields, field: "[data-attribute=remark] input", letters: letters},
		{name: "a number", open: fields, field: "[data-attribute=amount] input", letters: "12345"},
		{name: "what is no number", open: fields, field: "[data-attribute=amount] input", letters: " of them", offered: true},
		{name: "a date", open: fields, field: "[data-attribute=when] input", letters: "perhaps in May", offered: true},
		{name: "a text that the register offers words for", open: fields, field: "[data-attribute=rival] input", letters: letters},
	})
}

// drafts are the texts that are kept beside the work.
const drafts = `(async () => {
	const request = indexedDB.open(` + ownDatabase + `);
	await new Promise((done) => request.onsuccess = done);
	const found = request.result.transaction("handles").objectStore("handles").getAll(IDBKeyRange.bound("draft.", "draft/"));
	await new Promise((done) => found.onsuccess = done);
	request.result.close();
	return found.result.map((draft) => JSON.parse(draft).text);
})()`

// watchForgetting has the page note every text of the status from now on, and among
// them when the database has forgotten a draft: it hears of that before the program.
const watchForgetting = watchStatus + `
	const forget = IDBObjectStore.prototype.delete;
	IDBObjectStore.prototype.delete = function (key) {
		const { transaction } = this;
		if (String(key).startsWith("draft.")) {
			transaction.db.addEventListener("complete", (e) => { if (e.target === transaction) statusTexts.push("forgotten"); }, true);
		}
		return forget.apply(this, arguments);
	};`

func TestTheDraftOfWhatBecameAnEditIsGoneWhenThePageSaysSaved(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Click("button", "Annotator: Annotator 1")
	p.Find("textbox", "Name of a new annotator").Click()
	p.Type("Bo")
	waitSaved(p)
	same(t, "the drafts before", []string{"Bo"}, chromium.Eval[[]string](p, drafts))
	p.Do(watchForgetting)
	p.Press("Enter")
	expect(t, "what is said, and when it is forgotten", []string{"Saving…", "forgotten", "Saved"},
		func() []string { return chromium.Eval[[]string](p, "statusTexts") })
	same(t, "the drafts after", []string{}, chromium.Eval[[]string](p, drafts))
}

func TestADraftIsNotForgottenWithTheOneBefore(t *testing.T) {
	t.Parallel()
	p := open(t)
	importFile(p, write(t, "deals.json", dealsProject(t)))
	expectProject(t, p, "deals")
	expectNotice(t, p, "Opened deals.json as a project of its own")
	putNoticesAway(t, p)
	openArticle(t, p, "Deals")
	mark(t, p, "Acme", "9")
	chooseSpan("Dealer")(t, p)
	p.Region().Focus()
	p.Press("a")
	p.WaitFor(`document.querySelector("[data-attribute=amount] input")`)
	p.Do(`
		document.querySelector("[data-attribute=amount] input").focus();
		window.appends = 0;
		const transaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (names, mode) {
			if (mode === "readwrite" && names.includes("journal")) appends++;
			return transaction.apply(this, arguments);
		};`)
	p.Press("1", "2", "x")
	waitSaved(p)
	same(t, "the drafts of what is no number", []string{"12x"}, chromium.Eval[[]string](p, drafts))
	p.Do(holdJournal + `; window.appends = 0`)
	p.Press("Backspace")
	p.WaitFor(`appends > 0`) // a number is an edit
	p.Press("y")
	time.Sleep(2 * time.Second) // it would be kept by then
	p.Do(releaseJournal)
	waitSaved(p)
	same(t, "the drafts when the page says Saved", []string{"12y"}, chromium.Eval[[]string](p, drafts))
}

func TestWhatIsWrittenInOneGoIsOneStepOfUndo(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	p.ClickText("Saudi Arabia", 1)
	expectShown(t, p, "Saudi Arabia")
	p.Find("textbox", "Note").Click()
	p.Do(`{
		const letters = [..."a kingdom that the article names twice, and not by chance"];
		const typing = setInterval(() => {
			if (letters.length > 0) document.execCommand("insertText", false, letters.shift());
			else { clearInterval(typing); window.typed = true }
		}, 40);
	}`)
	p.WaitFor(`!window.typed && document.querySelector(".spans .note")`) // it is kept while it is typed
	p.WaitFor(`window.typed`)
	p.Press("Escape")
	waitSaved(p)
	p.Press("Control+z")
	expectListed(t, p, "Actor Saudi Arabia")
	p.Press("Control+y")
	expectListed(t, p, "Actor a kingdom that the article names twice, and not by chance Saudi Arabia")
}

// TestALetterIsKeptAtOnceWhenItsFieldIsLeftOrThePageIsHidden stops the program's
// clock, so that nothing is kept because time passes.
func TestALetterIsKeptAtOnceWhenItsFieldIsLeftOrThePageIsHidden(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	p.ClickText("Saudi Arabia", 1)
	expectShown(t, p, "Saudi Arabia")
	for what, happens := range map[string]string{
		"the field is left": `document.activeElement.blur()`,
		"the page is hidden": `Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
			document.dispatchEvent(new Event("visibilitychange"));
			delete document.visibilityState`,
	} {
		p.Do(`const now = performance.now(); performance.now = () => now`)
		p.Find("textbox", "Note").Focus()
		p.Type("a")
		same(t, "whether the page says Saved beside a letter", false, chromium.Eval[bool](p,
			`document.querySelector("[aria-label='Saving state']").textContent === "Saved"`))
		p.Do(happens)
		expect(t, "what the page says when "+what, "Saved", p.Status)
		p.Do(`delete performance.now; document.activeElement.blur()`)
		waitSaved(p)
	}
}

func TestWordsThatAnotherTabsDeletionOvertakesAreOffered(t *testing.T) {
	t.Parallel()
	p, second := bothChoose(t)
	p.Find("textbox", "Note").Click()
	p.Type("what I had to say of it")
	second.Click("button", "Delete span")
	expectNotice(t, p, "The span that you were writing this note on is not there any more:", "what I had to say of it")
	p.Find("button", "Copy")
	waitSaved(p)
	p.Reload()
	expectNotice(t, p, "what I had to say of it")
	second.Press("Control+z")
	p.Click("button", "Go on")
	expectListed(t, p, "Actor what I had to say of it Saudi Arabia")
	expect(t, "the notices", "", func() string { return notices(p) })
}

func TestWordsThatCannotBeKeptAreAskedFor(t *testing.T) {
	t.Parallel()
	p := chromium.Open(t, chromium.Options{Script: `Object.defineProperty(window, "indexedDB", { value: undefined });`})
	p.Click("button", "Paste")
	p.Find("textbox", "Text").Click()
	p.Type("a text")
	same(t, "whether the browser asks before the page is left", true, chromium.Eval[bool](p,
		`!dispatchEvent(new Event("beforeunload", { cancelable: true }))`))
}

// TestADoubleClickDiscardsOneDraft begins two texts and goes away each time.
func TestADoubleClickDiscardsOneDraft(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, words := range []string{"the first of two", "the second of two"} {
		p.Click("button", "Paste")
		p.Find("textbox", "Text").Click()
		p.Type(words)
		waitSaved(p)
		p.Reload()
		expectNotice(t, p, "You were adding this text as an article:")
	}
	both := []string{"the first of two", "the second of two"}
	offered := func() []string {
		return slices.DeleteFunc(slices.Clone(both), func(words string) bool { return !strings.Contains(notices(p), words) })
	}
	first := offered()
	p.ClickAt(chromium.Eval[chromium.Point](p, `(() => {
		const box = [...document.querySelectorAll(".draft button")].find((b) => b.textContent === "Discard").getBoundingClientRect();
		return { X: box.x + box.width / 2, Y: box.y + box.height / 2 };
	})()`), 2, 0)
	left := slices.DeleteFunc(slices.Clone(both), func(words string) bool { return slices.Contains(first, words) })
	expect(t, "what is offered after a double click", left, offered)
	p.Do(`const discard = [...document.querySelectorAll(".draft button")].find((b) => b.textContent === "Discard"); discard.click(); discard.click()`)
	expect(t, "what is offered after two clicks at once", []string{}, offered)
}

func TestAnEventThatIsNoKeyIsPassedOver(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	p.Do(`for (const e of document.querySelectorAll("textarea, #article-text, body")) e.dispatchEvent(new Event("keydown", { bubbles: true }))`)
	expectListed(t, p, "Actor Saudi Arabia")
	waitSaved(p)
}
