package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"spanwise/app/e2e/chromium"
)

// hand is a keyboard as this test presses it: what its places of digits type alone,
// and the keys that it has for the commands. A letter is its character and place.
type hand struct {
	name, digits       string
	undo, redo, all    chromium.Key
	guidelines, splits chromium.Key
}

func at(key, code string) chromium.Key { return chromium.Key{Key: key, Code: code} }

func shifted(key, code string) chromium.Key {
	return chromium.Key{Key: key, Code: code, Modifiers: chromedp.ModifierShift}
}

func withCtrl(k chromium.Key) chromium.Key {
	k.Modifiers |= chromedp.ModifierCtrl
	return k
}

// capital is a letter as Caps Lock has it.
func capital(k chromium.Key) chromium.Key {
	k.Key = strings.ToUpper(k.Key)
	return k
}

var hands = []hand{
	{name: "American", digits: "1234567890", undo: at("z", "KeyZ"), redo: at("y", "KeyY"), all: at("a", "KeyA"),
		guidelines: shifted("?", "Slash"), splits: at("/", "Slash")},
	{name: "British", digits: "1234567890", undo: at("z", "KeyZ"), redo: at("y", "KeyY"), all: at("a", "KeyA"),
		guidelines: shifted("?", "Slash"), splits: at("/", "Slash")},
	{name: "German", digits: "1234567890", undo: at("z", "KeyY"), redo: at("y", "KeyZ"), all: at("a", "KeyA"),
		guidelines: shifted("?", "Minus"), splits: shifted("/", "Digit7")},
	{name: "French", digits: "&é\"'(-è_çà", undo: at("z", "KeyW"), redo: at("y", "KeyY"), all: at("a", "KeyQ"),
		guidelines: shifted("?", "KeyM"), splits: shifted("/", "Period")},
	{name: "Czech", digits: "+ěščřžýáíé", undo: at("z", "KeyY"), redo: at("y", "KeyZ"), all: at("a", "KeyA"),
		guidelines: shifted("?", "Comma"), splits: shifted("/", "BracketLeft")},
	{name: "Spanish", digits: "1234567890", undo: at("z", "KeyZ"), redo: at("y", "KeyY"), all: at("a", "KeyA"),
		guidelines: shifted("?", "Minus"), splits: shifted("/", "Digit7")},
	{name: "Dvorak", digits: "1234567890", undo: at("z", "Slash"), redo: at("y", "KeyT"), all: at("a", "KeyA"),
		guidelines: shifted("?", "BracketLeft"), splits: at("/", "BracketLeft")},
	{name: "Turkish", digits: "1234567890", undo: at("z", "KeyZ"), redo: at("y", "KeyY"), all: at("a", "KeyA"),
		guidelines: shifted("?", "Minus"), splits: shifted("/", "Digit7")},
	{name: "Russian", digits: "1234567890", undo: at("я", "KeyZ"), redo: at("н", "KeyY"), all: at("ф", "KeyA"),
		guidelines: shifted("?", "Digit7"), splits: shifted("/", "Backslash")},
	{name: "Greek", digits: "1234567890", undo: at("ζ", "KeyZ"), redo: at("υ", "KeyY"), all: at("α", "KeyA"),
		guidelines: shifted("?", "Slash"), splits: at("/", "Slash")},
	{name: "Hebrew", digits: "1234567890", undo: at("ז", "KeyZ"), redo: at("ט", "KeyY"), all: at("ש", "KeyA"),
		guidelines: shifted("?", "Slash"), splits: at("/", "KeyQ")},
	{name: "Arabic", digits: "١٢٣٤٥٦٧٨٩٠", undo: at("ئ", "KeyZ"), redo: at("غ", "KeyY"), all: at("ش", "KeyA"),
		guidelines: shifted("؟", "Slash"), splits: at("ظ", "Slash")},
	{name: "Persian", digits: "۱۲۳۴۵۶۷۸۹۰", undo: at("ظ", "KeyZ"), redo: at("غ", "KeyY"), all: at("ش", "KeyA"),
		guidelines: shifted("؟", "Slash"), splits: at("/", "Slash")},
	{name: "Hindi", digits: "१२३४५६७८९०", undo: at("ॆ", "KeyZ"), redo: at("ब", "KeyY"), all: at("ो", "KeyA"),
		guidelines: shifted("\u095f", "Slash"), splits: at("य", "Slash")},
}

