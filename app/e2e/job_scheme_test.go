package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"spanwise/app/e2e/chromium"
)

// editScheme opens the dialog with the mouse.
func editScheme(p *chromium.Page) *chromium.Element {
	p.Click("button", "Edit scheme")
	return p.Find("dialog", "Scheme")
}

// choosePart shows a part of the scheme whose row begins with a name.
func choosePart(t *testing.T, p *chromium.Page, name string) {
	t.Helper()
	for _, row := range p.Find("navigation", "Parts of the scheme").All("button", "") {
		if strings.HasPrefix(row.Name, name) {
			row.Click()
			expect(t, "the part that is shown", true, func() bool {
				return strings.HasPrefix(chromium.Eval[string](p, `document.querySelector(".scheme-row[aria-current] .name").textContent`), name)
			})
			return
		}
	}
	t.Fatalf("the scheme has no part %q", name)
}

// addPart presses a button that adds something to the scheme, and waits for its form.
func addPart(p *chromium.Page, button string) {
	p.Click("button", button)
	waitForName(p)
}

// waitForName waits until the keyboard is in the name of what was just added.
func waitForName(p *chromium.Page) {
	p.WaitFor(`document.activeElement.id === "scheme-field-name" && document.activeElement.value === ""`)
}

// choose takes the entry with that text out of the list that has the keyboard.
func choose(t *testing.T, p *chromium.Page, text string) {
	t.Helper()
	for range 40 {
		at := chromium.Eval[string](p, `document.activeElement.selectedOptions[0].textContent`)
		if at == text {
			return
		}
		p.Press("ArrowDown")
	}
	t.Fatalf("the list has no %q", text)
}

// applyScheme applies the draft, with the answer to what the dialog asks, and
// waits until the dialog is gone.
func applyScheme(t *testing.T, p *chromium.Page, asked string) {
	t.Helper()
	p.Click("button", "Apply")
	if asked != "" {
		expect(t, "what is asked", true, func() bool {
			return strings.Contains(chromium.Eval[string](p, `document.querySelector(".scheme-foot p").textContent`), asked)
		})
		p.Click("button", "Apply all the same")
	}
	p.Gone("dialog", "Scheme")
}

// changeSchemeByFile gives a page another scheme: its own, as a file that is changed.
func changeSchemeByFile(t *testing.T, p *chromium.Page, change func(scheme object)) {
	t.Helper()
	editScheme(p)
	file := p.Download(func() { p.Click("button", "Export scheme") })
	var scheme object
	if err := json.Unmarshal(file.Data, &scheme); err != nil {
		t.Fatal(err)
	}
	change(scheme)
	scheme["name"] = "Changed"
	data, err := json.Marshal(scheme)
	if err != nil {
		t.Fatal(err)
	}
	p.SetFiles("#scheme-file", write(t, "changed.json", data))
	choosePart(t, p, "Name and guidelines")
	expect(t, "the scheme that is read", "Changed", func() string { return p.Find("textbox", "Name of the scheme").Value() })
	applyScheme(t, p, "")
}

// schemeSaid is the scheme of an exported file as it stands there.
func schemeSaid(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var f struct{ Scheme map[string]any }
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f.Scheme
}

// labelSaid is one of its labels.
func labelSaid(t *testing.T, data []byte, id string) map[string]any {
	t.Helper()
	for _, l := range schemeSaid(t, data)["labels"].([]any) {
		if l := l.(map[string]any); l["id"] == id {
			return l
		}
	}
	return nil
}

