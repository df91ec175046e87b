package web

import (
	"math"
	"math/bits"
)

// chunk is a part of what is packed, of which the cheapest way to write it is sought.
type chunk struct {
	data    []byte // the chunk, after what it can have matches with
	from    int    // where it begins in data
	matches []token
	at      []int32 // for each byte of the chunk where its matches begin, and the end
}

// rounds is how often a way is sought; more win nothing that is worth the time.
const rounds = 6

func newChunk(data []byte, from int) *chunk {
	c := &chunk{data: data, from: from, at: make([]int32, 0, len(data)-from+1)}
	c.findMatches()
	return c
}

// blocks is the cheapest way that was found to write the chunk.
func (c *chunk) blocks() []block {
	prices := []priced{{end: len(c.data) - c.from, prices: firstPrices()}}
	var blocks []block
	for range rounds {
		blocks = split(c.cheapest(prices))
		prices = prices[:0]
		end := 0
		for _, b := range blocks {
			for _, t := range b.tokens {
				end += t.size()
			}
			prices = append(prices, priced{end, b.prices()})
		}
	}
	return blocks
}

// size is how many bytes a token stands for.
func (t token) size() int {
	if t.distance == 0 {
		return 1
	}
	return int(t.length)
}

// prices are what tokens cost, in parts of a bit.
type prices struct {
	literals  [256]uint32
	lengths   [longest + 1]uint32
	distances [distanceSymbols]uint32
}

// bit is the price of one.
const bit = 64

// priced is the prices up to a byte of the chunk.
type priced struct {
	end int
	*prices
}

// firstPrices are those with which the search begins.
func firstPrices() *prices {
	p := &prices{}
	for i := range p.literals {
		p.literals[i] = 7 * bit
	}
	for length := shortest; length <= longest; length++ {
		p.lengths[length] = 6*bit + uint32(moreOfLength[length])*bit
	}
	p.addMore()
	for symbol := range p.distances {
		p.distances[symbol] += 5 * bit
	}
	return p
}

// addMore adds to the prices of distances the bits that follow their symbols.
func (p *prices) addMore() {
	for symbol := 4; symbol < distanceSymbols; symbol++ {
		p.distances[symbol] += uint32(symbol/2-1) * bit
	}
}

// prices are those of a block's own codes.
func (b block) prices() *prices {
	var c counts
	c.add(b.tokens)
	c.literals[endOfBlock]++
	p := &prices{}
	literals, distances := pricesOf(c.literals[:]), pricesOf(c.distances[:])
	copy(p.literals[:], literals)
	for length := shortest; length <= longest; length++ {
		p.lengths[length] = literals[symbolOfLength[length]] + uint32(moreOfLength[length])*bit
	}
	copy(p.distances[:], distances)
	p.addMore()
	return p
}

// pricesOf is what symbols cost that are used so often. One that is not used costs as
// if it were, once.
func pricesOf(counts []int32) []uint32 {
	total := 0.0
	for _, n := range counts {
		total += float64(n)
	}
	all := make([]uint32, len(counts))
	for i, n := range counts {
		all[i] = uint32(bit * math.Log2(max(2, total)/max(1, float64(n))))
	}
	return all
}

// cheapest is the cheapest way to write the chunk at some prices.
func (c *chunk) cheapest(all []priced) []token {
	n := len(c.data) - c.from
	costs := make([]uint32, n+1) // of the bytes before
	last := make([]token, n+1)   // with which these are written
	for i := 1; i <= n; i++ {
		costs[i] = math.MaxUint32
	}
	for i := range n {
		for i == all[0].end {
			all = all[1:]
		}
		p := all[0].prices
		char := c.data[c.from+i]
		if cost := costs[i] + p.literals[char]; cost < costs[i+1] {
			costs[i+1], last[i+1] = cost, token{length: uint16(char)}
		}
		length := shortest
		for _, m := range c.matches[c.at[i]:c.at[i+1]] {
			symbol, _ := symbolOfDistance(m.distance)
			far := costs[i] + p.distances[symbol]
			for ; length <= int(m.length); length++ {
				if cost := far + p.lengths[length]; cost < costs[i+length] {
					costs[i+length], last[i+length] = cost, token{uint16(length), m.distance}
				}
			}
		}
	}
	var back []token
	for i := n; i > 0; i -= last[i].size() {
		back = append(back, last[i])
	}
	for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
		back[i], back[j] = back[j], back[i]
	}
	return back
}

// A block ends after a multiple of so many tokens, and has no more than so many times
// that.
const (
	stride      = 512
	mostStrides = 150
)

// split cuts tokens into blocks so that they take the least room.
func split(tokens []token) (blocks []block) {
	strides := (len(tokens) + stride - 1) / stride
	upTo := make([]counts, strides+1)
	for i := range strides {
		upTo[i+1] = upTo[i]
		upTo[i+1].add(tokens[i*stride : min((i+1)*stride, len(tokens))])
	}
	sizes, begins := make([]float64, strides+1), make([]int, strides+1)
	for end := 1; end <= strides; end++ {
		sizes[end] = math.Inf(1)
		for begin := max(0, end-mostStrides); begin < end; begin++ {
			if size := sizes[begin] + sizeBetween(&upTo[begin], &upTo[end]); size < sizes[end] {
				sizes[end], begins[end] = size, begin
			}
		}
	}
	for end := strides; end > 0; end = begins[end] {
		b := block{tokens[begins[end]*stride : min(end*stride, len(tokens))]}
		blocks = append([]block{b}, blocks...)
	}
	return blocks
}

