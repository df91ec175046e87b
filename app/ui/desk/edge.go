package desk

import (
	"spanwise/app/browser"
	"spanwise/app/ui/kit"
)

// EdgePlace is where an edge is drawn: how far across the window, and the line
// it is on. It is read off the character at the edge, which begins on the right
// where the script runs to the left.
func (d *Desk) EdgePlace(pos int, end bool) (x float64, line browser.Rect, ok bool) {
	doc := d.Document()
	from, to := pos, doc.NextGrapheme(pos)
	if end {
		from, to = doc.PrevGrapheme(pos), pos
	}
	line, ok = d.Text().RectOf(kit.PointOf(doc, from), kit.EndPointOf(doc, to))
	if end == kit.Leftward(doc.Text()[from:to]) {
		return line.Left, line, ok && line.Bottom > line.Top
	}
	return line.Right, line, ok && line.Bottom > line.Top
}
