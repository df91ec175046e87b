package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A list of rows is a scrolling element whose children are rows of one
// height, drawn from some index on, between a first and a last child that
// take up the room of the rows not drawn.

// SpaceRows gives the rows before and after the drawn ones their room.
func SpaceRows(id string, before, after int) {
	list := ByID(id)
	if !list.Truthy() {
		return
	}
	height := rowHeight(list)
	setStyle(list.Get("firstElementChild"), "height", pixels(float64(before)*height))
	setStyle(list.Get("lastElementChild"), "height", pixels(float64(after)*height))
}

// RowInView is the index of the row in the middle of what is in view.
func RowInView(id string) int {
	list := ByID(id)
	height := rowHeight(list)
	if height == 0 {
		return 0
	}
	middle := list.Get("scrollTop").Float() + list.Get("clientHeight").Float()/2
	return int(middle / height)
}

// rowHeight measures the first drawn row; it is 0 where there is none.
func rowHeight(list app.Value) float64 {
	row := list.Get("children").Call("item", 1)
	if !row.Truthy() {
		return 0
	}
	box := rectOf(row)
	return box.Bottom - box.Top
}

// ScrollInto scrolls an element, and nothing around it, so that what in it
// matches the selector is in view.
func ScrollInto(id, selector string) {
	list := ByID(id)
	if !list.Truthy() {
		return
	}
	item := list.Call("querySelector", selector)
	if !item.Truthy() {
		return
	}
	box, frame := rectOf(item), rectOf(list)
	if box.Top < frame.Top || box.Bottom > frame.Bottom {
		offset := (box.Top+box.Bottom)/2 - (frame.Top+frame.Bottom)/2
		list.Set("scrollTop", list.Get("scrollTop").Float()+offset)
	}
}
