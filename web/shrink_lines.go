package web

import (
	"bytes"
	"encoding/binary"
)

// dropLines takes out of a program's memory what only stack traces need: files,
// lines and arguments, a twelfth of the download. The names of functions stay, and
// so does what the runtime itself reads: how large frames are, where pointers lie,
// what was inlined. A trace names "?" for a file then, as it does of any function
// without that table.
//
// The tables are those of Go 1.20 to 1.26 (src/runtime/symtab.go, type pcHeader, and
// runtime2.go, type _func). Where they are not found nothing is dropped: that costs
// size and nothing else.
func dropLines(memory []byte) {
	t, found := findTables(memory)
	if !found {
		return
	}
	for f := range t.functions() {
		f.clear(offsetFile, 2) // and lines
		f.clear(offsetUnit, 2) // and the first line
		f.forget(argInfo)
	}
	t.wipeUnused()
}

// headerMagic begins the tables of a 64-bit little-endian program of Go 1.20 and
// later, whose instructions are as short as one byte.
var headerMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Positions in the header, in bytes.
const (
	atFunctions = 8
	atPairs     = 56 // the table of pairs
	atRecords   = 64 // the list of functions and their records
	headerEnd   = 72
)

// tables are what Go's runtime knows of a program's functions.
type tables struct {
	pairs   []byte // lists of (value, address) pairs, one after the other
	records []byte // (entry, position of the record) for each function, then the records
	count   int
}

// findTables finds the tables in a program's memory.
func findTables(memory []byte) (t tables, found bool) {
	at := bytes.Index(memory, headerMagic)
	if at < 0 || at+headerEnd > len(memory) || bytes.Contains(memory[at+1:], headerMagic) {
		return t, false
	}
	header := memory[at:]
	field := func(at int) int { return int(littleEndian.Uint64(header[at:])) }
	pairs, records := field(atPairs), field(atRecords)
	if pairs < headerEnd || records < pairs || records > len(header) {
		return t, false
	}
	t = tables{pairs: header[pairs:records], records: header[records:], count: field(atFunctions)}
	return t, t.count > 0 && t.count <= len(t.records)/8 && t.whole()
}

// whole reports whether all records lie within the memory and all lists within the
// table of pairs.
func (t tables) whole() bool {
	for i := range t.count {
		at := int(littleEndian.Uint32(t.records[8*i+4:]))
		if at+recordSize > len(t.records) {
			return false
		}
		f := record(t.records[at:])
		if f.lists() > mostLists || recordSize+4*(f.lists()+f.pointers()) > len(f) {
			return false
		}
		for list := range f.kept() {
			if list >= len(t.pairs) {
				return false
			}
		}
	}
	return true
}

// functions gives the record of each function.
func (t tables) functions() func(func(record) bool) {
	return func(yield func(record) bool) {
		for i := range t.count {
			if !yield(record(t.records[littleEndian.Uint32(t.records[8*i+4:]):])) {
				return
			}
		}
	}
}

// wipeUnused clears the lists that no function has any more. They stay where they
// are, since others are found by their position.
func (t tables) wipeUnused() {
	used := make([]bool, len(t.pairs))
	for f := range t.functions() {
		for list := range f.kept() {
			for at := list; at < list+t.length(list); at++ {
				used[at] = true
			}
		}
	}
	for at := range t.pairs {
		if !used[at] {
			t.pairs[at] = 0
		}
	}
}

// length is how long a list is, in bytes: pairs of numbers of a variable length, and
// a value of 0 that is not the first.
func (t tables) length(list int) int {
	at := list
	for {
		value, size := binary.Uvarint(t.pairs[at:])
		if last := value == 0 && at > list; last || size <= 0 {
			return at + max(size, 0) - list
		}
		at += size
		_, size = binary.Uvarint(t.pairs[at:])
		at += max(size, 0)
	}
}

// record is what is known of one function.
type record []byte

// Positions in a record, in bytes, and what follows it: one position of a list for
// each kind of pairs, and one of data for each kind of that.
const (
	offsetFrame    = 16 // sizes of the frame
	offsetFile     = 20
	offsetLists    = 28 // how many lists
	offsetUnit     = 32
	offsetPointers = 43 // how much data
	recordSize     = 44

	argInfo   = 5  // the data that says how to print arguments
	mostLists = 64 // far more than there are kinds
)

func (f record) lists() int    { return int(littleEndian.Uint32(f[offsetLists:])) }
func (f record) pointers() int { return int(f[offsetPointers]) }

// kept gives the positions of the lists that the runtime needs.
func (f record) kept() func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range f.lists() + 1 {
			at := offsetFrame
			if i > 0 {
				at = recordSize + 4*(i-1)
			}
			if list := int(littleEndian.Uint32(f[at:])); list != 0 && !yield(list) {
				return
			}
		}
	}
}

// clear clears some fields of 4 bytes; for a list, 0 says that there is none.
func (f record) clear(at, fields int) { clear(f[at : at+4*fields]) }

// forget has a function have no data of a kind.
func (f record) forget(kind int) {
	if kind < f.pointers() {
		littleEndian.PutUint32(f[recordSize+4*(f.lists()+kind):], ^uint32(0))
	}
}
