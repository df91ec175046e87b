package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"

	"spanwise/app/e2e/chromium"
)

// dealsText is what the article of these tests says.
const dealsText = "On Tuesday Acme sold arms. Then Acme paid in cash, three days ago or so. Zed said nothing.\n"

// object is a JSON object.
type object = map[string]any

// dealsProject is a file of one article, with a label that has an attribute of
// every type and asks for an entry, and with entries in the register.
func dealsProject(t *testing.T, entries ...object) []byte {
	t.Helper()
	options := func(names string) (list []object) {
		for _, name := range strings.Fields(names) {
			list = append(list, object{"id": strings.ToLower(name), "name": name})
		}
		return list
	}
	attributes := []object{
		{"id": "remark", "name": "Remark", "type": "text"},
		{"id": "kind", "name": "Kind", "type": "choice", "required": true, "options": options("Person State Body")},
		{"id": "trade", "name": "Trade", "type": "choice", "options": options("Arms Bread Cars Dates Eggs Fuel Gold")},
		{"id": "uses", "name": "Uses", "type": "choices", "options": options("Arms Bribes Cash")},
		{"id": "sure", "name": "Sure", "type": "flag"},
		{"id": "strength", "name": "Strength", "type": "number", "min": "1", "max": "3", "default": []string{"2"}},
		{"id": "amount", "name": "Amount", "type": "number", "min": "0"},
		{"id": "when", "name": "When", "type": "date"},
		{"id": "rival", "name": "Rival", "type": "text", "offers": "dealer"},
	}
	sum := sha256.Sum256([]byte(dealsText))
	file := object{
		"format": "spanwise", "version": 2, "offsets": "code points",
		"annotators": []object{{"id": "annotator-1", "name": "Annotator 1"}},
		"scheme": object{"name": "Deals", "labels": []object{{
			"id": "dealer", "name": "Dealer", "key": "9", "color": "#1d4ed8", "definition": "",
			"attributes": attributes, "entry": "required",
		}, {
			"id": "date", "name": "Date", "key": "3", "color": "#009e73", "definition": "",
			"attributes": []object{{"id": "when", "name": "When", "type": "date"}},
		}}},
		"documents": []object{{
			"id": "deals", "title": "Deals", "outlet": "", "language": "en", "published": "2023-04-28", "url": "", "note": "",
			"sha256": hex.EncodeToString(sum[:]), "text": dealsText,
		}},
		"sets": []object{},
	}
	if len(entries) > 0 {
		file["register"] = entries
	}
	data, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// openDeals opens a page with that project's article.
func openDeals(t *testing.T, o chromium.Options) *chromium.Page {
	t.Helper()
	p := openAs(t, o)
	importFile(p, write(t, "deals.json", dealsProject(t)))
	expectProject(t, p, "deals")
	expectNotice(t, p, "Opened deals.json as a project of its own")
	putNoticesAway(t, p)
	if o.Touch {
		p.Click("button", "Show the articles")
	}
	openArticle(t, p, "Deals")
	return p
}

// saidOf is what the exported file says of a span besides its label, with the name
// of its entry.
type saidOf struct {
	Text       string
	Entry      string
	Attributes object
}

// exportSaid exports and lists what is said of the spans of an article.
func exportSaid(t *testing.T, p *chromium.Page, document string) []saidOf {
	t.Helper()
	data := export(p)
	checkSchema(t, data)
	var file struct {
		Register []struct{ ID, Name string }
		Sets     []struct {
			Document string
			Spans    []struct {
				Text, Entry string
				Attributes  object
			}
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range file.Register {
		names[e.ID] = e.Name
	}
	var list []saidOf
	for _, set := range file.Sets {
		if set.Document != document {
			continue
		}
		for _, s := range set.Spans {
			list = append(list, saidOf{s.Text, names[s.Entry], s.Attributes})
		}
	}
	return list
}

// fieldTold is what stands beneath the field that has the keyboard.
func fieldTold(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.activeElement.closest(".word")?.querySelector(".told:not([hidden])")?.textContent ?? ""`)
}

// summaryShown is the folded line of the chosen span's details.
func summaryShown(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.querySelector(".fold .said")?.textContent ?? ""`)
}

// expectSummary waits until the folded line says that.
func expectSummary(t *testing.T, p *chromium.Page, want string) {
	t.Helper()
	expect(t, "the line of details", want, func() string { return summaryShown(p) })
}

// toDoShown is what the button says that leads to what is to do.
func toDoShown(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.querySelector(".next-to-do:not([hidden])")?.textContent ?? ""`)
}

func TestAttributesOfEveryTypeAreSetByMouse(t *testing.T) {
	t.Parallel()
	p := openDeals(t, chromium.Options{})
	mark(t, p, "Acme", "9")
	expectListed(t, p, "Dealer To do: Kind, Which dealer? Acme")
	expect(t, "what is to do", "1 to do", func() string { return toDoShown(p) })
	same(t, "the default", []saidOf{{"Acme", "", object{"strength": 2.0}}}, exportSaid(t, p, "deals"))

	p.Click("button", "1 to do")
	expectShown(t, p, "Acme")
	panel := p.Find("group", "Details")
	if got := names(panel.All("radio", "")); len(got) != 3 {
		t.Errorf("folded, the radio buttons are %q, want the three that are required", got)
	}
	panel.Find("radio", "State").Click()
	expectListed(t, p, "Dealer To do: Which dealer? Acme")
	p.Do(`document.querySelector(".fold").click()`)
	panel.Find("textbox", "Remark").Fill("sells anything")
	p.Do(`(() => { const list = document.querySelector("select[aria-label=Trade]"); list.value = "=gold"; list.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	panel.Find("checkbox", "Cash").Click()
	panel.Find("checkbox", "Arms").Click()
	panel.Find("switch", "Sure: not said").Click()
	panel.Find("radio", "3").Click()
	panel.Find("textbox", "Amount").Fill("12,5")
	panel.Find("textbox", "When").Focus()
	p.Type("25 April 20")
	expect(t, "what half a date is told to be", true, func() bool { return strings.HasPrefix(fieldTold(p), "Not understood yet") })
	p.Type("23")
	expect(t, "what a date is told to be", "Tuesday, 25 April 2023 (2023-04-25)", func() string { return fieldTold(p) })
	panel.Find("combobox", "Which dealer?").Click()
	panel.Find("option", "New entry “Acme”").Click()
	expectListed(t, p, "Dealer Acme")
	expect(t, "what is to do", "", func() string { return toDoShown(p) })

	same(t, "what was set", []saidOf{{"Acme", "Acme", object{
		"remark": "sells anything", "kind": "state", "trade": "gold", "uses": []any{"arms", "cash"}, "sure": true, "strength": 3.0, "amount": 12.5,
		"when": object{"type": "DATE", "value": "2023-04-25"},
	}}}, exportSaid(t, p, "deals"))
	expectSummary(t, p, "Acme · Remark: sells anything · Kind: State · Trade: Gold · Uses: Arms, Cash · Sure: yes · Strength: 3 · Amount: 12.5 · When: 2023-04-25")
	p.Press("Control+z", "Control+z")
	expectSummary(t, p, "Remark: sells anything · Kind: State · Trade: Gold · Uses: Arms, Cash · Sure: yes · Strength: 3 · Amount: 12.5")
}

func TestAttributesOfEveryTypeAreSetByKeys(t *testing.T) {
	t.Parallel()
	p := openDeals(t, chromium.Options{})
	mark(t, p, "Zed", "9")
	strike(p, "e")
	expectFocus(t, p, "Which dealer?")
	p.Type("Zed Trading")
	p.Press("Enter")
	expectSummary(t, p, "Zed Trading · Strength: 2")
	p.Press("Escape")
	mark(t, p, "Acme", "9")
	strike(p, "e")
	expectFocus(t, p, "Which dealer?")
	p.Press("Control+Enter")
	expectShown(t, p, "Acme")
	checkFocus(t, p, "making an entry")

	strike(p, "a")
	expectFocus(t, p, "Remark")
	p.Type("typed")
	for _, step := range []struct{ field, keys string }{
		{"Person", "b"}, {"Trade", "F"}, {"Arms", "2 3"}, {"Sure: not said", "Space Space"}, {"2", "1"}, {"Amount", ""},
	} {
		p.Press("Tab")
		expectFocus(t, p, step.field)
		p.Press(strings.Fields(step.keys)...)
	}
	p.Type("7")
	p.Press("Tab")
	expectFocus(t, p, "When")
	p.Type("last week")
	p.Press("Tab")
	expectFocus(t, p, "Rival")
	p.Type("trad")
	expect(t, "what is offered", []string{"Zed Trading", "“trad”"}, func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll("#field-of-rival-list:not([hidden]) .name")].map((n) => n.textContent)`)
	})
	p.Press("ArrowDown", "ArrowUp", "Enter") // what is highlighted, and not what is typed
	expectSummary(t, p, "Acme · Remark: typed · Kind: Body · Trade: Fuel · Uses: Bribes, Cash · Sure: no · Strength: 1 · Amount: 7 · When: 2023-W16 · Rival: Zed Trading")
	checkFocus(t, p, "taking what is offered")
	same(t, "what was set", saidOf{"Acme", "Acme", object{
		"remark": "typed", "kind": "body", "trade": "fuel", "uses": []any{"bribes", "cash"}, "sure": false, "strength": 1.0, "amount": 7.0,
		"when": object{"type": "DATE", "value": "2023-W16"}, "rival": "Zed Trading",
	}}, exportSaid(t, p, "deals")[0])

	p.Press("Escape")
	markNth(t, p, "Acme", 1, "9")
	strike(p, "e")
	expectFocus(t, p, "Which dealer?")
	p.Press("Enter")
	expectSummary(t, p, "Acme · Strength: 2")
	strike(p, "n")
	expectShown(t, p, "Zed")
	expectFocus(t, p, "Person")
	strike(p, "s")
	strike(p, "Enter")
	expectSummary(t, p, "Zed Trading · Kind: State · Strength: 2")
	strike(p, "n")
	expectShown(t, p, "Acme")
	expectFocus(t, p, "Person")
	expect(t, "what is to do", "1 to do", func() string { return toDoShown(p) })
}

func TestADateIsTakenFromTheWordsOrNotAtAll(t *testing.T) {
	t.Parallel()
	p := openDeals(t, chromium.Options{})
	mark(t, p, "three days ago", "3")
	strike(p, "d")
	strike(p, "a")
	expectShown(t, p, "three days ago")
	expectFocus(t, p, "When")
	expect(t, "what stands beneath", "Tuesday, 25 April 2023", func() string { return fieldTold(p) })
	p.Do(`document.activeElement.select()`)
	p.Type("some day or other")
	p.Press("Enter")
	expect(t, "what is wrong", "“some day or other” is not understood as a date. It was not kept.", func() string { return fieldTold(p) })
	p.Press("Escape")
	expectSummary(t, p, "When: 2023-04-25")
	strike(p, "a")
	expectFocus(t, p, "When")
	p.Do(`document.activeElement.select()`)
	p.Type("P3D")
	p.Press("Enter")
	expectSummary(t, p, "When: P3D")
	same(t, "the export", []saidOf{{"three days ago", "", object{"when": object{"type": "DURATION", "value": "P3D"}}}}, exportSaid(t, p, "deals"))
	p.Press("Control+z", "Control+z")
	expectSummary(t, p, "")
	p.Region().Focus() // Export has the keyboard, and no key acts on a span from there
	strike(p, "a")
	expectFocus(t, p, "When")
	expect(t, "what stands beneath", "Tuesday, 25 April 2023 (2023-04-25)?", func() string { return fieldTold(p) })
	p.Click("button", "Take this date")
	expect(t, "what stands beneath", "Tuesday, 25 April 2023", func() string {
		return chromium.Eval[string](p, `document.querySelector(".of-date .told").textContent`)
	})
}

func TestWhatAFieldDidNotTakeIsSaidWhenTheFieldIsGone(t *testing.T) {
	t.Parallel()
	p := openDeals(t, chromium.Options{})
	mark(t, p, "three days ago", "3")
	strike(p, "a")
	expectFocus(t, p, "When")
	p.Type("some day or other")
	p.ClickText("Acme", 1)
	expectNotice(t, p, "“some day or other” was not kept: “some day or other” is not understood as a date.")
}

func TestAttributesAreSetByTouch(t *testing.T) {
	t.Parallel()
	p := openDeals(t, phone)
	selectByTouch(p, "Zed")
	expectPicked(t, p, "Zed")
	tapLabel(p, "Dealer")
	p.ClickText("Zed", 1)
	expectShown(t, p, "Zed")
	panel := p.Find("group", "Details")
	panel.Find("radio", "Person").Click()
	panel.Find("combobox", "Which dealer?").Click()
	panel.Find("option", "New entry “Zed”").Click()
	expectSummary(t, p, "Zed · Kind: Person · Strength: 2")
	same(t, "the export", []saidOf{{"Zed", "Zed", object{"kind": "person", "strength": 2.0}}}, exportSaid(t, p, "deals"))
}

// expectFocus waits until the thing whose name begins so has the keyboard.
func expectFocus(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	expect(t, "what has the keyboard begins with "+name, "", func() string {
		if f := focused(p); !strings.HasPrefix(f.Name, name) {
			return f.Name
		}
		return ""
	})
}

// strike strikes a letter or Enter as a keyboard does: what it writes or presses
// goes with the stroke, and comes to nothing where the page takes the stroke for
// itself. Press sends it apart, to whatever has the keyboard by then.
func strike(p *chromium.Page, key string) {
	text := key
	if key == "Enter" {
		text = "\r"
	}
	for _, event := range []input.DispatchKeyEventParams{
		{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Text: text},
		{Type: input.DispatchKeyEventTypeKeyUp, Key: key},
	} {
		chromium.Command(p, input.DispatchKeyEvent, event)
	}
}
