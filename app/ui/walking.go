package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// selectAll selects the article's text and not, as the browser would, the whole
// page with its buttons and lists. It is adopted as the pick when a label's key
// is pressed; until then it may just as well be meant for copying.
func (room *textRoom) selectAll() {
	room.page.desk.selection.dropText()
	room.page.desk.article().SelectAll()
}

// moveByWord walks through the text word by word, or extends the pick.
func (room *textRoom) moveByWord(ctx app.Context, s keyboard.Stroke) bool {
	from, forward := room.cursor(), s.Name == keyboard.ArrowRight
	if s.Shift {
		room.keyPick(from.extend(room.page.desk.document(), forward))
	} else {
		room.keyPick(from.next(room.page.desk.document(), forward))
	}
	return true
}

// moveByCharacter makes the pick longer or shorter by a character.
func (room *textRoom) moveByCharacter(ctx app.Context, s keyboard.Stroke) bool {
	room.keyPick(room.page.desk.selection.text.nudge(room.page.desk.document(), s.Name == keyboard.ArrowRight))
	return true
}

// cursor is where the keyboard is in the text: the pick, else the chosen
// span, else the first block in view.
func (room *textRoom) cursor() pick {
	if !room.page.desk.selection.text.empty() {
		return room.page.desk.selection.text
	}
	if s, ok := room.page.desk.set().Span(room.page.desk.selection.span); ok {
		return pick{Start: s.Start(), End: s.End()}
	}
	if room.page.desk.cursorAt > 0 && room.page.desk.cursorAt <= len(room.page.desk.document().Text()) {
		return pick{Start: room.page.desk.cursorAt, End: room.page.desk.cursorAt}
	}
	at := room.page.desk.article().ReadingPlace(kit.BarHeight)
	start := kit.ByteOf(room.page.desk.document(), browser.Point{Block: at.Block})
	return pick{Start: start, End: start}
}

// keyPick makes a pick that came from the keyboard the page's selection.
func (room *textRoom) keyPick(next pick) {
	pen := room.page.desk.pen
	room.page.desk.pen = ""
	room.setPick(next)
	room.page.desk.pen = pen
	if next.empty() {
		return
	}
	doc := room.page.desk.document()
	s := next.selection(doc)
	room.page.desk.article().Select(s)
	room.page.desk.article().Reveal(s.Focus, s.Focus, room.page.desk.headHeight(), footHeight()+air)
	room.page.desk.say(doc.Text()[next.Start:next.End])
}
