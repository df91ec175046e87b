package e2e

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"spanwise/app/e2e/chromium"
)

// forceColours has the system draw everything in its own few colours.
func forceColours(p *chromium.Page, theme string) {
	chromium.Command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: theme}}})
}

// toldStates are the states of things on the page: an element's mark-up, the part
// of it that shows the state, and what sets it.
var toldStates = []struct{ State, HTML, Shows, Pseudo, Attribute, Value string }{
	{"the current article", `<button class="article">A</button>`, "", "", "aria-current", "true"},
	{"the chosen row", `<div class="spans"><button class="span">A</button></div>`, "button", "", "aria-current", "true"},
	{"one of several chosen rows", `<div class="spans"><button class="span">A</button></div>`, "button", "", "aria-pressed", "true"},
	{"choosing several", `<button class="select-several">A</button>`, "", "", "aria-pressed", "true"},
	{"the pen that is held", `<button class="label">A</button>`, "", "", "aria-pressed", "true"},
	{"the label that was found", `<div class="finder"><div class="label">A</div></div>`, ".label", "", "aria-selected", "true"},
	{"the entry that is offered", `<div class="suggestion">A</div>`, "", "", "aria-selected", "true"},
	{"an option that holds", `<div class="particulars"><button class="option">A</button></div>`, "button", "", "aria-checked", "true"},
	{"a switch that is on", `<div class="particulars"><button class="switch"><span class="knob"></span></button></div>`, "button", ".knob::before", "aria-checked", "true"},
	{"a switch that is off and not unset", `<div class="particulars"><button class="switch"><span class="knob"></span></button></div>`, "button", ".knob::before", "data-said", "true"},
	{"what is unfolded", `<button class="fold">A</button>`, "", "::before", "aria-expanded", "true"},
	{"the tab that is open", `<button class="fact">A</button>`, "", "", "aria-expanded", "true"},
	{"what is done", `<button class="fact done">A</button>`, "", "::before", "aria-pressed", "true"},
	{"a tag that holds", `<button class="choice">A</button>`, "", "::before", "aria-pressed", "true"},
	{"the part of the scheme", `<button class="scheme-row">A</button>`, "", "", "aria-current", "true"},
	{"the project that is open", `<button class="opener">A</button>`, "", "", "aria-current", "true"},
	{"a label's colour", `<div class="colours"><button class="colour">A</button></div>`, "button", "", "aria-pressed", "true"},
	{"whose work is compared", `<div class="annotators"><ul><li><button class="quiet">A</button></li></ul></div>`, "button", "", "aria-pressed", "true"},
	{"a backup that is due", `<button class="icon backups">A</button>`, "", "::after", "data-due", "true"},
	{"a chosen span", `<div class="text"><p><mark>A</mark></p></div>`, "mark", "", "class", "chosen"},
	{"another's chosen span", `<div class="text"><p><mark class="theirs">A</mark></p></div>`, "mark", "", "class", "theirs regarded"},
	{"a span that a relation may go to", `<div class="spans"><button class="span">A</button></div>`, "button", "", "class", "span lit"},
	{"a field that is wrong", `<div class="particulars"><div class="attribute"><input></div></div>`, "input", "", "aria-invalid", "true"},
}

// sameLooking names the states that change nothing but a colour of what is
// written or washed, which some people's systems do not draw.
const sameLooking = `(states, shadows) => states.filter((s) => {
	const box = document.createElement("div");
	box.innerHTML = s.HTML;
	document.body.append(box);
	const element = s.Shows ? box.querySelector(s.Shows) : box.firstElementChild;
	const look = () => {
		const [, inner, pseudo] = s.Pseudo.match(/^([^:]*)(::.*)?$/);
		const style = getComputedStyle(inner ? element.querySelector(inner) : element, pseudo);
		const properties = ["content", "borderTop", "borderRight", "borderBottom", "borderLeft", "outline", "outlineOffset", "left", "backgroundImage"];
		return [...properties, ...(shadows ? ["boxShadow", "fontWeight"] : [])].map((name) => style[name]).join(" / ");
	};
	const before = look();
	element.setAttribute(s.Attribute, s.Value);
	const same = look() === before;
	box.remove();
	return same;
}).map((s) => s.State)`

