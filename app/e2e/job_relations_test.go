package e2e

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"

	"spanwise/app/e2e/chromium"
)

// TestRelations relates spans by mouse and by keys, within one article and
// across two.
func TestRelations(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aRelationIsDraggedFromTheHandleToASpan,
		aRelationIsDraggedToARowOfTheListOfSpans,
		aSpanOfAnotherArticleIsRelatedByAClickAndFoundAgain,
		spansAreRelatedFromTheKeyboard,
		relatingIsCalledOffAndLeavesNothing,
		aRelationIsChangedTurnedNotedAndDeletedEachInOneStep,
		aPlaceWithSeveralSpansAsksWhichIsMeant,
		wiresRunBetweenTheLinesAndBesideThemAndNotOverWords,
		whatCannotBeSeenIsNamedAtTheEdgeOfTheText,
		hoveringASpanShowsItsWires,
	)
}

// related are the relations of the exported file, in words.
func related(t *testing.T, p *chromium.Page) []string {
	t.Helper()
	data := export(p)
	f := parseExport(t, data)
	type place struct{ Document, Span string }
	var file struct {
		Relations []struct {
			Label, Note string
			From, To    place
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	words := func(at place) string {
		for _, s := range f.spans(f.document(at.Document).Title) {
			if s.ID == at.Span {
				return s.Text
			}
		}
		t.Errorf("a relation names the span %v, which is not there", at)
		return ""
	}
	list := []string{}
	for _, r := range file.Relations {
		line := words(r.From) + " " + r.Label + " " + words(r.To)
		if r.Note != "" {
			line += " (" + r.Note + ")"
		}
		list = append(list, line)
	}
	slices.Sort(list)
	return list
}

// relationLines reads the relations of the chosen span as the side panel lists them.
const relationLines = `[...document.querySelectorAll("[role=list][aria-label=Relations] .other")].map((b) => [...b.children].map((c) => c.textContent).join(" "))`

func expectRelations(t *testing.T, p *chromium.Page, want ...string) {
	t.Helper()
	expect(t, "the relations of the chosen span", append([]string{}, want...), func() []string {
		return chromium.Eval[[]string](p, relationLines)
	})
}

// heads are how many arrows are drawn.
func heads(p *chromium.Page) int {
	return chromium.Eval[int](p, `(document.querySelector(".wires .head")?.getAttribute("d").match(/M/g) ?? []).length`)
}

func expectHeads(t *testing.T, p *chromium.Page, want int) {
	t.Helper()
	expect(t, "how many arrows are drawn", want, func() int { return heads(p) })
}

// relatingAsks is what the bar asks that says what is being related, or "".
func relatingAsks(p *chromium.Page) string {
	return chromium.Eval[string](p, `document.querySelector(".relating:not([hidden]) .asks")?.textContent ?? ""`)
}

func expectAsked(t *testing.T, p *chromium.Page, want string) {
	t.Helper()
	expect(t, "what the bar asks", want, func() string { return relatingAsks(p) })
}

// giveRelations gives a page's scheme two more relations, from demands to actors.
func giveRelations(t *testing.T, p *chromium.Page) {
	t.Helper()
	changeSchemeByFile(t, p, func(scheme object) {
		more := []any{
			object{"id": "demanded-by", "name": "demanded by", "from": []string{"demand"}, "to": []string{"actor"}},
			object{"id": "addressed-to", "name": "addressed to", "from": []string{"demand"}, "to": []string{"actor"}},
		}
		scheme["relations"] = append(more, scheme["relations"].([]any)...)
	})
}

// demandAndActor marks two spans and chooses the demand.
func demandAndActor(t *testing.T, p *chromium.Page) {
	t.Helper()
	giveRelations(t, p)
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "readmitted to diplomatic life", "2")
	p.ClickText("readmitted", 1)
	expectShown(t, p, "readmitted to diplomatic life")
}

// relateHandle is the handle of the chosen span.
func relateHandle(p *chromium.Page) *chromium.Element {
	return p.Find("button", "Relate to another span")
}

func aRelationIsDraggedFromTheHandleToASpan(t *testing.T, p *chromium.Page) {
	demandAndActor(t, p)
	to := p.Middle("Saudi Arabia", 0)
	relateHandle(p).DragTo(func(chromium.Point) chromium.Point { return to })
	expectAsked(t, p, "How does “readmitted to diplomatic life” relate to “Saudi Arabia”?")
	p.Find("group", "Choices").Find("button", "→ demanded by").Click()
	expectAsked(t, p, "")
	expectRelations(t, p, "→ demanded by “Saudi Arabia”")
	expectListed(t, p, "Actor · 1 relation Saudi Arabia", "Demand · 1 relation readmitted to diplomatic life")
	expectHeads(t, p, 1)
	same(t, "the export", []string{"readmitted to diplomatic life demanded-by Saudi Arabia"}, related(t, p))

	p.Press("Control+z")
	expectRelations(t, p)
	expectHeads(t, p, 0)
	expectListed(t, p, "Actor Saudi Arabia", "Demand readmitted to diplomatic life")
	p.Press("Control+y")
	expectRelations(t, p, "→ demanded by “Saudi Arabia”")
	p.Region().Focus() // Export has it
	p.Press("Delete")
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "the export after a span was deleted", []string{}, related(t, p))
	p.Press("Control+z")
	same(t, "the export after it came back", []string{"readmitted to diplomatic life demanded-by Saudi Arabia"}, related(t, p))
}

