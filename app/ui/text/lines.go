package text

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/app/browser"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// farthestWord is how many words are looked at for one that lies on another
// line: more than any line holds.
const farthestWord = 400

// moveByLine goes to the word above or below, or extends the pick up to it.
func (room *Room) moveByLine(ctx app.Context, s keyboard.Stroke) bool {
	from, down, extend := room.cursor(), s.Name == keyboard.ArrowDown, s.Shift
	at := from.MovingWord(room.desk.Document())
	if word, ok := wordOnNextLine(room.desk.Document(), at, down, room.boxOf); ok {
		from = from.Reach(word, extend)
	} else if !extend {
		from = at
	}
	room.keyPick(from)
	return true
}

// boxOf is where a pick is drawn.
func (room *Room) boxOf(at desk.TextSelection) browser.Rect {
	doc := room.desk.Document()
	box, _ := room.desk.Text().RectOf(kit.PointOf(doc, at.Start), kit.EndPointOf(doc, at.End))
	return box
}

// wordOnNextLine finds the word on the line below (or above) that lies nearest
// to a word across the page. Only drawn boxes tell where lines end, so it walks
// through the words and looks at theirs.
func wordOnNextLine(doc *corpus.Document, from desk.TextSelection, down bool, boxOf func(desk.TextSelection) browser.Rect) (desk.TextSelection, bool) {
	start := boxOf(from)
	var best desk.TextSelection
	var line browser.Rect
	nearest := math.Inf(1)
	for word, n := from.Next(doc, down), 0; n < farthestWord; n++ {
		box := boxOf(word)
		switch {
		case kit.SameLine(box, start):
		case !best.Empty() && !kit.SameLine(box, line):
			return desk.TextSelection{Start: best.Start, End: best.End}, true
		default:
			if distance := math.Abs(kit.MiddleOf(box) - kit.MiddleOf(start)); distance < nearest {
				best, line, nearest = word, box, distance
			}
		}
		next := word.Next(doc, down)
		if next == word {
			break
		}
		word = next
	}
	return desk.TextSelection{Start: best.Start, End: best.End}, !best.Empty()
}
