package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"spanwise/app/e2e/chromium"
	"spanwise/corpus/testinput"
)

// TestOffsets marks in scripts where offsets go wrong easily.
func TestOffsets(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		offsetsAreExactInEveryScript,
		aDoubleClickTakesAWordInEveryScript,
		theKeyboardSelectsRightToLeftText,
		theKeyboardNeverCutsAGrapheme,
		whatOtherProgramsSelectNeverCutsAGrapheme,
		aByteOrderMarkInsideATextStays,
	)
}

// scripts is a line in each script that goes wrong easily, and in each a
// phrase of whole words.
var scripts = []struct{ line, phrase string }{
	{"👩‍👩‍👧 waved at 😀 twice.", "👩‍👩‍👧"},
	{"Then 😀 waved back at 🏳️‍🌈 and 👍🏽 too.", "😀 waved back at 🏳️‍🌈"},
	{"Two flags 🇩🇪🇫🇷 fly in the wind.", "🇩🇪🇫🇷 fly"},
	{"The cafe\u0301 o\u0308ffnet zu spa\u0308t.", "cafe\u0301 o\u0308ffnet"},
	{"وقالت الوزيرة إن الانسحاب ضروري.", "الوزيرة إن الانسحاب"},
	{"ما می\u200cخواهیم صلح برقرار شود.", "می\u200cخواهیم صلح"},
	{"השרה אמרה שלום לכולם.", "אמרה שלום"},
	{"外交部长昨天要求撤军。", "要求撤军"},
	{"รัฐมนตรีพบกันเมื่อวาน", "รัฐมนตรีพบ"},
	{"मंत्री ने कल कहा।", "मंत्री ने"},
	{"𝔊𝔬𝔱𝔥𝔦𝔠 letters lie beyond the sixteenth bit.", "𝔊𝔬𝔱𝔥𝔦𝔠 letters"},
}

// allScripts is these lines as one text.
func allScripts() string {
	var lines []string
	for _, s := range scripts {
		lines = append(lines, s.line)
	}
	return strings.Join(lines, "\n") + "\n"
}

// expectAt holds an exported span to the place that counting says.
func expectAt(t *testing.T, text string, s exportedSpan) {
	t.Helper()
	at := strings.Index(text, s.Text)
	if at < 0 {
		t.Fatalf("the text has no %q", s.Text)
	}
	start := utf8.RuneCountInString(text[:at])
	same(t, "the start of "+s.Text, start, s.Ranges[0].Start)
	same(t, "the end of "+s.Text, start+utf8.RuneCountInString(s.Text), s.Ranges[0].End)
}

func offsetsAreExactInEveryScript(t *testing.T, p *chromium.Page) {
	text := allScripts()
	bringText(t, p, "Scripts", text)
	var want []string
	for _, s := range scripts {
		mark(t, p, s.phrase, "1")
		want = append(want, "actor: "+s.phrase)
	}
	f := readExport(t, p)
	same(t, "the export", want, f.marks("Scripts"))
	for _, s := range f.spans("Scripts") {
		expectAt(t, text, s)
	}
	expect(t, "the text with its marks", text, p.ArticleText)
}

func aDoubleClickTakesAWordInEveryScript(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Scripts", allScripts())
	for _, word := range []string{"cafe\u0301", "می\u200cخواهیم", "الانسحاب", "שלום", "𝔊𝔬𝔱𝔥𝔦𝔠"} {
		p.ClickText(word, 2)
		expectPicked(t, p, word)
		p.Press("1")
		expectPicked(t, p, "")
	}
	same(t, "the number of spans", 5, len(readExport(t, p).spans("Scripts")))
}

func theKeyboardSelectsRightToLeftText(t *testing.T, p *chromium.Page) {
	text := "وقالت الوزيرة إن الانسحاب ضروري.\n"
	bringText(t, p, "Arabic", text)
	p.Region().Focus()
	p.Press("ArrowRight")
	expectPicked(t, p, "وقالت")
	p.Press("ArrowRight")
	expectPicked(t, p, "الوزيرة")
	p.Press("Shift+ArrowRight")
	expectPicked(t, p, "الوزيرة إن")
	p.Press("1")
	f := readExport(t, p)
	same(t, "the export", []string{"actor: الوزيرة إن"}, f.marks("Arabic"))
	expectAt(t, text, f.spans("Arabic")[0])
}

