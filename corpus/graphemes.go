package corpus

import "github.com/clipperhouse/uax29/v2/graphemes"

// Graphemes finds the grapheme clusters at many places of one text. It remembers those that it had to walk over, so
// that all questions together take little more than one walk, even where a line is one long row of flags. It is for
// one goroutine.
type Graphemes struct {
	text   string
	walked map[int]cluster // by each of their characters
}

// cluster is a grapheme cluster, in bytes.
type cluster struct{ start, end int }

// Graphemes returns a finder of the text's grapheme clusters that knows none yet.
func (d *Document) Graphemes() Graphemes { return Graphemes{text: d.text} }

// IsBoundary reports whether no cluster holds characters on both sides of pos, which is on a character boundary. Both
// ends of the text are boundaries.
func (g *Graphemes) IsBoundary(pos int) bool {
	return certainClusterBoundary(g.text, pos) || g.at(pos).start == pos
}

// Snap is [Document.SnapToGraphemes] for a range that is not empty and on character boundaries.
func (g *Graphemes) Snap(start, end int) (int, int) {
	if !g.IsBoundary(start) {
		start = g.at(start).start
	}
	if !g.IsBoundary(end) {
		end = g.at(end).end
	}
	return start, end
}

// at returns the cluster that holds the character at pos.
func (g *Graphemes) at(pos int) cluster {
	c, known := g.walked[pos]
	if known {
		return c
	}
	if g.walked == nil {
		g.walked = map[int]cluster{}
	}
	base := g.startBefore(pos)
	clusters := graphemes.FromString(g.text[base:])
	for c.end <= pos && clusters.Next() {
		c = cluster{base + clusters.Start(), base + clusters.End()}
		for i := range g.text[c.start:c.end] {
			g.walked[c.start+i] = c
		}
	}
	return c
}

// startBefore returns a place before pos at which a cluster begins for certain: whatever stands before it, or since
// one that was walked over ends there.
func (g *Graphemes) startBefore(pos int) int {
	for !certainClusterBoundary(g.text, pos) {
		pos = prevRune(g.text, pos)
		if c, known := g.walked[pos]; known {
			return c.end
		}
	}
	return pos
}
