package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"spanwise/app/e2e/chromium"
)

// screens are the windows that the look is held to.
var screens = []chromium.Options{
	{Width: 1440, Height: 900}, {Width: 1024, Height: 768}, {Width: 390, Height: 844, Touch: true},
}

// onScreens runs a test of the look on every screen and in both themes, with
// something marked and then with a span chosen.
func onScreens(t *testing.T, check func(t *testing.T, p *chromium.Page, width int, state string)) {
	for _, o := range screens {
		t.Run(fmt.Sprint(o.Width), func(t *testing.T) {
			p := openAs(t, o)
			checkMeasure(t, p, o.Width)
			markForLook(t, p, o)
			inBothThemes(p, func(theme string) {
				check(t, p, o.Width, theme+", marked")
				keepPicture(p, fmt.Sprintf("%d-%s-marked.png", o.Width, theme))
			})
			p.ClickText("counterparts", 1)
			expectShown(t, p, "counterparts")
			inBothThemes(p, func(theme string) {
				check(t, p, o.Width, theme+", chosen")
				keepPicture(p, fmt.Sprintf("%d-%s-chosen.png", o.Width, theme))
			})
		})
	}
}

// inBothThemes has the system ask for a light page and for a dark one.
func inBothThemes(p *chromium.Page, do func(theme string)) {
	for _, theme := range []string{"light", "dark"} {
		chromium.Command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
		do(theme)
	}
}

// markForLook marks something with each label, one thing within another.
func markForLook(t *testing.T, p *chromium.Page, o chromium.Options) {
	t.Helper()
	for _, m := range []struct{ phrase, label string }{
		{"Syria’s Defence Minister", "Actor"}, {"on Tuesday", "Date"}, {"his counterparts from Turkey", "Actor"},
		{"counterparts", "Demand"}, {"tries to end its isolation", "Demand"}, {"shut out", "Source bias"},
	} {
		if o.Touch {
			selectByTouch(p, m.phrase)
		} else {
			p.Select(m.phrase)
		}
		expectPicked(t, p, m.phrase)
		p.Find("toolbar", "Labels").Find("button", m.label).Click()
		expectPicked(t, p, "")
	}
}

// keepPicture writes a picture to the folder $SPANWISE_PICTURES, if there is
// one, for people to look at.
func keepPicture(p *chromium.Page, name string) {
	if folder := os.Getenv("SPANWISE_PICTURES"); folder != "" {
		p.Screenshot(filepath.Join(folder, name))
	}
}

func TestThePageFitsEveryScreen(t *testing.T) {
	t.Parallel()
	onScreens(t, func(t *testing.T, p *chromium.Page, width int, state string) {
		checkWidth(t, p, width, state)
		same(t, state+": controls that something lies over", []string{}, chromium.Eval[[]string](p, covered))
		same(t, state+": texts that are cut off", []string{}, chromium.Eval[[]string](p, cutOff))
		checkNames(t, p, state)
		same(t, state+": texts that are hard to read", []string{}, chromium.Eval[[]string](p, faint))
	})
}

// checkWidth looks for what would make the page scroll sideways. The window's
// own width is no measure: that of a phone grows with what it has to show.
func checkWidth(t *testing.T, p *chromium.Page, width int, state string) {
	t.Helper()
	if has := chromium.Eval[int](p, `document.documentElement.scrollWidth`); has > width {
		t.Errorf("%s: the page is %d px wide in a window of %d", state, has, width)
	}
}

// covered names the controls in the window whose middle something else covers.
const covered = `[...document.querySelectorAll("button, a, input:not([type=file]), textarea, summary")].filter((e) => {
	const r = e.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
	if (!e.checkVisibility({ visibilityProperty: true }) || r.width < 2 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
	for (let box = e.parentElement; box; box = box.parentElement) {
		const b = box.getBoundingClientRect();
		if (getComputedStyle(box).overflowY !== "visible" && (y < b.top || y > b.bottom)) return false;
	}
	const top = document.elementFromPoint(x, y);
	if (top?.closest(".bar") && e.closest(".about")) return false; // it has scrolled away
	return !(e.contains(top) || e.labels && [...e.labels].some((l) => l.contains(top)));
}).map((e) => (e.ariaLabel || e.textContent || e.type) + " under " + document.elementFromPoint(e.getBoundingClientRect().left + e.getBoundingClientRect().width / 2, e.getBoundingClientRect().top + e.getBoundingClientRect().height / 2)?.className)`

// cutOff names the buttons whose text is wider than they are.
const cutOff = `[...document.querySelectorAll("button")].filter((e) =>
	e.checkVisibility({ visibilityProperty: true }) && e.scrollWidth > e.clientWidth + 1).map((e) => e.ariaLabel || e.textContent)`