// digit is the key of a digit's place as the layout types it alone.
func (h hand) digit(n int) chromium.Key {
	return at(string([]rune(h.digits)[n-1]), fmt.Sprintf("Digit%d", n))
}

// TestEveryKeyboardDoesTheJob marks, splits, undoes and redoes on the keyboards of
// fourteen languages, with and without Caps Lock.
func TestEveryKeyboardDoesTheJob(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Keys", "One two three four.\n")
	p.Region().Focus()
	lines := func(want ...string) func(*testing.T) {
		return func(t *testing.T) { t.Helper(); expectListed(t, p, want...) }
	}
	none, marked := lines(), lines("Actor One two")
	for _, h := range hands {
		t.Run(h.name, func(t *testing.T) {
			p.Select("One two")
			expectPicked(t, p, "One two")
			p.Strike(h.digit(1))
			marked(t)
			for _, typed := range []func(chromium.Key) chromium.Key{func(k chromium.Key) chromium.Key { return k }, capital} {
				p.Strike(withCtrl(typed(h.undo)))
				none(t)
				p.Strike(withCtrl(typed(h.redo)))
				marked(t)
				p.Strike(withCtrl(typed(h.undo)))
				none(t)
				again := typed(h.undo)
				again.Modifiers |= chromedp.ModifierShift
				p.Strike(withCtrl(again))
				marked(t)
			}

			p.Select("two")
			p.Strike(h.splits)
			lines("Actor One", "Actor two")(t)
			p.Strike(withCtrl(h.undo))
			marked(t)

			p.Region().Focus()
			p.Strike(withCtrl(capital(h.all)))
			expect(t, "what is selected", "One two three four.", func() string {
				return strings.TrimSpace(chromium.Eval[string](p, `getSelection().toString()`))
			})
			p.Press("Escape")

			p.Strike(h.guidelines)
			p.Find("dialog", "Guidelines")
			p.Strike(h.guidelines)
			p.WaitFor(`!document.querySelector("#guidelines")`)

			p.Strike(withCtrl(h.undo))
			none(t)
		})
	}
}

// TestTheKeyOfADigitNeverReachesAnotherCommand is about the Czech keyboard, whose
// 1 is a +, which adds the selection to the span that was marked last.
func TestTheKeyOfADigitNeverReachesAnotherCommand(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Keys", "One two three four.\n")
	mark(t, p, "One", "1")
	p.Select("three")
	expectPicked(t, p, "three")
	p.Strike(at("+", "Digit1"))
	expectListed(t, p, "Actor One", "Actor three")

	p.Select("four")
	expectPicked(t, p, "four")
	p.Strike(at("+", "Equal"))
	expectListed(t, p, "Actor One", "Actor three … four")
}

// TestNoKeyChangesASpanWhileAnotherControlHasTheKeyboard presses all keys of
// commands while Export, an article's button or the heading of the keys has it.
func TestNoKeyChangesASpanWhileAnotherControlHasTheKeyboard(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Keys", "One two three four.\n")
	mark(t, p, "One two", "1")
	p.Press("Escape")
	p.Find("list", "Spans").All("button", "")[0].Click()
	expectShown(t, p, "One two")
	for _, name := range []string{"Export", "Undo", "Open", "Edit scheme"} {
		p.Find("button", name).Focus()
		p.Press("Backspace", "Delete", "2", "+", "-", "/", "r", "[", "d")
		expect(t, "what has the keyboard", name, func() string {
			return chromium.Eval[string](p, `document.activeElement.ariaLabel || document.activeElement.textContent`)
		})
		expectShown(t, p, "One two")
		expectListed(t, p, "Actor One two")
	}
	p.Press("f")
	p.WaitFor(`document.querySelector(".about .done").ariaPressed === "true"`)

	p.Find("list", "Spans").All("button", "")[0].Focus()
	p.Press("2")
	expectListed(t, p, "Demand One two")
	p.Press("Delete")
	expectListed(t, p)
}