// crowd is a file of the work given and of an article with so many spans (a
// multiple of 20), half of them actors and half of them dates.
func crowd(t *testing.T, work exported, spans int) []byte {
	t.Helper()
	const word = "word é 😀 "
	text := strings.Repeat(strings.Repeat(word, 20)+"\n", spans/20)
	sum := sha256.Sum256([]byte(text))
	set := exportedSet{Document: "crowd", Annotator: work.me(), State: "open"}
	for i := range spans {
		at := i*len([]rune(word)) + i/20
		set.Spans = append(set.Spans, exportedSpan{
			ID: fmt.Sprint("s", i), Label: []string{"actor", "date"}[i%2], Ranges: []exportedRange{{at, at + len("word")}}, Text: "word",
			Origin: "person", Created: "2026-01-31T12:30:00.000Z", Modified: "2026-01-31T12:30:00.000Z",
		})
	}
	work.Documents = append(work.Documents, exportedDocument{ID: "crowd", Title: "A crowd", Text: text, SHA256: hex.EncodeToString(sum[:])})
	work.Sets = append(work.Sets, set)
	data, err := json.Marshal(work)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestALabelOfAThousandSpansGivesWayToAnotherInOneStep(t *testing.T) {
	t.Parallel()
	p := open(t)
	data := crowd(t, readExport(t, p), 1000)
	importFile(p, write(t, "crowd.json", data))
	expectProject(t, p, "crowd")
	expectNotice(t, p, "Opened crowd.json as a project of its own")
	before := export(p)

	editScheme(p)
	choosePart(t, p, "Actor")
	p.Click("button", "Delete label")
	p.Click("button", "Apply")
	p.Find("combobox", "“Actor” has 500 spans. What becomes of them?").Focus()
	choose(t, p, "Make them “Demand”")
	applyScheme(t, p, "Another label for 500 spans.")
	waitSaved(p)

	f := readExport(t, p)
	counts := map[string]int{}
	for _, s := range f.spans("A crowd") {
		counts[s.Label]++
	}
	same(t, "the labels of the spans", map[string]int{"demand": 500, "date": 500}, counts)
	same(t, "the labels of the scheme", 3, len(f.Scheme.Labels))

	p.Press("Control+z")
	expect(t, "the file after one undo", "", func() string { return cmp.Diff(string(before), string(export(p))) })
	p.Press("Control+y")
	expect(t, "the buttons of the toolbar", 3, func() int {
		return chromium.Eval[int](p, `document.querySelectorAll("[role=toolbar][aria-label=Labels] button").length`)
	})
	waitSaved(p)
	p.Reload()
	waitSaved(p)
	same(t, "the labels of the scheme after a reload", 3, len(readExport(t, p).Scheme.Labels))
}

func TestADraftIsThereAgainWhenItsLongWorkIsCalledOff(t *testing.T) {
	t.Parallel()
	p := open(t)
	importFile(p, write(t, "crowd.json", crowd(t, readExport(t, p), 60000)))
	expectProject(t, p, "crowd")
	expectNotice(t, p, "Opened crowd.json as a project of its own")

	editScheme(p)
	choosePart(t, p, "Actor")
	p.Click("button", "Delete label")
	p.Click("button", "Apply")
	p.Find("combobox", "“Actor” has 30000 spans. What becomes of them?").Focus()
	choose(t, p, "Make them “Demand”")
	p.Click("button", "Apply")
	p.Find("button", "Apply all the same") // after the work of finding out what it touches
	p.Do(`const calling = setInterval(() => {
		const cancel = document.querySelector("#errand[open] button");
		if (cancel) { clearInterval(calling); cancel.click(); window.calledOff = true; }
	}, 5)`)
	p.Click("button", "Apply all the same")
	p.WaitFor(`window.calledOff && !document.querySelector("#errand") && document.querySelector("#scheme[open]")`)
	applyScheme(t, p, "Another label for 30000 spans.")
	p.WaitFor(`document.querySelectorAll("[role=toolbar][aria-label=Labels] button").length === 3`)
}

// TestASchemeIsEditedFromTheKeyboardAlone adds a label with an attribute, and
// marks with it.
func TestASchemeIsEditedFromTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t)
	tabTo(t, p, "Tab", "Edit scheme")
	p.Press("Enter")
	p.Find("dialog", "Scheme")
	tabTo(t, p, "Tab", "Add label")
	p.Press("Enter")
	waitForName(p)
	p.Type("Place of work")
	p.Press("Tab")
	p.Type("5")
	tabTo(t, p, "Tab", "Definition")
	p.Type("Where somebody works.")
	tabTo(t, p, "Tab", "Add attribute")
	p.Press("Enter")
	waitForName(p)
	p.Type("Sort")
	tabTo(t, p, "Tab", "Type")
	choose(t, p, "One of several")
	p.WaitFor(`document.activeElement.id === "scheme-field-type" && document.getElementById("scheme-field-options")`)
	tabTo(t, p, "Tab", "Options")
	p.Type("Office | With a desk\nOutdoors")
	tabTo(t, p, "Tab", "A new span begins with")
	p.Type("Office")
	tabTo(t, p, "Tab", "Apply")
	p.Press("Enter")
	p.Gone("dialog", "Scheme")
	checkFocus(t, p, "applying")

	tabTo(t, p, "Shift+Tab", "Article text")
	p.Press("ArrowRight", "5")
	expect(t, "the list of spans", true, func() bool { return len(listed(p)) == 1 && strings.HasPrefix(listed(p)[0], "Place of work") })
	same(t, "the label in the file", map[string]any{
		"id": "place-of-work", "name": "Place of work", "key": "5", "color": "#56B4E9", "definition": "Where somebody works.",
		"attributes": []any{map[string]any{
			"id": "sort", "name": "Sort", "type": "choice", "default": []any{"office"},
			"options": []any{
				map[string]any{"id": "office", "name": "Office", "definition": "With a desk"},
				map[string]any{"id": "outdoors", "name": "Outdoors"},
			},
		}},
	}, labelSaid(t, export(p), "place-of-work"))
}

