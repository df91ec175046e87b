package ui

import (
	"errors"
	"math"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
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

// shake is how far in CSS pixels a hand may move the mouse during a click.
const shake = 3

// settle is how long a touch selection must rest before it is read: its
// handles report every step of the finger.
const settle = 250 * time.Millisecond

// onPointerDown lets go of what was selected when the mouse begins anew: a drag
// that starts on selected text would carry that text about and select nothing.
func (p *Page) onPointerDown(ctx app.Context, e app.Event) bool {
	target := e.Get("target")
	p.pressed = press{
		inText: browser.Within(target, ".reading") && !browser.Within(target, "button, a, .notices, .about"),
		touch:  e.Get("pointerType").String() != "mouse",
		x:      e.Get("clientX").Float(),
		y:      e.Get("clientY").Float(),
	}
	if !p.pressed.inText || p.pressed.touch || e.Get("button").Int() != 0 || e.Get("shiftKey").Bool() {
		return false
	}
	browser.ClearSelection()
	p.dropPick()
	return true
}

// onMouseUp reads what the mouse has selected: by a drag, a double click or a
// click with Shift. A plain click is left to onTextClick; the browser clears
// the old selection only after this event, and it must not be read again.
func (p *Page) onMouseUp(ctx app.Context, e app.Event) bool {
	if p.session == nil || !p.pressed.inText || p.pressed.touch || e.Get("button").Int() != 0 {
		return false
	}
	x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
	p.pressed.adds = e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	dragged := math.Hypot(x-p.pressed.x, y-p.pressed.y) > shake
	p.pressed.count = max(p.pressed.count, e.Get("detail").Int())
	p.pressed.selected = dragged || p.pressed.count > 1 || e.Get("shiftKey").Bool()
	if p.pressed.selected {
		p.takeSelection(ctx, x, y, e.Get("altKey").Bool())
		if p.pressed.adds {
			p.addPicked()
		}
	}
	return p.pressed.selected
}

// onTouchSelection follows a selection made by touch, whose handles send no
// pointer events. Under the mouse the selection is read when it is let go.
func (p *Page) onTouchSelection(ctx app.Context) {
	ctx.PreventUpdate()
	p.settling++
	turn := p.settling
	ctx.After(settle, func(ctx app.Context) {
		if turn != p.settling || !p.pressed.inText {
			ctx.PreventUpdate()
			return
		}
		p.takeTouchSelection(ctx)
	})
}

// takeSelection makes the browser's selection the pick, and shows on the page
// what the pick has grown to. A drag that left the text sideways ends where it
// left; the browser would take everything to the end of the article.
func (p *Page) takeSelection(ctx app.Context, x, y float64, exact bool) {
	s, err := p.article().Selection()
	if err == nil && !s.Collapsed() {
		s.Focus, err = p.focusBeside(s.Focus, x, y)
	}
	if p.refuses(err) || s.Collapsed() {
		p.dropPick()
		return
	}
	next := pickOf(p.document(), s, exact != p.exact)
	if p.pressed.count == 2 {
		next = next.betweenWords(p.document(), p.clicks.word, p.wordUnder(x, y))
	}
	p.setPick(ctx, next)
	if !p.pick.empty() {
		p.article().Select(p.pick.selection(p.document()))
	}
}

// focusBeside is where a drag ends that was let go at a point of the window: on
// the line beside that point or, where the text is not beside it, where the browser
// says.
func (p *Page) focusBeside(focus browser.Point, x, y float64) (browser.Point, error) {
	at, err := p.article().PointBeside(x, y)
	if errors.Is(err, browser.ErrNoText) {
		return focus, nil
	}
	return at, err
}

// adoptSelection makes the pick what was selected by other means than ours:
// Ctrl+A, the search in the page, a screen reader. It reports false, and the page
// has said why, where it cannot be told what is selected.
func (p *Page) adoptSelection() bool {
	if !p.pick.empty() {
		return true
	}
	s, err := p.article().Selection()
	if p.refuses(err) {
		return false
	}
	if !s.Collapsed() {
		p.pick = pickOf(p.document(), s, p.exact)
	}
	return true
}

// takeTouchSelection leaves the browser's own selection alone, since moving
// it would tear its handles from under the finger. The label bar says what
// will be marked.
func (p *Page) takeTouchSelection(ctx app.Context) {
	s, err := p.article().Selection()
	if p.refuses(err) || s.Collapsed() {
		p.dropPick()
		return
	}
	p.setPick(ctx, pickOf(p.document(), s, p.exact))
}

// setPick shows the labels beside what is picked, or marks it at once when a
// label is held as a pen.
func (p *Page) setPick(ctx app.Context, next pick) {
	p.pick = next
	if next.empty() {
		return
	}
	p.trusts()
	p.shaped.hold(p.chosen)
	p.chosen, p.choice, p.several = "", nil, nil
	p.refresh()
	if p.pen != "" && !p.pressed.touch && !p.pressed.adds {
		p.markByPen(ctx)
		return
	}
	p.later(func() { p.placePalette() })
}

func (p *Page) dropPick() { p.pick = pick{} }

// onTextClick chooses the span under a click that selected nothing.
func (p *Page) onTextClick(ctx app.Context, e app.Event) {
	if !browser.Within(e.Get("target"), "#"+articleID) {
		return
	}
	if p.selecting() {
		p.pressed.selected = false
		return
	}
	browser.ClearSelection()
	p.dropPick()
	if p.alsoChoosesAt(e) {
		return
	}
	p.chooseAt(ctx, e.Get("target"))
}

// selecting reports whether a click is the end of a selection: the mouse's
// last press made one, or there is one that a finger made.
func (p *Page) selecting() bool {
	if !p.pressed.touch {
		return p.pressed.selected
	}
	s, err := p.article().Selection()
	return p.refuses(err) || !s.Collapsed()
}

// chooseAt chooses among the spans over the run that an element draws.
func (p *Page) chooseAt(ctx app.Context, target app.Value) {
	if p.relateAt(target) {
		return
	}
	block, run, ok := p.article().RunAt(target)
	if !ok {
		p.choose(ctx, "", nil)
		return
	}
	spans := p.drawing.spansAt(block, run)
	if len(spans) == 0 && p.regardAt(ctx, block, run) {
		return
	}
	if len(spans) == 0 {
		p.choose(ctx, "", nil)
		return
	}
	p.choose(ctx, p.shortest(spans), spans)
}
