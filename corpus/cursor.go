package corpus

// Cursor converts pieces of one text that come more or less in order, as those of sorted spans do: it goes on from
// where the piece before starts, so that converting them all takes little more than one walk over the text. A piece
// that is elsewhere is found as the Mapper finds it. A Cursor is for one goroutine.
type Cursor struct {
	mapper *Mapper
	at     point
	next   int // the first checkpoint behind at
}

// Cursor returns a converter that stands at the start of the text.
func (m *Mapper) Cursor() *Cursor { return &Cursor{mapper: m, next: 1} }

// BytesToCodePoints is the Mapper's ByteToCodePoint for both ends of a piece.
func (c *Cursor) BytesToCodePoints(start, end int) (from, to int, err error) {
	return c.convert(start, end, utf8Bytes, codePoints)
}

// CodePointsToBytes is the Mapper's CodePointToByte for both ends of a piece.
func (c *Cursor) CodePointsToBytes(start, end int) (from, to int, err error) {
	return c.convert(start, end, codePoints, utf8Bytes)
}

func (c *Cursor) convert(start, end int, in, out unit) (from, to int, err error) {
	first, err := c.find(start, in)
	if err != nil {
		return 0, 0, err
	}
	c.at = first
	ahead := *c // the next piece may start before this one ends
	last, err := ahead.find(end, in)
	return first[out], last[out], err
}

// find returns the place that is n in unit u.
func (c *Cursor) find(n int, u unit) (point, error) {
	if err := c.mapper.check(n, u); err != nil {
		return point{}, err
	}
	if !c.stepTo(n, u) {
		c.next = c.mapper.search(n, u)
		c.at = c.mapper.points[c.next-1]
	}
	return c.mapper.within(c.at, c.next, u, n)
}

// farthest is how many checkpoints a cursor steps over before a search is quicker.
const farthest = 16

// stepTo steps over checkpoints until none lies between the cursor and the place that is n in unit u. It gives up
// where the place is behind the cursor, or far.
func (c *Cursor) stepTo(n int, u unit) bool {
	points := c.mapper.points
	for range farthest {
		switch {
		case n < c.at[u]:
			return false
		case c.next == len(points) || n < points[c.next][u]:
			return true
		}
		c.at, c.next = points[c.next], c.next+1
	}
	return false
}