// TestASchemeIsEditedByTouchAlone goes from the list to a label and back, as a
// phone shows one after the other.
func TestASchemeIsEditedByTouchAlone(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	p.Click("button", "Show the spans")
	editScheme(p)
	choosePart(t, p, "Demand")
	p.Find("textbox", "Name").Click()
	p.Press("Control+a")
	p.Type("Claim")
	p.Find("group", "Colour").Find("button", "Teal").Click()
	p.Click("button", "Back to the list")
	expect(t, "the list", true, func() bool { return p.Has("button", "Claim") })
	same(t, "the width of the page beyond the window", 0.0, chromium.Eval[float64](p, `document.documentElement.scrollWidth - innerWidth`))
	applyScheme(t, p, "")
	said := labelSaid(t, export(p), "demand")
	same(t, "name and colour", []any{"Claim", "#00808F"}, []any{said["name"], said["color"]})
}

func TestEverythingOfASchemeIsFoundAgainInTheFile(t *testing.T) {
	t.Parallel()
	p := open(t)
	editScheme(p)
	choosePart(t, p, "Name and guidelines")
	p.Find("textbox", "Name of the scheme").Fill("My scheme")
	p.Find("textbox", "Where its labels come from").Fill("A seminar")
	p.Find("textbox", "Guidelines: how to mark, in paragraphs").Fill("Read first.\n\nThen mark.")
	choosePart(t, p, "Date")
	p.Find("textbox", "Examples, one a line").Fill("on Monday\n\n in May ")
	p.Find("group", "Colour").Find("button", "Purple").Click()
	p.Find("combobox", "In the group of").Focus()
	choose(t, p, "Demand")
	p.Find("combobox", "Do its spans point to register entries?").Focus()
	choose(t, p, "They have to")
	p.Find("checkbox", "Two spans of this label may overlap").Click()
	p.Click("button", "Move up")
	addPart(p, "Add relation")
	p.Find("textbox", "Name").Fill("happens on")
	p.Find("group", "Goes to spans of (none: any)").Find("checkbox", "Date").Click()
	applyScheme(t, p, "")

	data := export(p)
	parseExport(t, data)
	said := schemeSaid(t, data)
	same(t, "name, source and guidelines", []any{"My scheme", "A seminar", "Read first.\n\nThen mark."}, []any{said["name"], said["source"], said["guidelines"]})
	date := labelSaid(t, data, "date")
	delete(date, "attributes")
	delete(date, "definition")
	same(t, "the label", map[string]any{
		"id": "date", "name": "Date", "key": "3", "color": "#7B4FA3", "examples": []any{"on Monday", "in May"},
		"parent": "demand", "entry": "required", "no_overlap": true,
	}, date)
	same(t, "its place", "date", said["labels"].([]any)[1].(map[string]any)["id"])
	relations := said["relations"].([]any)
	same(t, "the relation", any(map[string]any{"id": "happens-on", "name": "happens on", "to": []any{"date"}}), relations[len(relations)-1])
	same(t, "the order of the toolbar", "Actor1 Demand2 Date3 Source bias4", chromium.Eval[string](p,
		`[...document.querySelectorAll("[role=toolbar][aria-label=Labels] button")].map((b) => b.textContent).join(" ")`))
}

