package e2e

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"spanwise/app/e2e/chromium"
)

func TestUndoAndRedoWorkByButtonAndByKey(t *testing.T) {
	t.Parallel()
	p := open(t)
	disabled := func(name string) bool { return p.Find("button", name).Attribute("aria-disabled") == "true" }
	same(t, "with nothing to undo, Undo is disabled", true, disabled("Undo"))
	same(t, "with nothing to redo, Redo is disabled", true, disabled("Redo"))
	mark(t, p, "Saudi Arabia", "1")
	marked, none := "Actor Saudi Arabia", ""
	is := func(want string) {
		t.Helper()
		if want == none {
			expectListed(t, p)
			return
		}
		expectListed(t, p, want)
	}
	for _, way := range []struct{ undo, redo func() }{
		{func() { p.Click("button", "Undo") }, func() { p.Click("button", "Redo") }},
		{func() { p.Press("Control+z") }, func() { p.Press("Control+y") }},
		{func() { p.Press("Control+z") }, func() { p.Press("Control+Shift+z") }},
		{func() { p.Press("Meta+z") }, func() { p.Press("Meta+Shift+z") }},
	} {
		way.undo()
		is(none)
		way.redo()
		is(marked)
	}
	p.Press("Control+z")
	is(none)
	mark(t, p, "Tunisia", "1")
	same(t, "after a new edit there is nothing to redo", true, disabled("Redo"))
}

// TestFiftyEditsGoBackAndForth mixes marking, relabelling, notes and deleting.
func TestFiftyEditsGoBackAndForth(t *testing.T) {
	p := open(t)
	began := time.Now()
	edits := makeEdits(t, p)
	made := time.Since(began)
	last := export(p)
	began = time.Now()
	for range edits {
		p.Press("Control+z")
	}
	expectListed(t, p)
	waitSaved(p)
	empty := readExport(t, p)
	same(t, "the sets after undoing everything", 0, len(empty.Sets))
	for range edits {
		p.Press("Control+y")
	}
	waitSaved(p)
	expect(t, "the export after redoing everything", string(last), func() string { return string(export(p)) })
	t.Logf("%d edits made in %v, taken back and made again in %v", edits, made.Round(time.Millisecond), time.Since(began).Round(time.Millisecond))

	p.Reload()
	waitSaved(p)
	if !bytes.Equal(last, export(p)) {
		t.Error("after a reload the export differs")
	}
}

// makeEdits makes fifty edits by keys, ten rounds of five, and returns their
// number: mark the next word, relabel it, mark another, delete it, and write a
// note.
func makeEdits(t *testing.T, p *chromium.Page) int {
	t.Helper()
	p.Region().Focus()
	for round := range 10 {
		p.Press("ArrowRight", "1")
		expect(t, "a span is marked", round+1, func() int { return len(listed(p)) })
		p.Press("ArrowRight", "2")
		expect(t, "another span is marked", round+2, func() int { return len(listed(p)) })
		p.Press("ArrowLeft", "Enter")
		expect(t, "the span is chosen", true, func() bool { return p.Has("region", "Span") })
		p.Press("Delete")
		expect(t, "the span is deleted", round+1, func() int { return len(listed(p)) })
		p.Find("list", "Spans").All("button", "")[round].Click()
		p.Find("region", "Span")
		p.Press("4")
		writeNote(t, p, fmt.Sprintf("note %d", round))
		p.Press("Escape")
		p.Gone("region", "Span")
		p.Region().Focus()
	}
	return 50
}

func TestRemovingAnArticleCanBeUndone(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringText(t, p, "Mine", "A text of mine, in one line.\n")
	mark(t, p, "A text", "1")
	before := export(p)
	for _, takeBack := range []func(){
		func() { p.Click("button", "Take it back") },
		func() { p.Press("Control+z") },
		func() { p.Click("button", "Undo") },
	} {
		p.Click("button", "Remove article")
		expect(t, "the number of articles", 5, func() int { return len(articles(p)) })
		expectNotice(t, p, "Removed “Mine” with 1 span.")
		takeBack()
		expect(t, "the number of articles", 6, func() int { return len(articles(p)) })
		if !bytes.Equal(before, export(p)) {
			t.Error("the export after the removal was taken back differs")
		}
		openArticle(t, p, "Mine")
		expectListed(t, p, "Actor A text")
	}
}
