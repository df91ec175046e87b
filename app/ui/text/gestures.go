package text

import (
	"errors"
	"math"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// press is the last time that the mouse, a finger or a pen went down: in the
// text or the margins around it, from where a drag often starts, or elsewhere.
// A pen selects as a finger does. Selected says that the mouse has selected
// since, and not merely clicked. Adds says that it did so with Ctrl or ⌘ held,
// which adds to a span. Count is how many clicks at one place this is.
type press struct {
	inText   bool
	touch    bool
	x, y     float64
	selected bool
	adds     bool
	count    int
}

// settle is how long a touch selection must rest before it is read: its
// handles report every step of the finger.
const settle = 250 * time.Millisecond

// onPointerDown lets go of what was selected when the mouse begins anew: a drag
// that starts on selected text would carry that text about and select nothing.
func (room *Room) onPointerDown(ctx app.Context, e app.Event) bool {
	target := e.Get("target")
	room.pressed = press{
		inText: browser.Within(target, ".reading") && !browser.Within(target, "button, a, .notices, .about"),
		touch:  e.Get("pointerType").String() != "mouse",
		x:      e.Get("clientX").Float(),
		y:      e.Get("clientY").Float(),
	}
	if !room.pressed.inText || room.pressed.touch || e.Get("button").Int() != 0 || e.Get("shiftKey").Bool() {
		return false
	}
	browser.ClearSelection()
	room.desk.Selection.DropText()
	return true
}

// onMouseUp reads what the mouse has selected: by a drag, a double click or a
// click with Shift. A plain click is left to onTextClick; the browser clears
// the old selection only after this event, and it must not be read again.
func (room *Room) onMouseUp(ctx app.Context, e app.Event) bool {
	if room.desk.Session == nil || !room.pressed.inText || room.pressed.touch || e.Get("button").Int() != 0 {
		return false
	}
	x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
	room.pressed.adds = e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	dragged := math.Hypot(x-room.pressed.x, y-room.pressed.y) > kit.Shake
	room.pressed.count = max(room.pressed.count, e.Get("detail").Int())
	room.pressed.selected = dragged || room.pressed.count > 1 || e.Get("shiftKey").Bool()
	if room.pressed.selected {
		room.takeSelection(x, y, e.Get("altKey").Bool())
		if room.pressed.adds {
			room.addPicked()
		}
	}
	return room.pressed.selected
}

// onTouchSelection follows a selection made by touch, whose handles send no
// pointer events. Under the mouse the selection is read when it is let go.
func (room *Room) onTouchSelection(ctx app.Context) {
	ctx.PreventUpdate()
	room.settling++
	turn := room.settling
	ctx.After(settle, func(ctx app.Context) {
		if turn != room.settling || !room.pressed.inText {
			ctx.PreventUpdate()
			return
		}
		room.takeTouchSelection()
	})
}

// takeSelection makes the browser's selection the pick, and shows on the page
// what the pick has grown to. A drag that left the text sideways ends where it
// left; the browser would take everything to the end of the article.
func (room *Room) takeSelection(x, y float64, exact bool) {
	s, err := room.desk.Text().Selection()
	if err == nil && !s.Collapsed() {
		s.Focus, err = room.focusBeside(s.Focus, x, y)
	}
	if room.refuses(err) || s.Collapsed() {
		room.desk.Selection.DropText()
		return
	}
	next := desk.TextSelectionOf(room.desk.Document(), s, exact != room.exact)
	if room.pressed.count == 2 {
		next = next.BetweenWords(room.desk.Document(), room.clicks.word, room.wordUnder(x, y))
	}
	room.setPick(next)
	if !room.desk.Selection.Text.Empty() {
		room.desk.Text().Select(room.desk.Selection.Text.Selection(room.desk.Document()))
	}
}

// focusBeside is where a drag ends that was let go at a point of the window: on
// the line beside that point or, where the text is not beside it, where the browser
// says.
func (room *Room) focusBeside(focus browser.Point, x, y float64) (browser.Point, error) {
	at, err := room.desk.Text().PointBeside(x, y)
	if errors.Is(err, browser.ErrNoText) {
		return focus, nil
	}
	return at, err
}

// AdoptSelection makes the pick what was selected by other means than ours:
// Ctrl+A, the search in the page, a screen reader. It reports false, and the page
// has said why, where it cannot be told what is selected.
func (room *Room) AdoptSelection() bool {
	if !room.desk.Selection.Text.Empty() {
		return true
	}
	s, err := room.desk.Text().Selection()
	if room.refuses(err) {
		return false
	}
	if !s.Collapsed() {
		room.desk.Selection.AdoptText(desk.TextSelectionOf(room.desk.Document(), s, room.exact))
	}
	return true
}

// takeTouchSelection leaves the browser's own selection alone, since moving
// it would tear its handles from under the finger. The label bar says what
// will be marked.
func (room *Room) takeTouchSelection() {
	s, err := room.desk.Text().Selection()
	if room.refuses(err) || s.Collapsed() {
		room.desk.Selection.DropText()
		return
	}
	room.setPick(desk.TextSelectionOf(room.desk.Document(), s, room.exact))
}

// setPick shows the labels beside what is picked, or marks it at once when a
// label is held as a pen.
func (room *Room) setPick(next desk.TextSelection) {
	room.desk.Selection.SelectText(next)
	if next.Empty() {
		return
	}
	room.trusts()
	room.desk.Ask.Refresh()
	if room.desk.Pen != "" && !room.pressed.touch && !room.pressed.adds {
		room.markByPen()
		return
	}
	room.desk.Later(func() { room.placePalette() })
}

// onTextClick chooses the span under a click that selected nothing.
func (room *Room) onTextClick(ctx app.Context, e app.Event) {
	if !browser.Within(e.Get("target"), "#"+kit.ArticleID) {
		return
	}
	if room.selecting() {
		room.pressed.selected = false
		return
	}
	browser.ClearSelection()
	room.desk.Selection.DropText()
	if room.alsoChoosesAt(e) {
		return
	}
	room.chooseAt(e.Get("target"))
}

// selecting reports whether a click is the end of a selection: the mouse's
// last press made one, or there is one that a finger made.
func (room *Room) selecting() bool {
	if !room.pressed.touch {
		return room.pressed.selected
	}
	s, err := room.desk.Text().Selection()
	return room.refuses(err) || !s.Collapsed()
}

// chooseAt chooses among the spans over the run that an element draws.
func (room *Room) chooseAt(target app.Value) {
	if room.desk.Ask.GivePlace(target) {
		return
	}
	block, run, ok := room.desk.Text().RunAt(target)
	if !ok {
		room.desk.Choose("", nil)
		return
	}
	spans := room.Drawing.SpansAt(block, run)
	if len(spans) == 0 && room.lookAtTheirs(block, run) {
		return
	}
	if len(spans) == 0 {
		room.desk.Choose("", nil)
		return
	}
	room.desk.Choose(room.desk.Shortest(spans), spans)
}
