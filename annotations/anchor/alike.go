package anchor

import "slices"

// columns walks along a text and keeps, as bits, how the edit distance of a
// pattern to what was passed changes from one character of the pattern to the
// next, 64 in a machine word: Myers, "A fast bit-vector algorithm for
// approximate string matching based on dynamic programming" (1999), with the
// carries between words after Hyyrö, "A bit-vector algorithm for computing
// Levenshtein and Damerau edit distances" (2003).
type columns struct {
	equal    map[rune][]uint64 // for each character, where the pattern has it
	up, down []uint64          // where the distance goes up or down by one
	last     uint64            // the bit of the pattern's last character
	distance int               // of the whole pattern to what was passed
}

func newColumns(pattern []rune) *columns {
	blocks := (len(pattern) + 63) / 64
	c := &columns{
		equal:    map[rune][]uint64{},
		up:       slices.Repeat([]uint64{^uint64(0)}, blocks),
		down:     make([]uint64, blocks),
		last:     1 << ((len(pattern) - 1) % 64),
		distance: len(pattern),
	}
	for i, r := range pattern {
		if c.equal[r] == nil {
			c.equal[r] = make([]uint64, blocks)
		}
		c.equal[r][i/64] |= 1 << (i % 64)
	}
	return c
}

// pass goes on by one character. Before it is what the distance of nothing to
// the text grows by: 1, or 0 where the pattern may begin anywhere.
func (c *columns) pass(r rune, before int) {
	carry, places := before, c.equal[r]
	for i := range c.up {
		top, equal := uint64(1)<<63, uint64(0)
		if places != nil {
			equal = places[i]
		}
		if i == len(c.up)-1 {
			top = c.last
		}
		carry = c.block(i, equal, top, carry)
	}
	c.distance += carry
}

// block passes a character in one machine word, and returns what the distance
// grows by at its bit top.
func (c *columns) block(i int, equal, top uint64, carry int) int {
	up, down := c.up[i], c.down[i]
	vertical := equal | down
	if carry < 0 {
		equal |= 1
	}
	across := (((equal & up) + up) ^ up) | equal
	grows, shrinks := down|^(across|up), up&across
	out := 0
	if grows&top != 0 {
		out = 1
	} else if shrinks&top != 0 {
		out = -1
	}
	grows, shrinks = grows<<1, shrinks<<1
	if carry > 0 {
		grows |= 1
	} else if carry < 0 {
		shrinks |= 1
	}
	c.up[i], c.down[i] = shrinks|^(vertical|grows), grows&vertical
	return out
}

// nearest returns the piece of a text that is most like a pattern, which is not
// empty, and their edit distance in characters: insertions, deletions,
// replacements. Of several equally near it is the first, and the shortest.
func nearest(pattern, text []rune) (start, end, distance int) {
	end, distance = firstBest(pattern, text, 0)
	pattern, before := slices.Clone(pattern), slices.Clone(text[:end])
	slices.Reverse(pattern)
	slices.Reverse(before)
	length, _ := firstBest(pattern, before, 1)
	return end - length, end, distance
}

// firstBest returns the least distance of a pattern to a piece of text that ends
// at one of its characters, and the first such end. The piece begins anywhere if
// before is 0, and where the text begins if it is 1.
func firstBest(pattern, text []rune, before int) (end, distance int) {
	c := newColumns(pattern)
	distance = c.distance
	for i, r := range text {
		c.pass(r, before)
		if c.distance < distance {
			end, distance = i+1, c.distance
		}
	}
	return end, distance
}
