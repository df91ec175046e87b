package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"spanwise/app/e2e/chromium"
)

// TestShaping changes which text spans cover, and many spans at once, by mouse
// and by keys.
func TestShaping(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		aSpanGetsASecondPartAndLosesItAgain,
		aDragWithCtrlAddsToTheSpanMarkedLast,
		aPieceIsCutOutAndASpanIsSplitByKeys,
		bothEdgesOfASpanAreDraggedAndEachDragIsOneStep,
		aHandleGoesNoFurtherThanTheOtherEdge,
		anUndoWhileAHandleIsDraggedLetsItGo,
		edgesMoveByWordAndByCharacterFromTheKeyboard,
		aLongSelectionKeepsMarkingAsEver,
	)
}

// TestChoosingSeveral changes many spans at once.
func TestChoosingSeveral(t *testing.T) {
	t.Parallel()
	onOnePage(t,
		spansOfTheListAreRelabelledTogetherAndUndoneInOneStep,
		spansOfTheListAreChosenFromTheKeyboard,
		spansWithTheSameWordsAreChosenAndDeleted,
		spansOfOneLabelAreMergedAndSplitApart,
		spansAreChosenTogetherInTheText,
	)
}

// spanTexts are the texts of an article's spans as the exported file has them.
func spanTexts(t *testing.T, p *chromium.Page) []string {
	t.Helper()
	list := []string{}
	for _, s := range readExport(t, p).spans(bundled(t)[0].Title) {
		list = append(list, s.Label+": "+s.Text)
	}
	return list
}

// markOne marks a phrase as an actor and chooses it.
func markOne(t *testing.T, p *chromium.Page, phrase string) {
	t.Helper()
	mark(t, p, phrase, "1")
	p.ClickText(phrase, 1)
	expectShown(t, p, phrase)
}

func aSpanGetsASecondPartAndLosesItAgain(t *testing.T, p *chromium.Page) {
	markOne(t, p, "Saudi Arabia")
	p.Select("regional powers")
	expectPicked(t, p, "regional powers")
	p.Find("toolbar", "Mark the selection").Find("button", "Add to “Saudi Arabia”").Click()
	expectShown(t, p, "Saudi Arabia … regional powers")
	same(t, "the export", []string{"actor: Saudi Arabia … regional powers"}, spanTexts(t, p))

	p.Select("diplomatic life")
	expectPicked(t, p, "diplomatic life")
	p.Press("+")
	expectShown(t, p, "Saudi Arabia … regional powers … diplomatic life")
	p.Find("region", "Span").Find("button", "Remove the part “regional powers”").Click()
	expectShown(t, p, "Saudi Arabia … diplomatic life")
	same(t, "the export", []string{"actor: Saudi Arabia … diplomatic life"}, spanTexts(t, p))

	p.Press("Control+z", "Control+z")
	expectShown(t, p, "Saudi Arabia … regional powers")
	p.Press("Control+z")
	expectShown(t, p, "Saudi Arabia")
}

func aDragWithCtrlAddsToTheSpanMarkedLast(t *testing.T, p *chromium.Page) {
	mark(t, p, "Tunisia", "1")
	mark(t, p, "Saudi Arabia", "2")
	p.SelectNth("regional powers", 0, chromedp.ModifierCtrl)
	expectListed(t, p, "Demand Saudi Arabia … regional powers", "Actor Tunisia")
	expectShown(t, p, "Saudi Arabia … regional powers")
}

func aPieceIsCutOutAndASpanIsSplitByKeys(t *testing.T, p *chromium.Page) {
	mark(t, p, "Syria’s Defence Minister", "1")
	p.Press("ArrowLeft", "ArrowLeft")
	expectPicked(t, p, "Defence")
	p.Press("-")
	expectListed(t, p, "Actor Syria’s … Minister")
	same(t, "the export", []string{"actor: Syria’s … Minister"}, spanTexts(t, p))
	p.Press("Control+z")
	expectListed(t, p, "Actor Syria’s Defence Minister")

	p.Press("Escape", "ArrowLeft")
	expectPicked(t, p, "Defence")
	p.Press("/")
	expectListed(t, p, "Actor Syria’s", "Actor Defence Minister")
	expectShown(t, p, "Defence Minister")
	same(t, "the export", []string{"actor: Syria’s", "actor: Defence Minister"}, spanTexts(t, p))
	p.Press("Control+z")
	expectListed(t, p, "Actor Syria’s Defence Minister")
}

