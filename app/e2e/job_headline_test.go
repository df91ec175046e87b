package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"spanwise/app/e2e/chromium"
)

// TestHeadlines marks what a text begins with, and says where that is.
func TestHeadlines(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		theHeadlineIsAHeadingOfTheTextAndStandsThereOnce,
		theHeadlineIsMarkedByMouseAndKeysWithExactOffsets,
		aSpanGoesOnFromTheHeadlineIntoTheText,
		anEndOfASpanIsDraggedOverTheHeadline,
		headlinesOfEveryKindAreMarked,
		whetherTheFirstLineIsTheHeadlineCanBeSaidAndUndone,
		aPastedTitleIsPutBeforeTheTextUnlessItIsThere,
		aTextWithAHeadlineGetsAnother,
	)
}

// headings are the page's headings of level 1 in order, each with where it stands.
func headings(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, `[...document.querySelectorAll("h1")].map((h) =>
		(h.closest("[aria-label='Article text']") ? "text: " : "above: ") + h.textContent.trim())`)
}

func theHeadlineIsAHeadingOfTheTextAndStandsThereOnce(t *testing.T, p *chromium.Page) {
	for _, doc := range bundled(t)[:3] {
		openArticle(t, p, doc.Title)
		expect(t, "the headings", []string{"text: " + doc.Title}, func() []string { return headings(p) })
		p.Region().Find("heading", doc.Title)
		same(t, "the text", doc.Text(), p.ArticleText())
	}
	bringText(t, p, "A name", "A text without a headline.\n")
	same(t, "the headings of a text without a headline", []string{"above: A name"}, headings(p))
}

func theHeadlineIsMarkedByMouseAndKeysWithExactOffsets(t *testing.T, p *chromium.Page) {
	doc := bundled(t)[0]
	p.Region().Focus()
	p.Press("ArrowRight")
	expectPicked(t, p, "Damascus")
	p.Press("1")
	p.Select("ooks for a wa")
	expectPicked(t, p, "looks for a way")
	p.Press("4")
	p.ClickText("Moscow", 2)
	expectPicked(t, p, "Moscow")
	p.Press("1")
	expectListed(t, p, "Actor Damascus", "Source bias looks for a way", "Actor Moscow")
	for _, s := range readExport(t, p).spans(doc.Title) {
		expectAt(t, doc.Text(), s)
	}
	same(t, "the text with its marks", doc.Text(), p.ArticleText())
	same(t, "the headings", []string{"text: " + doc.Title}, headings(p))
	p.Reload()
	expectListed(t, p, "Actor Damascus", "Source bias looks for a way", "Actor Moscow")
}

func aSpanGoesOnFromTheHeadlineIntoTheText(t *testing.T, p *chromium.Page) {
	doc := bundled(t)[0]
	p.Select("meet in Moscow")
	expectPicked(t, p, "meet in Moscow")
	p.ShiftClick("Minister")
	expectPicked(t, p, "meet in Moscow Syria’s Defence Minister")
	p.Press("1")
	spans := readExport(t, p).spans(doc.Title)
	same(t, "what the span covers", "meet in Moscow\n\nSyria’s Defence Minister", spans[0].Text)
	expectAt(t, doc.Text(), spans[0])
	same(t, "the drawn pieces", []string{"meet in Moscow", "Syria’s Defence Minister"}, chromium.Eval[[]string](p,
		`[...document.querySelectorAll("#article-text mark")].map((m) => m.textContent.trim()).filter(Boolean)`))
}

func anEndOfASpanIsDraggedOverTheHeadline(t *testing.T, p *chromium.Page) {
	mark(t, p, "looks", "4")
	p.ClickText("looks", 1)
	expectShown(t, p, "looks")
	dragTo(p, "End of the span", "a way", true)
	expectShown(t, p, "looks for a way")
	expectListed(t, p, "Source bias looks for a way")
}

