package e2e

import (
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// TestChanging changes spans that are there.
func TestChanging(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aClickOnASpanShowsItAndItCanBeRelabelledNotedAndDeleted,
		aNoteIsKeptAtAPauseAndCleared,
		digitsInANoteAreTextAndNoLabels,
		whereSpansLieTogetherOneChoosesAmongThem,
		theListIsInTextOrderWhateverTheOrderOfMarking,
		aClickInTheListShowsTheSpanInTheTextAndTheOtherWayRound,
		theDetailsTellTheOffsetsOfTheFile,
	)
}

func aClickOnASpanShowsItAndItCanBeRelabelledNotedAndDeleted(t *testing.T, p *chromium.Page) {
	title := bundled(t)[0].Title
	mark(t, p, "Saudi Arabia", "1")
	p.Gone("region", "Span")
	p.ClickText("Saudi", 1)
	expectShown(t, p, "Saudi Arabia")

	p.Find("region", "Span").Find("button", "Demand").Click()
	expectListed(t, p, "Demand Saudi Arabia")
	p.Press("3")
	expectListed(t, p, "Date Saudi Arabia")
	p.Find("toolbar", "Labels").Find("button", "Source bias").Click()
	expectListed(t, p, "Source bias Saudi Arabia")

	writeNote(t, p, hostileNote)
	f := readExport(t, p)
	same(t, "the marks", []string{"source-bias: Saudi Arabia"}, f.marks(title))
	same(t, "the note", hostileNote, f.spans(title)[0].Note)

	p.Click("button", "Delete span")
	expectListed(t, p)
	expectShown(t, p, "")
	same(t, "the marks after deleting", 0, len(readExport(t, p).spans(title)))
}

// hostileNote has what a note may go wrong on: an emoji family, a letter with
// a combining accent, right-to-left script, line breaks, markup.
const hostileNote = "👩‍👩‍👧 é مصر\n<b>not bold</b> & \"quoted\"\n__proto__"

func aNoteIsKeptAtAPauseAndCleared(t *testing.T, p *chromium.Page) {
	title := bundled(t)[0].Title
	note := func() string { return readExport(t, p).spans(title)[0].Note }
	mark(t, p, "Saudi Arabia", "1")
	p.ClickText("Saudi", 1)
	expectShown(t, p, "Saudi Arabia")
	field := p.Find("region", "Span").Find("textbox", "Note")
	field.Click()
	p.Type("a kingdom")
	expectListed(t, p, "Actor a kingdom Saudi Arabia")
	same(t, "the field is still being written in", "a kingdom", field.Value())
	p.Type(", and a word more")
	same(t, "the exported note, before the pause is over", "a kingdom, and a word more", note())

	p.Find("region", "Span").Find("textbox", "Note").Fill("")
	expectListed(t, p, "Actor Saudi Arabia")
	same(t, "the note after it was cleared", "", note())
}

func digitsInANoteAreTextAndNoLabels(t *testing.T, p *chromium.Page) {
	mark(t, p, "Saudi Arabia", "1")
	p.ClickText("Saudi", 1)
	expectShown(t, p, "Saudi Arabia")
	p.Find("region", "Span").Find("textbox", "Note").Focus()
	p.Press("2", "3", "Backspace", "4", "Tab")
	expectListed(t, p, "Actor 24 Saudi Arabia")
}

func whereSpansLieTogetherOneChoosesAmongThem(t *testing.T, p *chromium.Page) {
	mark(t, p, "Its Foreign Minister, Prince Faisal bin Farhan", "1")
	mark(t, p, "Prince Faisal bin Farhan", "4")
	mark(t, p, "Foreign Minister", "2")
	p.ClickText("Faisal", 1)
	expectShown(t, p, "Prince Faisal bin Farhan")
	group := p.Find("region", "Span").Find("group", "Spans at this place")
	want := []string{"Actor Its Foreign Minister, Prince Faisal bin…", "Source bias Prince Faisal bin Farhan"}
	same(t, "the spans to choose among", want, names(group.All("button", "")))

	group.All("button", "")[0].Click()
	expectShown(t, p, "Its Foreign Minister, Prince Faisal bin Farhan")
	p.Press("Delete")
	expectListed(t, p, "Demand Foreign Minister", "Source bias Prince Faisal bin Farhan")
}

func theListIsInTextOrderWhateverTheOrderOfMarking(t *testing.T, p *chromium.Page) {
	for _, phrase := range []string{"Tunisia", "Saudi Arabia", "Ankara", "In Moscow", "Moscow on Tuesday"} {
		mark(t, p, phrase, "1")
	}
	expectListed(t, p, "Actor Moscow on Tuesday", "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor In Moscow")
}

func aClickInTheListShowsTheSpanInTheTextAndTheOtherWayRound(t *testing.T, p *chromium.Page) {
	mark(t, p, "Ankara", "1")
	mark(t, p, "with a crackdown", "4")
	p.Do(`scrollTo(0, 0)`)
	p.Find("list", "Spans").Find("button", "Source bias with a crackdown").Click()
	expectShown(t, p, "with a crackdown")
	expect(t, "the span is in view", true, func() bool {
		return chromium.Eval[bool](p, `(() => {
			const m = document.querySelector("mark.chosen");
			if (!m) return false;
			const r = m.getBoundingClientRect();
			return m.textContent === "with a crackdown" && r.top >= 56 && r.bottom <= innerHeight;
		})()`)
	})
	current := func() string {
		for _, e := range p.Find("list", "Spans").All("button", "") {
			if e.Attribute("aria-current") == "true" {
				return e.Name
			}
		}
		return ""
	}
	expect(t, "the list's current entry", "Source bias with a crackdown", current)
	p.ClickText("Ankara", 1)
	expectShown(t, p, "Ankara")
	expect(t, "the list's current entry", "Actor Ankara", current)
	p.ClickText("Saudi Arabia", 1)
	expectShown(t, p, "")
	expect(t, "the list's current entry", "", current)
}

func theDetailsTellTheOffsetsOfTheFile(t *testing.T, p *chromium.Page) {
	bringText(t, p, "Emoji", "👩‍👩‍👧 met 😀 in Moscow.\n")
	mark(t, p, "Moscow", "1")
	p.ClickText("Moscow", 1)
	expectShown(t, p, "Moscow")
	if text := p.Find("region", "Span").Text(); !strings.Contains(text, "15–21") {
		t.Errorf("the details do not tell the offsets 15–21: %q", text)
	}
}
