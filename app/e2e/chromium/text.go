package chromium

import (
	"errors"
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

// seek goes on with where a phrase is drawn, once it has scrolled it to the middle of
// the window. places gives points just inside its first and its last grapheme, on the
// side where it begins and ends, and its middle: of the longest of its lines where it
// has several. They are those of the moment, and none where the text was drawn anew.
const seek = article + `
  let at = -1;
  for (let i = 0; i <= occurrence; i++) {
    at = text.indexOf(phrase, at + 1);
    if (at < 0) return null;
  }
  const drawn = (start, end) => {
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(end, true));
    return () => [...range.getClientRects()].filter((r) => r.width > 0);
  };
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(phrase)].map((s) => s.segment);
  const first = graphemes[0], last = graphemes.at(-1);
  const rtl = (s) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(s);
  const edge = (r, right) => ({ X: right ? r.right - r.width / 8 : r.left + r.width / 8, Y: r.top + r.height / 2 });
  const heads = drawn(at, at + first.length), tails = drawn(at + phrase.length - last.length, at + phrase.length);
  const lines = drawn(at, at + phrase.length);
  const places = () => {
    const head = heads()[0], tail = tails().at(-1);
    if (!head || !tail) return null;
    const ends = [edge(head, rtl(first)), edge(tail, !rtl(last))];
    const line = lines().reduce((a, b) => b.width > a.width ? b : a);
    const broken = Math.abs(ends[0].Y - ends[1].Y) > head.height / 2;
    const middle = broken ? { X: line.left + line.width / 2, Y: line.top + line.height / 2 } :
      { X: (ends[0].X + ends[1].X) / 2, Y: (ends[0].Y + ends[1].Y) / 2 };
    return [...ends, middle];
  };
  place(at, false)[0].parentElement.scrollIntoView({ block: "center" });
`

// locate finds where a phrase is drawn.
const locate = seek + `return places(); }`

// aimAtPhrase does so, and watches for one of the places: 0 is where the phrase begins,
// 1 where it ends, 2 its middle.
const aimAtPhrase = seek + aiming + `
  const which = arguments[2];
  const rects = [heads, tails, lines][which];
  watch((path, x, y) => path.includes(this) &&
    rects().some((r) => r.left - 1 <= x && x <= r.right + 1 && r.top - 1 <= y && y <= r.bottom + 1));
  window.spanwiseAim.places = places;
  return places();
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

// Places of a phrase, by their number in what locate gives.
const (
	begin = iota
	end
	amid
)

// pressPhrase does something with the places of a phrase, which begins by pressing on
// one of them. It reports what the press has met.
func (p *Page) pressPhrase(phrase string, n, on int, do func(at []Point) verdict) {
	p.t.Helper()
	var at []Point
	p.surely(fmt.Sprintf("%q (occurrence %d)", phrase, n), func() error {
		region := p.Region()
		if at = Call[[]Point](region, aimAtPhrase, phrase, n, on); len(at) == 0 {
			return errors.New("the article does not show it")
		}
		return nil
	}, func() verdict { return do(at) })
}

// Select drags the mouse over the first occurrence of a phrase.
func (p *Page) Select(phrase string) {
	p.t.Helper()
	p.SelectNth(phrase, 0, 0)
}

// SelectNth drags over the n-th occurrence (from 0) with modifiers held.
func (p *Page) SelectNth(phrase string, n int, modifiers chromedp.Modifier) {
	p.t.Helper()
	p.pressPhrase(phrase, n, begin, func(at []Point) verdict {
		return p.drag(at[begin], modifiers, func() Point {
			return p.placeNow(end, at[end])
		})
	})
}

// placeNow is where a place of the phrase that is aimed at is now, and where it was if
// the text has been drawn anew since.
func (p *Page) placeNow(which int, was Point) Point {
	p.t.Helper()
	if now := Eval[[]Point](p, `window.spanwiseAim?.places()`); len(now) > which {
		return now[which]
	}
	return was
}

// ClickText clicks on the middle of the first occurrence of a phrase: once,
// twice to select a word.
func (p *Page) ClickText(phrase string, times int) {
	p.t.Helper()
	p.clickPhrase(phrase, amid, times, 0)
}

// ClickTextWith clicks on the middle of the first occurrence of a phrase while
// modifiers are held.
func (p *Page) ClickTextWith(phrase string, modifiers chromedp.Modifier) {
	p.t.Helper()
	p.clickPhrase(phrase, amid, 1, modifiers)
}

// ShiftClick extends the selection to the end of the first occurrence of a
// phrase.
func (p *Page) ShiftClick(phrase string) {
	p.t.Helper()
	p.clickPhrase(phrase, end, 1, chromedp.ModifierShift)
}

func (p *Page) clickPhrase(phrase string, on, times int, modifiers chromedp.Modifier) {
	p.t.Helper()
	p.pressPhrase(phrase, 0, on, func(at []Point) verdict {
		p.ClickAt(at[on], times, modifiers)
		return p.judge(true)
	})
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