func headlinesOfEveryKindAreMarked(t *testing.T, p *chromium.Page) {
	wrapped := strings.Repeat("The ministers of the four countries met for a day of long talks, and\n", 4)
	for _, c := range []struct{ name, file, text, marked, class, direction, why string }{
		{"right to left", "محادثات في موسكو\n\nقالت الوزيرة إن الانسحاب ضروري.\n", "محادثات في موسكو\n\nقالت الوزيرة إن الانسحاب ضروري.\n", "موسكو", "short", "right", "its own first letter says so"},
		{"Chinese", "莫斯科会谈\n\n四国部长举行会谈。\n", "莫斯科会谈\n\n四国部长举行会谈。\n", "莫斯科", "short", "left", "it has no spaces"},
		{"hard-wrapped", "---\ntitle: Four ministers meet\n---\n" + wrapped, "Four ministers meet\n\n" + wrapped, "Four ministers", "short", "left", "it is no line of a paragraph"},
		{"very long", "---\ntitle: " + strings.Repeat("A long headline ", 10) + "\n---\nText.\n", strings.TrimSpace(strings.Repeat("A long headline ", 10)) + "\nText.\n", "headline", "long", "left", "it is set smaller"},
		{"with a standfirst", "---\ntitle: A headline here\nstandfirst: And what it is about\n---\nText.\n", "A headline here\nAnd what it is about\nText.\n", "what it is about", "short, standfirst", "left", "that belongs to it"},
		{"Markdown", "# Another headline\n\nText.\n", "# Another headline\n\nText.\n", "headline", "short", "left", "its mark stays in the text"},
	} {
		bring(t, p, write(t, "text.md", []byte(c.file)))
		expect(t, "the text, "+c.name, c.text, p.ArticleText)
		first, _, _ := strings.Cut(c.text, "\n")
		same(t, "the headings, "+c.name, []string{"text: " + first}, headings(p))
		classes := chromium.Eval[[]string](p, `[...document.querySelectorAll("#article-text > div > [class]")].map((e) => e.className)`)
		same(t, "what the first lines are, since "+c.why, strings.Split(c.class, ", "), classes)
		same(t, "the direction, "+c.name, c.direction, chromium.Eval[string](p, `(() => {
			const h = document.querySelector("#article-text h1"), range = document.createRange();
			range.selectNodeContents(h);
			const box = range.getBoundingClientRect(), all = h.getBoundingClientRect();
			return all.right - box.right < 2 && box.left - all.left > 2 ? "right" : "left";
		})()`))
		mark(t, p, c.marked, "1")
		title := strings.TrimPrefix(first, "# ")
		spans := readExport(t, p).spans(title)
		same(t, "the number of spans", 1, len(spans))
		expectAt(t, c.text, spans[0])
		same(t, "the text with its mark", c.text, p.ArticleText())
	}
}

func whetherTheFirstLineIsTheHeadlineCanBeSaidAndUndone(t *testing.T, p *chromium.Page) {
	text := "Four ministers meet.\nIn Moscow they said little.\nMore is to come.\n"
	bringText(t, p, "A name", text)
	mark(t, p, "ministers", "1")
	say := func(name string) {
		p.Click("button", "Edit details")
		dialog := p.Find("dialog", "Edit details")
		dialog.Find("checkbox", name).Click()
		dialog.Find("button", "Keep").Click()
		p.Gone("dialog", "Edit details")
	}
	shows := func(heads []string, blocks ...string) {
		t.Helper()
		expect(t, "the headings", heads, func() []string { return headings(p) })
		expect(t, "the blocks", blocks, func() []string {
			return chromium.Eval[[]string](p, `[...document.querySelectorAll("#article-text > div > *")].map((b) => b.localName + " " + b.className)`)
		})
		same(t, "the text", text, p.ArticleText())
		same(t, "the marks", []string{"ministers"}, chromium.Eval[[]string](p, `[...document.querySelectorAll("#article-text mark")].map((m) => m.textContent)`))
	}
	shows([]string{"above: A name"}, "p ", "p ", "p ")
	say("The first line is the headline")
	shows([]string{"text: Four ministers meet."}, "h1 short", "p ", "p ")
	same(t, "the export", []string{"headline"}, readExport(t, p).titled("A name").Head)
	say("What comes after it is the standfirst")
	shows([]string{"text: Four ministers meet."}, "h1 short", "p standfirst", "p ")
	p.Press("Control+z")
	shows([]string{"text: Four ministers meet."}, "h1 short", "p ", "p ")
	p.Press("Control+z")
	shows([]string{"above: A name"}, "p ", "p ", "p ")
	p.Press("Control+y")
	shows([]string{"text: Four ministers meet."}, "h1 short", "p ", "p ")
	waitSaved(p)
	p.Reload()
	shows([]string{"text: Four ministers meet."}, "h1 short", "p ", "p ")
}

