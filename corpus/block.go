package corpus

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Block is a paragraph or line of a document, or a piece of a very long one: the unit that is drawn. It is the
// half-open byte range [Start, End) of the text, its closing line breaks included.
type Block struct{ Start, End int }

// The signs of a hard-wrapped text (one whose lines were broken at a column, with paragraphs set apart by blank
// lines), in code points. 120 is above every usual wrapping column; a median of 50 keeps lists and verse out.
const (
	longestWrappedLine  = 120
	medianWrappedLine   = 50
	fewestWrappedLines  = 3
	longestWrappedBlock = 8 << 10 // bytes: a longer run of lines is cut at a line, lest a text without any blank line be one block
)

// layout is how a text falls into blocks.
type layout struct {
	blocks  []Block
	wrapped bool
	head    int // how many blocks are headline and standfirst
}

// Blocks returns the blocks of the text in order. They tile it: each ends where the next starts, and together they
// are exactly the text; an empty text has none. A block is a line, or in a [Document.Wrapped] text a paragraph, but
// for a headline, which always is one line; each with the blank lines after it. Blank lines at the start of the text
// belong to the first block. A line over 4 KiB is cut into pieces between words, and a wrapped paragraph over 8 KiB
// after a line: see [Document.Continues]. The caller must not modify the slice.
func (d *Document) Blocks() []Block { return d.laidOut().blocks }

func (d *Document) laidOut() layout { return d.layout[d.Head]() }

// Continues reports whether the block with that index goes on with the line, or the wrapped paragraph, of the block
// before it. Who reads must not see that there are two.
func (d *Document) Continues(index int) bool {
	start := d.Blocks()[index].Start
	if index <= len(d.HeadBlocks()) || d.text[start-1] != '\n' {
		return index > len(d.HeadBlocks())
	}
	before := d.text[:start-1]
	return d.Wrapped() && !isBlank(before[strings.LastIndexByte(before, '\n')+1:])
}

// Wrapped reports whether the text is hard-wrapped: no line is over 120 characters, and at least three lines are
// followed at once by a line that is not blank, at a median length of at least 50 characters. The first lines of
// headline and standfirst do not count.
func (d *Document) Wrapped() bool { return d.laidOut().wrapped }

// BlockAt returns the index of the block that holds the byte at pos. Positions before the text count to the first
// block, its end and positions after it to the last; an empty text has no block and gives -1.
func (d *Document) BlockAt(pos int) int {
	blocks := d.Blocks()
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > pos })
	return min(i, len(blocks)-1)
}

func layOut(text string, head Head) layout {
	from := 0 // where the headline ends
	if end := firstLineEnd(text); head >= Headline && end <= longestLine {
		from = end
	}
	rest := from // where the lines begin that tell whether the text is wrapped
	if head == Standfirst {
		rest += firstLineEnd(text[from:])
	}
	l := layout{wrapped: isWrapped(text[rest:])}
	if from > 0 {
		l.blocks, l.head = []Block{{0, from}}, 1
	}
	l.blocks = splitBlocks(l.blocks, text, from, l.wrapped)
	if head == Standfirst && l.head == 1 && len(l.blocks) > 1 && l.blocks[1].End-from <= longestLine && isWhole(text, l.blocks[1]) {
		l.head = 2
	}
	return l
}

// isWhole reports whether a block is no piece that its line goes on after.
func isWhole(text string, b Block) bool { return b.End == len(text) || text[b.End-1] == '\n' }

// splitBlocks adds the blocks of a text from a place on.
func splitBlocks(blocks []Block, text string, from int, wrapped bool) []Block {
	var started, afterBlank bool // the open block holds a line that is not blank; the last line was blank
	start, pos := from, from
	for line := range strings.Lines(text[from:]) {
		if isBlank(line) {
			afterBlank = true
		} else {
			if started && (!wrapped || afterBlank || pos-start >= longestWrappedBlock) {
				blocks = append(blocks, Block{start, pos})
				start = pos
			}
			started, afterBlank = true, false
		}
		for end := range cuts(line) {
			blocks = append(blocks, Block{start, pos + end})
			start = pos + end
		}
		pos += len(line)
	}
	if start < pos {
		blocks = append(blocks, Block{start, pos})
	}
	return blocks
}

func isWrapped(text string) bool {
	var joined []int // lengths of the lines that are followed at once by a line that is not blank
	last := 0        // length of the line before, 0 where that is blank
	for line := range strings.Lines(text) {
		if isBlank(line) {
			last = 0
			continue
		}
		if last > 0 {
			joined = append(joined, last)
		}
		last = utf8.RuneCountInString(strings.TrimSuffix(line, "\n"))
		if last > longestWrappedLine {
			return false
		}
	}
	if len(joined) < fewestWrappedLines {
		return false
	}
	slices.Sort(joined)
	return joined[len(joined)/2] >= medianWrappedLine
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }
