package browser

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Rect is a box in CSS pixels, measured from the top left of the window.
type Rect struct {
	Left, Top, Right, Bottom float64
}

// RectOf returns the box around the text from start to end.
func (a Article) RectOf(start, end Point) (Rect, bool) {
	box := ask("box", start.Block, start.Offset, end.Block, end.Offset)
	return readRect(box), box != ""
}

// FirstLines returns the boxes around the first lines of some pieces of text,
// given by where each begins and ends, in the same order. They are all measured
// in one call. A piece that is not drawn has an empty box.
func (a Article) FirstLines(pieces [][2]Point) []Rect {
	if len(pieces) == 0 {
		return nil
	}
	var asked []string
	for _, p := range pieces {
		end := p[0].Offset + farthestLine
		if p[1].Block == p[0].Block {
			end = min(end, p[1].Offset)
		}
		asked = append(asked, strconv.Itoa(p[0].Block)+" "+strconv.Itoa(p[0].Offset)+" "+strconv.Itoa(end))
	}
	boxes := make([]Rect, len(pieces))
	for i, line := range strings.Split(ask("firstLines", strings.Join(asked, "\n")), "\n") {
		boxes[i] = readRect(line)
	}
	return boxes
}

// farthestLine is more than any line holds, in UTF-16 units.
const farthestLine = 600

// readRect reads a box as article.js writes it.
func readRect(line string) Rect {
	var sides [4]float64
	for i, side := range strings.Fields(line) {
		sides[i], _ = strconv.ParseFloat(side, 64)
	}
	return Rect{sides[0], sides[1], sides[2], sides[3]}
}

// LinesOf returns the boxes around the text from start to end, one for each line
// that it is on and not more than so many.
func (a Article) LinesOf(start, end Point, most int) []Rect {
	var lines []Rect
	for _, box := range strings.Split(ask("lines", most*piecesOfLine, start.Block, start.Offset, end.Block, end.Offset), "\n") {
		if piece := readRect(box); piece.Right > piece.Left {
			lines = joinLine(lines, piece)
		}
		if len(lines) > most {
			return lines[:most]
		}
	}
	return lines
}

// piecesOfLine is of how many boxes a line may be, most of the time.
const piecesOfLine = 20

// joinLine adds a piece of text to the lines that lie before it: to the last of
// them if it is on the same.
func joinLine(lines []Rect, piece Rect) []Rect {
	if len(lines) > 0 {
		last := &lines[len(lines)-1]
		if middle := (piece.Top + piece.Bottom) / 2; last.Top < middle && middle < last.Bottom {
			last.Left, last.Right = min(last.Left, piece.Left), max(last.Right, piece.Right)
			return lines
		}
	}
	return append(lines, piece)
}

// RectOf is the box of an element.
func RectOf(element app.Value) Rect { return rectOf(element) }

// ScrollBy scrolls the page down by so many CSS pixels.
func ScrollBy(down float64) { app.Window().Call("scrollBy", 0, down) }

// ElementAt is the element that a press would meet at a point of the window, in
// CSS pixels; it is not truthy outside the window.
func ElementAt(x, y float64) app.Value {
	return app.Window().Get("document").Call("elementFromPoint", x, y)
}

// NextFrame calls f before the page is drawn next, on the browser's own stack. f
// must not block.
func NextFrame(f func()) {
	var call app.Func
	call = app.FuncOf(func(app.Value, []app.Value) any {
		call.Release()
		f()
		return nil
	})
	app.Window().Call("requestAnimationFrame", call)
}

// rectOf is the box of what the browser measures, empty where there is nothing.
func rectOf(v app.Value) Rect {
	if v == nil || !v.Truthy() {
		return Rect{}
	}
	box := v.Call("getBoundingClientRect")
	return Rect{
		Left:   box.Get("left").Float(),
		Top:    box.Get("top").Float(),
		Right:  box.Get("right").Float(),
		Bottom: box.Get("bottom").Float(),
	}
}

