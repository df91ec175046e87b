package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Point is a place in the drawn article: a block, by its index, and a UTF-16
// offset into that block's text, which is the unit the browser counts in.
type Point struct {
	Block  int
	Offset int
}

// Before reports whether p comes before q in the text.
func (p Point) Before(q Point) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Offset < q.Offset
}

// Selection is what a person has selected: from where the gesture began
// (Anchor) to where it ended (Focus), which may lie before it.
type Selection struct {
	Anchor Point
	Focus  Point
}

// Collapsed reports whether the selection is a bare caret.
func (s Selection) Collapsed() bool { return s.Anchor == s.Focus }

// Ordered returns the ends of the selection in text order.
func (s Selection) Ordered() (start, end Point) {
	if s.Focus.Before(s.Anchor) {
		return s.Focus, s.Anchor
	}
	return s.Anchor, s.Focus
}

// Selection reads the person's selection. Ends that lie outside the article
// count as its first or last place; a selection that does not touch the
// article at all is reported as none.
func (a Article) Selection() (Selection, bool) {
	sel := app.Window().Call("getSelection")
	if !a.Drawn() || !sel.Truthy() || sel.Get("rangeCount").Int() == 0 {
		return Selection{}, false
	}
	if !sel.Call("getRangeAt", 0).Call("intersectsNode", a.root).Bool() {
		return Selection{}, false
	}
	s := Selection{
		Anchor: a.pointOf(sel.Get("anchorNode"), sel.Get("anchorOffset").Int()),
		Focus:  a.pointOf(sel.Get("focusNode"), sel.Get("focusOffset").Int()),
	}
	outside := !a.contains(sel.Get("anchorNode")) && !a.contains(sel.Get("focusNode"))
	return s, !outside || !s.Collapsed()
}

// Select makes s the page's selection, its direction kept, so that a
// shift-click or a shift-arrow extends it from the end that the person moved.
func (a Article) Select(s Selection) {
	anchor, anchorOffset, anchored := a.nodeAt(s.Anchor)
	focus, focusOffset, focused := a.nodeAt(s.Focus)
	if !anchored || !focused {
		return
	}
	app.Window().Call("getSelection").
		Call("setBaseAndExtent", anchor, anchorOffset, focus, focusOffset)
}

// SelectAll selects the whole article.
func (a Article) SelectAll() {
	app.Window().Call("getSelection").Call("selectAllChildren", a.root)
}

// ClearSelection leaves nothing selected.
func ClearSelection() {
	app.Window().Call("getSelection").Call("removeAllRanges")
}

// PointBeside is the place in the text that lies on the same line as a point
// to the left or right of the article, given in CSS pixels of the window. It
// reports false for a point that is not beside it.
func (a Article) PointBeside(x, y float64) (Point, bool) {
	box := rectOf(a.root)
	inside := max(box.Left+1, min(x, box.Right-1))
	if inside == x || y < box.Top || y > box.Bottom {
		return Point{}, false
	}
	node, offset, ok := caretAt(inside, y)
	if !ok || !a.contains(node) {
		return Point{}, false
	}
	return a.pointOf(node, offset), true
}

// caretAt asks the browser which DOM position is drawn at a point; WebKit has
// only the older one of the two ways to ask.
func caretAt(x, y float64) (node app.Value, offset int, ok bool) {
	document := app.Window().Get("document")
	if document.Get("caretPositionFromPoint").Truthy() {
		at := document.Call("caretPositionFromPoint", x, y)
		if !at.Truthy() {
			return nil, 0, false
		}
		return at.Get("offsetNode"), at.Get("offset").Int(), true
	}
	at := document.Call("caretRangeFromPoint", x, y)
	if !at.Truthy() {
		return nil, 0, false
	}
	return at.Get("startContainer"), at.Get("startOffset").Int(), true
}

func (a Article) contains(node app.Value) bool {
	return node.Truthy() && a.root.Call("contains", node).Bool()
}

// pointOf translates a DOM position into a Point.
func (a Article) pointOf(node app.Value, offset int) Point {
	if !node.Truthy() {
		return Point{}
	}
	if index := a.IndexOf(node); index >= 0 {
		return Point{Block: index, Offset: offsetInBlock(a.Block(index), node, offset)}
	}
	if a.contains(node) {
		return a.edgeOf(drawer().Call("edge", node, offset).Int())
	}
	return a.nearest(node)
}

// edgeOf is the place before the n-th block, or the end of the article.
func (a Article) edgeOf(n int) Point {
	count := a.Len()
	if count == 0 {
		return Point{}
	}
	if n < count {
		return Point{Block: n}
	}
	return Point{Block: count - 1, Offset: lengthOf(a.Block(count - 1))}
}

// documentPositionFollowing is the bit that Node.compareDocumentPosition sets
// when its argument comes later in the page.
const documentPositionFollowing = 4

// nearest is the end of the article that lies closer to a node outside it.
func (a Article) nearest(node app.Value) Point {
	if a.root.Call("compareDocumentPosition", node).Int()&documentPositionFollowing == 0 {
		return Point{}
	}
	return a.edgeOf(a.Len())
}
