package corpus

import "github.com/clipperhouse/uax29/v2/graphemes"

// SnapToGraphemes returns the smallest range of whole grapheme clusters that covers [start, end): what a reader takes
// for characters, an emoji family or a letter with its marks. White space is kept. An empty range stays empty, moved
// to the start of the cluster that it was in.
func (d *Document) SnapToGraphemes(start, end int) (int, int) {
	start, end = d.clampRange(start, end)
	first, _ := d.clusterAt(start)
	if start == end {
		return first, first
	}
	_, last := d.clusterAt(prevRune(d.text, end))
	return first, last
}

// NextGrapheme returns the end of the grapheme cluster that starts at, or holds, pos: where the caret goes from
// there. At the end of the text it stays.
func (d *Document) NextGrapheme(pos int) int {
	_, end := d.clusterAt(clampToRune(d.text, pos))
	return end
}

// PrevGrapheme returns the start of the grapheme cluster that ends at, or holds, pos: where the caret goes back to.
// At the start of the text it stays.
func (d *Document) PrevGrapheme(pos int) int {
	pos = clampToRune(d.text, pos)
	if pos == 0 {
		return 0
	}
	start, _ := d.clusterAt(prevRune(d.text, pos))
	return start
}

// clusterAt returns the grapheme cluster that holds the character at pos; at the end of the text the empty range
// there.
func (d *Document) clusterAt(pos int) (start, end int) {
	base := certainClusterStart(d.text, pos)
	clusters := graphemes.FromString(d.text[base:])
	for clusters.Next() {
		if base+clusters.End() > pos {
			return base + clusters.Start(), base + clusters.End()
		}
	}
	return pos, pos
}