// TestTheEnterThatEndsACompositionIsNone ends a composition as Safari does, with
// nothing but the key code to tell, in every kind of field.
func TestTheEnterThatEndsACompositionIsNone(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Keys", "One two three four.\n")
	mark(t, p, "One two", "1")
	composed := chromium.Key{Key: "Enter", Code: "Enter", KeyCode: 229}
	enter := chromium.Key{Key: "Enter", Code: "Enter", KeyCode: 13}
	entries := func() int { return chromium.Eval[int](p, `document.querySelectorAll(".entry-rows button").length`) }

	strike(p, "e")
	p.WaitFor(`document.activeElement.getAttribute("role") === "combobox"`)
	p.Type("北京")
	const suggested = `document.activeElement.getAttribute("aria-activedescendant")`
	first := chromium.Eval[string](p, suggested)
	p.Strike(composed, chromium.Key{Key: "Process", Code: "Enter", KeyCode: 229}, chromium.Key{Key: "Escape", Code: "Escape", KeyCode: 229},
		chromium.Key{Key: "ArrowDown", Code: "ArrowDown", KeyCode: 229})
	same(t, "what stands in the field", "北京", chromium.Eval[string](p, `document.activeElement.value`))
	same(t, "the suggestion under the keyboard", first, chromium.Eval[string](p, suggested))
	p.Press("Escape")
	p.Click("button", "Register")
	p.Find("dialog", "Register")
	same(t, "the number of entries", 0, entries())
	p.Press("Escape")

	p.Region().Focus()
	strike(p, "e")
	expectFocus(t, p, "Which actor?")
	p.Type("北京")
	p.Strike(withCtrl(enter))
	p.Click("button", "Register")
	p.Find("searchbox", "Find an entry").Focus()
	p.Type("北")
	expect(t, "the number of entries", 1, entries)
	p.Strike(composed)
	same(t, "an entry is chosen", 0, chromium.Eval[int](p, `document.querySelectorAll(".entry-form").length`))
	p.Strike(enter)
	p.Find("textbox", "Name").Focus()
	p.Press("Control+a")
	p.Type("北海道")
	p.Strike(composed)
	same(t, "the entry's name in the list", true, strings.Contains(chromium.Eval[string](p, `document.querySelector(".entry-rows").textContent`), "北京"))
	p.Strike(enter)
	p.WaitFor(`document.querySelector(".entry-rows").textContent.includes("北海道")`)
	p.Press("Escape")

	p.Find("button", "Find a label").Click()
	p.Find("dialog", "Find a label")
	p.Type("Dem")
	p.Strike(composed)
	same(t, "the dialog is open", 1, chromium.Eval[int](p, `document.querySelectorAll("#find-label[open], dialog.finder[open]").length`))
	p.Strike(enter)
	expectListed(t, p, "Demand One two")

	tabTo(t, p, "Tab", "Note")
	p.Type("ノート")
	p.Strike(withCtrl(composed))
	same(t, "the note has the keyboard", "TEXTAREA", chromium.Eval[string](p, `document.activeElement.tagName`))
	p.Strike(withCtrl(enter))
	expectListed(t, p, "Demand ノート One two")
}

// TestKeysAreChangedInOneList changes keys from the keyboard alone, reads what
// collides, and finds them so after a reload.
func TestKeysAreChangedInOneList(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Keys", "One two three four.\n")
	openKeys(t, p)

	button := p.Find("button", "undo: Ctrl + Z")
	button.Focus()
	p.Press("Enter")
	p.Find("button", "undo: Press a key…")
	p.Press("Control+Shift+u")
	p.Find("button", "undo: Ctrl + Shift + U")

	p.Find("button", "relate the chosen span to another: R or >").Focus()
	p.Press("Enter")
	p.Find("button", "relate the chosen span to another: Press a key…")
	p.Press("1")
	expectCollisions(t, p, "1 is the key of the label “Actor”, which goes first.")
	p.Press("Enter")
	p.Find("button", "relate the chosen span to another: Press a key…")
	p.Strike(at("т", "KeyN"))
	p.Find("button", "relate the chosen span to another: Т")
	expectCollisions(t, p)
	p.Press("Enter")
	p.Press("n")
	expectCollisions(t, p, "N also stands for “relate the chosen span to another”, which does not get it.",
		"N also stands for “the next span that lacks something”, which goes first.")
	p.Press("Enter")
	p.Find("button", "relate the chosen span to another: Press a key…")
	p.Press("Escape")
	p.Find("button", "relate the chosen span to another: N")
	p.Click("button", "Default key: relate the chosen span to another")
	p.Find("button", "relate the chosen span to another: R or >")
	expectCollisions(t, p)

	p.Find("button", "delete what is chosen: Delete or Backspace").Focus()
	p.Press("Enter")
	p.Click("button", "No key: delete what is chosen")
	p.Find("button", "delete what is chosen: No key")
	p.Press("Escape")
	p.WaitFor(`!document.querySelector("#keys-dialog")`)

	mark(t, p, "One two", "1")
	p.Press("Control+z")
	p.Press("Enter", "Delete")
	expectListed(t, p, "Actor One two")
	p.Strike(chromium.Key{Key: "U", Code: "KeyU", Modifiers: chromedp.ModifierCtrl | chromedp.ModifierShift})
	expectListed(t, p)

	p.Reload()
	waitSaved(p)
	openKeys(t, p)
	p.Find("button", "undo: Ctrl + Shift + U")
	p.Click("button", "All keys as they were")
	p.Find("button", "undo: Ctrl + Z")
	p.Find("button", "delete what is chosen: Delete or Backspace")
}

