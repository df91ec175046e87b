package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// textNodes calls visit with each text node of a block in order, until visit
// returns false. A block holds text nodes and marks, and a mark one text node.
func textNodes(block app.Value, visit func(node app.Value, length int) bool) {
	for child := block.Get("firstChild"); child.Truthy(); child = child.Get("nextSibling") {
		node := child
		if child.Get("nodeType").Int() != textNode {
			node = child.Get("firstChild")
		}
		if node.Truthy() && !visit(node, node.Get("length").Int()) {
			return
		}
	}
}

// textNode is the DOM's Node.TEXT_NODE.
const textNode = 3

// lengthOf is the length of a block's text in UTF-16 units.
func lengthOf(block app.Value) int {
	length := 0
	textNodes(block, func(_ app.Value, n int) bool {
		length += n
		return true
	})
	return length
}

// offsetInBlock counts the UTF-16 units before a DOM position inside a block.
// In a text node the position counts units, in an element its children.
func offsetInBlock(block, node app.Value, offset int) int {
	stop := node
	if node.Get("nodeType").Int() != textNode {
		stop = node.Get("childNodes").Call("item", offset)
		offset = 0
		if !stop.Truthy() {
			return offsetAfter(block, node)
		}
		if stop.Get("nodeType").Int() != textNode {
			stop = stop.Get("firstChild")
		}
	}
	before := 0
	textNodes(block, func(n app.Value, length int) bool {
		if n.Equal(stop) {
			return false
		}
		before += length
		return true
	})
	return before + offset
}

// offsetAfter counts the units up to the end of an element: the block itself,
// or a mark in it.
func offsetAfter(block, element app.Value) int {
	if element.Equal(block) {
		return lengthOf(block)
	}
	count := 0
	textNodes(block, func(n app.Value, length int) bool {
		count += length
		return !n.Get("parentNode").Equal(element)
	})
	return count
}

// nodeAt translates a Point into the DOM position that shows it.
func (a Article) nodeAt(p Point) (node app.Value, offset int, ok bool) {
	block := a.Block(p.Block)
	if !block.Truthy() {
		return nil, 0, false
	}
	node, left := block, p.Offset
	textNodes(block, func(n app.Value, length int) bool {
		node, offset = n, min(left, length)
		left -= length
		return left > 0
	})
	return node, offset, true
}
