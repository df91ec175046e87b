package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// longList is what the lists of articles and of spans have in common: a list on
// the page of which the rows near the view are drawn, and through which the
// keyboard walks. It is drawn at once when the page is refreshed, and does not
// wait for the engine's next frame.
type longList struct {
	rows
	on browser.RowList
	of listing
}

// listing is what a long list shows, row by row.
type listing interface {
	count() int
	row(index int) browser.Row
	indexOf(key string) int // -1 where no row has that key
}

// newLongList is the list with that id, whose rows carry their key in that
// data attribute.
func newLongList(id, data string, of listing) longList {
	return longList{rows{drawn: rowsAtFirst}, browser.RowList{ID: id, Data: data}, of}
}

// element is the list without its rows, which the engine leaves to draw.
func (l *longList) element() app.HTMLUl {
	return untranslated(app.Ul()).ID(l.on.ID).OnScroll(l.onScroll).On("focusin", l.onFocus).OnKeyDown(l.onKeyDown)
}

func (l *longList) draw() {
	length := l.of.count()
	l.stay(length)
	var drawn []browser.Row
	for i := l.first; i < l.last(length); i++ {
		drawn = append(drawn, l.of.row(i))
	}
	l.on.Draw(drawn, browser.RowWindow{First: l.first, Of: length})
}

// fill draws as many rows as the window has room for, around those in view.
func (l *longList) fill() {
	if length := l.of.count(); l.long(length) && l.follow(l.on.Measure(), length) {
		l.draw()
	}
}

// moveTo moves the keyboard to a row.
func (l *longList) moveTo(index int) {
	l.reach(index, l.of.count())
	l.draw()
	l.on.Focus(l.of.row(index).Key)
}

// focused is the index of the row that has the keyboard, or -1.
func (l *longList) focused() int { return l.of.indexOf(l.on.Focused()) }

func (l *longList) onScroll(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	l.fill()
}

// onFocus draws rows around the one that Tab has reached. It does not wait for
// the list to scroll there: the next Tab may come before that.
func (l *longList) onFocus(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	at, length := l.focused(), l.of.count()
	if at >= 0 && l.long(length) && l.surround(at, length) {
		l.draw()
	}
}

// onKeyDown walks through the rows.
func (l *longList) onKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	at := l.focused()
	if at < 0 {
		return
	}
	if to, ok := rowAfter(strokeOf(e).Name, at, l.of.count()); ok {
		e.PreventDefault()
		l.moveTo(to)
	}
}