func aRelationIsDraggedToARowOfTheListOfSpans(t *testing.T, p *chromium.Page) {
	demandAndActor(t, p)
	p.Find("list", "Spans").Find("button", "Actor Saudi Arabia")
	relateHandle(p).DragTo(func(chromium.Point) chromium.Point {
		return chromium.Eval[chromium.Point](p, `(() => {
			const row = document.querySelector("[aria-label=Spans] button");
			row.scrollIntoView({ block: "nearest" });
			const r = row.getBoundingClientRect();
			return { X: r.left + r.width / 2, Y: r.top + r.height / 2 };
		})()`)
	})
	expectAsked(t, p, "How does “readmitted to diplomatic life” relate to “Saudi Arabia”?")
	p.Press("2")
	expectRelations(t, p, "→ addressed to “Saudi Arabia”")
}

func aSpanOfAnotherArticleIsRelatedByAClickAndFoundAgain(t *testing.T, p *chromium.Page) {
	giveRelations(t, p)
	docs := bundled(t)
	openArticle(t, p, docs[1].Title)
	mark(t, p, "Shoigu", "1")
	openArticle(t, p, docs[0].Title)
	mark(t, p, "readmitted to diplomatic life", "2")
	p.ClickText("readmitted", 1)
	expectShown(t, p, "readmitted to diplomatic life")
	p.Click("button", "Relate…")
	const asks = "Relate “readmitted to diplomatic life” to … Choose a span here, in the list or in another article. Escape cancels."
	expectAsked(t, p, asks)
	openArticle(t, p, docs[1].Title)
	expectAsked(t, p, asks)
	p.ClickText("Shoigu", 1)
	expectAsked(t, p, "How does “readmitted to diplomatic life” relate to “Shoigu”?")
	p.Press("1")
	expectShown(t, p, "Shoigu")
	expectRelations(t, p, "← demanded by “readmitted to diplomatic life” "+docs[0].Title)

	p.Find("list", "Relations").All("button", "")[0].Click()
	expectShown(t, p, "readmitted to diplomatic life")
	expect(t, "the open text", docs[0].Text(), p.ArticleText)
	expectRelations(t, p, "→ demanded by “Shoigu” "+docs[1].Title)
	same(t, "the export", []string{"readmitted to diplomatic life demanded-by Shoigu"}, related(t, p))
}

func spansAreRelatedFromTheKeyboard(t *testing.T, p *chromium.Page) {
	giveRelations(t, p)
	mark(t, p, "Syria’s", "1")
	mark(t, p, "sat down", "2")
	p.Press("Escape", "ArrowLeft")
	expectPicked(t, p, "down")
	p.Press("Enter")
	expectShown(t, p, "sat down")
	p.Press("r")
	expectAsked(t, p, "Relate “sat down” to … Choose a span here, in the list or in another article. Escape cancels.")
	for _, word := range []string{"Minister", "Defence", "’s"} {
		p.Press("ArrowLeft")
		expectPicked(t, p, word)
	}
	strike(p, "Enter")
	expectAsked(t, p, "How does “sat down” relate to “Syria’s”?")
	expect(t, "what has the keyboard", "→ demanded by", func() string {
		return chromium.Eval[string](p, `document.activeElement.querySelector(".name")?.textContent ?? ""`)
	})
	p.Press("ArrowRight", "Enter")
	expectShown(t, p, "sat down")
	expectRelations(t, p, "→ addressed to “Syria’s”")
	expect(t, "what has the keyboard", "Article text", func() string {
		return chromium.Eval[string](p, `document.activeElement.ariaLabel ?? ""`)
	})
	same(t, "the export", []string{"sat down addressed-to Syria’s"}, related(t, p))
}

