package e2e

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"spanwise/app/e2e/chromium"
)

// TestBringing opens, pastes and drops texts.
func TestBringing(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		whatIsNoTextIsRefusedAndTheOthersAreOpened,
		theSameFileCanBeOpenedTwice,
		aTextIsPastedWithItsDetails,
		aPastedTextWithoutATitleTakesItsFirstLine,
		detailsOfOnesOwnTextCanBeEditedAndThatUndone,
		aFormThatIsCancelledChangesNothing,
		aFormThatIsRefusedSaysWhyAndKeepsWhatWasTyped,
	)
}

// utf16Bytes writes a text as UTF-16 with a byte order mark.
func utf16Bytes(text string, order binary.AppendByteOrder) []byte {
	data := order.AppendUint16(nil, 0xFEFF)
	for _, unit := range utf16.Encode([]rune(text)) {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestFilesInEveryStateBecomeArticlesAndWhatWasChangedIsSaid(t *testing.T) {
	t.Parallel()
	files := []struct {
		name  string
		data  []byte
		title string
		text  string
		says  []string
	}{
		{"plain.txt", []byte("A plain title\n\nA first line.\nA second one.\n"), "A plain title", "A plain title\n\nA first line.\nA second one.\n", nil},
		{"mark.txt", []byte("\ufeffA marked title\n\nText.\n"), "A marked title", "A marked title\n\nText.\n", []string{"Byte order marks were removed from 1 text"}},
		{"windows.md", []byte("# A Windows title\r\n\r\nOne.\r\nTwo.\r\n"), "A Windows title", "# A Windows title\n\nOne.\nTwo.\n", []string{"Line ends were changed to LF in 1 text"}},
		{"broken.txt", []byte("A broken title\n\nCaf\ufffd and \ufffdno.\n"), "A broken title", "A broken title\n\nCaf\ufffd and \ufffdno.\n", []string{"“\ufffd” in 2 places", "line 3"}},
		{"little.txt", utf16Bytes("A little title\n\n😀 e\u0301.\n", binary.LittleEndian), "A little title", "A little title\n\n😀 e\u0301.\n", []string{"Another encoding than UTF-8 was decoded in 2 texts"}},
		{"big.txt", utf16Bytes("A big title\n\n中文。\n", binary.BigEndian), "A big title", "A big title\n\n中文。\n", nil},
		{"front.md", []byte("---\ntitle: A fronted title\noutlet: The Outlet\nlanguage: de\npublished: 2024-02-29\nurl: https://example.org/a\nnote: A note.\n---\n\nDer Text.\n"),
			"A fronted title", "A fronted title\nDer Text.\n", []string{"front matter", "The title was made the headline"}},
	}
	p := open(t)
	var paths []string
	for _, f := range files {
		paths = append(paths, write(t, f.name, f.data))
	}
	bring(t, p, paths...)
	expectNotice(t, p, "Added 7 articles.")
	told := notices(p)
	for _, f := range files {
		for _, part := range f.says {
			if !strings.Contains(told, part) {
				t.Errorf("of %s the page does not say %q: %q", f.name, part, told)
			}
		}
	}
	expect(t, "the first that was brought is open", files[0].text, p.ArticleText)
	file := readExport(t, p)
	for i, f := range files {
		d := file.Documents[5+i]
		same(t, f.name+": title", f.title, d.Title)
		same(t, f.name+": text", f.text, d.Text)
	}
	want := exportedDocument{Title: "A fronted title", Outlet: "The Outlet", Language: "de", Published: "2024-02-29",
		URL: "https://example.org/a", Note: "A note.", Head: []string{"headline"}, Text: "A fronted title\nDer Text.\n"}
	got := file.Documents[11]
	got.ID, got.SHA256 = "", ""
	same(t, "the details out of the front matter", want, got)

	p.Reload()
	expect(t, "the articles after a reload", 12, func() int { return len(articles(p)) })
	expect(t, "the open text after a reload", files[0].text, p.ArticleText)
}

func whatIsNoTextIsRefusedAndTheOthersAreOpened(t *testing.T, p *chromium.Page) {
	paths := []string{
		write(t, "empty.txt", nil),
		write(t, "blank.txt", []byte(" \n\t\n")),
		write(t, "program.txt", []byte("\x7fELF\x00\x00\x01")),
		write(t, "large.txt", []byte(strings.Repeat("A line of text.\n", 1<<20+1))),
		write(t, "good.txt", []byte("A good title\n\nText.\n")),
	}
	p.Choose(func() { p.Click("button", "Open") }, paths...)
	expect(t, "the open text", "A good title\n\nText.\n", p.ArticleText)
	expectNotice(t, p, "empty.txt: ", "blank.txt: ", "“program.txt” is a program.", "large.txt: ", "5 MiB", "Added 1 article.")
	same(t, "the number of articles", 6, len(articles(p)))
}

func theSameFileCanBeOpenedTwice(t *testing.T, p *chromium.Page) {
	path := write(t, "text.txt", []byte("A title\n\nText.\n"))
	bring(t, p, path)
	bring(t, p, path)
	same(t, "the last two articles", []string{"A title 0 spans", "A title 0 spans"}, articles(p)[5:])
}

func aTextIsPastedWithItsDetails(t *testing.T, p *chromium.Page) {
	p.Click("button", "Paste")
	dialog := p.Find("dialog", "Paste a text")
	dialog.Find("textbox", "Text").Fill("Was man sagt.\nUnd was nicht.")
	dialog.Find("textbox", "Title").Fill("Ein Titel")
	dialog.Find("textbox", "Outlet").Fill("Die Zeitung")
	fillDate(dialog, "2024-02-29")
	dialog.Find("textbox", "Language (a tag such as en, pt or fa)").Fill("de")
	dialog.Find("textbox", "Address of the original").Fill("https://example.org/b")
	dialog.Find("button", "Add article").Click()
	p.Gone("dialog", "Paste a text")
	expect(t, "the pasted text", "Ein Titel\nWas man sagt.\nUnd was nicht.", p.ArticleText)
	expectNotice(t, p, "The title was made the headline, the first line of the text.")
	d := readExport(t, p).titled("Ein Titel")
	want := exportedDocument{Title: "Ein Titel", Outlet: "Die Zeitung", Language: "de", Published: "2024-02-29", URL: "https://example.org/b",
		Head: []string{"headline"}, Text: "Ein Titel\nWas man sagt.\nUnd was nicht."}
	d.ID, d.SHA256 = "", ""
	same(t, "the exported details", want, d)
	if last := articles(p)[5]; last != "Ein Titel Die Zeitung · 29 February 2024 · German · 0 spans" {
		t.Errorf("the list says %q", last)
	}
}

// fillDate sets the date of a form the way a date picker does.
func fillDate(dialog *chromium.Element, date string) {
	chromium.Call[any](dialog, `function(date) {
		const field = this.querySelector("input[type=date]");
		field.value = date;
		field.dispatchEvent(new Event("input", { bubbles: true }));
		field.dispatchEvent(new Event("change", { bubbles: true }));
	}`, date)
}

func aPastedTextWithoutATitleTakesItsFirstLine(t *testing.T, p *chromium.Page) {
	p.Click("button", "Paste")
	p.Find("dialog", "Paste a text").Find("textbox", "Text").Fill("A headline\n\nAnd text.")
	p.Find("dialog", "Paste a text").Find("button", "Add article").Click()
	p.Find("heading", "A headline")
	expect(t, "the pasted text", "A headline\n\nAnd text.", p.ArticleText)
}

func detailsOfOnesOwnTextCanBeEditedAndThatUndone(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Mine", "A text of mine.\n")
	p.Click("button", "Edit details")
	dialog := p.Find("dialog", "Edit details")
	same(t, "the title in the form", "Mine", dialog.Find("textbox", "Title").Value())
	dialog.Find("textbox", "Title").Fill("Ours")
	dialog.Find("textbox", "Outlet").Fill("Our paper")
	fillDate(dialog, "2025-01-31")
	dialog.Find("button", "Keep").Click()
	p.Find("heading", "Ours")
	d := readExport(t, p).titled("Ours")
	same(t, "the details", "Our paper 2025-01-31", d.Outlet+" "+d.Published)
	expect(t, "the text", "A text of mine.\n", p.ArticleText)
	p.Press("Control+z")
	p.Find("heading", "Mine")
}

func aFormThatIsCancelledChangesNothing(t *testing.T, p *chromium.Page) {
	p.Click("button", "Paste")
	p.Find("dialog", "Paste a text").Find("textbox", "Text").Fill("Something")
	p.Press("Escape")
	p.Find("alert", "")
	same(t, "the text that one key must not throw away", "Something", p.Find("dialog", "Paste a text").Find("textbox", "Text").Value())
	p.Click("button", "Cancel")
	p.Gone("dialog", "Paste a text")
	same(t, "the number of articles", 5, len(articles(p)))

	p.Click("button", "Paste")
	same(t, "the text in a form that is opened again", "", p.Find("dialog", "Paste a text").Find("textbox", "Text").Value())
	p.Press("Escape")
	p.Gone("dialog", "Paste a text")
}

func aFormThatIsRefusedSaysWhyAndKeepsWhatWasTyped(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Mine", "A text of mine.\n")
	p.Click("button", "Edit details")
	dialog := p.Find("dialog", "Edit details")
	dialog.Find("textbox", "Title").Fill("Ours")
	dialog.Find("textbox", "Language (a tag such as en, pt or fa)").Fill("plain English")
	dialog.Find("button", "Keep").Click()
	if alert := p.Find("alert", "").Text(); !strings.Contains(alert, "plain English") {
		t.Errorf("the form says only %q", alert)
	}
	same(t, "the title in the form", "Ours", dialog.Find("textbox", "Title").Value())
	dialog.Find("textbox", "Language (a tag such as en, pt or fa)").Fill("en")
	dialog.Find("button", "Keep").Click()
	p.Gone("dialog", "Edit details")
	d := readExport(t, p).titled("Ours")
	same(t, "the language", "en", d.Language)
}

func TestFilesCanBeDroppedOnThePage(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Find("navigation", "Articles").Drop(write(t, "one.txt", []byte("First title\n\nText.\n")), write(t, "two.md", []byte("# Second title\n\nText.\n")))
	expect(t, "the number of articles", 7, func() int { return len(articles(p)) })
	p.Find("heading", "First title")
	data := export(p)

	other := open(t)
	other.Find("navigation", "Articles").Drop(write(t, "work.json", data))
	expect(t, "the number of articles where a Spanwise file was dropped", 7, func() int { return len(articles(other)) })
	expectNotice(t, other, "Opened work.json as a project of its own")
}
