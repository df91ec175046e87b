package kit

import (
	"math"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
)

// spareRows is how many rows of a long list are drawn above and below those
// that fit into the window, so that scrolling meets no gap.
const spareRows = 6

// rowsAtFirst is how many rows are drawn before one could be measured.
const rowsAtFirst = 40

// rows is the part of a long list that is drawn: so many rows from the first
// one on. Elements are dear, and nobody sees more rows than fit into the window.
// The rows of a long list all have one height, so that the room of those not
// drawn is known, and with it the scroll bar's length.
type rows struct{ First, drawn int }

// long reports whether only a part of a list is drawn.
func (r rows) long(length int) bool { return length > r.drawn }

// last is the end of the part of a list that is drawn.
func (r rows) last(length int) int { return min(r.First+r.drawn, length) }

// has reports whether a row is drawn.
func (r rows) has(index, length int) bool { return r.First <= index && index < r.last(length) }

// fit draws as many rows as the measures ask for.
func (r *rows) fit(m browser.RowMeasures) {
	if m.Row > 0 {
		r.drawn = int(math.Ceil(m.Window/m.Row)) + 2*spareRows
	}
}

// center draws the rows around one.
func (r *rows) center(index, length int) {
	r.First = max(0, min(index-r.drawn/2, length-r.drawn))
}

// Reach draws a row, and the rows around it if it was not drawn.
func (r *rows) Reach(index, length int) {
	if !r.has(index, length) {
		r.center(index, length)
	}
}

// surround draws rows on both sides of one that has the keyboard, so that Tab
// finds a next one, and reports whether it had to.
func (r *rows) surround(index, length int) bool {
	before := *r
	if index-r.First < spareRows || r.last(length)-index <= spareRows {
		r.center(index, length)
	}
	return *r != before
}

// stay draws no room where a list that became shorter has ended.
func (r *rows) stay(length int) { r.First = max(0, min(r.First, length-r.drawn)) }

// follow draws the rows around those in view when these come near the end of
// what is drawn, and reports whether it did.
func (r *rows) follow(m browser.RowMeasures, length int) bool {
	if m.Row <= 0 || !r.long(length) {
		return false
	}
	before := *r
	r.fit(m)
	from := int(m.Top / m.Row)
	to := int(math.Ceil((m.Top + m.Height) / m.Row))
	tooHigh := r.First > 0 && from < r.First+spareRows/2
	tooLow := r.last(length) < length && to > r.last(length)-spareRows/2
	if tooHigh || tooLow {
		r.center((from+to)/2, length)
	}
	return *r != before
}

// RowAfter is the row that a key leads to from another; it reports false for a
// key that leads nowhere.
func RowAfter(key keyboard.Name, from, length int) (to int, ok bool) {
	switch key {
	case keyboard.ArrowDown:
		to = from + 1
	case keyboard.ArrowUp:
		to = from - 1
	case keyboard.Home:
		to = 0
	case keyboard.End:
		to = length - 1
	default:
		return from, false
	}
	return to, 0 <= to && to < length
}
