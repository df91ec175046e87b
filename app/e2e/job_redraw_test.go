package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

// paragraphs is how many the long text of the redraw tests has.
const paragraphs = 2000

// longText has a phrase of its own in every paragraph, each on one line that
// is too long to be taken for a part of a hard-wrapped paragraph.
func longText() string {
	var b strings.Builder
	for i := range paragraphs {
		fmt.Fprintf(&b, "Paragraph p%d tells of minister m%d, who asked for measure x%d, was heard by nobody in the capital, and asked again at all.\n", i, i, i)
	}
	return b.String()
}

// countRedraws collects the paragraphs that change, or come or go, from now
// on, and how long it takes from a key or the mouse to the changed picture.
const countRedraws = `
	window.redrawn = new Set();
	window.painted = 0;
	let began = 0;
	for (const kind of ["pointerup", "keydown"])
		addEventListener(kind, () => { began = performance.now(); }, true);
	const region = document.querySelector("[aria-label='Article text']");
	new MutationObserver((changes) => {
		for (const change of changes) {
			const target = change.target.nodeType === 1 ? change.target : change.target.parentElement;
			const block = target?.closest("p");
			if (block) { redrawn.add(block); continue; }
			for (const node of [...change.addedNodes, ...change.removedNodes])
				for (const p of node.nodeName === "P" ? [node] : node.querySelectorAll?.("p") ?? []) redrawn.add(p);
		}
		requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => { painted = performance.now() - began; }; c.port2.postMessage(0); });
	}).observe(region, { subtree: true, childList: true, characterData: true, attributes: true });`

// redraws gives the number of paragraphs that changed since the last call, and
// the time to the picture, and begins anew.
func redraws(p *chromium.Page) (changed int, painted time.Duration) {
	p.WaitFor(`painted > 0`)
	got := chromium.Eval[[]float64](p, `(() => { const r = [redrawn.size, painted]; redrawn.clear(); painted = 0; return r; })()`)
	return int(got[0]), time.Duration(got[1] * float64(time.Millisecond))
}

func TestASpanRedrawsTheBlocksItTouchesAndNoOther(t *testing.T) {
	p := open(t)
	began := time.Now()
	bring(t, p, write(t, "long.txt", []byte(longText())))
	expect(t, "the length of the text", len(longText()), func() int { return len(p.ArticleText()) })
	t.Logf("a text of %d paragraphs was opened in %v", paragraphs, time.Since(began).Round(time.Millisecond))

	p.Select("minister m1000")
	expectPicked(t, p, "minister m1000")
	p.Do(countRedraws)
	for _, step := range []struct {
		name string
		do   func()
		want int
	}{
		{"marking in one paragraph", func() { p.Press("1"); expectListed(t, p, "Actor minister m1000") }, 1},
		{"undoing that", func() { p.Press("Control+z"); expectListed(t, p) }, 1},
		{"redoing it", func() { p.Press("Control+y"); expectListed(t, p, "Actor minister m1000") }, 1},
		{"choosing it", func() { p.ClickText("minister m1000", 1); expectShown(t, p, "minister m1000") }, 1},
		{"relabelling it", func() { p.Press("4"); expectListed(t, p, "Source bias minister m1000") }, 1},
		{"letting it go", func() { p.Press("Escape"); expectShown(t, p, "") }, 1},
	} {
		step.do()
		changed, painted := redraws(p)
		t.Logf("%s: %d paragraph redrawn, %.0f ms from key or mouse to the picture", step.name, changed, painted.Seconds()*1000)
		same(t, "the paragraphs redrawn by "+step.name, step.want, changed)
	}
}

func TestThePenMarksWhenTheMouseIsLetGo(t *testing.T) {
	t.Parallel()
	p := open(t)
	bring(t, p, write(t, "long.txt", []byte(longText())))
	expect(t, "the length of the text", len(longText()), func() int { return len(p.ArticleText()) })
	pen := p.Find("toolbar", "Labels").Find("button", "Demand")
	pen.Click()
	expect(t, "the pen is held", "true", func() string { return pen.Attribute("aria-pressed") })
	p.Do(countRedraws)
	p.Select("at all.\nParagraph p501")
	expect(t, "the number of spans", 1, func() int { return len(listed(p)) })
	changed, painted := redraws(p)
	same(t, "the paragraphs redrawn by a span over two", 2, changed)
	t.Logf("%.0f ms from letting the mouse go to the picture", painted.Seconds()*1000)
}

func TestASpanFarAwayIsFoundAgainInALongText(t *testing.T) {
	t.Parallel()
	p := open(t)
	bring(t, p, write(t, "long.txt", []byte(longText())))
	expect(t, "the length of the text", len(longText()), func() int { return len(p.ArticleText()) })
	mark(t, p, "minister m1500", "1")
	waitSaved(p)
	inView := func() bool {
		at := topOf(p, "minister m1500")
		return at > 56 && at < 800
	}
	p.Do(`scrollTo(0, 0)`)
	expect(t, "the span is out of view", false, inView)
	p.Find("list", "Spans").Find("button", "").Click()
	expectShown(t, p, "minister m1500")
	expect(t, "the span is in view", true, inView)

	read := scrollTo(t, p, "minister m777")
	p.Reload()
	expectListed(t, p, "Actor minister m1500")
	expectPlace(t, p, "minister m777", read)
}
