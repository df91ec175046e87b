package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"spanwise/annotations"
	"spanwise/app/e2e/chromium"
)

// TestMarking selects and marks by the mouse in every way there is.
func TestMarking(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aDragMarksTheWholeWordsItTouches,
		aDragBackwardsMarksTheSameWords,
		aDragMayRunOverParagraphs,
		aDragThatEndsBesideTheTextMarksAsFarAsTheText,
		aDoubleClickMarksAWord,
		aShiftClickExtendsWhatWasSelected,
		altTakesExactCharacters,
		theSettingForExactCharactersIsKeptAndAltTurnsItRound,
		aPaletteStandsByTheSelectionWithEveryLabel,
		thePanelShowsEveryLabelWithKeyColourAndDefinition,
		aLabelPressedWithNothingSelectedIsHeldAsAPen,
		escapeLetsTheSelectionGo,
	)
}

func aDragMarksTheWholeWordsItTouches(t *testing.T, p *chromium.Page) {
	p.Select("efence Minister sat dow")
	expectPicked(t, p, "Defence Minister sat down")
	p.Press("1")
	expectListed(t, p, "Actor Defence Minister sat down")
	title := bundled(t)[0].Title
	same(t, "the export", []string{"actor: Defence Minister sat down"}, readExport(t, p).marks(title))
}

func aDragBackwardsMarksTheSameWords(t *testing.T, p *chromium.Page) {
	begin, end := p.Phrase("efence Minister sat dow", 0)
	p.Drag(end, begin, 0)
	expectPicked(t, p, "Defence Minister sat down")
	p.Press("2")
	expectListed(t, p, "Demand Defence Minister sat down")
}

func aDragMayRunOverParagraphs(t *testing.T, p *chromium.Page) {
	p.Select("“constructive”.\n\nSome Arab")
	expectPicked(t, p, "“constructive”. Some Arab")
	p.Press("4")
	expectListed(t, p, "Source bias “constructive”. Some Arab")
	title := bundled(t)[0].Title
	same(t, "the export", []string{"source-bias: “constructive”.\n\nSome Arab"}, readExport(t, p).marks(title))
}

func aDragThatEndsBesideTheTextMarksAsFarAsTheText(t *testing.T, p *chromium.Page) {
	begin, _ := p.Phrase("described the encounter", 0)
	p.Drag(begin, chromium.Point{X: begin.X, Y: 1}, 0)
	expect(t, "something is picked", true, func() bool { return picked(p) != "" })
	p.Press("1")
	expect(t, "the number of spans", 1, func() int { return len(listed(p)) })
}

func aDoubleClickMarksAWord(t *testing.T, p *chromium.Page) {
	p.ClickText("Ankara", 2)
	expectPicked(t, p, "Ankara")
	p.Press("1")
	expectListed(t, p, "Actor Ankara")
}

func aShiftClickExtendsWhatWasSelected(t *testing.T, p *chromium.Page) {
	p.ClickText("Saudi", 2)
	expectPicked(t, p, "Saudi")
	p.ShiftClick("regional pow")
	expectPicked(t, p, "Saudi Arabia is one of the regional powers")
	p.ShiftClick("Arabia")
	expectPicked(t, p, "Saudi Arabia")
	p.Press("1")
	expectListed(t, p, "Actor Saudi Arabia")
}

func altTakesExactCharacters(t *testing.T, p *chromium.Page) {
	p.SelectNth("overnmen", 0, chromedp.ModifierAlt)
	expectPicked(t, p, "overnmen")
	p.Press("1")
	expectListed(t, p, "Actor overnmen")
}

func theSettingForExactCharactersIsKeptAndAltTurnsItRound(t *testing.T, p *chromium.Page) {
	p.Click("checkbox", "Exact characters")
	p.Select("overnmen")
	expectPicked(t, p, "overnmen")

	p.Reload()
	waitSaved(p)
	checked := func() bool {
		return chromium.Call[bool](p.Find("checkbox", "Exact characters"), `function() { return this.checked }`)
	}
	expect(t, "the setting after a reload", true, checked)
	p.SelectNth("ountrie", 0, chromedp.ModifierAlt)
	expectPicked(t, p, "countries")
}