func relatingIsCalledOffAndLeavesNothing(t *testing.T, p *chromium.Page) {
	demandAndActor(t, p)
	for _, off := range []func(){
		func() { p.Press("Escape") },
		func() { p.Find("region", "Relating").Find("button", "Cancel").Click() },
		func() {
			p.ClickText("Saudi Arabia", 1)
			expectAsked(t, p, "How does “readmitted to diplomatic life” relate to “Saudi Arabia”?")
			p.Press("Escape")
		},
	} {
		p.Press("r")
		expect(t, "the bar is there", true, func() bool { return relatingAsks(p) != "" })
		off()
		expectAsked(t, p, "")
		expectShown(t, p, "readmitted to diplomatic life")
	}
	relateHandle(p).DragTo(func(from chromium.Point) chromium.Point { return chromium.Point{X: from.X, Y: from.Y + 12} })
	expectAsked(t, p, "")
	same(t, "the export", []string{}, related(t, p))

	p.Press("r")
	p.Press("Control+z") // takes back the demand that is being related
	expectListed(t, p, "Actor Saudi Arabia")
	expectAsked(t, p, "")
}

// oneRelation relates the demand to the actor and opens what can be changed.
func oneRelation(t *testing.T, p *chromium.Page) {
	t.Helper()
	demandAndActor(t, p)
	p.Press("r")
	p.ClickText("Saudi Arabia", 1)
	expectAsked(t, p, "How does “readmitted to diplomatic life” relate to “Saudi Arabia”?")
	p.Press("1")
	expectRelations(t, p, "→ demanded by “Saudi Arabia”")
}

func aRelationIsChangedTurnedNotedAndDeletedEachInOneStep(t *testing.T, p *chromium.Page) {
	oneRelation(t, p)
	p.Click("button", "Change “demanded by”")
	expect(t, "what has the keyboard", "Relation", func() string {
		return chromium.Eval[string](p, `document.activeElement.ariaLabel ?? ""`)
	})
	p.Press("ArrowDown")
	expectRelations(t, p, "→ addressed to “Saudi Arabia”")
	p.Click("button", "Turn round")
	expectRelations(t, p, "← addressed to “Saudi Arabia”")
	expect(t, "what is to do", "To do: the scheme does not have “addressed to” between these labels.", func() string {
		return chromium.Eval[string](p, `document.querySelector(".relation .to-do")?.textContent ?? ""`)
	})
	p.Find("textbox", "Note on this relation").Fill("as they say")
	expect(t, "the export", []string{"Saudi Arabia addressed-to readmitted to diplomatic life (as they say)"}, func() []string { return related(t, p) })
	p.Click("button", "Delete relation")
	expectRelations(t, p)

	for _, want := range []string{
		"Saudi Arabia addressed-to readmitted to diplomatic life (as they say)",
		"Saudi Arabia addressed-to readmitted to diplomatic life",
		"readmitted to diplomatic life addressed-to Saudi Arabia",
		"readmitted to diplomatic life demanded-by Saudi Arabia",
	} {
		p.Press("Control+z")
		expect(t, "the export after undo", []string{want}, func() []string { return related(t, p) })
	}
	expectRelations(t, p, "→ demanded by “Saudi Arabia”")
}

func aPlaceWithSeveralSpansAsksWhichIsMeant(t *testing.T, p *chromium.Page) {
	giveRelations(t, p)
	mark(t, p, "Saudi Arabia is one of the regional powers", "1")
	mark(t, p, "regional powers", "1")
	mark(t, p, "sat down", "2")
	p.ClickText("sat down", 1)
	expectShown(t, p, "sat down")
	p.Press("r")
	expect(t, "the bar is there", true, func() bool { return relatingAsks(p) != "" })
	p.ClickText("regional powers", 1)
	expectAsked(t, p, "Relate “sat down” to which of these?")
	same(t, "the choices", []string{
		"Actor “regional powers” 1", "Actor “Saudi Arabia is one of the regional powers” 2",
	}, chromium.Eval[[]string](p, `[...document.querySelectorAll(".relating .choices button")].map((b) => b.innerText.trim().split(/\s*\n\s*/).join(" "))`))
	p.Press("2")
	expectAsked(t, p, "How does “sat down” relate to “Saudi Arabia is one of the regional powers”?")
	p.Press("1")
	expectRelations(t, p, "→ demanded by “Saudi Arabia is one of the regional powers”")
}

