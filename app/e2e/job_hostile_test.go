package e2e

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
	"spanwise/corpus/testinput"
)

// TestHostile brings in names, addresses and texts that are made to do harm.
func TestHostile(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aFileWithAHostileNameIsRefusedByItsLiteralName,
		anAddressThatIsAScriptNeverBecomesALink,
	)
}

// hostile is what a text, a name or a note may hold to make a page run it.
const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script>"><svg/onload=alert(3)> {{7*7}} ${7*7} &lt;b&gt; </p></article>`

// dangers counts what no text may bring into the page: elements that load or
// run something, handlers, and addresses that are scripts. The harness fails
// the test for a dialog, a request elsewhere or a violation of the policy. The
// picture right in the wires' layer is the page's own.
const dangers = `[...document.querySelectorAll("*")].filter((e) =>
	["IMG", "IFRAME", "OBJECT", "EMBED", "SVG", "svg", "VIDEO", "AUDIO", "LINK", "SCRIPT", "STYLE", "BASE", "FORM"].includes(e.nodeName) && !window.ownElements.has(e) && !e.matches(".wires > svg")
	|| [...e.attributes].some((a) => /^on/i.test(a.name))
	|| /^\s*(javascript|data|vbscript):/i.test(e.getAttribute("href") ?? "")
).map((e) => e.outerHTML.slice(0, 100))`

// rememberOwn has the page remember its own elements, before anything foreign
// comes in.
const rememberOwn = `window.ownElements = new Set(document.querySelectorAll("*"))`

func checkDangers(t *testing.T, p *chromium.Page, after string) {
	t.Helper()
	same(t, "elements that may do harm after "+after, []string{}, chromium.Eval[[]string](p, dangers))
}

func TestHostileTextsTitlesAndNamesAreShownLiterally(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Do(rememberOwn)
	text := hostile + "\n\njavascript:alert(4)\n" + hostile + "\n__proto__ constructor toString\n"
	front := "---\ntitle: " + hostile + "\noutlet: \"><img src=x onerror=alert(5)>\nlanguage: en\nurl: javascript:alert(6)\nnote: <b onclick=alert(7)>bold</b>\n---\n\n"
	p.Choose(func() { p.Click("button", "Open") }, write(t, `a"><img src=x onerror=alert(8)>.txt`, []byte(front+text)))
	expect(t, "the number of articles", 6, func() int { return len(articles(p)) })
	expect(t, "the text", true, func() bool { return strings.HasSuffix(p.ArticleText(), text) })
	checkDangers(t, p, "opening a text")

	mark(t, p, "alert(1)", "1")
	p.ClickText("alert(1)", 1)
	expect(t, "the details", true, func() bool { return strings.Contains(shown(p), "alert(1") })
	writeNote(t, p, hostile)
	checkDangers(t, p, "writing a note")
	last := articles(p)[5]
	if p.Has("link", "The original") {
		t.Error("an address that is a script became a link")
	}
	if !strings.Contains(last, "<img src=x onerror=alert(1)>") && !strings.Contains(last, "a\"><img") {
		t.Errorf("the list of articles does not show the hostile title as it is: %q", last)
	}
	p.Reload()
	p.Do(rememberOwn)
	expect(t, "the text after a reload", true, func() bool { return strings.HasSuffix(p.ArticleText(), text) })
	checkDangers(t, p, "a reload")
}

func aFileWithAHostileNameIsRefusedByItsLiteralName(t *testing.T, p *chromium.Page) {
	p.Do(rememberOwn)
	name := `<img src=x onerror=alert(1)>.txt`
	p.Choose(func() { p.Click("button", "Open") }, write(t, name, nil))
	expectNotice(t, p, name+": ")
	checkDangers(t, p, "refusing a file")
	name = `<svg onload=alert(2)>.json`
	importFile(p, write(t, name, []byte(`{"format": "spanwise"`)))
	expectNotice(t, p, name+" was not imported")
	checkDangers(t, p, "refusing an import")
}

