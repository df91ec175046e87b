package kit

import (
	"spanwise/app/browser"
	"spanwise/corpus"
)

// ByteOf converts a block and a UTF-16 offset in it to a byte offset of the
// document. A place inside a surrogate pair counts as the one before it.
func ByteOf(doc *corpus.Document, at browser.Point) int {
	blocks := doc.Blocks()
	if at.Block >= len(blocks) {
		return len(doc.Text())
	}
	before, err := doc.Mapper().ByteToUTF16(blocks[at.Block].Start)
	if err != nil {
		return blocks[at.Block].Start
	}
	for offset := at.Offset; offset >= 0; offset-- {
		if b, err := doc.Mapper().UTF16ToByte(before + offset); err == nil {
			return b
		}
	}
	return blocks[at.Block].Start
}

// PointOf converts a byte offset to the block that begins at or before it.
func PointOf(doc *corpus.Document, pos int) browser.Point {
	return pointIn(doc, doc.BlockAt(pos), pos)
}

// EndPointOf converts the end of a range: at the edge of two blocks it
// belongs to the first.
func EndPointOf(doc *corpus.Document, pos int) browser.Point {
	return pointIn(doc, doc.BlockAt(max(0, pos-1)), pos)
}

func pointIn(doc *corpus.Document, block, pos int) browser.Point {
	return browser.Point{Block: block, Offset: UTF16Of(doc, pos) - UTF16Of(doc, doc.Blocks()[block].Start)}
}

// UTF16Of converts a byte offset on a character boundary, as all of ours are,
// to UTF-16 units.
func UTF16Of(doc *corpus.Document, pos int) int {
	units, _ := doc.Mapper().ByteToUTF16(pos)
	return units
}
