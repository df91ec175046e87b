package e2e

import "testing"

// TestTheWholeJobIsDoneFromTheKeyboardAlone presses nothing but keys.
func TestTheWholeJobIsDoneFromTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t)
	docs := bundled(t)
	tabTo(t, p, "Tab", "Article text")

	p.Press("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
	expectPicked(t, p, "Damascus looks for")
	p.Press("1")
	expectListed(t, p, "Actor Damascus looks for")
	checkFocus(t, p, "marking")

	p.Press("ArrowLeft")
	expectPicked(t, p, "for")
	p.Press("Enter")
	expectShown(t, p, "Damascus looks for")
	checkFocus(t, p, "choosing")
	p.Press("2")
	expectListed(t, p, "Demand Damascus looks for")
	checkFocus(t, p, "relabelling")

	tabTo(t, p, "Tab", "Note")
	p.Type("by keys")
	p.Press("Tab")
	expectListed(t, p, "Demand by keys Damascus looks for")

	tabTo(t, p, "Shift+Tab", "Delete span")
	p.Press("Enter")
	expectListed(t, p)
	checkFocus(t, p, "deleting")
	p.Press("Control+z")
	expectListed(t, p, "Demand by keys Damascus looks for")
	checkFocus(t, p, "undoing")
	p.Press("Control+y")
	expectListed(t, p)
	p.Press("Control+z")
	expectListed(t, p, "Demand by keys Damascus looks for")

	tabTo(t, p, "Shift+Tab", "Export")
	f := parseExport(t, p.Download(func() { p.Press("Enter") }).Data)
	same(t, "the export", []string{"demand: Damascus looks for"}, f.marks(docs[0].Title))
	checkFocus(t, p, "exporting")

	tabTo(t, p, "Tab", docs[1].Title[:40])
	p.Press("Enter")
	expect(t, "the open text", docs[1].Text(), p.ArticleText)
	checkFocus(t, p, "opening an article")
	tabTo(t, p, "Tab", "Article text")
	p.Press("ArrowRight", "3")
	expectListed(t, p, "Date Shoigu")
}

func TestArrowsSelectByWordByCharacterAndByLine(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Lines", "One two three four.\nFive six seven eight.\nNine ten.\n")
	p.Region().Focus()
	for _, step := range []struct{ key, want string }{
		{"ArrowRight", "One"},
		{"ArrowRight", "two"},
		{"Shift+ArrowRight", "two three"},
		{"Shift+ArrowLeft", "two"},
		{"Shift+ArrowLeft", "One two"},
		{"Shift+ArrowRight", "two"},
		{"ArrowLeft", "One"},
		{"ArrowRight", "two"},
		{"Alt+Shift+ArrowRight", "two"}, // and the space after it
		{"Alt+Shift+ArrowRight", "two t"},
		{"Alt+Shift+ArrowLeft", "two"},
		{"Alt+Shift+ArrowLeft", "two"},
		{"Alt+Shift+ArrowLeft", "tw"},
		{"ArrowRight", "three"},
		{"ArrowLeft", "two"},
		{"ArrowLeft", "One"},
		{"ArrowDown", "Five"},
		{"ArrowDown", "Nine"},
		{"ArrowUp", "Five"},
		{"Shift+ArrowDown", "Five six seven eight. Nine"},
		{"Shift+ArrowUp", "Five"},
		{"Shift+ArrowUp", "One two three four. Five"},
	} {
		p.Press(step.key)
		expect(t, "the text to be marked after "+step.key, step.want, func() string { return picked(p) })
	}
}