func theKeyboardNeverCutsAGrapheme(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Clusters", "👩‍👩‍👧 🇩🇪🇫🇷 e\u0301te\u0301 x\n")
	p.Region().Focus()
	p.Press("ArrowRight")
	expectPicked(t, p, "👩‍👩‍👧")
	for _, want := range []string{"👩‍👩‍👧", "👩‍👩‍👧 🇩🇪", "👩‍👩‍👧 🇩🇪🇫🇷", "👩‍👩‍👧 🇩🇪🇫🇷", "👩‍👩‍👧 🇩🇪🇫🇷 e\u0301"} {
		p.Press("Alt+Shift+ArrowRight")
		expectPicked(t, p, want)
	}
	p.Press("1")
	same(t, "the export", []string{"actor: 👩‍👩‍👧 🇩🇪🇫🇷 e\u0301"}, readExport(t, p).marks("Clusters"))
}

// selectUnits selects UTF-16 units of the first block, as a search in the page
// or a screen reader may: it cares nothing for what belongs together.
const selectUnits = `(from, to) => {
	const node = document.querySelector("[aria-label='Article text'] p").firstChild;
	getSelection().setBaseAndExtent(node, from, node, to);
}`

func whatOtherProgramsSelectNeverCutsAGrapheme(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Clusters", "👩‍👩‍👧 and e\u0301te\u0301 and 🇩🇪🇫🇷.\n")
	p.Click("checkbox", "Exact characters")
	for _, c := range []struct {
		from, to int
		covers   string
	}{
		{3, 5, "👩‍👩‍👧"},     // the second of the family
		{1, 2, "👩‍👩‍👧"},     // half of the first one’s surrogate pair
		{13, 14, "e\u0301"}, // the letter without its accent
		{14, 15, "e\u0301"}, // the accent without its letter
		{25, 27, "🇩🇪"},      // the second half of a flag
		{28, 30, "🇫🇷"},      // from inside one surrogate pair to inside another
	} {
		p.Region().Focus()
		p.Do("(" + selectUnits + ")(" + strconv.Itoa(c.from) + ", " + strconv.Itoa(c.to) + ")")
		p.Press("1")
		expect(t, "the number of spans", 1, func() int { return len(listed(p)) })
		same(t, "what was marked", []string{"actor: " + c.covers}, readExport(t, p).marks("Clusters"))
		p.Press("Control+z")
		expectListed(t, p)
	}
}

func TestOffsetsAreExactInRealTextsOfOtherScripts(t *testing.T) {
	t.Parallel()
	folder := testinput.Path(t, "cases/languages")
	p := open(t)
	for _, name := range []string{"arabic-pud", "persian-seraji", "chinese-pud"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(folder, name+".txt")
			bring(t, p, path)
			expect(t, "the text", readFile(t, path), p.ArticleText)
			markLines(t, p)
		})
	}
}

// markLines marks some words of a few lines, checks what is picked against the
// lines, and the export against the text.
func markLines(t *testing.T, p *chromium.Page) {
	t.Helper()
	text := p.ArticleText()
	lines := strings.Split(text, "\n")
	marked := 0
	for i := 3; i < len(lines) && marked < 4; i += 9 {
		phrase := middle(lines[i])
		if phrase == "" || strings.Count(text, phrase) != 1 {
			continue
		}
		mark(t, p, phrase, "2")
		marked++
	}
	f := readExport(t, p)
	document := f.Documents[len(f.Documents)-1]
	spans := f.spans(document.Title)
	same(t, "the number of spans", marked, len(spans))
	for _, s := range spans {
		expectAt(t, document.Text, s)
	}
}

// middle is the third and fourth word of a line, or where a script has no
// spaces its third to sixth character; "" where there is punctuation in it.
func middle(line string) string {
	phrase := ""
	if words := strings.Fields(line); len(words) > 4 {
		phrase = words[2] + " " + words[3]
	} else if letters := []rune(line); len(words) == 1 && len(letters) > 8 {
		phrase = string(letters[2:6])
	}
	if strings.ContainsAny(phrase, `.,:;"'()[]«»،؛؟。，、”“‘’《》?!-–`) {
		return ""
	}
	return phrase
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func aByteOrderMarkInsideATextStays(t *testing.T, p *chromium.Page) {
	text := "A line.\n\ufeffAnother line.\nA word, \ufeff and one more.\n"
	bringText(t, p, "Marks", text)
	mark(t, p, "one more", "1")
	mark(t, p, "Another line", "1")
	f := readExport(t, p)
	for _, s := range f.spans("Marks") {
		expectAt(t, text, s)
	}
	expect(t, "the text with its marks", text, p.ArticleText)
}
