package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// clicks is what the mouse has done by clicking several times at one place. Only
// the browser knows how quickly a person's clicks follow each other, and says so
// by counting them: nothing here waits.
type clicks struct {
	word desk.TextSelection // on which the second was pressed
	// What a pen has marked so far, its span, and the session's revision since.
	marked   desk.TextSelection
	span     string
	revision int
}

// onPressAgain counts a click that follows others at its place, and remembers the
// word that a double click begins on: a drag may go on from it over many more, and
// scroll the text away.
func (room *Room) onPressAgain(e app.Value) {
	if room.desk.Session == nil || !room.pressed.inText || room.pressed.touch {
		return
	}
	room.pressed.count = e.Get("detail").Int()
	if room.pressed.count == 2 {
		room.clicks.word = room.wordUnder(e.Get("clientX").Float(), e.Get("clientY").Float())
	}
}

// wordUnder is the word that is drawn at a point of the window; an empty pick if
// there is none, or others have changed the text there.
func (room *Room) wordUnder(x, y float64) desk.TextSelection {
	at, err := room.desk.Text().PointAt(x, y)
	if err != nil {
		return desk.TextSelection{}
	}
	doc := room.desk.Document()
	after := kit.ByteOf(doc, at)
	for _, from := range []int{after, doc.PrevGrapheme(after)} {
		if box := room.boxOf(desk.TextSelection{Start: from, End: doc.NextGrapheme(from)}); box.Left <= x && x <= box.Right {
			start, end := doc.WordAt(from)
			return desk.TextSelection{Start: start, End: end}
		}
	}
	return desk.TextSelection{}
}

// markByPen marks the pick with the label that is held. A double click has marked
// its word when a third follows, which means the paragraph: that takes the word's
// place, and is one step for undo.
func (room *Room) markByPen() {
	if room.pressed.count < 3 {
		room.clicks.span = ""
	}
	if room.clicks.span != "" && room.clicks.revision == room.desk.Session.Revision() {
		if room.desk.Selection.Text == room.clicks.marked {
			room.desk.Selection.DropText()
			browser.ClearSelection()
			return
		}
		room.desk.Session.Undo()
		room.desk.Ask.Refresh()
	}
	room.clicks.marked = room.desk.Selection.Text
	room.clicks.span = room.mark(room.desk.Pen)
	room.clicks.revision = room.desk.Session.Revision()
}
