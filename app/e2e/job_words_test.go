package e2e

import (
	"strings"
	"testing"

	"spanwise/app/e2e/chromium"
)

// bringIn brings one text of a language and waits until it is open.
func bringIn(t *testing.T, p *chromium.Page, language, text string) {
	t.Helper()
	bringTextIn(t, p, "Text in "+language, language, text)
}

// TestADragOverHalfOfAnApostrophesWordTakesThatHalf drags the mouse over what
// people mean of words that an apostrophe or a hyphen joins.
func TestADragOverHalfOfAnApostrophesWordTakesThatHalf(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, c := range []struct{ language, text, phrase, want, why string }{
		{"fr", "Les armes de l'Ukraine arrivent.\n", "Ukraine", "Ukraine", "the article is no part of the name"},
		{"fr", "Les armes de l’Ukraine arrivent.\n", "kraine", "Ukraine", "half of the name is the name"},
		{"it", "Le armi dell'Ucraina arrivano.\n", "Ucraina", "Ucraina", "nor is an Italian one"},
		{"en", "Today Assad's army left.\n", "Assad", "Assad", "nor is the possessive"},
		{"en", "Today Assad’s army left.\n", "ssad’s", "Assad’s", "who covers it means it"},
		{"en", "They don't want war.\n", "do", "do", "an end was set exactly"},
		{"de", "Heute kam O'Brien an.\n", "Brien", "Brien", "in any language"},
		{"en", "The pro-Russian side left.\n", "Russian", "Russian", "at a hyphen too"},
	} {
		bringIn(t, p, c.language, c.text)
		p.Select(c.phrase)
		expectPicked(t, p, c.want)
		p.Press("1")
		expect(t, "marked in "+c.text+": "+c.why, []string{"Actor " + c.want}, func() []string { return listed(p) })
		p.Press("Control+z")
		expectListed(t, p)
	}
}

// TestADoubleClickTakesTheWordThatTheLanguageHas also drags on from one.
func TestADoubleClickTakesTheWordThatTheLanguageHas(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, c := range []struct{ language, text, phrase, want string }{
		{"fr", "Les armes de l'Ukraine arrivent.\n", "Ukraine", "Ukraine"},
		{"fr", "Les armes de l'Ukraine arrivent.\n", "l", "l'"},
		{"fr", "On en parle aujourd'hui encore.\n", "hui", "aujourd'hui"},
		{"en", "Today Assad's army left.\n", "ssa", "Assad"},
		{"en", "Then Mr O'Brien left.\n", "rie", "O'Brien"},
	} {
		bringIn(t, p, c.language, c.text)
		p.ClickText(c.phrase, 2)
		expect(t, "what a double click on "+c.phrase+" picks in "+c.text, c.want, func() string { return picked(p) })
	}

	bringIn(t, p, "zh", "国防部长今天发表讲话。\n")
	p.ClickText("国防部长", 2)
	expect(t, "the browser's dictionary finds words of more than a character", true, func() bool {
		return len([]rune(picked(p))) > 1 && strings.Contains("国防部长", picked(p))
	})

	bringIn(t, p, "fr", "Les armes de l'Ukraine et d'Israël arrivent.\n")
	begin, _ := p.Phrase("kraine", 0)
	_, end := p.Phrase("d'", 0)
	p.DragByWords(begin, end)
	expectPicked(t, p, "Ukraine et d'")
	p.DragByWords(end, begin)
	expectPicked(t, p, "Ukraine et d'")
}

// TestArrowKeysWalkByTheWordsOfTheLanguage walks over an article and its noun.
func TestArrowKeysWalkByTheWordsOfTheLanguage(t *testing.T) {
	t.Parallel()
	p := open(t)
	bringIn(t, p, "fr", "L'Ukraine d'aujourd'hui gagne.\n")
	p.Region().Focus()
	for _, want := range []string{"L'", "Ukraine", "d'", "aujourd'hui", "gagne"} {
		p.Press("ArrowRight")
		expectPicked(t, p, want)
	}
	p.Press("ArrowLeft", "ArrowLeft")
	expectPicked(t, p, "d'")
}

// TestAPenMarksWhatTheWholeGestureMeans holds a pen through every gesture that
// selects.
func TestAPenMarksWhatTheWholeGestureMeans(t *testing.T) {
	t.Parallel()
	p := open(t)
	const first = "Turkey said on Tuesday that its envoy had left."
	const second = "Moscow said nothing."
	bringIn(t, p, "en", first+"\n\n"+second+"\n")
	p.Find("toolbar", "Labels").Find("button", "Date").Click()

	gestures := []struct {
		name string
		make func()
		want string
	}{
		{"a drag", func() { p.Select("on Tuesday") }, "on Tuesday"},
		{"a drag that ends outside", func() {
			begin, _ := p.Phrase("said nothing", 0)
			p.Drag(begin, chromium.Point{X: 1270, Y: begin.Y}, 0)
		}, "said nothing."},
		{"a double click", func() { p.ClickText("envoy", 2) }, "envoy"},
		{"a triple click", func() { p.ClickText("envoy", 3) }, first},
		{"five clicks", func() { p.ClickText("envoy", 5) }, first},
		{"a double click and a drag", func() {
			begin, _ := p.Phrase("nvoy", 0)
			_, end := p.Phrase("had lef", 0)
			p.DragByWords(begin, end)
		}, "envoy had left"},
	}
	for _, g := range gestures {
		g.make()
		expect(t, "what "+g.name+" marks", []string{"Date " + g.want}, func() []string { return listed(p) })
		p.Press("Control+z")
		expect(t, "the spans when "+g.name+" is undone, in one step", []string{}, func() []string { return listed(p) })
	}
}
