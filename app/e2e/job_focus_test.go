package e2e

import (
	"fmt"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// focus is what has the keyboard: its name, and what is wrong with that, "" if
// a person can see it.
type focus struct{ Name, Trouble string }

// whatHasFocus looks for the outline, or for the bar beside the text, and for
// whether the thing lies in the window and on top.
const whatHasFocus = `(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return { Name: "", Trouble: "nothing has the focus" };
  const name = (e.ariaLabel || e.labels?.[0]?.textContent || e.textContent).trim().slice(0, 60);
  const style = getComputedStyle(e), r = e.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const barred = parseFloat(style.borderInlineStartWidth) >= 3 && !/rgba\(.*, 0\)|transparent/.test(style.borderInlineStartColor);
  let trouble = "";
  if (!outlined && !barred) trouble = "it does not show";
  else if (r.width < 2 || r.height < 2) trouble = "it has no size";
  else if (r.bottom <= 0 || r.right <= 0 || r.top >= innerHeight || r.left >= innerWidth) trouble = "it is outside the window";
  return { Name: name, Trouble: trouble };
})()`

func focused(p *chromium.Page) focus { return chromium.Eval[focus](p, whatHasFocus) }

// checkFocus waits until something that has the focus shows it.
func checkFocus(t *testing.T, p *chromium.Page, after string) {
	t.Helper()
	expect(t, "the trouble with the focus after "+after, "", func() string {
		f := focused(p)
		if f.Trouble == "" {
			return ""
		}
		return fmt.Sprintf("%q: %s", f.Name, f.Trouble)
	})
}

// tabTo presses Tab, or another such key, until the thing of that name has the
// focus, and checks each stop on the way.
func tabTo(t *testing.T, p *chromium.Page, key, name string) {
	t.Helper()
	var stops []string
	for range 60 {
		p.Press(key)
		f := focused(p)
		stops = append(stops, f.Name)
		if strings.HasPrefix(f.Name, name) {
			checkFocus(t, p, "tabbing to "+name)
			return
		}
		if f.Name != "" && f.Trouble != "" {
			t.Errorf("tabbing to %q: %q: %s", name, f.Name, f.Trouble)
		}
	}
	t.Fatalf("%s does not lead to %q but to %q", key, name, stops)
}

func TestTheFocusIsNeverLost(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, c := range []struct {
		name string
		do   func(t *testing.T, p *chromium.Page)
	}{
		{"marking from the palette", func(t *testing.T, p *chromium.Page) {
			tabTo(t, p, "Tab", "Article text")
			p.Press("ArrowRight")
			expect(t, "a word is picked", true, func() bool { return picked(p) != "" })
			palette := p.Find("toolbar", "Mark the selection")
			palette.Find("button", "Date").Focus()
			p.Press("Enter")
			expect(t, "the number of spans", 1, func() int { return len(listed(p)) })
		}},
		{"deleting with the button", func(t *testing.T, p *chromium.Page) {
			mark(t, p, "Saudi Arabia", "1")
			p.Find("list", "Spans").Find("button", "").Focus()
			p.Press("Enter")
			expectShown(t, p, "Saudi Arabia")
			p.Find("button", "Delete span").Focus()
			p.Press("Enter")
			expectListed(t, p)
		}},
		{"deleting with the key", func(t *testing.T, p *chromium.Page) {
			mark(t, p, "Saudi Arabia", "1")
			p.Region().Focus()
			p.Press("ArrowLeft", "Enter")
			expectShown(t, p, "Saudi Arabia")
			p.Press("Delete")
			expectListed(t, p)
		}},
		{"closing the details", func(t *testing.T, p *chromium.Page) {
			mark(t, p, "Saudi Arabia", "1")
			p.Find("list", "Spans").Find("button", "").Focus()
			p.Press("Enter")
			expectShown(t, p, "Saudi Arabia")
			p.Find("button", "Close the span").Focus()
			p.Press("Enter")
			expectShown(t, p, "")
		}},
		{"undoing all there is with the button", func(t *testing.T, p *chromium.Page) {
			mark(t, p, "Saudi Arabia", "1")
			p.Find("button", "Undo").Focus()
			p.Press("Enter")
			expectListed(t, p)
		}},
		{"cancelling the form", func(t *testing.T, p *chromium.Page) {
			p.Find("button", "Paste").Focus()
			p.Press("Enter")
			p.Find("dialog", "Paste a text")
			p.Press("Escape")
			p.Gone("dialog", "Paste a text")
		}},
		{"adding a text with the form", func(t *testing.T, p *chromium.Page) {
			p.Find("button", "Paste").Focus()
			p.Press("Enter")
			p.Find("dialog", "Paste a text").Find("textbox", "Text").Fill("A headline\n\nText.")
			p.Find("button", "Add article").Focus()
			p.Press("Enter")
			p.Gone("dialog", "Paste a text")
			p.Find("heading", "A headline")
		}},
		{"removing an article, and putting the notice away", func(t *testing.T, p *chromium.Page) {
			bringText(t, p, "Mine", "A text of mine.\n")
			p.Find("button", "Remove article").Focus()
			p.Press("Enter")
			expect(t, "the number of articles", 5, func() int { return len(articles(p)) })
			checkFocus(t, p, "removing an article")
			p.All("button", "Put this notice away")[0].Focus()
			p.Press("Enter")
			p.Gone("button", "Take it back")
		}},
		{"opening an article", func(t *testing.T, p *chromium.Page) {
			p.Find("navigation", "Articles").All("button", "")[1].Focus()
			p.Press("Enter")
			expect(t, "the open text", bundled(t)[1].Text(), p.ArticleText)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			startOver(t, p)
			p.Press("Shift") // the keyboard is in use, so focus is to be shown
			c.do(t, p)
			checkFocus(t, p, c.name)
		})
	}
}

func TestFocusOnTheBarLeavesTheTextWhereItIs(t *testing.T) {
	t.Parallel()
	p := open(t)
	scrollTo(t, p, "The break between the two neighbours")
	scrolled := chromium.Eval[float64](p, "scrollY")
	p.Find("button", "Backups").Focus() // from the text the way leads over what is above it
	for _, name := range []string{"Export", "Import", "Paste", "Open"} {
		tabTo(t, p, "Shift+Tab", name)
		same(t, "the scrolling with the focus on "+name, scrolled, chromium.Eval[float64](p, "scrollY"))
	}
}
