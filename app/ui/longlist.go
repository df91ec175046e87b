package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// longList is what the lists of articles and of spans have in common: a list on
// the page of which the rows near the view are drawn. It is drawn at once when
// the page is refreshed, and does not wait for the engine's next frame.
type longList struct {
	rows
	on browser.RowList
}

// newLongList is the list with that id, whose rows carry their key in that
// data attribute.
func newLongList(id, data string) longList {
	return longList{rows{drawn: rowsAtFirst}, browser.RowList{ID: id, Data: data}}
}

// draw draws the rows of a list of that length.
func (l *longList) draw(length int, row func(index int) browser.Row) {
	l.stay(length)
	var drawn []browser.Row
	for i := l.first; i < l.last(length); i++ {
		drawn = append(drawn, row(i))
	}
	l.on.Draw(drawn, browser.RowWindow{First: l.first, Of: length})
}

// scrolled moves what is drawn after the view, and reports whether it had to.
func (l *longList) scrolled(length int) bool {
	return l.long(length) && l.follow(l.on.Measure(), length)
}

// focused draws rows around the one that has the keyboard, and reports whether
// it had to. It does not wait for the list to scroll there: the next Tab may
// come before that.
func (l *longList) focused(index, length int) bool {
	return index >= 0 && l.long(length) && l.surround(index, length)
}

// key is the row that a key leads to from the one at an index, which has the
// keyboard.
func (l *longList) key(e app.Event, from, length int) (to int, ok bool) {
	if from < 0 {
		return from, false
	}
	return rowAfter(e.Get("key").String(), from, length)
}
