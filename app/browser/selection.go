package browser

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// ErrChanged is why a place in the drawn text cannot be told: something else than
// this program, such as a translation, has changed the text on the page, and
// nobody knows which place of the document's a person meant. What was changed has
// been drawn anew.
var ErrChanged = errors.New("the text on the page is not the article's")

// ErrInsists is ErrChanged where the text had been drawn anew already, and was
// changed once more.
var ErrInsists = fmt.Errorf("%w, and was changed again when it had been mended", ErrChanged)

// ErrNoText is why a point of the window is no place in the text: none is drawn
// there.
var ErrNoText = errors.New("there is no text at that point")

// Point is a place in the drawn article: a block, by its index, and a UTF-16
// offset into that block's text, which is the unit the browser counts in.
type Point struct {
	Block  int
	Offset int
}

// Before reports whether p comes before q in the text.
func (p Point) Before(q Point) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Offset < q.Offset
}

// Selection is what a person has selected: from where the gesture began
// (Anchor) to where it ended (Focus), which may lie before it.
type Selection struct {
	Anchor Point
	Focus  Point
}

// Collapsed reports whether nothing is selected.
func (s Selection) Collapsed() bool { return s.Anchor == s.Focus }

// Ordered returns the ends of the selection in text order.
func (s Selection) Ordered() (start, end Point) {
	if s.Focus.Before(s.Anchor) {
		return s.Focus, s.Anchor
	}
	return s.Anchor, s.Focus
}

// Selection reads the person's selection. Ends that lie outside the article
// count as its first or last place; where nothing of the article is selected, it
// is collapsed. The error is ErrChanged where it begins or ends in text that
// others have changed.
func (a Article) Selection() (s Selection, err error) {
	if !a.Drawn() {
		return Selection{}, nil
	}
	answer := ask("selection")
	if answer == "" {
		return Selection{}, nil
	}
	err = readPlace(answer, &s.Anchor, &s.Focus)
	return s, err
}

// PointAt is the place in the text that is drawn at a point, given in CSS pixels
// of the window; a point beside the text counts as the end of its line. The error
// is ErrNoText for a point above or below the text, and ErrChanged as for
// Selection.
func (a Article) PointAt(x, y float64) (at Point, err error) {
	answer := ask("pointAt", x, y)
	if answer == "" {
		return Point{}, ErrNoText
	}
	err = readPlace(answer, &at)
	return at, err
}

// PointBeside is PointAt for a point to the left or right of the article, and
// ErrNoText for any other.
func (a Article) PointBeside(x, y float64) (Point, error) {
	box := rectOf(a.root)
	if x > box.Left && x < box.Right || y < box.Top || y > box.Bottom {
		return Point{}, ErrNoText
	}
	return a.PointAt(x, y)
}

// ask calls what article.js offers under that name, and gives its answer.
func ask(name string, args ...any) string { return text(drawer().Call(name, args...)) }

// readPlace reads places as article.js tells them, or why it does not.
func readPlace(answer string, points ...*Point) error {
	switch answer {
	case "changed":
		return ErrChanged
	case "insists":
		return ErrInsists
	}
	numbers := numbersIn(answer)
	if len(numbers) != 2*len(points) {
		return fmt.Errorf("the drawn text has no place %q", answer)
	}
	for i, p := range points {
		*p = Point{Block: numbers[2*i], Offset: numbers[2*i+1]}
	}
	return nil
}

// numbersIn reads whole numbers with spaces between. Of anything else it gives
// none.
func numbersIn(answer string) []int {
	var numbers []int
	for _, word := range strings.Fields(answer) {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// Select makes s the page's selection, its direction kept, so that a
// shift-click or a shift-arrow extends it from the end that the person moved.
func (a Article) Select(s Selection) {
	drawer().Call("select", s.Anchor.Block, s.Anchor.Offset, s.Focus.Block, s.Focus.Offset)
}

// SelectAll selects the whole article.
func (a Article) SelectAll() {
	app.Window().Call("getSelection").Call("selectAllChildren", a.root)
}

// ClearSelection leaves nothing selected.
func ClearSelection() {
	app.Window().Call("getSelection").Call("removeAllRanges")
}