func aPaletteStandsByTheSelectionWithEveryLabel(t *testing.T, p *chromium.Page) {
	p.Select("Some Arab capitals")
	palette := p.Find("toolbar", "Mark the selection")
	labels := annotations.DefaultScheme().Labels
	for _, l := range labels {
		button := palette.Find("button", l.Name)
		same(t, "the key of "+l.Name, l.Key, button.Attribute("aria-keyshortcuts"))
		same(t, "the definition of "+l.Name, l.Definition, button.Attribute("title"))
	}
	expect(t, "the palette stands by the selection, in the window, and does not cover it", "", func() string {
		return chromium.Call[string](palette, besideSelection)
	})
	palette.Find("button", "Source bias").Click()
	expectListed(t, p, "Source bias Some Arab capitals")
	p.Gone("toolbar", "Mark the selection")
}

// besideSelection says what is wrong with the place of a palette.
const besideSelection = `function() {
  const own = this.getBoundingClientRect();
  const chosen = getSelection().getRangeAt(0).getBoundingClientRect();
  if (own.left < 0 || own.top < 0 || own.right > innerWidth || own.bottom > innerHeight) return "it leaves the window";
  const gap = Math.max(own.top - chosen.bottom, chosen.top - own.bottom);
  if (gap < 0) return "it covers the selection";
  if (gap > 40) return "it is " + gap + " px away";
  if (own.left > chosen.right || own.right < chosen.left) return "it is to one side";
  return "";
}`

func thePanelShowsEveryLabelWithKeyColourAndDefinition(t *testing.T, p *chromium.Page) {
	toolbar := p.Find("toolbar", "Labels")
	for _, l := range annotations.DefaultScheme().Labels {
		button := toolbar.Find("button", l.Name)
		same(t, "the key of "+l.Name, l.Key, button.Attribute("aria-keyshortcuts"))
		same(t, "what is shown of "+l.Name, l.Name+l.Key, button.Text())
		definition := chromium.Call[string](button, `function() { return document.getElementById(this.getAttribute("aria-describedby")).textContent }`)
		same(t, "the definition of "+l.Name, l.Definition, definition)
	}
	p.Select("Some Arab capitals")
	expectPicked(t, p, "Some Arab capitals")
	toolbar.Find("button", "Demand").Click()
	expectListed(t, p, "Demand Some Arab capitals")
}

func aLabelPressedWithNothingSelectedIsHeldAsAPen(t *testing.T, p *chromium.Page) {
	pressed := func() string { return p.Find("toolbar", "Labels").Find("button", "Date").Attribute("aria-pressed") }
	p.Find("toolbar", "Labels").Find("button", "Date").Click()
	expect(t, "the pen is held", "true", pressed)
	p.Select("on Tuesday")
	expectListed(t, p, "Date on Tuesday")
	p.Select("earlier in April")
	expectListed(t, p, "Date on Tuesday", "Date earlier in April")

	p.Find("toolbar", "Labels").Find("button", "Date").Click()
	expect(t, "the pen is laid down", "false", pressed)
	p.Select("since the fighting started in 2011")
	expectPicked(t, p, "since the fighting started in 2011")
	expectListed(t, p, "Date on Tuesday", "Date earlier in April")
}

func escapeLetsTheSelectionGo(t *testing.T, p *chromium.Page) {
	p.Select("Saudi Arabia")
	expectPicked(t, p, "Saudi Arabia")
	p.Press("Escape")
	expectPicked(t, p, "")
	same(t, "the browser's selection", "", chromium.Eval[string](p, `getSelection().toString()`))
	p.Press("1")
	same(t, "the spans after a key with nothing selected", 0, len(listed(p)))
}
