package e2e

import (
	"math"
	"testing"

	"spanwise/app/e2e/chromium"
)

// place is where something is drawn, in CSS pixels of the window.
type place struct{ Left, Top, Right, Bottom float64 }

// blockPlaces are the boxes of all blocks; wordPlaces those of all words.
const (
	blockPlaces = `function() {
  return [...this.querySelectorAll("p")].map((b) => b.getBoundingClientRect()).map((r) => ({Left: r.left, Top: r.top, Right: r.right, Bottom: r.bottom}));
}`
	wordPlaces = `function() {
  const places = [], walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const r = range.getBoundingClientRect();
      places.push({Left: r.left, Top: r.top, Right: r.right, Bottom: r.bottom});
    }
  return places;
}`
)

func places(p *chromium.Page, function string) []place {
	return chromium.Call[[]place](p.Region(), function)
}

func TestNothingMovesWhenASpanIsAddedOrTakenAway(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Select("sat down in Moscow on Tuesday with his counterparts")
	expectPicked(t, p, "sat down in Moscow on Tuesday with his counterparts")
	blocks, words, scrolled := places(p, blockPlaces), places(p, wordPlaces), chromium.Eval[float64](p, "scrollY")
	again := func() {
		// To select may scroll, which is the mouse's doing.
		blocks, words, scrolled = places(p, blockPlaces), places(p, wordPlaces), chromium.Eval[float64](p, "scrollY")
	}
	unmoved := func(when string) {
		t.Helper()
		same(t, "the blocks' places "+when, blocks, places(p, blockPlaces))
		same(t, "the page's scrolling "+when, scrolled, chromium.Eval[float64](p, "scrollY"))
		checkWords(t, when, words, places(p, wordPlaces))
	}
	p.Press("1")
	expectListed(t, p, "Actor sat down in Moscow on Tuesday with his counterparts")
	unmoved("after marking")

	p.Select("Moscow on Tuesday")
	again()
	p.Press("3")
	expectListed(t, p, "Actor sat down in Moscow on Tuesday with his counterparts", "Date Moscow on Tuesday")
	unmoved("after marking inside")

	p.Phrase("Tuesday", 0)
	again()
	p.ClickText("Tuesday", 1)
	expectShown(t, p, "Moscow on Tuesday")
	unmoved("after choosing")
	p.Press("Delete")
	expectListed(t, p, "Actor sat down in Moscow on Tuesday with his counterparts")
	unmoved("after deleting")
}

// checkWords allows a word less than a pixel: the browser sets letters across
// the edge of a mark without kerning.
func checkWords(t *testing.T, when string, before, after []place) {
	t.Helper()
	if len(before) != len(after) {
		t.Fatalf("%d words were drawn, %s %d", len(before), when, len(after))
	}
	for i, b := range before {
		a := after[i]
		moved := max(math.Abs(a.Left-b.Left), math.Abs(a.Right-b.Right), math.Abs(a.Top-b.Top), math.Abs(a.Bottom-b.Bottom))
		if moved >= 1 {
			t.Fatalf("word %d moved by %.2f px %s: from %v to %v", i, moved, when, b, a)
		}
	}
}
