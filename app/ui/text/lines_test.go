package text

import (
	"testing"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/uitest"
	"spanwise/corpus"
)

// grid draws every character 10 wide, and each line of the text 20 high.
func grid(doc *corpus.Document) func(desk.TextSelection) browser.Rect {
	return func(p desk.TextSelection) browser.Rect {
		line, column := 0, 0
		for _, c := range doc.Text()[:p.Start] {
			column++
			if c == '\n' {
				line, column = line+1, 0
			}
		}
		return browser.Rect{
			Left: float64(column * 10), Right: float64((column + p.End - p.Start) * 10),
			Top: float64(line * 20), Bottom: float64(line*20 + 18),
		}
	}
}

func TestTheWordBelowIsTheOneThatLiesNearest(t *testing.T) {
	doc := uitest.Document(t, "one two three\n\nfour five six seven\nx\n")
	for _, c := range []struct {
		from string
		down bool
		want string
		why  string
	}{
		{"two", true, "five", "over the blank line, straight down"},
		{"three", true, "six", "the nearest by its middle"},
		{"five", false, "two", "and up again"},
		{"seven", true, "x", "a short line has one word"},
		{"x", false, "four", "up to the line's beginning"},
		{"one", false, "", "there is nothing above"},
		{"x", true, "", "there is nothing below"},
	} {
		from := wordIn(t, doc, c.from)
		got, ok := wordOnNextLine(doc, from, c.down, grid(doc))
		if text := doc.Text()[got.Start:got.End]; text != c.want || ok != (c.want != "") {
			t.Errorf("from %q, down %v: %q, want %q: %s", c.from, c.down, text, c.want, c.why)
		}
	}
}

// wordIn is the first pick of a word of the document.
func wordIn(t *testing.T, doc *corpus.Document, word string) desk.TextSelection {
	t.Helper()
	for p := (desk.TextSelection{}).Next(doc, true); ; p = p.Next(doc, true) {
		if doc.Text()[p.Start:p.End] == word {
			return p
		}
		if p.Next(doc, true) == p {
			t.Fatalf("no word %q", word)
		}
	}
}
