package e2e

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"

	"spanwise/app/e2e/chromium"
)

// phone is a small touch screen.
var phone = chromium.Options{Touch: true, Width: 390, Height: 844}

// TestTheWholeJobIsDoneByTouchAlone sends nothing but touches. The selecting
// under a finger that stays down is the system's work, which no test can
// reach, so that part is done by script.
func TestTheWholeJobIsDoneByTouchAlone(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	docs := bundled(t)
	selectByTouch(p, "nkar")
	expectPicked(t, p, "Ankara")
	tapLabel(p, "Actor")
	expectPicked(t, p, "")
	selectByTouch(p, "Saudi Arabia")
	expectPicked(t, p, "Saudi Arabia")
	tapLabel(p, "Demand")
	expectListedByTouch(t, p, "Actor Ankara", "Demand Saudi Arabia")

	p.ClickText("Saudi", 1)
	expectShown(t, p, "Saudi Arabia")
	tapLabel(p, "Actor")
	p.Find("region", "Span").Find("textbox", "Note").Click()
	p.Type("by touch")
	p.Click("button", "Close the span")
	expectShown(t, p, "")
	expectListedByTouch(t, p, "Actor Ankara", "Actor by touch Saudi Arabia")

	p.ClickText("Ankara", 1)
	expectShown(t, p, "Ankara")
	p.Click("button", "Delete span")
	expectShown(t, p, "")
	p.Click("button", "Undo")
	expectListedByTouch(t, p, "Actor Ankara", "Actor by touch Saudi Arabia")
	p.Click("button", "Redo")
	expectListedByTouch(t, p, "Actor by touch Saudi Arabia")

	f := readExport(t, p)
	same(t, "the export", []string{"actor: Saudi Arabia"}, f.marks(docs[0].Title))
	same(t, "the note", "by touch", f.spans(docs[0].Title)[0].Note)

	p.Click("button", "Show the articles")
	openArticle(t, p, docs[2].Title)
	p.Gone("navigation", "Articles")
	expect(t, "the open text", docs[2].Text(), p.ArticleText)
	selectByTouch(p, "Sergei Shoigu")
	expectPicked(t, p, "Sergei Shoigu")
	tapLabel(p, "Actor")
	expectListedByTouch(t, p, "Actor Sergei Shoigu")
}

// selectByTouch has a phrase selected under a finger that stays down. The
// system takes such a touch over, so that it ends without a click.
func selectByTouch(p *chromium.Page, phrase string) {
	begin, _ := p.Phrase(phrase, 0)
	chromium.Command(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: begin.X, Y: begin.Y}}})
	chromium.Call[any](p.Region(), `function(phrase) {
		for (const block of this.querySelectorAll("p, h1")) {
			const at = block.textContent.indexOf(phrase);
			if (at < 0) continue;
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			const place = (offset) => {
				walker.currentNode = block;
				let node = walker.nextNode();
				while (offset > node.length) offset -= node.length, node = walker.nextNode();
				return [node, offset];
			};
			getSelection().setBaseAndExtent(...place(at), ...place(at + phrase.length));
			return;
		}
	}`, phrase)
	chromium.Command(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchCancel, TouchPoints: []*input.TouchPoint{}})
}

// tapLabel taps a label of the bar under the thumb.
func tapLabel(p *chromium.Page, label string) {
	p.Find("toolbar", "Labels").Find("button", label).Click()
}

// expectListedByTouch opens the panel with the spans, looks, and closes it.
func expectListedByTouch(t *testing.T, p *chromium.Page, want ...string) {
	t.Helper()
	p.Click("button", "Show the spans")
	expectListed(t, p, want...)
	p.Click("button", "Show the spans")
	p.Gone("list", "Spans")
}

// TestAFingerThatIsDrawnSidewaysStaysOnThePage draws it as a person does who means
// to select: a browser that takes it for its own gesture goes back to the page
// before.
func TestAFingerThatIsDrawnSidewaysStaysOnThePage(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	began := chromium.Eval[float64](p, "performance.timeOrigin")
	from, _ := p.Phrase("Ankara", 0)
	for range 3 {
		finger(p, input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: 40, Y: from.Y})
		for x := 60.0; x < 380; x += 20 {
			finger(p, input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: x, Y: from.Y})
		}
		finger(p, input.DispatchTouchEventTypeTouchEnd)
	}
	time.Sleep(500 * time.Millisecond) // the browser shows the page before only then
	same(t, "when the page was loaded", began, chromium.Eval[float64](p, "performance.timeOrigin"))
}

func finger(p *chromium.Page, kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
	chromium.Command(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: append([]*input.TouchPoint{}, points...)})
}

func TestASpanThatIsTappedInTheListIsShownInTheText(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	selectByTouch(p, "with a crackdown")
	expectPicked(t, p, "with a crackdown")
	tapLabel(p, "Source bias")
	p.Do(`scrollTo(0, 0)`)
	p.Click("button", "Show the spans")
	p.Find("list", "Spans").Find("button", "Source bias with a crackdown").Click()
	expectShown(t, p, "with a crackdown")
	expect(t, "the span can be read between the bar and the details", true, func() bool {
		return chromium.Eval[bool](p, `(() => {
			const r = document.querySelector("mark.chosen")?.getBoundingClientRect();
			if (!r) return false;
			const top = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
			return top?.closest("mark")?.textContent === "with a crackdown";
		})()`)
	})
}

func TestEveryControlOfAPhoneIsLargeEnoughForAFinger(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	selectByTouch(p, "Ankara")
	expectPicked(t, p, "Ankara")
	tapLabel(p, "Actor")
	p.ClickText("Ankara", 1)
	expectShown(t, p, "Ankara")
	small := func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll("button, a, input:not([type=file]), textarea, summary")].filter((e) => {
			const r = (e.labels?.[0] ?? e).getBoundingClientRect();
			return e.checkVisibility({ visibilityProperty: true }) && r.width > 1 && (r.width < 24 || r.height < 24);
		}).map((e) => (e.ariaLabel || e.textContent || e.type) + " " + e.getBoundingClientRect().width + "×" + e.getBoundingClientRect().height)`)
	}
	same(t, "controls under 24 × 24 px over the text", []string{}, small())
	p.Click("button", "Show the spans")
	p.Find("list", "Spans")
	same(t, "controls under 24 × 24 px in the panel", []string{}, small())
}
