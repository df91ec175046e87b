package chromium

import (
	"fmt"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Region is the open article's text.
func (p *Page) Region() *Element {
	p.t.Helper()
	return p.Find("region", "Article text")
}

// ArticleText is the open article's text as the page holds it.
func (p *Page) ArticleText() string {
	p.t.Helper()
	return p.Region().Text()
}

// article begins a function that is called on the article's text: text is all
// of it, place finds the text node and the offset in it of a position, as the
// end of what comes before or as the begin of what comes after.
const article = `function(phrase, occurrence = 0) {
  const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push([node, text.length]);
    text += node.data;
  }
  const place = (offset, ends) => {
    const [node, start] = nodes.findLast(([, start]) => ends ? start < offset : start <= offset);
    return [node, offset - start];
  };
`

// locate finds where a phrase is drawn: points just inside its first and its
// last grapheme, on the side where it begins and ends, and its middle: of the
// longest of its lines where it has several. It scrolls the phrase to the middle
// of the window.
const locate = article + `
  let at = -1;
  for (let i = 0; i <= occurrence; i++) {
    at = text.indexOf(phrase, at + 1);
    if (at < 0) return null;
  }
  const rects = (start, end) => {
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(end, true));
    return [...range.getClientRects()].filter((r) => r.width > 0);
  };
  place(at, false)[0].parentElement.scrollIntoView({ block: "center" });
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(phrase)].map((s) => s.segment);
  const first = graphemes[0], last = graphemes.at(-1);
  const rtl = (s) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(s);
  const head = rects(at, at + first.length)[0];
  const tail = rects(at + phrase.length - last.length, at + phrase.length).at(-1);
  if (!head || !tail) return null;
  const edge = (r, right) => ({ X: right ? r.right - r.width / 8 : r.left + r.width / 8, Y: r.top + r.height / 2 });
  const ends = [edge(head, rtl(first)), edge(tail, !rtl(last))];
  const line = rects(at, at + phrase.length).reduce((a, b) => b.width > a.width ? b : a);
  const broken = Math.abs(ends[0].Y - ends[1].Y) > head.height / 2;
  const middle = broken ? { X: line.left + line.width / 2, Y: line.top + line.height / 2 } :
    { X: (ends[0].X + ends[1].X) / 2, Y: (ends[0].Y + ends[1].Y) / 2 };
  return [...ends, middle];
}`

// Phrase returns the points at which the n-th occurrence (from 0) of a phrase
// of the article begins and ends, and scrolls it into view.
func (p *Page) Phrase(phrase string, n int) (begin, end Point) {
	p.t.Helper()
	points := p.phrase(phrase, n)
	return points[0], points[1]
}

// Middle returns a point amid the n-th occurrence (from 0) of a phrase, wherever
// its lines break, and scrolls it into view.
func (p *Page) Middle(phrase string, n int) Point {
	p.t.Helper()
	return p.phrase(phrase, n)[2]
}

func (p *Page) phrase(phrase string, n int) []Point {
	p.t.Helper()
	points := Call[[]Point](p.Region(), locate, phrase, n)
	if len(points) == 0 {
		p.t.Fatalf("the article does not show %q (occurrence %d)", phrase, n)
	}
	return points
}

// Select drags the mouse over the first occurrence of a phrase.
func (p *Page) Select(phrase string) {
	p.t.Helper()
	p.SelectNth(phrase, 0, 0)
}

// SelectNth drags over the n-th occurrence (from 0) with modifiers held.
func (p *Page) SelectNth(phrase string, n int, modifiers chromedp.Modifier) {
	p.t.Helper()
	begin, end := p.Phrase(phrase, n)
	p.Drag(begin, end, modifiers)
}

// ClickText clicks on the middle of the first occurrence of a phrase: once,
// twice to select a word.
func (p *Page) ClickText(phrase string, times int) {
	p.t.Helper()
	p.ClickAt(p.Middle(phrase, 0), times, 0)
}

// ShiftClick extends the selection to the end of the first occurrence of a
// phrase.
func (p *Page) ShiftClick(phrase string) {
	p.t.Helper()
	_, end := p.Phrase(phrase, 0)
	p.ClickAt(end, 1, chromedp.ModifierShift)
}

// selectText selects the first occurrence of a phrase, as the system does
// under a finger that stays down.
const selectText = article + `
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  getSelection().setBaseAndExtent(...place(at, false), ...place(at + phrase.length, true));
  return true;
}`

// SelectByTouch puts a finger on a phrase, has it selected, as by the handles
// of a selection, and lifts the finger.
func (p *Page) SelectByTouch(phrase string) {
	p.t.Helper()
	at, _ := p.Phrase(phrase, 0)
	p.underFinger(at, func() {
		if !Call[bool](p.Region(), selectText, phrase) {
			p.t.Fatalf("the article does not hold %q", phrase)
		}
	})
}

// LongPress holds a finger on a place until the word there is selected.
func (p *Page) LongPress(at Point) {
	p.t.Helper()
	p.underFinger(at, func() {
		p.Do(fmt.Sprintf(`
			const caret = document.caretPositionFromPoint(%v, %v), selection = getSelection();
			selection.collapse(caret.offsetNode, caret.offset);
			selection.modify("move", "forward", "character");
			selection.modify("move", "backward", "word");
			selection.modify("extend", "forward", "word");`, at.X, at.Y))
	})
}

// underFinger puts a finger down, has something selected under it, and lifts
// it. A headless browser has no long press and no handles, so the selecting is
// done for it; what the page sees is the same.
func (p *Page) underFinger(at Point, selects func()) {
	p.t.Helper()
	p.touch(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: at.X, Y: at.Y})
	selects()
	p.touch(input.DispatchTouchEventTypeTouchEnd)
}