// dragTo drags a handle of the chosen span along its line to where a phrase on it
// begins, or ends.
func dragTo(p *chromium.Page, name, phrase string, end bool) {
	to, stop := p.Phrase(phrase, 0)
	if end {
		to = stop
	}
	p.Find("slider", name).DragTo(func(from chromium.Point) chromium.Point { return chromium.Point{X: to.X, Y: from.Y} })
}

func bothEdgesOfASpanAreDraggedAndEachDragIsOneStep(t *testing.T, p *chromium.Page) {
	markOne(t, p, "Defence Minister")
	dragTo(p, "End of the span", "sat", true)
	expectShown(t, p, "Defence Minister sat")
	dragTo(p, "Start of the span", "Syria’s", false)
	expectShown(t, p, "Syria’s Defence Minister sat")
	same(t, "the export", []string{"actor: Syria’s Defence Minister sat"}, spanTexts(t, p))
	dragTo(p, "End of the span", "Minister", true)
	expectShown(t, p, "Syria’s Defence Minister")
	p.Press("Control+z", "Control+z")
	expectShown(t, p, "Defence Minister sat")
	p.Press("Control+z")
	expectShown(t, p, "Defence Minister")
}

func aHandleGoesNoFurtherThanTheOtherEdge(t *testing.T, p *chromium.Page) {
	markOne(t, p, "sat down in")
	dragTo(p, "End of the span", "Syria’s", false)
	expectShown(t, p, "sat down in")
	dragTo(p, "Start of the span", "Moscow", true)
	expectShown(t, p, "sat down in")
	same(t, "the export", []string{"actor: sat down in"}, spanTexts(t, p))
}

func anUndoWhileAHandleIsDraggedLetsItGo(t *testing.T, p *chromium.Page) {
	markOne(t, p, "Defence Minister")
	p.Press("2")
	expectListed(t, p, "Demand Defence Minister")
	at := p.Find("slider", "End of the span").Middle()
	mouse := func(kind input.DispatchMouseEventType, x float64) {
		chromium.Command(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: kind, X: x, Y: at.Y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1})
	}
	mouse(input.DispatchMouseEventTypeMousePressed, at.X)
	mouse(input.DispatchMouseEventTypeMouseMoved, at.X+25)
	expect(t, "what is shown as selected", "Defence Minister sat", func() string {
		return chromium.Eval[string](p, `getSelection().toString()`)
	})
	p.Press("Control+z")
	expectListed(t, p, "Actor Defence Minister")
	mouse(input.DispatchMouseEventTypeMouseReleased, at.X+25)
	expectShown(t, p, "Defence Minister")
	dragTo(p, "End of the span", "sat", true)
	expectListed(t, p, "Actor Defence Minister sat")
}

func edgesMoveByWordAndByCharacterFromTheKeyboard(t *testing.T, p *chromium.Page) {
	markOne(t, p, "Defence Minister")
	for _, step := range []struct{ key, focus, want string }{
		{"]", "End of the span", "Defence Minister"},
		{"ArrowRight", "End of the span", "Defence Minister sat"},
		{"ArrowRight", "End of the span", "Defence Minister sat down"},
		{"Shift+ArrowLeft", "End of the span", "Defence Minister sat dow"},
		{"[", "Start of the span", "Defence Minister sat dow"},
		{"ArrowLeft", "Start of the span", "’s Defence Minister sat dow"},
		{"ArrowLeft", "Start of the span", "Syria’s Defence Minister sat dow"},
		{"Shift+ArrowRight", "Start of the span", "yria’s Defence Minister sat dow"},
		{"ArrowRight", "Start of the span", "’s Defence Minister sat dow"},
		{"ArrowRight", "Start of the span", "Defence Minister sat dow"},
		{"Enter", "Article text", "Defence Minister sat dow"},
	} {
		p.Press(step.key)
		expectShown(t, p, step.want)
		expect(t, "what has the keyboard after "+step.key, step.focus, func() string {
			return chromium.Eval[string](p, `document.activeElement.ariaLabel`)
		})
	}
	same(t, "the export", []string{"actor: Defence Minister sat dow"}, spanTexts(t, p))
}