// wiresOverWords lists the words that a wire runs over: every few pixels of
// every wire are held against the boxes of the letters, which leave out what of
// a line's height no letter reaches.
const wiresOverWords = `(() => {
	const boxes = [];
	const walker = document.createTreeWalker(document.getElementById("article-text"), NodeFilter.SHOW_TEXT);
	for (let node; (node = walker.nextNode());) {
		for (const word of node.data.matchAll(/\S+/g)) {
			const range = document.createRange();
			range.setStart(node, word.index);
			range.setEnd(node, word.index + word[0].length);
			for (const r of range.getClientRects()) boxes.push({ word: word[0], left: r.left, right: r.right, top: r.top + 1, bottom: r.bottom - 2 });
		}
	}
	const over = new Set();
	for (const wire of document.querySelectorAll(".wires .wire")) {
		const origin = document.querySelector(".wires").getBoundingClientRect();
		for (let at = 0; at <= wire.getTotalLength(); at += 2) {
			const point = wire.getPointAtLength(at), x = point.x + origin.left, y = point.y + origin.top;
			for (const b of boxes) if (b.left < x && x < b.right && b.top < y && y < b.bottom) over.add(b.word);
		}
	}
	return [...over];
})()`

func wiresRunBetweenTheLinesAndBesideThemAndNotOverWords(t *testing.T, p *chromium.Page) {
	giveRelations(t, p)
	mark(t, p, "Some Arab capitals", "1")
	others := []string{"Saudi Arabia", "Tunisia", "Hulusi Akar", "Ankara described"}
	for _, other := range others {
		mark(t, p, other, "1")
	}
	for i, other := range others {
		p.ClickText("Arab capitals", 1)
		expectShown(t, p, "Some Arab capitals")
		p.Press("r")
		expect(t, "the bar is there", true, func() bool { return relatingAsks(p) != "" })
		p.ClickText(other, 1)
		expect(t, "the bar asks how", "How does “Some Arab capitals” relate to “"+other+"”?", func() string { return relatingAsks(p) })
		p.Press("2")
		expect(t, "how many relations are listed", i+1, func() int { return len(chromium.Eval[[]string](p, relationLines)) })
	}
	p.ClickText("Arab capitals", 1)
	expectHeads(t, p, len(others))
	same(t, "words under a wire", []string{}, chromium.Eval[[]string](p, wiresOverWords))
	same(t, "what lies where a wire runs", "MARK", chromium.Eval[string](p, `(() => {
		const r = [...document.querySelectorAll("mark")].find((m) => m.textContent === "Tunisia").getBoundingClientRect();
		return document.elementFromPoint(r.left + r.width / 2, r.top + 2).tagName;
	})()`))
}

func whatCannotBeSeenIsNamedAtTheEdgeOfTheText(t *testing.T, p *chromium.Page) {
	giveRelations(t, p)
	docs := bundled(t)
	openArticle(t, p, docs[1].Title)
	mark(t, p, "Shoigu", "1")
	openArticle(t, p, docs[0].Title)
	mark(t, p, "Civil war", "1")
	mark(t, p, "sat down", "2")
	relateSat := func(click func()) {
		t.Helper()
		p.ClickText("sat down", 1)
		expectShown(t, p, "sat down")
		p.Press("r")
		click()
		expect(t, "the bar asks how", true, func() bool { return p.Has("button", "→ same claim") })
		p.Click("button", "→ same claim")
		expectAsked(t, p, "")
	}
	relateSat(func() { p.ClickText("Civil war", 1) })
	relateSat(func() {
		openArticle(t, p, docs[1].Title)
		p.ClickText("Shoigu", 1)
	})
	openArticle(t, p, docs[0].Title)
	p.ClickText("sat down", 1)
	expectHeads(t, p, 2)
	captions := func() []string {
		return chromium.Eval[[]string](p, `[...document.querySelectorAll(".wires .edge")].map((e) => {
			const r = e.getBoundingClientRect();
			return r.top >= 0 && r.bottom <= innerHeight ? e.textContent : "out of view: " + e.textContent;
		})`)
	}
	expect(t, "what is said at the edge", []string{"→ same claim: “Civil war” + 1 more"}, captions)
	p.Phrase("Civil war", 0) // scrolls there
	expect(t, "what is said at the edge", []string{}, captions)
}

