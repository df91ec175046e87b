package web

import (
	"encoding/binary"
	"hash/crc32"
	"math/bits"
	"runtime"
	"sync"
)

// wayOfPacking is another number whenever packThoroughly packs otherwise than before.
const wayOfPacking = 1

// packThoroughly compresses with gzip as small as can be in some seconds: a
// twentieth smaller than compress/gzip at its best. That looks for the next match
// greedily; this looks for the cheapest way to write a whole chunk, again and again,
// each time with the prices that the last way makes. The same bytes in give the same
// bytes out.
func packThoroughly(data []byte) []byte {
	chunks := make([][]block, (len(data)+chunkSize-1)/chunkSize)
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i := range chunks {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			from := i * chunkSize
			window := max(0, from-farthest)
			chunks[i] = newChunk(data[window:min(from+chunkSize, len(data))], from-window).blocks()
		})
	}
	all.Wait()
	w := &bitWriter{packed: []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff}} // RFC 1952, section 2.3: no time, no name
	for _, blocks := range chunks {
		for _, b := range blocks {
			w.block(b)
		}
	}
	w.lastBlock()
	w.packed = binary.LittleEndian.AppendUint32(w.packed, crc32.ChecksumIEEE(data))
	return binary.LittleEndian.AppendUint32(w.packed, uint32(len(data)))
}

// chunkSize is how much is packed by itself, but for the matches with what comes
// before it: enough work to keep every core busy, and no more than that.
const chunkSize = 1 << 20

// The limits of deflate (RFC 1951, section 3.2.5).
const (
	farthest = 32 << 10
	shortest = 3
	longest  = 258

	endOfBlock      = 256
	literalSymbols  = 286
	distanceSymbols = 30
	longestCode     = 15
	longestSizeCode = 7
)

// token is a byte (where the distance is 0), or a match.
type token struct{ length, distance uint16 }

// symbolOfLength gives the symbol of a match's length, and how many bits more say
// which of the symbol's lengths it is.
var symbolOfLength, moreOfLength = lengthSymbols()

func lengthSymbols() (symbol [longest + 1]uint16, more [longest + 1]uint8) {
	length := shortest
	for s := uint16(endOfBlock + 1); length < longest; s++ {
		bits := uint8(max(0, (int(s)-261)/4))
		for range 1 << bits {
			if length < longest {
				symbol[length], more[length] = s, bits
			}
			length++
		}
	}
	symbol[longest] = literalSymbols - 1
	return symbol, more
}

// symbolOfDistance likewise.
func symbolOfDistance(distance uint16) (symbol int, more uint) {
	if distance <= 4 {
		return int(distance) - 1, 0
	}
	more = uint(bits.Len16(distance-1)) - 2
	return int(2*more) + int((distance-1)>>more), more
}

// counts is how often each symbol is used.
type counts struct {
	literals  [literalSymbols]int32
	distances [distanceSymbols]int32
}

func (c *counts) add(tokens []token) {
	for _, t := range tokens {
		if t.distance == 0 {
			c.literals[t.length]++
			continue
		}
		symbol, _ := symbolOfDistance(t.distance)
		c.literals[symbolOfLength[t.length]]++
		c.distances[symbol]++
	}
}

// block is what is written with codes of its own.
type block struct{ tokens []token }

// bitWriter writes bits, the lowest first.
type bitWriter struct {
	packed []byte
	bits   uint64
	count  uint
}

func (w *bitWriter) write(value uint32, count uint) {
	w.bits |= uint64(value) << w.count
	for w.count += count; w.count >= 8; w.count -= 8 {
		w.packed = append(w.packed, byte(w.bits))
		w.bits >>= 8
	}
}

// lastBlock ends the stream with an empty block of fixed codes.
func (w *bitWriter) lastBlock() {
	w.write(1, 1)
	w.write(1, 2)
	w.write(0, 7)
	w.write(0, -w.count&7)
}

// block writes a block with dynamic codes (section 3.2.7).
func (w *bitWriter) block(b block) {
	var c counts
	c.add(b.tokens)
	c.literals[endOfBlock]++
	literals := codesOf(c.literals[:], longestCode)
	distances := codesOf(c.distances[:], longestCode)
	w.write(0, 1)
	w.write(2, 2)
	w.sizes(literals, distances)
	for _, t := range b.tokens {
		if t.distance == 0 {
			w.code(literals[t.length])
			continue
		}
		length := symbolOfLength[t.length]
		w.code(literals[length])
		if more := moreOfLength[t.length]; more > 0 {
			w.write(uint32(t.length-shortest)&(1<<more-1), uint(more))
		}
		symbol, more := symbolOfDistance(t.distance)
		w.code(distances[symbol])
		w.write(uint32(t.distance-1)&(1<<more-1), more)
	}
	w.code(literals[endOfBlock])
}

func (w *bitWriter) code(c code) { w.write(uint32(c.bits), uint(c.size)) }

// orderOfSizes is the order in which the sizes of the codes of sizes are written.
var orderOfSizes = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// sizes writes the sizes of the codes of a block.
func (w *bitWriter) sizes(literals, distances []code) {
	literals, distances = used(literals, 257), used(distances, 1)
	runs := runsOf(append(append([]code{}, literals...), distances...))
	var times [19]int32
	for _, r := range runs {
		times[r.symbol]++
	}
	codes := codesOf(times[:], longestSizeCode)
	count := len(orderOfSizes)
	for count > 4 && codes[orderOfSizes[count-1]].size == 0 {
		count--
	}
	w.write(uint32(len(literals)-257), 5)
	w.write(uint32(len(distances)-1), 5)
	w.write(uint32(count-4), 4)
	for _, symbol := range orderOfSizes[:count] {
		w.write(uint32(codes[symbol].size), 3)
	}
	for _, r := range runs {
		w.code(codes[r.symbol])
		w.write(uint32(r.more), uint(r.bits))
	}
}

// used is codes without those at the end that are not used, but at least so many.
func used(codes []code, least int) []code {
	count := len(codes)
	for count > least && codes[count-1].size == 0 {
		count--
	}
	return codes[:count]
}

// run is a size of codes, or how often one comes again.
type run struct{ symbol, more, bits uint8 }

// runsOf writes sizes of codes as runs: 16 is the last one 3 to 6 times again, 17 and
// 18 are zero 3 to 10 and 11 to 138 times.
func runsOf(codes []code) (runs []run) {
	for i := 0; i < len(codes); {
		size, n := codes[i].size, 1
		for i+n < len(codes) && codes[i+n].size == size {
			n++
		}
		i += n
		if size > 0 {
			runs = append(runs, run{symbol: size})
			n--
		}
		for n > 0 {
			switch {
			case n < 3:
				runs = append(runs, run{symbol: size})
				n--
			case size > 0:
				runs = append(runs, run{16, uint8(min(n, 6) - 3), 2})
				n -= min(n, 6)
			case n <= 10:
				runs = append(runs, run{17, uint8(n - 3), 3})
				n = 0
			default:
				runs = append(runs, run{18, uint8(min(n, 138) - 11), 7})
				n -= min(n, 138)
			}
		}
	}
	return runs
}
