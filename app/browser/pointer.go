package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// CapturePointer has all that a pressed pointer does reported to an element,
// wherever it moves, until it is let go. A pointer that is let go already is
// left alone.
func CapturePointer(element app.Value, pointer int) {
	defer func() { _ = recover() }()
	element.Call("setPointerCapture", pointer)
}

// WindowHeight is the height of the window in CSS pixels.
func WindowHeight() float64 { return app.Window().Get("innerHeight").Float() }

// ScrollBeyond scrolls the page as far as y lies above top or below bottom, all
// in CSS pixels of the window.
func ScrollBeyond(y, top, bottom float64) {
	if far := min(0, y-top) + max(0, y-bottom); far != 0 {
		app.Window().Call("scrollBy", 0, far)
	}
}

// PutOn lays an absolutely positioned element of no size of its own on the text:
// its corner at a place of the window in CSS pixels, and in --tall how high the
// line is. It is hidden where there is no line.
func PutOn(element app.Value, x float64, line Rect) {
	if !element.Truthy() {
		return
	}
	frame := element.Get("offsetParent")
	if !frame.Truthy() {
		return
	}
	parent := rectOf(frame)
	setStyle(element, "left", pixels(x-parent.Left))
	setStyle(element, "top", pixels(line.Top-parent.Top))
	setStyle(element, "--tall", pixels(line.Bottom-line.Top))
}