// hover moves the mouse over a place.
func hover(p *chromium.Page, at chromium.Point) {
	chromium.Command(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseMoved, X: at.X, Y: at.Y})
}

func hoveringASpanShowsItsWires(t *testing.T, p *chromium.Page) {
	oneRelation(t, p)
	p.Press("Escape")
	expectShown(t, p, "")
	hover(p, p.Middle("sat down", 0))
	expectHeads(t, p, 0)
	hover(p, p.Middle("Saudi Arabia", 0))
	expectHeads(t, p, 1)
	hover(p, p.Middle("sat down", 0))
	expectHeads(t, p, 0)
}

// schemeWith gives an exported file other relations.
func schemeWith(t *testing.T, data []byte, relations ...map[string]any) []byte {
	t.Helper()
	var file map[string]any
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	file["scheme"].(map[string]any)["relations"] = relations
	data, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheOneRelationThatFitsIsMadeAtOnce(t *testing.T) {
	t.Parallel()
	p := open(t)
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "on Tuesday", "3")
	mark(t, p, "sat down", "2")
	file := schemeWith(t, export(p),
		map[string]any{"id": "since", "name": "since", "from": []string{"actor"}, "to": []string{"date"}})
	dialog := openProjects(p, "First project")
	dialog.Find("button", "New project").Click()
	p.Choose(func() { dialog.Find("button", "Open a project file…").Click() }, write(t, "one relation.json", file))
	expectProject(t, p, "one relation")

	p.ClickText("Saudi Arabia", 1)
	expectShown(t, p, "Saudi Arabia")
	p.Press(">")
	p.ClickText("on Tuesday", 1)
	expectRelations(t, p, "→ since “on Tuesday”")
	expectAsked(t, p, "")

	p.ClickText("on Tuesday", 1)
	expectRelations(t, p, "← since “Saudi Arabia”")
	p.Press("r")
	p.ClickText("sat down", 1)
	expectNotice(t, p, "The scheme has no relation between Date and Demand.")
	p.ClickText("Saudi Arabia", 1)
	expectRelations(t, p, "← since “Saudi Arabia”")
	same(t, "the export", []string{"Saudi Arabia since on Tuesday"}, related(t, p))
}

func TestSpansAreRelatedByTouchAlone(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	for phrase, label := range map[string]string{"Defence Minister": "Actor", "sat down": "Demand"} {
		selectByTouch(p, phrase)
		expectPicked(t, p, phrase)
		tapLabel(p, label)
		expectPicked(t, p, "")
	}
	p.ClickText("sat down", 1)
	expectShown(t, p, "sat down")
	p.Click("button", "Relate…")
	expectAsked(t, p, "Relate “sat down” to … Choose a span here, in the list or in another article. Escape cancels.")
	p.ClickText("Defence Minister", 1)
	expectAsked(t, p, "How does “sat down” relate to “Defence Minister”?")
	p.Find("group", "Choices").Find("button", "→ contradicts").Click()
	expectRelations(t, p, "→ contradicts “Defence Minister”")
	same(t, "the export", []string{"sat down contradicts Defence Minister"}, related(t, p))
	p.Click("button", "Undo")
	expectRelations(t, p)

	// The details of the span lie over the text where that has not been scrolled.
	p.Do(`scrollBy(0, document.querySelector("mark.chosen").getBoundingClientRect().top - 200)`)
	to := chromium.Eval[chromium.Point](p, `(() => {
		const r = [...document.querySelectorAll("mark")].find((m) => m.textContent === "Defence Minister").getBoundingClientRect();
		return { X: r.left + r.width / 2, Y: r.top + r.height / 2 };
	})()`)
	relateHandle(p).DragByTouch(func(chromium.Point) chromium.Point { return to })
	expectAsked(t, p, "How does “sat down” relate to “Defence Minister”?")
	p.Find("group", "Choices").Find("button", "→ same claim").Click()
	expectRelations(t, p, "→ same claim “Defence Minister”")
	same(t, "words under a wire", []string{}, chromium.Eval[[]string](p, wiresOverWords))

	p.Click("button", "Change “same claim”")
	p.Click("button", "Delete relation")
	expectRelations(t, p)
	same(t, "the export", []string{}, related(t, p))
}