func TestASchemeLeavesAndComesBackAsAFile(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	editScheme(p)
	file := p.Download(func() { p.Click("button", "Export scheme") })
	same(t, "the name of the file", "scheme-actor-demand-date-source-bias.json", file.Name)
	other := swap(t, file.Data, `"name": "Actor",`, `"name": "Who",`)
	p.SetFiles("#scheme-file", write(t, "other.json", other))
	expect(t, "the list", "Who", func() string {
		return chromium.Eval[string](p, `document.querySelectorAll(".scheme-row .name")[1].textContent`)
	})
	applyScheme(t, p, "")
	expectListed(t, p, "Who Saudi Arabia")

	editScheme(p)
	p.SetFiles("#scheme-file", write(t, "broken.json", []byte(`{"name": "x", "labels": [{"id": "a"}]}`)))
	expect(t, "what is said of a broken file", true, func() bool {
		return strings.Contains(chromium.Eval[string](p, `document.querySelector(".scheme > .trouble").textContent`), `broken.json: line 1`)
	})
	p.Press("Escape")
	p.Gone("dialog", "Scheme")
}

// TestAReadyMadeSchemeIsWorkedWith takes over a scheme of many labels and marks
// with them by keys, also by more of them at once than the page can follow.
func TestAReadyMadeSchemeIsWorkedWith(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	editScheme(p)
	p.Click("button", "Ready-made…")
	p.Click("button", "Persuasion techniques (SemEval-2023 task 3)")
	p.Find("combobox", "“Actor” has 1 span. What becomes of it?").Focus()
	choose(t, p, "Delete it too")
	applyScheme(t, p, "Deleted: 1 span.")
	expectListed(t, p)

	p.Select("Saudi Arabia")
	expectPicked(t, p, "Saudi Arabia")
	near := p.Find("toolbar", "Mark the selection").All("button", "")
	same(t, "the number of buttons beside the selection", 10, len(near))
	near[9].Click()
	p.Find("dialog", "Find a label")
	p.Press("s", "l", "o")
	expect(t, "what is found", []string{"Slogans"}, func() []string { return found(p) })
	p.Press("Enter")
	expectListed(t, p, "Slogans Saudi Arabia")
	checkFocus(t, p, "marking from the finder")

	p.Press("ArrowRight")
	expectPicked(t, p, "is")
	p.Press(".", "f", "l", "a", "Enter")
	expectListed(t, p, "Slogans Saudi Arabia", "Flag_Waving is")
	p.Press("ArrowRight")
	expectPicked(t, p, "one")
	p.Slow(8) // the hand is quicker than the page
	p.Press(".", "s", "l", "Escape", ".", "d", "o", "u", "b", "t", "Enter")
	expectListed(t, p, "Slogans Saudi Arabia", "Flag_Waving is", "Doubt one")
	p.Slow(1)

	tabTo(t, p, "Tab", "Attack on reputation")
	p.Press("ArrowDown", "ArrowRight", "End", "ArrowUp")
	expect(t, "the label that has the keyboard", "Exaggeration-Minimisation", func() string {
		return chromium.Eval[string](p, `document.activeElement.querySelector(".name").textContent`)
	})
	p.WaitFor(`document.activeElement.tabIndex === 0`)
	p.Press("Tab")
	same(t, "the stop after the labels", "Definitions in full", focused(p).Name)
}