func aPastedTitleIsPutBeforeTheTextUnlessItIsThere(t *testing.T, p *chromium.Page) {
	for _, c := range []struct{ title, pasted, text, says string }{
		{"Talks", "They met.\n\nThey left.", "Talks\n\nThey met.\n\nThey left.", "The title was made the headline"},
		{"More talks", "More talks\n\nThey met.", "More talks\n\nThey met.", "The text begins with the title"},
	} {
		p.Click("button", "Paste")
		dialog := p.Find("dialog", "Paste a text")
		dialog.Find("textbox", "Text").Fill(c.pasted)
		dialog.Find("textbox", "Title").Fill(c.title)
		dialog.Find("button", "Add article").Click()
		expect(t, "the text", c.text, p.ArticleText)
		expectNotice(t, p, c.says)
		same(t, "the headings", []string{"text: " + c.title}, headings(p))
	}
}

func aTextWithAHeadlineGetsAnother(t *testing.T, p *chromium.Page) {
	bring(t, p, write(t, "text.txt", []byte("Four ministers meet\n\nThey met in Moscow.\n")))
	mark(t, p, "Four ministers", "1")
	replaceWith := func(text string) {
		p.Click("button", "Replace the text")
		p.Find("dialog", "Replace the text").Find("textbox", "Text").Fill(text)
		p.Click("button", "Compare")
		p.Click("button", "Replace")
		expect(t, "the text", text, p.ArticleText)
	}
	replaceWith("Four ministers meet\n\nThey met in Moscow on Tuesday.\n")
	same(t, "the headings, the headline being the same", []string{"text: Four ministers meet"}, headings(p))
	replaceWith("They met, four ministers in all.\n\nThey met in Moscow on Tuesday.\n")
	same(t, "the headings, the text beginning with a sentence", []string{"above: Four ministers meet"}, headings(p))
}

// TestTheHeadlineIsMarkedByTouch sends nothing but touches.
func TestTheHeadlineIsMarkedByTouch(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	selectByTouch(p, "looks for a way")
	expectPicked(t, p, "looks for a way")
	tapLabel(p, "Source bias")
	expectListedByTouch(t, p, "Source bias looks for a way")
	p.ClickText("for a way", 1)
	expectShown(t, p, "looks for a way")
}

// TestHeadlinesAreCopiedAndPrintedWithTheirText has the browser take the text.
func TestHeadlinesAreCopiedAndPrintedWithTheirText(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Region().Focus()
	p.Press("Control+a")
	copied := chromium.Eval[string](p, `getSelection().toString()`)
	title := bundled(t)[0].Title
	if want := title + "\nSyria’s Defence Minister sat down"; !strings.HasPrefix(strings.Replace(copied, "\n\n", "\n", 1), want) {
		t.Errorf("what is copied begins with %q, want %q", copied[:min(len(copied), 120)], want)
	}
	chromium.Command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	same(t, "the headings on paper", 1, chromium.Eval[int](p, `[...document.querySelectorAll("h1")].filter((h) => h.getClientRects().length).length`))
}

// TestUnderlinesInTheHeadlineAreClear holds the lanes of a headline apart from the
// line of words below them.
func TestUnderlinesInTheHeadlineAreClear(t *testing.T) {
	t.Parallel()
	for _, width := range []int{1440, 1024, 820, 390} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			p := openAs(t, chromium.Options{Width: width, Height: 1000})
			for _, m := range [][2]string{{"Damascus looks for a way back", "1"}, {"looks for a way", "4"}, {"for a", "2"}, {"four ministers meet in Moscow", "1"}, {"in Moscow", "3"}} {
				p.Select(m[0])
				p.Press(m[1])
			}
			expect(t, "the number of spans", 5, func() int {
				return chromium.Eval[int](p, `document.querySelectorAll("#spans [data-span]").length`)
			})
			gaps := chromium.Eval[[]float64](p, `(() => {
				const h = document.querySelector("#article-text h1"), style = getComputedStyle(h);
				return [parseFloat(style.lineHeight) / parseFloat(style.fontSize), h.scrollWidth - h.clientWidth];
			})()`)
			if gaps[0] < 1.35 || gaps[1] > 0 {
				t.Errorf("lines are %v of the type apart, and %v pixels stand out", gaps[0], gaps[1])
			}
			inBothThemes(p, func(theme string) { keepPicture(p, fmt.Sprintf("headline-%d-%s.png", width, theme)) })
		})
	}
}