// Reveal scrolls the page so that the text from start to end can be read,
// and leaves it alone where it already can. Bars that cover the top and the
// bottom of the window are given in pixels.
func (a Article) Reveal(start, end Point, coveredTop, coveredBottom float64) {
	a.layOut(start.Block)
	box, ok := a.RectOf(start, end)
	height := app.Window().Get("innerHeight").Float()
	if !ok || box.Top >= coveredTop && box.Bottom <= height-coveredBottom {
		return
	}
	middle := (coveredTop + height - coveredBottom) / 2
	app.Window().Call("scrollBy", 0, (box.Top+min(box.Bottom, box.Top+height/3))/2-middle)
}

// CoveredBelow is how much of the window's bottom the elements that match the
// selector cover, in CSS pixels, where the styles fix them there.
func CoveredBelow(selector string) float64 {
	height := app.Window().Get("innerHeight").Float()
	top := height
	found := app.Window().Get("document").Call("querySelectorAll", selector)
	for i := range found.Get("length").Int() {
		element := found.Call("item", i)
		style := app.Window().Call("getComputedStyle", element)
		if style.Get("position").String() == "fixed" && style.Get("display").String() != "none" {
			top = min(top, rectOf(element).Top)
		}
	}
	return height - top
}

// CoveredAbove is down to where in the window an element covers the text, in CSS
// pixels; 0 where it stands beside it.
func (a Article) CoveredAbove(selector string) float64 {
	element := app.Window().Get("document").Call("querySelector", selector)
	if !a.Drawn() || !element.Truthy() {
		return 0
	}
	box, text := rectOf(element), rectOf(a.root)
	if box.Right <= text.Left || box.Left >= text.Right {
		return 0
	}
	return box.Bottom
}

// KeepRoom writes how high an element is into a property of the styles, now and
// whenever it changes.
func KeepRoom(element app.Value, property string) {
	root := app.Window().Get("document").Get("documentElement")
	app.Window().Get("ResizeObserver").New(app.FuncOf(func(app.Value, []app.Value) any {
		if element.Get("isConnected").Bool() {
			box := rectOf(element)
			setStyle(root, property, pixels(box.Bottom-box.Top))
		}
		return nil
	})).Call("observe", element)
}

// Place is where a person was reading: the first block in view, and how far
// its top lies above the line they read from, in CSS pixels.
type Place struct {
	Block int
	Above float64
}

// ReadingPlace finds the first block that reaches below the line at top.
func (a Article) ReadingPlace(top float64) Place {
	at := drawer().Call("firstBelow", top).Int()
	if at < 0 {
		return Place{}
	}
	return Place{Block: at, Above: top - rectOf(a.Block(at)).Top}
}

// GoTo scrolls the page so that a person reads on from where they were.
func (a Article) GoTo(p Place, top float64) {
	block := a.Block(p.Block)
	if !block.Truthy() {
		return
	}
	a.layOut(p.Block)
	app.Window().Call("scrollBy", 0, rectOf(block).Top-top+p.Above)
}

// PutAt moves an absolutely positioned element beside a box: above it, where a
// person has read already and will not click next, or below it where what is
// above is covered by coveredTop pixels; and never past the sides of its
// parent. An element that the styles do not show has no place and is left alone.
// It sets single properties, which the policy allows; a style attribute it
// would refuse.
func PutAt(element app.Value, beside Rect, gap, coveredTop float64) {
	if !element.Truthy() {
		return
	}
	frame := element.Get("offsetParent")
	if !frame.Truthy() {
		return
	}
	parent := rectOf(frame)
	own := rectOf(element)
	width, height := own.Right-own.Left, own.Bottom-own.Top
	left := max(0, min(beside.Left-parent.Left, parent.Right-parent.Left-width))
	top := beside.Top - gap - height
	if top < coveredTop {
		top = beside.Bottom + gap
	}
	setStyle(element, "left", pixels(left))
	setStyle(element, "top", pixels(top-parent.Top))
}

func setStyle(element app.Value, property, value string) {
	element.Get("style").Call("setProperty", property, value)
}

func pixels(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) + "px" }