func TestLabelsWithHostileNamesWorkLikeAnyOther(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Do(rememberOwn)
	var f map[string]any
	if err := json.Unmarshal(export(p), &f); err != nil {
		t.Fatal(err)
	}
	labels := []any{}
	for i, id := range []string{"__proto__", "constructor", "toString", "hasOwnProperty", "\"><img src=x onerror=alert(1)>"} {
		labels = append(labels, map[string]any{"id": id, "name": id + " " + hostile, "key": string(rune('5' + i)), "color": "#335577", "definition": hostile})
	}
	f["scheme"] = map[string]any{"name": hostile, "labels": labels}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	importFile(p, write(t, "scheme.json", data))
	expectProject(t, p, "scheme")
	expectNotice(t, p, "Opened scheme.json as a project of its own")
	p.Do(rememberOwn)
	checkDangers(t, p, "importing the labels")

	want := []string{}
	for _, step := range []struct{ phrase, key, label string }{
		{"Syria’s Defence Minister", "5", "__proto__"}, {"sat down", "6", "constructor"}, {"on Tuesday", "7", "toString"},
		{"Turkey", "8", "hasOwnProperty"}, {"Russia", "9", "\"><img src=x onerror=alert(1)>"},
	} {
		mark(t, p, step.phrase, step.key)
		want = append(want, step.label+": "+step.phrase)
	}
	same(t, "the export", want, readExport(t, p).marks(bundled(t)[0].Title))
	p.ClickText("sat down", 1)
	expectShown(t, p, "sat down")
	checkDangers(t, p, "marking")
	before := export(p)
	waitSaved(p)
	p.Reload()
	expect(t, "the export after a reload", string(before), func() string { return string(export(p)) })
}

func anAddressThatIsAScriptNeverBecomesALink(t *testing.T, p *chromium.Page) {
	beginWork(t, p)
	bringText(t, p, "Mine", "A text of mine.\n")
	data := export(p)
	p.Click("button", "Undo")
	expect(t, "the number of articles", 5, func() int { return len(articles(p)) })
	p.Do(rememberOwn)
	for _, address := range []string{"javascript:alert(1)", " javascript:alert(2)", "JaVaScRiPt:alert(3)", "data:text/html,<script>alert(4)</script>"} {
		value, err := json.Marshal(address)
		if err != nil {
			t.Fatal(err)
		}
		mine := strings.LastIndex(string(data), `"url": ""`)
		hostile := string(data[:mine]) + `"url": ` + string(value) + string(data[mine+len(`"url": ""`):])
		importFile(p, write(t, "work.json", []byte(hostile)))
		expect(t, "the import was refused or asks", true, func() bool {
			return strings.Contains(notices(p), "work.json") || p.Has("dialog", "Import work.json")
		})
		if p.Has("dialog", "Import work.json") {
			chooseMerge(p, "Import work.json").Find("button", "Merge").Click()
		}
		expect(t, "the import was refused or taken", true, func() bool { return strings.Contains(notices(p), "work.json") })
		if len(articles(p)) > 5 {
			openArticle(t, p, "Mine")
			same(t, "links above a text with the address "+address, 0, len(p.Find("main", "").All("link", "")))
			p.Press("Control+z")
			expect(t, "the number of articles", 5, func() int { return len(articles(p)) })
		}
		checkDangers(t, p, "importing the address "+address)
		putNoticesAway(t, p)
	}
}

func TestTheBigListOfNaughtyStringsIsShownAsItIs(t *testing.T) {
	t.Parallel()
	path := testinput.Path(t, "cases/hostile/blns.json")
	var list []string
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(strings.ReplaceAll(strings.Join(list[1:], "\n"), "\r\n", "\n"), "\r", "\n")
	p := open(t)
	p.Do(rememberOwn)
	bringText(t, p, "Naughty", text)
	checkDangers(t, p, "opening the list")
	same(t, "the exported text", text, readExport(t, p).titled("Naughty").Text)
}
