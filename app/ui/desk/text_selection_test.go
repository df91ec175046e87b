package desk

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/app/ui/uitest"
	"spanwise/corpus"
)

func TestASelectionBecomesExactlyTheTextItCovers(t *testing.T) {
	family := "\U0001F468\u200d\U0001F469\u200d\U0001F467"
	text := "First line.\nA " + family + " met e\u0301lan in \u0645\u0650\u0635\u0631.\n"
	for _, c := range []struct {
		name     string
		from, to browser.Point
		exact    bool
		want     string
		why      string
	}{
		{"half a word", browser.Point{Block: 0, Offset: 1}, browser.Point{Block: 0, Offset: 3}, false, "First", "it snaps to the word"},
		{"exact characters", browser.Point{Block: 0, Offset: 1}, browser.Point{Block: 0, Offset: 3}, true, "ir", "exact takes what was selected"},
		{"half a surrogate pair", browser.Point{Block: 1, Offset: 2}, browser.Point{Block: 1, Offset: 3}, true, "", "half a pair is nothing"},
		{"a part of a family", browser.Point{Block: 1, Offset: 2}, browser.Point{Block: 1, Offset: 4}, true, family, "never half a grapheme cluster"},
		{"a letter without its accent", browser.Point{Block: 1, Offset: 15}, browser.Point{Block: 1, Offset: 16}, true, "e\u0301", "the accent belongs to the letter"},
		{"over a block's edge", browser.Point{Block: 0, Offset: 6}, browser.Point{Block: 1, Offset: 1}, false, "line.\nA", "a selection may cross blocks"},
		{"a triple click", browser.Point{Block: 0}, browser.Point{Block: 1}, false, "First line.", "the browser ends it at the next block's start"},
		{"only space", browser.Point{Block: 0, Offset: 5}, browser.Point{Block: 0, Offset: 6}, false, "", "white space is never marked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := uitest.Document(t, text)
			for _, s := range []browser.Selection{{Anchor: c.from, Focus: c.to}, {Anchor: c.to, Focus: c.from}} {
				got := TextSelectionOf(doc, s, c.exact)
				if covered := text[got.Start:got.End]; covered != c.want {
					t.Errorf("picked %q, want %q: %s", covered, c.want, c.why)
				}
			}
		})
	}
}

func TestAPickSelectsWhatItWasMadeOf(t *testing.T) {
	doc := uitest.Document(t, "Eins \U0001F600 zwei.\nDrei vier.\n")
	for start := range doc.Text() {
		for end := range doc.Text() {
			if start >= end {
				continue
			}
			p := TextSelection{Start: start, End: end}
			from, to := p.Selection(doc).Ordered()
			if got := (TextSelection{Start: kit.ByteOf(doc, from), End: kit.ByteOf(doc, to)}); got != p {
				t.Fatalf("%v went to the browser and came back as %v", p, got)
			}
		}
	}
}

// walk applies a line of one-letter moves to the start of a text.
func walk(doc *corpus.Document, moves string) string {
	p := TextSelection{}
	for _, m := range moves {
		switch m {
		case 'r':
			p = p.Next(doc, true)
		case 'l':
			p = p.Next(doc, false)
		case 'R':
			p = p.Extend(doc, true)
		case 'L':
			p = p.Extend(doc, false)
		case '>':
			p = p.Nudge(doc, true)
		case '<':
			p = p.Nudge(doc, false)
		}
	}
	return doc.Text()[p.Start:p.End]
}

func TestTheKeyboardReachesEveryPhrase(t *testing.T) {
	doc := uitest.Document(t, "The ministers met, in Moscow.\nThey talked.\n")
	got := map[string]string{}
	want := map[string]string{
		"r":        "The",
		"rr":       "ministers",
		"rrr":      "met",
		"rrrr":     "in",
		"rrl":      "The",
		"rrR":      "ministers met",
		"rrRL":     "ministers",
		"rrRLL":    "The ministers",
		"rrrlL":    "The ministers",
		"rrrlLR":   "ministers",
		"rrrlLRR":  "ministers met",
		"rrrrrr":   "They",
		"rrrrrR":   "Moscow.\nThey",
		"rr<":      "minister",
		"rr<<>":    "minister",
		"rl":       "The",
		"rrrrrrrr": "talked",
	}
	for moves := range want {
		got[moves] = walk(doc, moves)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keyboard moves (-want +got):\n%s", diff)
	}
}

func TestAPickReachesOverLinesInBothDirections(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to TextSelection
		want     TextSelection
	}{
		{"down", TextSelection{10, 14, false}, TextSelection{30, 34, false}, TextSelection{10, 34, false}},
		{"down again", TextSelection{10, 34, false}, TextSelection{50, 54, false}, TextSelection{10, 54, false}},
		{"and back up", TextSelection{10, 54, false}, TextSelection{30, 34, false}, TextSelection{10, 34, false}},
		{"up from a word", TextSelection{30, 34, false}, TextSelection{10, 14, false}, TextSelection{10, 34, true}},
		{"up further", TextSelection{10, 34, true}, TextSelection{0, 4, false}, TextSelection{0, 34, true}},
		{"down from backwards", TextSelection{10, 34, true}, TextSelection{20, 24, false}, TextSelection{20, 34, true}},
		{"past the fixed end", TextSelection{10, 34, true}, TextSelection{50, 54, false}, TextSelection{10, 54, false}},
	} {
		if got := c.from.Reach(c.to, true); got != c.want {
			t.Errorf("%s: %v over %v is %v, want %v", c.name, c.from, c.to, got, c.want)
		}
	}
}
