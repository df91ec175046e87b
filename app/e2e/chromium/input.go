package chromium

import (
	"errors"
	"strings"
	"time"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Point is a place in the window, in CSS pixels.
type Point struct{ X, Y float64 }

// middle is Middle for an element that may be gone.
func (e *Element) middle() (Point, error) {
	e.p.t.Helper()
	if _, err := try(e.p, dom.ScrollIntoViewIfNeeded, dom.ScrollIntoViewIfNeededParams{BackendNodeID: e.node}); err != nil {
		return Point{}, err
	}
	found, err := try(e.p, dom.GetContentQuads, dom.GetContentQuadsParams{BackendNodeID: e.node})
	if err != nil {
		return Point{}, err
	}
	if len(found.Quads) == 0 {
		return Point{}, errors.New("it has no place on the page")
	}
	q := found.Quads[0]
	return Point{(q[0] + q[2] + q[4] + q[6]) / 4, (q[1] + q[3] + q[5] + q[7]) / 4}, nil
}

// Middle scrolls the element into view and returns its middle.
func (e *Element) Middle() Point {
	e.p.t.Helper()
	at, err := e.middle()
	e.p.must(err, "find the place of %s %q", e.Role, e.Name)
	return at
}

// Click clicks the middle of the element with the mouse, or taps it on a touch
// screen.
func (e *Element) Click() {
	e.p.t.Helper()
	if e.p.o.Touch {
		e.press(e.p.watched(e.p.Tap))
		return
	}
	e.ClickWith(0)
}

// ClickWith clicks the middle of the element with the mouse while modifiers are held.
func (e *Element) ClickWith(modifiers chromedp.Modifier) {
	e.p.t.Helper()
	e.press(e.p.watched(func(at Point) { e.p.ClickAt(at, 1, modifiers) }))
}

// Click waits for what has the role and the name and clicks it.
func (p *Page) Click(role, name string) {
	p.t.Helper()
	p.Find(role, name).Click()
}

// ClickAt clicks with the left button, once, twice or more, with modifiers
// held.
func (p *Page) ClickAt(at Point, times int, modifiers chromedp.Modifier) {
	p.t.Helper()
	p.mouse(chromedp.MouseMoved, at, 0, modifiers)
	for i := 1; i <= times; i++ {
		p.mouse(chromedp.MousePressed, at, i, modifiers)
		p.mouse(chromedp.MouseReleased, at, i, modifiers)
	}
}

// Drag presses the left button at one place, moves in steps to another and
// lets go.
func (p *Page) Drag(from, to Point, modifiers chromedp.Modifier) {
	p.t.Helper()
	p.mouse(chromedp.MouseMoved, from, 0, modifiers)
	p.mouse(chromedp.MousePressed, from, 1, modifiers)
	p.moveDown(from, to, 1, modifiers)
	p.mouse(chromedp.MouseReleased, to, 1, modifiers)
}

// moveDown moves in steps with the button down.
func (p *Page) moveDown(from, to Point, count int, modifiers chromedp.Modifier) {
	p.t.Helper()
	for _, at := range way(from, to) {
		p.mouse(chromedp.MouseMoved, at, count, modifiers)
	}
}

// drag is Drag from a place that is aimed at to one that is seen anew after the
// button is down, and once more before it is let go: the page may move meanwhile.
func (p *Page) drag(from Point, modifiers chromedp.Modifier, to func() Point) verdict {
	p.t.Helper()
	p.mouse(chromedp.MouseMoved, from, 0, modifiers)
	p.mouse(chromedp.MousePressed, from, 1, modifiers)
	got := p.judge(false)
	if got.Verdict == "hit" {
		at := to()
		p.moveDown(from, at, 1, modifiers)
		if from = to(); from != at {
			p.mouse(chromedp.MouseMoved, from, 1, modifiers)
		}
	}
	p.mouse(chromedp.MouseReleased, from, 1, modifiers)
	p.judge(true)
	return got
}

// DragTo drags the element by its middle to a place, which may depend on that.
func (e *Element) DragTo(to func(from Point) Point) {
	e.p.t.Helper()
	e.press(func(from Point) verdict { return e.p.drag(from, 0, func() Point { return to(from) }) })
}

// DragByTouch is DragTo with a finger, which rests there before it is lifted. A drag
// in no time would be a flick, whose end Chromium takes the next tap for; the events
// say when they were, so that nobody waits.
func (e *Element) DragByTouch(to func(from Point) Point) {
	e.p.t.Helper()
	e.press(func(from Point) verdict { return e.p.dragByTouch(from, func() Point { return to(from) }) })
}

func (p *Page) dragByTouch(from Point, to func() Point) verdict {
	p.t.Helper()
	const pace, rest = 50 * time.Millisecond, time.Second
	clock := time.Now().Add(-steps*pace - rest)
	send := func(kind input.DispatchTouchEventType, at ...*input.TouchPoint) {
		call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{
			Type: kind, Timestamp: input.TimeSinceEpoch(float64(clock.UnixMicro()) / 1e6), TouchPoints: append([]*input.TouchPoint{}, at...)})
		clock = clock.Add(pace)
	}
	send(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: from.X, Y: from.Y})
	got := p.judge(false)
	if got.Verdict == "hit" {
		for _, at := range way(from, to()) {
			send(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: at.X, Y: at.Y})
		}
	}
	clock = clock.Add(rest)
	send(input.DispatchTouchEventTypeTouchEnd)
	p.judge(true)
	return got
}

