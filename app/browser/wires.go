package browser

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Spot is a place of the window, in CSS pixels from its top left.
type Spot struct{ X, Y float64 }

// Wire is a line with rounded corners over the page. Hint is what the mouse is
// told on the part of it that lies beside the text, which Aside has the ends of.
type Wire struct {
	Spots []Spot
	Aside [2]Spot
	Hint  string
}

// Caption is a short text beside a wire: it ends or, with Begins, begins at a
// place, and is cut at a width. One that is fixed stays where it is in the window
// when the page scrolls.
type Caption struct {
	Class  string
	At     Spot
	Begins bool
	Fixed  bool
	Width  float64
	Text   string
}

// Head is the head of an arrow that points down or, with Up, up.
type Head struct {
	At Spot // its tip
	Up bool
}

// Wiring is what lies over the page at a time, in the places of the window as it
// is scrolled now. Loose is a wire that is still being drawn, and Boxes are drawn
// around text.
type Wiring struct {
	Wires    []Wire
	Heads    []Head
	Captions []Caption
	Loose    []Spot
	Boxes    []Rect
}

// WireLayer draws into an element that lies over the page and holds nothing else.
// What it has drawn scrolls with the page.
type WireLayer struct {
	ID string

	element app.Value
	drawn   sketch
}

// sketch is a wiring as seen from its layer, which does not change when the page
// scrolls: all wires as one path, and so the heads and the boxes.
type sketch struct {
	paths    [4]string
	asides   []aside
	captions []Caption
}

// aside is the part of a wire that tells the mouse what it is.
type aside struct{ path, hint string }

// The classes of the paths of a sketch.
var pathClasses = [4]string{"wire", "head", "loose", "box"}

// Draw draws a wiring in the place of what was there, unless it is the same.
func (l *WireLayer) Draw(w Wiring) {
	layer := ByID(l.ID)
	if !layer.Truthy() {
		return
	}
	next := w.sketch(rectOf(layer))
	if l.element != nil && layer.Equal(l.element) && next.equal(l.drawn) {
		return
	}
	l.element, l.drawn = layer, next
	layer.Call("replaceChildren", next.picture())
	for _, c := range next.captions {
		layer.Call("append", c.element())
	}
}

func (w Wiring) sketch(origin Rect) sketch {
	var s sketch
	for _, wire := range w.Wires {
		s.paths[0] += pathOf(wire.Spots, origin)
		if wire.Aside != [2]Spot{} && wire.Hint != "" {
			s.asides = append(s.asides, aside{pathOf(wire.Aside[:], origin), wire.Hint})
		}
	}
	for _, h := range w.Heads {
		s.paths[1] += h.path(origin)
	}
	s.paths[2] = pathOf(w.Loose, origin)
	for _, box := range w.Boxes {
		s.paths[3] += box.path(origin)
	}
	for _, c := range w.Captions {
		s.captions = append(s.captions, c.from(origin))
	}
	return s
}

func (s sketch) equal(t sketch) bool {
	return s.paths == t.paths && slices.Equal(s.asides, t.asides) && slices.Equal(s.captions, t.captions)
}

func (s sketch) picture() app.Value {
	picture := newDrawn("svg", "")
	for i, path := range s.paths {
		if path != "" {
			picture.Call("append", newPath(pathClasses[i], path))
		}
	}
	for _, a := range s.asides {
		path := newPath("aside", a.path)
		hint := newDrawn("title", "")
		hint.Set("textContent", a.hint)
		path.Call("append", hint)
		picture.Call("append", path)
	}
	return picture
}

// from is a caption as seen from a layer. A fixed one is seen from the window.
func (c Caption) from(layer Rect) Caption {
	if c.Fixed {
		layer = Rect{Right: app.Window().Get("document").Get("documentElement").Get("clientWidth").Float()}
	}
	c.At.Y -= layer.Top
	if c.Begins {
		c.At.X -= layer.Left
	} else {
		c.At.X = layer.Right - c.At.X
	}
	return c
}

// element makes the element of a caption as seen from its layer.
func (c Caption) element() app.Value {
	element := newElement("span", c.Class+" notranslate")
	element.Set("translate", false)
	element.Set("textContent", c.Text)
	element.Set("dir", "auto")
	setStyle(element, "max-width", pixels(c.Width))
	setStyle(element, "top", pixels(c.At.Y))
	if c.Fixed {
		setStyle(element, "position", "fixed")
	}
	side := "right"
	if c.Begins {
		side = "left"
	}
	setStyle(element, side, pixels(c.At.X))
	setStyle(element, "text-align", side)
	return element
}

// corner is the radius of a wire's corners.
const corner = 5

// pathOf writes a line through some places as SVG does, as seen from the top
// left of a box. Each is straight across or straight down from the one before.
func pathOf(spots []Spot, origin Rect) string {
	var d strings.Builder
	for i, s := range spots {
		switch {
		case i == 0:
			d.WriteString("M" + inPath(s, origin))
		case i == len(spots)-1:
			d.WriteString("L" + inPath(s, origin))
		default:
			before, after := toward(s, spots[i-1]), toward(s, spots[i+1])
			d.WriteString("L" + inPath(before, origin) + "Q" + inPath(s, origin) + " " + inPath(after, origin))
		}
	}
	return d.String()
}

// toward is where the rounding of a corner ends on the way to another place: no
// farther than half of the way.
func toward(from, to Spot) Spot {
	step := func(a, b float64) float64 {
		return a + max(-corner, min((b-a)/2, corner))
	}
	return Spot{step(from.X, to.X), step(from.Y, to.Y)}
}

// The size of an arrow's head.
const headHeight, headWidth = 6, 4

func (h Head) path(origin Rect) string {
	back := h.At.Y - headHeight
	if h.Up {
		back = h.At.Y + headHeight
	}
	left, right := Spot{h.At.X - headWidth, back}, Spot{h.At.X + headWidth, back}
	return "M" + inPath(left, origin) + "L" + inPath(h.At, origin) + "L" + inPath(right, origin) + "Z"
}

func inPath(s Spot, origin Rect) string {
	return strconv.FormatFloat(s.X-origin.Left, 'f', 1, 64) + " " + strconv.FormatFloat(s.Y-origin.Top, 'f', 1, 64)
}

func (r Rect) path(origin Rect) string {
	spot := func(x, y float64) string { return inPath(Spot{x, y}, origin) }
	return "M" + spot(r.Left, r.Top) + "L" + spot(r.Right, r.Top) + "L" + spot(r.Right, r.Bottom) + "L" + spot(r.Left, r.Bottom) + "Z"
}

func newPath(class, d string) app.Value {
	path := newDrawn("path", class)
	path.Call("setAttribute", "d", d)
	return path
}

// newDrawn makes an element of a picture.
func newDrawn(tag, class string) app.Value {
	element := app.Window().Get("document").Call("createElementNS", "http://www.w3.org/2000/svg", tag)
	if class != "" {
		element.Call("setAttribute", "class", class)
	}
	return element
}
