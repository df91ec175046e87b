package e2e

import (
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestArriving brings files of every kind and in every encoding.
func TestArriving(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aDamagedTextComesInWhenItsEncodingIsChosen,
		aTextThatIsLeftOutChangesNothing,
		ourOwnFileIsImportedUnderAnyNameAndInUTF16,
		whatIsNoTextIsSaidWhateverItsName,
		aFileOfAnotherKindIsOpenedAsATextOnlyIfThatIsWanted,
		severalFilesAreAskedAboutInOneDialogByKeyboard,
		aPastedProjectIsImportedAndAPastedTableAskedAbout,
		aTextThatWasDamagedBeforeIsSaidPlainly,
		aFolderIsSaidToBeOne,
	)
}

// arrived is what an export says about where a text came from.
type arrived struct {
	Documents []struct{ Title, File, Changes, Text string }
}

func readArrived(t *testing.T, p *chromium.Page) (a arrived) {
	t.Helper()
	if err := json.Unmarshal(export(p), &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// shownPassages are the previews of the dialog.
func shownPassages(p *chromium.Page) string {
	return chromium.Eval[string](p, `[...document.querySelectorAll("#arrivals .preview")].map((e) => e.innerText).join("|")`)
}

// offerFiles chooses files through the button Open.
func offerFiles(p *chromium.Page, paths ...string) {
	p.Choose(func() { p.Click("button", "Open") }, paths...)
}

func aDamagedTextComesInWhenItsEncodingIsChosen(t *testing.T, p *chromium.Page) {
	offerFiles(p, write(t, "café.txt", []byte("In the Caf\xe9\r\n\r\nM\xfcller said: \x93no\x94.\r\n")))
	dialog := p.Find("dialog", "Open café.txt")
	expect(t, "the preview in the likeliest encoding", "In the Café Müller said: “no”.", func() string { return shownPassages(p) })
	same(t, "the number of articles before anything was chosen", 5, len(articles(p)))

	choice := dialog.Find("combobox", "Encoding of café.txt")
	choice.Focus()
	choose(t, p, "Cyrillic (Windows-1251)")
	expect(t, "the preview in another", "In the Cafй Mьller said: “no”.", func() string { return shownPassages(p) })
	p.Press("Home")
	choose(t, p, "Western European (Windows-1252), the likeliest")
	expect(t, "the preview in the right one", "In the Café Müller said: “no”.", func() string { return shownPassages(p) })
	dialog.Find("button", "Open").Focus()
	p.Press("Enter")
	p.Gone("dialog", "Open café.txt")
	expect(t, "the text", "In the Café\n\nMüller said: “no”.\n", p.ArticleText)
	expectNotice(t, p, "Added 1 article.", "decoded from Western European (Windows-1252), chosen by hand. 3 line ends were changed from CR LF to LF.")
	last := readArrived(t, p).Documents[5]
	same(t, "the name of the file in the export", "café.txt", last.File)
	same(t, "what was done to the text", "The text was decoded from Western European (Windows-1252), chosen by hand. 3 line ends were changed from CR LF to LF.", last.Changes)
	head := chromium.Eval[string](p, `document.querySelector(".head").innerText`)
	if !strings.Contains(head, "From the file café.txt. The text was decoded from Western European") {
		t.Errorf("the article's head says %q", head)
	}
}

func aTextThatIsLeftOutChangesNothing(t *testing.T, p *chromium.Page) {
	before := export(p)
	for _, leave := range []func(){
		func() { p.Click("button", "Leave it out") },
		func() { p.Press("Escape") },
	} {
		offerFiles(p, write(t, "damaged.txt", []byte("Caf\xe9\n")))
		p.Find("dialog", "Open damaged.txt")
		leave()
		p.Gone("dialog", "Open damaged.txt")
		same(t, "the work", string(before), string(export(p)))
		same(t, "what is told", "", notices(p))
	}
}

func ourOwnFileIsImportedUnderAnyNameAndInUTF16(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Mine", "A text of mine: Größe 😀.\n")
	data := export(p)
	p.Press("Control+z")
	expect(t, "the number of articles", 5, func() int { return len(articles(p)) })
	beginWork(t, p)
	for name, data := range map[string][]byte{
		"work.txt":    data,
		"marked.html": append([]byte("\ufeff"), data...),
		"little.txt":  utf16Bytes(string(data), binary.LittleEndian),
		"big":         utf16Bytes(string(data), binary.BigEndian),
	} {
		offerFiles(p, write(t, name, data))
		chooseMerge(p, "Import "+name).Find("button", "Merge").Click()
		expectNotice(t, p, "Imported "+name)
		expect(t, name+": the number of articles", 6, func() int { return len(articles(p)) })
		same(t, name+": the text", "A text of mine: Größe 😀.\n", readExport(t, p).titled("Mine").Text)
		p.Click("button", "Take it back")
		expect(t, name+": the number of articles after that", 5, func() int { return len(articles(p)) })
		putNoticesAway(t, p)
	}
}

func whatIsNoTextIsSaidWhateverItsName(t *testing.T, p *chromium.Page) {
	before := export(p)
	offerFiles(p,
		write(t, "paper.txt", []byte("%PDF-1.4\n1 0 obj\n<< >>\nendobj\n")),
		write(t, "picture.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00")),
		write(t, "other.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00")),
		write(t, "program.md", []byte("\x00asm\x01\x00\x00\x00")),
	)
	expectNotice(t, p, "“paper.txt” is a PDF document.", "2 files were not opened, each of which is a picture: picture.txt, other.txt.", "“program.md” is a program.")
	same(t, "the work", string(before), string(export(p)))
}

