package text

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// selectAll selects the article's text and not, as the browser would, the whole
// page with its buttons and lists. It is adopted as the pick when a label's key
// is pressed; until then it may just as well be meant for copying.
func (room *Room) selectAll() {
	room.desk.Selection.DropText()
	room.desk.Text().SelectAll()
}

// moveByWord walks through the text word by word, or extends the pick.
func (room *Room) moveByWord(ctx app.Context, s keyboard.Stroke) bool {
	from, forward := room.cursor(), s.Name == keyboard.ArrowRight
	if s.Shift {
		room.keyPick(from.Extend(room.desk.Document(), forward))
	} else {
		room.keyPick(from.Next(room.desk.Document(), forward))
	}
	return true
}

// moveByCharacter makes the pick longer or shorter by a character.
func (room *Room) moveByCharacter(ctx app.Context, s keyboard.Stroke) bool {
	room.keyPick(room.desk.Selection.Text.Nudge(room.desk.Document(), s.Name == keyboard.ArrowRight))
	return true
}

// cursor is where the keyboard is in the text: the pick, else the chosen
// span, else the first block in view.
func (room *Room) cursor() desk.TextSelection {
	if !room.desk.Selection.Text.Empty() {
		return room.desk.Selection.Text
	}
	if s, ok := room.desk.Set().Span(room.desk.Selection.Span); ok {
		return desk.TextSelection{Start: s.Start(), End: s.End()}
	}
	if room.desk.CursorAt > 0 && room.desk.CursorAt <= len(room.desk.Document().Text()) {
		return desk.TextSelection{Start: room.desk.CursorAt, End: room.desk.CursorAt}
	}
	at := room.desk.Text().ReadingPlace(kit.BarHeight)
	start := kit.ByteOf(room.desk.Document(), browser.Point{Block: at.Block})
	return desk.TextSelection{Start: start, End: start}
}

// keyPick makes a pick that came from the keyboard the page's selection.
func (room *Room) keyPick(next desk.TextSelection) {
	pen := room.desk.Pen
	room.desk.Pen = ""
	room.setPick(next)
	room.desk.Pen = pen
	if next.Empty() {
		return
	}
	doc := room.desk.Document()
	s := next.Selection(doc)
	room.desk.Text().Select(s)
	room.desk.Text().Reveal(s.Focus, s.Focus, room.desk.HeadHeight(), desk.FootHeight()+desk.RevealMargin)
	room.desk.Say(doc.Text()[next.Start:next.End])
}