// What a block's codes take themselves, in bits: all of them, and each.
const (
	sizeOfCodes = 60
	sizeOfCode  = 3.5
)

// sizeBetween is about how many bits the tokens between two counts take in a block of
// their own, but for the bits that follow their symbols.
func sizeBetween(from, to *counts) float64 {
	return sizeOfCodes + sizeOf(from.literals[:], to.literals[:]) + sizeOf(from.distances[:], to.distances[:])
}

func sizeOf(from, to []int32) (size float64) {
	total := int32(0)
	for i := range to {
		if n := to[i] - from[i]; n > 0 {
			total += n
			size += sizeOfCode - timesLog(n)
		}
	}
	return size + timesLog(total)
}

// timesLog is n times its logarithm, for small numbers from a table.
func timesLog(n int32) float64 {
	if int(n) < len(logs) {
		return logs[n]
	}
	return float64(n) * math.Log2(float64(n))
}

var logs = func() (table [1 << 14]float64) {
	for n := 2; n < len(table); n++ {
		table[n] = float64(n) * math.Log2(float64(n))
	}
	return table
}()

// The search for matches: how many bits the hash of four bytes has, and how many
// earlier places are looked at.
const (
	hashBits   = 16
	mostPlaces = 150
)

// findMatches finds the matches of each byte: each is longer than those before it, and
// the nearest that is. The places with the same hash are a tree, ordered by what comes
// there; a new one becomes its root (the “binary tree” of LZMA).
func (c *chunk) findMatches() {
	f := finder{data: c.data, less: make([]int32, len(c.data)), more: make([]int32, len(c.data))}
	for i := range f.roots {
		f.roots[i] = -1
	}
	for i := range f.threes {
		f.threes[i] = -1
	}
	skip := 0
	for i := range c.data {
		begin := len(c.matches)
		if i >= c.from {
			c.at = append(c.at, int32(begin))
		}
		c.matches = f.enter(i, c.matches)
		if i < c.from || skip > 0 {
			c.matches = c.matches[:begin]
			skip = max(0, skip-1)
		} else if n := len(c.matches); n > begin && c.matches[n-1].length == longest {
			skip = longest - 1 // nothing can be better than that
		}
	}
	c.at = append(c.at, int32(len(c.matches)))
}

// finder is the places that were entered.
type finder struct {
	data       []byte
	roots      [1 << hashBits]int32
	threes     [1 << hashBits]int32 // the last place with three bytes
	less, more []int32              // of each place where the places that come before and after it are
}

func hash(n uint32) uint32 { return n * 0x9e3779b1 >> (32 - hashBits) }

// enter enters a place and appends its matches.
func (f *finder) enter(at int, matches []token) []token {
	here := f.data[at:min(at+longest, len(f.data))]
	if len(here) < 4 {
		return matches
	}
	four := littleEndian.Uint32(here)
	matches = f.three(at, hash(four<<8), matches)
	root := &f.roots[hash(four)]
	place := *root
	*root = int32(at)
	less, more := &f.less[at], &f.more[at]
	best, lessLength, moreLength, length := shortest, 0, 0, 0
	for range mostPlaces {
		if place < 0 || at-int(place) > farthest {
			break
		}
		there := f.data[place:]
		length += matching(here[length:], there[length:])
		if length > best {
			best = length
			matches = append(matches, token{uint16(length), uint16(at - int(place))})
		}
		if length == len(here) {
			*less, *more = f.less[place], f.more[place]
			return matches
		}
		if there[length] < here[length] {
			*less, less = place, &f.more[place]
			place, lessLength = *less, length
		} else {
			*more, more = place, &f.less[place]
			place, moreLength = *more, length
		}
		length = min(lessLength, moreLength)
	}
	*less, *more = -1, -1
	return matches
}

// three appends the match with the last place that begins with the same three bytes.
func (f *finder) three(at int, hash uint32, matches []token) []token {
	last := &f.threes[hash]
	place := int(*last)
	*last = int32(at)
	if place >= 0 && at-place <= farthest && string(f.data[place:place+shortest]) == string(f.data[at:at+shortest]) {
		matches = append(matches, token{shortest, uint16(at - place)})
	}
	return matches
}

// matching is how many bytes two texts begin with alike; the second is the longer one.
func matching(a, b []byte) int {
	n := 0
	for ; n+8 <= len(a); n += 8 {
		if differ := littleEndian.Uint64(a[n:]) ^ littleEndian.Uint64(b[n:]); differ != 0 {
			return n + bits.TrailingZeros64(differ)/8
		}
	}
	for n < len(a) && a[n] == b[n] {
		n++
	}
	return n
}