// TestSingleKeysAreOffOrOnlyInTheText: WCAG 2.1.4.
func TestSingleKeysAreOffOrOnlyInTheText(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Keys", "One two three four.\n")
	mark(t, p, "One two", "1")
	setSingles(t, p, "text")
	p.Do(`document.activeElement.blur()`)
	p.Find("list", "Spans").All("button", "")[0].Click()
	expectShown(t, p, "One two")
	p.Press("2", "Delete", "f")
	p.Region().Focus()
	p.Press("3")
	expectListed(t, p, "Date One two")

	setSingles(t, p, "off")
	p.Region().Focus()
	p.Press("2", "Delete", "f", "?", ".")
	p.Press("ArrowRight")
	expectListed(t, p, "Date One two")
	same(t, "keys at the labels", "", chromium.Eval[string](p, `[...document.querySelectorAll("#labels kbd")].map((k) => k.textContent).join("")`))
	p.Press("Control+z")
	expectListed(t, p, "Actor One two")
	p.WaitFor(`document.querySelector(".about .done").ariaPressed === "false"`)
	p.Select("four")
	expectPicked(t, p, "four")
	p.Find("toolbar", "Labels").Find("button", "Demand").Click()
	expectListed(t, p, "Actor One two", "Demand four")

	setSingles(t, p, "")
	p.Region().Focus()
	p.Press("f")
	p.WaitFor(`document.querySelector(".about .done").ariaPressed === "true"`)
}

// TestTheHelpShowsKeysAsTheyAreTyped has the browser say that the keyboard is a
// French one.
func TestTheHelpShowsKeysAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Do(`navigator.keyboard.getLayoutMap = async () => new Map([["Digit1", "&"], ["Digit2", "é"], ["Digit3", '"'], ["Digit4", "'"],
		["KeyQ", "a"], ["KeyE", "e"], ["KeyA", "q"]])`)
	p.Do(`document.querySelector("details.keys summary").click()`)
	rows := func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll(".keys dt")].map((e) => e.textContent)`)
	}
	expect(t, "the labels' keys are shown", true, func() bool {
		return slices.Contains(rows(), "A label’s key: & for 1, é for 2, \" for 3, ' for 4")
	})
	for _, want := range []string{"A", "E", "?", "R or >", "Ctrl + Z", "Ctrl + Y or Ctrl + Shift + Z", "Delete or Backspace", "Esc"} {
		if !slices.Contains(rows(), want) {
			t.Errorf("the help lacks %q: %q", want, rows())
		}
	}
}

// openKeys opens the list of keys.
func openKeys(t *testing.T, p *chromium.Page) {
	t.Helper()
	p.Do(`const keys = document.querySelector("details.keys"); if (!keys.open) keys.querySelector("summary").click()`)
	p.Click("button", "Change keys…")
	p.Find("dialog", "Keys")
}

// setSingles says in that list where single keys act.
func setSingles(t *testing.T, p *chromium.Page, value string) {
	t.Helper()
	openKeys(t, p)
	p.Do(`const field = document.querySelector("#single-keys"); field.value = "` + value + `"; field.dispatchEvent(new Event("change", { bubbles: true }))`)
	p.WaitFor(`(JSON.parse(localStorage.getItem("spanwise.keys")).single ?? "") === "` + value + `"`)
	p.Press("Escape")
	p.WaitFor(`!document.querySelector("#keys-dialog")`)
}

// expectCollisions waits until the list says this of keys that collide.
func expectCollisions(t *testing.T, p *chromium.Page, want ...string) {
	t.Helper()
	expect(t, "what collides", append([]string{}, want...), func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll(".key-rows .told:not([hidden])")].map((e) => e.textContent)`)
	})
}