// aLongSelectionKeepsMarkingAsEver holds the common case to one selection and
// one key, whatever was chosen before.
func aLongSelectionKeepsMarkingAsEver(t *testing.T, p *chromium.Page) {
	markOne(t, p, "Saudi Arabia")
	mark(t, p, "Saudi Arabia is one of the regional powers", "2")
	expectListed(t, p, "Demand Saudi Arabia is one of the regional powers", "Actor Saudi Arabia")
	p.Select("Tunisia")
	expectPicked(t, p, "Tunisia")
	same(t, "buttons that change a span, where none was chosen", 0, len(p.All("group", "Change the chosen span")))
}

// row clicks on a row of the list of spans with modifiers held.
func row(p *chromium.Page, name string, modifiers chromedp.Modifier) {
	p.Find("list", "Spans").Find("button", name).ClickWith(modifiers)
}

// expectChosen waits until that many spans are chosen together.
func expectChosen(t *testing.T, p *chromium.Page, want string) {
	t.Helper()
	expect(t, "how many are chosen", want, func() string {
		return chromium.Eval[string](p, `document.querySelector("[aria-label='Several spans'] h2")?.textContent ?? ""`)
	})
}

// markFour marks four phrases, two of them with the same words.
func markFour(t *testing.T, p *chromium.Page) {
	t.Helper()
	mark(t, p, "Ankara", "1")
	mark(t, p, "Saudi Arabia", "1")
	mark(t, p, "Tunisia", "1")
	markNth(t, p, "Ankara", 1, "1")
}

func spansOfTheListAreRelabelledTogetherAndUndoneInOneStep(t *testing.T, p *chromium.Page) {
	markFour(t, p)
	row(p, "Actor Saudi Arabia", 0)
	expectShown(t, p, "Saudi Arabia")
	row(p, "Actor Tunisia", chromedp.ModifierCtrl)
	expectChosen(t, p, "2 spans chosen")
	p.Press("3")
	expectListed(t, p, "Actor Ankara", "Date Saudi Arabia", "Date Tunisia", "Actor Ankara")
	same(t, "the export", []string{"actor: Ankara", "date: Saudi Arabia", "date: Tunisia", "actor: Ankara"}, spanTexts(t, p))
	p.Press("Control+z")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor Ankara")
	expectChosen(t, p, "2 spans chosen")

	p.Press("Escape")
	expectChosen(t, p, "")
	row(p, "Actor Saudi Arabia", 0)
	row(p, "Actor Ankara", chromedp.ModifierShift)
	expectChosen(t, p, "2 spans chosen")
	p.Find("region", "Several spans").Find("button", "Demand").Click()
	expectListed(t, p, "Demand Ankara", "Demand Saudi Arabia", "Actor Tunisia", "Actor Ankara")
}

func spansOfTheListAreChosenFromTheKeyboard(t *testing.T, p *chromium.Page) {
	markFour(t, p)
	row(p, "Actor Ankara", 0)
	expectShown(t, p, "Ankara")
	p.Press("Shift+ArrowDown", "Shift+ArrowDown")
	expectChosen(t, p, "3 spans chosen")
	p.Press("Shift+ArrowUp")
	expectChosen(t, p, "2 spans chosen")
	p.Press("ArrowDown", "ArrowDown", "Space")
	expectChosen(t, p, "3 spans chosen")
	p.Press("Delete")
	expectListed(t, p, "Actor Tunisia")
	p.Press("Control+z")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor Ankara")
	row(p, "Actor Tunisia", 0)
	expectShown(t, p, "Tunisia")
	p.Press("Control+a")
	expectChosen(t, p, "4 spans chosen")
	p.Press("Enter")
	expectShown(t, p, "Tunisia")
}