func aFileOfAnotherKindIsOpenedAsATextOnlyIfThatIsWanted(t *testing.T, p *chromium.Page) {
	tasks := `[{"id": 1, "data": {"text": "Talks"}, "annotations": [{"result": []}]}]`
	path := write(t, "tasks.txt", []byte(tasks))
	p.Choose(func() { p.Click("button", "Import") }, path)
	dialog := p.Find("dialog", "Open tasks.txt")
	if said := dialog.Text(); !strings.Contains(said, "This looks like a Label Studio export. Spanwise cannot read it yet.") {
		t.Errorf("the dialog says %q", said)
	}
	p.Click("button", "Leave it out")
	p.Gone("dialog", "Open tasks.txt")
	same(t, "the number of articles", 5, len(articles(p)))

	offerFiles(p, path)
	p.Click("button", "Open as a plain text")
	expect(t, "the text", tasks, p.ArticleText)
	expectNotice(t, p, "Added 1 article.")
}

func severalFilesAreAskedAboutInOneDialogByKeyboard(t *testing.T, p *chromium.Page) {
	offerFiles(p,
		write(t, "clean.txt", []byte("A clean text\n\nIt is.\n")),
		write(t, "one.txt", []byte("Der Pr\xe4sident sagte, es sei nicht gut.\n")),
		write(t, "two.txt", []byte("Die Gr\xf6\xdfe der Stadt ist bekannt.\n")),
		write(t, "table.txt", []byte("id,title\n1,Talks\n2,More\n")),
		write(t, "page.txt", []byte("<html><body><p>x</p></body></html>")),
	)
	dialog := p.Find("dialog", "4 files to look at")
	dialog.Find("button", "Open 2 texts")
	dialog.Find("combobox", "Encoding of one.txt").Focus()
	choose(t, p, "Cyrillic (Windows-1251)")
	dialog.Find("button", "Use it for all").Focus()
	p.Press("Space")
	expect(t, "the encodings", "windows-1251|windows-1251", func() string {
		return chromium.Eval[string](p, `[...document.querySelectorAll("#arrivals select")].map((s) => s.value).join("|")`)
	})
	dialog.Find("combobox", "Encoding of two.txt").Focus()
	choose(t, p, "Leave this file out")
	dialog.Find("button", "Open 1 text")
	dialog.Find("checkbox", "Open as a plain text").Focus()
	p.Press("Space")
	dialog.Find("button", "Open 2 texts").Focus()
	p.Press("Enter")
	expectNotice(t, p, "Added 3 articles.")
	var names []string
	for _, d := range readArrived(t, p).Documents[5:] {
		names = append(names, d.File)
	}
	same(t, "what came in", []string{"clean.txt", "one.txt", "table.txt"}, names)
}