func TestNoStateIsToldByABackgroundAlone(t *testing.T) {
	t.Parallel()
	p := open(t)
	states, err := json.Marshal(toldStates)
	if err != nil {
		t.Fatal(err)
	}
	ask := func(shadows bool) []string {
		return chromium.Eval[[]string](p, fmt.Sprintf(`(%s)(%s, %v)`, sameLooking, states, shadows))
	}
	same(t, "states that nothing but a wash tells", []string{}, ask(true))
	for _, theme := range []string{"light", "dark"} {
		forceColours(p, theme)
		same(t, "states that nothing tells in forced colours, "+theme, []string{}, ask(false))
	}
}

func TestForcedColoursTellEverything(t *testing.T) {
	t.Parallel()
	for _, o := range []chromium.Options{{Width: 1440, Height: 900}, {Width: 820, Height: 1180}, {Width: 390, Height: 844, Touch: true}} {
		t.Run(fmt.Sprint(o.Width), func(t *testing.T) {
			p := openAs(t, o)
			markForLook(t, p, o)
			for _, theme := range []string{"light", "dark"} {
				forceColours(p, theme)
				same(t, "how many lines lie under a span and under one in it", []int{1, 2}, chromium.Eval[[]int](p, linesUnder))
				checkDone(t, p)
				keepPicture(p, fmt.Sprintf("forced-%d-%s-marked.png", o.Width, theme))
				checkTextFocus(t, p)
			}
			p.ClickText("counterparts", 1)
			expectShown(t, p, "counterparts")
			for _, theme := range []string{"light", "dark"} {
				forceColours(p, theme)
				keepPicture(p, fmt.Sprintf("forced-%d-%s-chosen.png", o.Width, theme))
			}
		})
	}
}

// linesUnder counts the lines under “his” and under “counterparts”, which is in
// the same span and in one of its own.
const linesUnder = `["his ", "counterparts"].map((text) => {
	const mark = [...document.querySelectorAll("mark")].find((m) => m.textContent === text);
	return getComputedStyle(mark).backgroundImage.match(/gradient/g)?.length ?? 0;
})`

// checkDone checks that a tick says that an article is done, and nothing that it
// is not.
func checkDone(t *testing.T, p *chromium.Page) {
	t.Helper()
	tick := func() string {
		return chromium.Eval[string](p, `getComputedStyle(document.querySelector(".fact.done"), "::before").content`)
	}
	same(t, "the tick of an article that is not done", `""`, tick())
	p.Do(`document.querySelector(".fact.done").click()`)
	expect(t, "the tick of an article that is done", `"✓" / ""`, tick)
	p.Do(`document.querySelector(".fact.done").click()`)
	expect(t, "the tick of an article that is not done any more", `""`, tick)
}

// checkTextFocus checks that the text is outlined when it has the focus, and has
// nothing beside it when not.
func checkTextFocus(t *testing.T, p *chromium.Page) {
	t.Helper()
	look := func() string {
		return chromium.Eval[string](p, `(() => {
			const style = getComputedStyle(document.querySelector(".text")), paper = getComputedStyle(document.body).backgroundColor;
			return style.outlineStyle + ", borders " + (style.borderLeftColor === paper && style.borderRightColor === paper ? "unseen" : "seen");
		})()`)
	}
	p.Do(`document.activeElement.blur()`)
	expect(t, "the look of a text without the focus", "none, borders unseen", look)
	p.Region().Focus()
	p.Press("ArrowRight", "Escape")
	expect(t, "the look of a text with the focus", "solid, borders unseen", look)
	p.Press("Escape")
}
