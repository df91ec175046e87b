package text

import (
	"slices"

	"spanwise/app/browser"
	"spanwise/app/ui/kit"
	"spanwise/corpus"
)

// canvas is the region of the open article as it has been drawn. It draws by
// itself and not through the engine: a mark is on the page before the event
// that made it is over, and what is drawn costs no more than the blocks that
// look different.
type canvas struct {
	drawn *drawing
}

// holds reports whether the text of a document is what the region shows.
func (c *canvas) holds(doc *corpus.Document) bool {
	return c.drawn != nil && c.drawn.doc.ID == doc.ID && sameBlocks(c.drawn.doc, doc)
}

// paint brings the region up to the drawing.
func (c *canvas) paint(on browser.Article, d *drawing) {
	if !on.Drawn() {
		return
	}
	before := map[int]*look{}
	if c.holds(d.doc) {
		before = c.drawn.looks
	} else {
		on.Show(d.doc.Text(), blockEnds(d.doc), continuing(d.doc), headClasses(d.doc))
	}
	marks := map[int][]browser.Run{}
	for _, i := range repainted(before, d.looks) {
		marks[i] = d.runs(i)
	}
	on.Mark(marks)
	c.drawn = d
}

// repainted lists the blocks that have another look now.
func repainted(before, after map[int]*look) []int {
	var blocks []int
	for i := range before {
		if after[i] == nil {
			blocks = append(blocks, i)
		}
	}
	for i, l := range after {
		if before[i] != l {
			blocks = append(blocks, i)
		}
	}
	slices.Sort(blocks)
	return blocks
}

// blockEnds is where the blocks of a document end, in UTF-16 units.
func blockEnds(doc *corpus.Document) []int {
	ends := make([]int, len(doc.Blocks()))
	for i, b := range doc.Blocks() {
		ends[i] = kit.UTF16Of(doc, b.End)
	}
	return ends
}

// continuing lists the blocks of a document that go on with the one before.
func continuing(doc *corpus.Document) []int {
	var indexes []int
	for i := range doc.Blocks() {
		if doc.Continues(i) {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

// runs is how a block is drawn, as the browser counts.
func (d *drawing) runs(index int) []browser.Run {
	l := d.looks[index]
	if l == nil {
		return nil
	}
	begin := kit.UTF16Of(d.doc, d.doc.Blocks()[index].Start)
	runs := make([]browser.Run, len(l.runs))
	for i, r := range l.runs {
		runs[i] = browser.Run{End: kit.UTF16Of(d.doc, r.End) - begin, Class: r.Class, Title: r.Title}
	}
	return runs
}

// Paint draws what the page holds, as far as it is not drawn yet.
func (room *Room) Paint() { room.canvas.paint(room.desk.Text(), room.Drawing) }

// paintAnew draws everything in a region that is new on the page, unless it was
// painted already.
func (room *Room) paintAnew() {
	if room.desk.Text().Empty() {
		room.canvas = canvas{}
		room.Paint()
	}
}