func spansWithTheSameWordsAreChosenAndDeleted(t *testing.T, p *chromium.Page) {
	markFour(t, p)
	p.ClickText("Ankara", 1)
	expectShown(t, p, "Ankara")
	p.Click("button", "Choose all with these words")
	expectChosen(t, p, "2 spans chosen")
	p.Click("button", "Delete all")
	expectListed(t, p, "Actor Saudi Arabia", "Actor Tunisia")
	same(t, "the export", []string{"actor: Saudi Arabia", "actor: Tunisia"}, spanTexts(t, p))
	p.Press("Control+z")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor Ankara")
	p.ClickText("Tunisia", 1)
	expectShown(t, p, "Tunisia")
	p.Click("button", "Choose all with this label")
	expectChosen(t, p, "4 spans chosen")
}

func spansOfOneLabelAreMergedAndSplitApart(t *testing.T, p *chromium.Page) {
	markFour(t, p)
	row(p, "Actor Saudi Arabia", 0)
	row(p, "Actor Tunisia", chromedp.ModifierCtrl)
	expectChosen(t, p, "2 spans chosen")
	p.Click("button", "Merge into one")
	expectShown(t, p, "Saudi Arabia … Tunisia")
	same(t, "the export", []string{"actor: Ankara", "actor: Saudi Arabia … Tunisia", "actor: Ankara"}, spanTexts(t, p))
	p.Press("Control+z")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor Ankara")
	p.Press("Control+y")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia … Tunisia", "Actor Ankara")
	row(p, "Actor Saudi Arabia … Tunisia", 0)
	p.Click("button", "Make each part a span")
	expectListed(t, p, "Actor Ankara", "Actor Saudi Arabia", "Actor Tunisia", "Actor Ankara")
}

func spansAreChosenTogetherInTheText(t *testing.T, p *chromium.Page) {
	markFour(t, p)
	for i, phrase := range []string{"Tunisia", "Saudi Arabia"} {
		p.ClickTextWith(phrase, chromedp.ModifierCtrl)
		if i == 0 {
			expectShown(t, p, phrase)
		}
	}
	expectChosen(t, p, "2 spans chosen")
	same(t, "the runs that are shown as chosen", []string{"Saudi Arabia", "Tunisia"}, chromium.Eval[[]string](p,
		`[...document.querySelectorAll("mark.chosen")].map((m) => m.textContent)`))
	p.Press("+")
	expectShown(t, p, "Saudi Arabia … Tunisia")
}

func TestSpansAreShapedAndChosenTogetherByTouchAlone(t *testing.T) {
	t.Parallel()
	p := openAs(t, phone)
	selectByTouch(p, "Defence")
	expectPicked(t, p, "Defence")
	tapLabel(p, "Actor")
	expectPicked(t, p, "")
	p.ClickText("Defence", 1)
	expectShown(t, p, "Defence")
	small := chromium.Eval[bool](p, `[...document.querySelectorAll("[role=slider]")].some((h) => h.getBoundingClientRect().width < 24)`)
	same(t, "a handle is too small for a finger", false, small)

	_, end := p.Phrase("Minister", 0)
	p.Find("slider", "End of the span").DragByTouch(func(from chromium.Point) chromium.Point { return chromium.Point{X: end.X, Y: from.Y} })
	expectShown(t, p, "Defence Minister")

	selectByTouch(p, "Tuesday")
	expectPicked(t, p, "Tuesday")
	p.Find("group", "Change the chosen span").Find("button", "Add to “Defence Minister”").Click()
	expectShown(t, p, "Defence Minister … Tuesday")
	same(t, "the export", []string{"actor: Defence Minister … Tuesday"}, spanTexts(t, p))
	p.Click("button", "Close the span")
	expectShown(t, p, "")

	selectByTouch(p, "Ankara")
	expectPicked(t, p, "Ankara")
	tapLabel(p, "Demand")
	p.Click("button", "Show the spans")
	p.Click("button", "Select several")
	expectChosen(t, p, "0 spans chosen")
	p.Find("list", "Spans").Find("button", "Actor Defence Minister … Tuesday").Click()
	p.Find("list", "Spans").Find("button", "Demand Ankara").Click()
	expectChosen(t, p, "2 spans chosen")
	tapLabel(p, "Date")
	expectListed(t, p, "Date Defence Minister … Tuesday", "Date Ankara")
	p.Click("button", "Undo")
	expectListed(t, p, "Actor Defence Minister … Tuesday", "Demand Ankara")
}
