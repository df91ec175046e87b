package web

import (
	"math/bits"
	"slices"
)

// code is the bits that stand for a symbol, as they are written; of size 0 it is none.
type code struct {
	bits uint16
	size uint8
}

// codesOf makes codes, no longer than a limit, with which symbols that are used so
// often take as little room as can be (Huffman's, or nearly, where the limit asks for
// shorter ones). At least two symbols have one, since not all readers can do with
// fewer.
func codesOf(counts []int32, limit uint8) []code {
	counts = slices.Clone(counts)
	for i := 0; usedOf(counts) < 2; i++ {
		counts[i] = max(1, counts[i])
	}
	for {
		sizes := sizesOf(counts)
		if slices.Max(sizes) <= limit {
			return canonical(sizes)
		}
		for i, n := range counts {
			if n > 0 {
				counts[i] = n/2 + 1
			}
		}
	}
}

func usedOf(counts []int32) (used int) {
	for _, n := range counts {
		if n > 0 {
			used++
		}
	}
	return used
}

// sizesOf gives the sizes of Huffman's codes: the two rarest nodes become one again and
// again, where those that became one are rarer the earlier they did.
func sizesOf(counts []int32) []uint8 {
	type node struct {
		count int64
		up    int
	}
	var symbols []int
	for symbol, n := range counts {
		if n > 0 {
			symbols = append(symbols, symbol)
		}
	}
	slices.SortStableFunc(symbols, func(a, b int) int { return int(counts[a]) - int(counts[b]) })
	var nodes []node
	for _, symbol := range symbols {
		nodes = append(nodes, node{count: int64(counts[symbol])})
	}
	leaf, inner := 0, len(symbols)
	rarest := func() int {
		if leaf < len(symbols) && (inner == len(nodes) || nodes[leaf].count <= nodes[inner].count) {
			leaf++
			return leaf - 1
		}
		inner++
		return inner - 1
	}
	for range len(symbols) - 1 {
		a, b := rarest(), rarest()
		nodes[a].up, nodes[b].up = len(nodes), len(nodes)
		nodes = append(nodes, node{count: nodes[a].count + nodes[b].count})
	}
	depths := make([]uint8, len(nodes))
	for i := len(nodes) - 2; i >= 0; i-- {
		depths[i] = depths[nodes[i].up] + 1
	}
	sizes := make([]uint8, len(counts))
	for i, symbol := range symbols {
		sizes[symbol] = depths[i]
	}
	return sizes
}

// canonical gives the codes of sizes (RFC 1951, section 3.2.2).
func canonical(sizes []uint8) []code {
	codes := make([]code, len(sizes))
	next := 0
	for size := uint8(1); size <= longestCode; size++ {
		next <<= 1
		for symbol, s := range sizes {
			if s == size {
				codes[symbol] = code{bits.Reverse16(uint16(next)) >> (16 - size), size}
				next++
			}
		}
	}
	return codes
}
