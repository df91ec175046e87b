package browser

import (
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Article is the drawn text of the open article: an element whose children are
// sections, whose children are the blocks, each holding text nodes and marks
// one level deep, and nothing but the document's text. The page's article.js
// makes the elements, and knows what others have made of them since; there is one
// such article at a time.
type Article struct {
	root app.Value
}

// Run is a piece of a block that is drawn in one way. End is the UTF-16 offset
// in the block at which it ends; a run begins where the one before it ended.
// One without a class is plain text.
type Run struct {
	End   int
	Class string
	Title string
}

// ArticleIn wraps the element that holds, or is to hold, the blocks.
func ArticleIn(root app.Value) Article { return Article{root: root} }

// Drawn reports whether there is an element to work on.
func (a Article) Drawn() bool { return a.root != nil && a.root.Truthy() }

// Empty reports whether nothing is drawn in the element.
func (a Article) Empty() bool { return !a.root.Get("firstChild").Truthy() }

// Show draws another text in the place of what was there, as plain text in
// blocks that end at the UTF-16 offsets given. Those whose indexes are in
// continuing go on with the block before without anything of it being seen. The
// first of them are the headline and what belongs to it, where head has classes
// for them.
func (a Article) Show(text string, ends, continuing []int, head []string) {
	drawer().Call("show", a.root, text, packed(ends), packed(continuing), strings.Join(head, " "))
}

// packed hands numbers to article.js, four bytes each.
func packed(numbers []int) app.Value {
	bytes := make([]byte, 0, 4*len(numbers))
	for _, n := range numbers {
		bytes = binary.LittleEndian.AppendUint32(bytes, uint32(n))
	}
	return newBytes(bytes)
}

// OnNear sets what is called, on the event's own stack, with the half-open
// range of the blocks that lie no farther than half a screen from what is in view,
// whenever that range changes.
func OnNear(f func(from, to int)) {
	drawer().Set("near", app.FuncOf(func(_ app.Value, args []app.Value) any {
		f(args[0].Int(), args[1].Int())
		return nil
	}))
}

// Mark draws the runs of some blocks, given by their indexes; a block without
// runs is plain text. What is selected stays so.
func (a Article) Mark(blocks map[int][]Run) {
	var pages []string
	for index, runs := range blocks {
		pages = append(pages, page(index, runs))
	}
	if len(pages) > 0 {
		drawer().Call("mark", strings.Join(pages, "\f"))
	}
}

// page is how article.js reads the runs of a block.
func page(index int, runs []Run) string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(index))
	for _, r := range runs {
		b.WriteString("\n" + strconv.Itoa(r.End) + "\t" + r.Class + "\t" + inOneLine.Replace(r.Title))
	}
	return b.String()
}

// inOneLine keeps the signs that part runs out of what a person wrote.
var inOneLine = strings.NewReplacer("\n", " ", "\t", " ", "\f", " ")

// Block is the element that draws the block with that index; it is not truthy
// where there is none.
func (a Article) Block(index int) app.Value { return drawer().Call("block", index) }

// layOut prepares scrolling to a block: places far off the screen are not
// measured truly before.
func (a Article) layOut(index int) { drawer().Call("layOut", index) }

// RunAt is which run of which block an element draws, by their indexes. It reports
// false for an element that draws none.
func (a Article) RunAt(element app.Value) (block, run int, ok bool) {
	numbers := numbersIn(ask("runAt", element))
	if len(numbers) != 2 {
		return 0, 0, false
	}
	return numbers[0], numbers[1], true
}

// drawer is what web/article.js put on the page.
func drawer() app.Value { return app.Window().Get("spanwiseArticle") }
