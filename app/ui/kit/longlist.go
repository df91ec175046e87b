package kit

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
)

// LongList is what the lists of articles and of spans have in common: a list on
// the page of which the rows near the view are drawn, and through which the
// keyboard walks. It is drawn at once when the page is refreshed, and does not
// wait for the engine's next frame.
type LongList struct {
	rows
	Place   browser.RowList
	Listing listing
}

// listing is what a long list shows, row by row.
type listing interface {
	Count() int
	Row(index int) browser.Row
	IndexOf(key string) int // -1 where no row has that key
}

// NewLongList is the list with that id, whose rows carry their key in that
// data attribute.
func NewLongList(id, data string, of listing) LongList {
	return LongList{rows{drawn: rowsAtFirst}, browser.RowList{ID: id, Data: data}, of}
}

// Element is the list without its rows, which the engine leaves to draw.
func (l *LongList) Element() app.HTMLUl {
	return Untranslated(app.Ul()).ID(l.Place.ID).OnScroll(l.onScroll).On("focusin", l.onFocus).OnKeyDown(l.OnKeyDown)
}

// Draw draws the rows in view as they are now.
func (l *LongList) Draw() {
	length := l.Listing.Count()
	l.stay(length)
	var drawn []browser.Row
	for i := l.First; i < l.last(length); i++ {
		drawn = append(drawn, l.Listing.Row(i))
	}
	l.Place.Draw(drawn, browser.RowWindow{First: l.First, Of: length})
}

// Fill draws as many rows as the window has room for, around those in view.
func (l *LongList) Fill() {
	if length := l.Listing.Count(); l.long(length) && l.follow(l.Place.Measure(), length) {
		l.Draw()
	}
}

// MoveTo moves the keyboard to a row.
func (l *LongList) MoveTo(index int) {
	l.Reach(index, l.Listing.Count())
	l.Draw()
	l.Place.Focus(l.Listing.Row(index).Key)
}

// Focused is the index of the row that has the keyboard, or -1.
func (l *LongList) Focused() int { return l.Listing.IndexOf(l.Place.Focused()) }

func (l *LongList) onScroll(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	l.Fill()
}

// onFocus draws rows around the one that Tab has reached. It does not wait for
// the list to scroll there: the next Tab may come before that.
func (l *LongList) onFocus(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	at, length := l.Focused(), l.Listing.Count()
	if at >= 0 && l.long(length) && l.surround(at, length) {
		l.Draw()
	}
}

// OnKeyDown walks through the rows.
func (l *LongList) OnKeyDown(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	at := l.Focused()
	if at < 0 {
		return
	}
	if to, ok := RowAfter(StrokeOf(e).Name, at, l.Listing.Count()); ok {
		e.PreventDefault()
		l.MoveTo(to)
	}
}