// steps is in how many a pointer moves from one place to another.
const steps = 6

// way is where it is after each of them.
func way(from, to Point) []Point {
	var all []Point
	for i := 1; i <= steps; i++ {
		part := float64(i) / steps
		all = append(all, Point{from.X + (to.X-from.X)*part, from.Y + (to.Y-from.Y)*part})
	}
	return all
}

// DragByWords double-clicks one place, keeps the button down and moves in steps
// to another, which selects by words.
func (p *Page) DragByWords(from, to Point) {
	p.t.Helper()
	p.ClickAt(from, 1, 0)
	p.mouse(chromedp.MousePressed, from, 2, 0)
	p.moveDown(from, to, 2, 0)
	p.mouse(chromedp.MouseReleased, to, 2, 0)
}

// mouse sends one mouse event. A count above 0 has the left button down.
func (p *Page) mouse(kind input.DispatchMouseEventType, at Point, count int, modifiers chromedp.Modifier) {
	p.t.Helper()
	event := input.DispatchMouseEventParams{Type: kind, X: at.X, Y: at.Y, Modifiers: int64(modifiers)}
	if count > 0 {
		event.Button, event.Buttons, event.ClickCount = input.MouseButtonLeft, 1, int64(count)
	}
	if kind == chromedp.MouseReleased {
		event.Buttons = 0
	}
	call(p, input.DispatchMouseEvent, event)
}

// Tap touches a place briefly.
func (p *Page) Tap(at Point) {
	p.t.Helper()
	p.do(chromedp.TapXY(at.X, at.Y), "tap")
}

// touch presses a finger on a place, or lifts it.
func (p *Page) touch(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
	p.t.Helper()
	if points == nil {
		points = []*input.TouchPoint{}
	}
	call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
}

// keyNames are the keys that have a name and no character.
var keyNames = map[string]string{
	"Enter": kb.Enter, "Escape": kb.Escape, "Tab": kb.Tab, "Space": " ", "Backspace": kb.Backspace, "Delete": kb.Delete,
	"ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight, "ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown,
	"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown, "F2": kb.F2, "Shift": kb.Shift,
}

// modifierNames are the keys that are held while another is pressed.
var modifierNames = map[string]chromedp.Modifier{
	"Control": chromedp.ModifierCtrl, "Ctrl": chromedp.ModifierCtrl, "Alt": chromedp.ModifierAlt,
	"Shift": chromedp.ModifierShift, "Meta": chromedp.ModifierMeta,
}

// Press presses keys one after the other: characters ("1"), names ("Escape")
// or combinations ("Control+Shift+z").
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		parts := strings.Split(key, "+")
		var modifiers []chromedp.Modifier
		for len(parts) > 1 && modifierNames[parts[0]] != 0 {
			modifiers = append(modifiers, modifierNames[parts[0]])
			parts = parts[1:]
		}
		last := strings.Join(parts, "+")
		if named, ok := keyNames[last]; ok {
			last = named
		}
		p.do(chromedp.KeyEvent(last, chromedp.KeyModifiers(modifiers...), asKeyboard), "press %s", key)
	}
}

// asKeyboard has a key go down as a keyboard's does: what it types comes apart, and
// not at all where the page has taken the key.
func asKeyboard(event *input.DispatchKeyEventParams) {
	if event.Type == input.DispatchKeyEventTypeKeyDown {
		event.Type = input.DispatchKeyEventTypeRawKeyDown
	}
}

// Key is a key as a keyboard sends it: what it types, which layouts differ in, and
// the code of its place, in which they do not. KeyCode is 229 for one that goes to an
// input method.
type Key struct {
	Key, Code string
	Modifiers chromedp.Modifier
	KeyCode   int64
}

// Strike presses keys of any layout, one after the other. A browser types what they
// type, unless Ctrl, Alt or ⌘ is held.
func (p *Page) Strike(keys ...Key) {
	p.t.Helper()
	for _, key := range keys {
		down := input.DispatchKeyEventParams{
			Type: input.DispatchKeyEventTypeRawKeyDown, Key: key.Key, Code: key.Code, Modifiers: int64(key.Modifiers),
			WindowsVirtualKeyCode: key.KeyCode, NativeVirtualKeyCode: key.KeyCode,
		}
		if len([]rune(key.Key)) == 1 && key.Modifiers&^chromedp.ModifierShift == 0 {
			down.Type, down.Text = input.DispatchKeyEventTypeKeyDown, key.Key
		}
		call(p, input.DispatchKeyEvent, down)
		up := down
		up.Type, up.Text = input.DispatchKeyEventTypeKeyUp, ""
		call(p, input.DispatchKeyEvent, up)
	}
}

// Type writes text where the focus is, as a keyboard or an input method does.
func (p *Page) Type(text string) {
	p.t.Helper()
	call(p, input.InsertText, input.InsertTextParams{Text: text})
}

// Fill puts the focus into a field, replaces what stands in it and leaves it.
func (e *Element) Fill(text string) {
	e.p.t.Helper()
	e.Focus()
	e.p.Press("Control+a")
	if text == "" {
		e.p.Press("Delete")
	} else {
		e.p.Type(text)
	}
	e.p.Press("Tab")
}