// checkNames looks for controls that a screen reader has no name for.
func checkNames(t *testing.T, p *chromium.Page, state string) {
	t.Helper()
	for _, role := range []string{"button", "link", "textbox", "checkbox", "combobox", "region", "navigation", "toolbar", "dialog"} {
		for _, e := range p.All(role, "") {
			if e.Name == "" {
				t.Errorf("%s: a %s has no name: %q", state, role, e.Text())
			}
		}
	}
}

// faint names the texts in the window with a contrast under 4.5 (WCAG 2.2,
// success criterion 1.4.3) to the colours they stand on, washes included;
// controls that are out of use are exempt.
const faint = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const parse = (text) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = text;
		canvas.fillRect(0, 0, 1, 1);
		const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
		return [r, g, b, a / 255];
	};
	const over = (top, ground) => [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3]));
	const light = (c) => {
		const [r, g, b] = c.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const washes = (style) => {
		const layers = style.backgroundImage.split(/, (?=[a-z-]*gradient|none|url)/), sizes = style.backgroundSize.split(", ");
		return layers.filter((l, i) => /^linear-gradient/.test(l) && !/ [0-9.]+px$/.test(sizes[i])).map((l) => l.match(/(rgba?|color)\([^)]*\)/)?.[0]).filter(Boolean);
	};
	const ground = (e) => {
		if (!e) return parse("white").slice(0, 3);
		const style = getComputedStyle(e), own = parse(style.backgroundColor);
		let below = own[3] === 1 ? own.slice(0, 3) : over(own, ground(e.parentElement));
		if (e.nodeName === "MARK") for (const wash of washes(style)) below = over(parse(wash), below);
		return below;
	};
	const bad = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const e = node.parentElement;
		if (!node.data.trim() || e.closest("button:disabled, .unseen, #shell") || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
		const below = ground(e), ink = over(parse(getComputedStyle(e).color), below);
		const [a, b] = [light(ink), light(below)].sort((x, y) => y - x);
		const ratio = (a + 0.05) / (b + 0.05);
		if (ratio < 4.5) bad.add(ratio.toFixed(2) + " " + e.nodeName + "." + e.className + ": " + node.data.trim().slice(0, 30));
	}
	return [...bad];
})()`

// usualFonts are those that texts are set in on one machine or another.
var usualFonts = []string{
	"Charter", "Iowan Old Style", "Palatino Linotype", "P052", "Source Serif 4", "Noto Serif", "Georgia", "Gelasio",
	"Times New Roman", "Liberation Serif", "Nimbus Roman", "DejaVu Serif", "C059", "URW Bookman",
}

// setIn sets the text in a font, "" for that of the styles. It reports false where
// the machine does not have the font.
const setIn = `function(font) {
	const pen = document.createElement("canvas").getContext("2d");
	const width = (font) => { pen.font = "16px " + font; return pen.measureText("Ministers met.").width };
	const root = document.documentElement.style;
	root.removeProperty("--reading");
	if (!font) return true;
	if (width('"' + font + '", monospace') === width("monospace")) return false;
	root.setProperty("--reading", '"' + font + '"');
	return true;
}`

// checkMeasure holds the length of a line to what reads well in every font, where
// there is room for it.
func checkMeasure(t *testing.T, p *chromium.Page, width int) {
	t.Helper()
	fonts := append(usualFonts, "") // which is what stays
	switch {
	case width < 1000:
		return
	case width < 1400: // where the window and not the font sets the line
		fonts = []string{""}
	}
	text := p.Region()
	for _, font := range fonts {
		if !chromium.Call[bool](text, setIn, font) {
			continue
		}
		measure := chromium.Call[float64](text, fullLines)
		t.Logf("%.1f characters a line at %d px in %q", measure, width, font)
		if measure < 60 || measure > 75 {
			t.Errorf("a full line holds %.1f characters on average in %q", measure, font)
		}
	}
}

// fullLines gives the average length in characters of the lines that are not
// the last of their paragraph.
const fullLines = `function() {
	let characters = 0, lines = 0;
	const range = document.createRange();
	for (const block of this.querySelectorAll("p")) {
		const node = block.firstChild;
		let top = null, count = 0;
		for (let i = 0; i < node.length; i++) {
			range.setStart(node, i);
			range.setEnd(node, i + 1);
			const r = range.getClientRects()[0];
			if (!r || node.data[i] === "\n") continue;
			if (top !== null && r.top > top + 5) { characters += count; lines++; count = 0; }
			top = r.top;
			count++;
		}
	}
	return characters / lines;
}`

func TestTheTextFollowsTheReadersOwnFontSize(t *testing.T) {
	t.Parallel()
	p := open(t)
	size := func() float64 {
		return chromium.Call[float64](p.Region(), `function() { return parseFloat(getComputedStyle(this).fontSize) }`)
	}
	normal := size()
	p.Do(`document.documentElement.style.fontSize = "24px"`)
	same(t, "the size of the text for a reader who has set 24 px in place of 16", normal*1.5, size())
	checkWidth(t, p, 1280, "large letters")
}