// found are the names of the labels that the finder shows.
func found(p *chromium.Page) []string {
	return chromium.Eval[[]string](p, `[...document.querySelectorAll("[role=option] .name")].map((o) => o.textContent)`)
}

func TestGuidelinesAreOneKeyAway(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.Select("Saudi Arabia")
	expectPicked(t, p, "Saudi Arabia")
	p.Region().Focus()
	p.Press("?")
	dialog := p.Find("dialog", "Guidelines")
	for _, part := range []string{"Read the whole article once", "Who acts, speaks, decides", "“Prince Faisal bin Farhan”", "A ministry, party, alliance"} {
		if !strings.Contains(dialog.Text(), part) {
			t.Errorf("the guidelines do not say %q", part)
		}
	}
	p.Press("Escape")
	p.Gone("dialog", "Guidelines")
	checkFocus(t, p, "closing the guidelines")
	p.Press("1")
	expectListed(t, p, "Actor Saudi Arabia")
	p.Click("button", "Guidelines")
	p.Find("dialog", "Guidelines")
	p.Press("?")
	p.Gone("dialog", "Guidelines")
}

func TestWhatIsWrongInASchemeIsSaidWhereItIsMended(t *testing.T) {
	t.Parallel()
	p := open(t)
	editScheme(p)
	choosePart(t, p, "Demand")
	p.Find("textbox", "Key").Fill("1")
	addPart(p, "Add label")
	p.Click("button", "Apply")
	said := func(field string) string {
		return chromium.Eval[string](p, `document.getElementById("scheme-trouble-`+field+`")?.textContent ?? ""`)
	}
	expect(t, "the trouble with the key", "“Actor” has this key.", func() string { return said("key") })
	same(t, "what has the keyboard", "scheme-field-key", chromium.Eval[string](p, "document.activeElement.id"))
	p.Find("textbox", "Key").Fill("2")
	expect(t, "the trouble with the mended key", "", func() string { return said("key") })
	p.Click("button", "Apply")
	expect(t, "the trouble with the name", "Give it a name.", func() string { return said("name") })

	p.Press("Escape")
	p.Find("button", "Throw it away")
	p.Press("Escape")
	p.Find("button", "Apply")
	p.Click("button", "Cancel")
	p.Click("button", "Throw it away")
	p.Gone("dialog", "Scheme")
	same(t, "the number of labels", 4, len(readExport(t, p).Scheme.Labels))
	p.Find("button", "Edit scheme")
	same(t, "whether there is anything to undo", "true", p.Find("button", "Undo").Attribute("aria-disabled"))
}

func TestSpansOfALabelThatAreNotToOverlapDoNot(t *testing.T) {
	t.Parallel()
	p := open(t)
	editScheme(p)
	choosePart(t, p, "Actor")
	p.Find("checkbox", "Two spans of this label may overlap").Click()
	applyScheme(t, p, "")
	mark(t, p, "Saudi Arabia", "1")
	p.Select("Arabia is one")
	expectPicked(t, p, "Arabia is one")
	p.Press("1")
	expectNotice(t, p, "Not done: spans of Actor are not to overlap, and “Saudi Arabia” is one.")
	expectListed(t, p, "Actor Saudi Arabia")
	p.Press("2")
	expectListed(t, p, "Actor Saudi Arabia", "Demand Arabia is one")
	p.ClickText("one", 1)
	expectShown(t, p, "Arabia is one")
	p.Press("1")
	expectNotice(t, p, "“Saudi Arabia” is one.")
	expectListed(t, p, "Actor Saudi Arabia", "Demand Arabia is one")
}