func aPastedProjectIsImportedAndAPastedTableAskedAbout(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Mine", "A text of mine.\n")
	data := export(p)
	p.Press("Control+z")
	expect(t, "the number of articles", 5, func() int { return len(articles(p)) })
	beginWork(t, p)
	p.Click("button", "Paste")
	dialog := p.Find("dialog", "Paste a text")
	dialog.Find("textbox", "Text").Fill(string(data))
	dialog.Find("button", "Add article").Click()
	p.Gone("dialog", "Paste a text")
	chooseMerge(p, "Import Pasted text").Find("button", "Merge").Click()
	expectNotice(t, p, "Imported Pasted text")
	same(t, "the pasted project's text", "A text of mine.\n", readExport(t, p).titled("Mine").Text)

	p.Click("button", "Paste")
	dialog = p.Find("dialog", "Paste a text")
	dialog.Find("textbox", "Text").Fill("id;title;date\n1;Talks;2026\n2;More;2026\n")
	dialog.Find("button", "Add article").Click()
	expect(t, "what the form says", true, func() bool {
		return strings.Contains(p.Find("dialog", "Paste a text").Text(), "This looks like a CSV table, which Spanwise cannot read yet.")
	})
	dialog.Find("button", "Add article").Click()
	p.Gone("dialog", "Paste a text")
	expect(t, "the pasted table", "id;title;date\n1;Talks;2026\n2;More;2026\n", p.ArticleText)
}

func aTextThatWasDamagedBeforeIsSaidPlainly(t *testing.T, p *chromium.Page) {
	var paths []string
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		paths = append(paths, write(t, name, []byte("\ufeffTitle of "+name[:1]+"\r\n\r\nText.\r\n")))
	}
	paths = append(paths, write(t, "lost.txt", []byte("A lost title\n\nThe Caf\ufffd.\n")))
	bring(t, p, paths...)
	expect(t, "what is told of four texts", []string{
		"Added 4 articles.",
		"“A lost title”: The text has “\ufffd” in 1 place, on line 3: it was damaged before it came here.",
		"Line ends were changed to LF in 3 texts. Byte order marks were removed from 3 texts. Titles were taken from the first line or the file’s name in 4 texts.",
	}, func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll(".notice.warning .sentences > *")].map((e) => e.textContent)`)
	})
}

func aFolderIsSaidToBeOne(t *testing.T, p *chromium.Page) {
	folder := filepath.Join(t.TempDir(), "texts")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	p.Find("navigation", "Articles").Drop(folder, write(t, "one.txt", []byte("First title\n\nText.\n")))
	expectNotice(t, p, "“texts” is a folder. Open or drop the files in it.", "Added 1 article.")
	same(t, "the number of articles", 6, len(articles(p)))
}

func TestAnEncodingIsChosenByTouchOnAPhone(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	p.SetFiles("#open-files", write(t, "damaged.txt", []byte("Der Pr\xe4sident sagte, es sei nicht gut.\n")))
	dialog := p.Find("dialog", "Open damaged.txt")
	expect(t, "the preview", "Der Präsident sagte, es sei nicht gut.", func() string { return shownPassages(p) })
	if wide := chromium.Eval[int](p, `document.querySelector("#arrivals").scrollWidth - document.querySelector("#arrivals").clientWidth`); wide > 0 {
		t.Errorf("the dialog is %d pixels wider than its window", wide)
	}
	dialog.Find("button", "Open").Click()
	expect(t, "the text", "Der Präsident sagte, es sei nicht gut.\n", p.ArticleText)
}
