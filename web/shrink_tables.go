package web

import (
	"bytes"
	"encoding/binary"
)

// tables are what Go's runtime knows of a program's functions, in the program's
// memory. They are those of Go 1.20 to 1.26 (src/runtime/symtab.go, type pcHeader,
// and runtime2.go, type _func).
type tables struct {
	at, namesAt int    // addresses
	names       []byte // ended by zeroes; position 0 is no name
	sources     []byte // of files
	pairs       []byte // lists of (value, address) pairs, one after the other
	index       []byte // (entry, position of the record) for each function, and the end
	records     []byte // the index, the records and what follows
	end         int    // of the records, among those
}

// headerMagic begins the tables of a 64-bit little-endian program of Go 1.20 and
// later, whose instructions are as short as one byte.
var headerMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Positions in the header, in bytes.
const (
	atCount   = 8
	atNames   = 32
	atSources = 40
	atPairs   = 56
	atIndex   = 64
	headerEnd = 72

	indexSize = 8 // of one function
)

// findTables finds the tables in a program's memory.
func findTables(memory []byte) (t *tables, found bool) {
	at := bytes.Index(memory, headerMagic)
	if at < 0 || at+headerEnd > len(memory) || bytes.Contains(memory[at+1:], headerMagic) {
		return nil, false
	}
	header := memory[at:]
	field := func(at int) int { return int(min(littleEndian.Uint64(header[at:]), mostMemory)) }
	count, names, sources, pairs, index := field(atCount), field(atNames), field(atSources), field(atPairs), field(atIndex)
	if names < headerEnd || sources < names || pairs < sources || index < pairs || index > len(header) ||
		count == 0 || count >= (len(header)-index)/indexSize {
		return nil, false
	}
	t = &tables{
		at: at, namesAt: at + names,
		names: header[names:sources], sources: header[sources:pairs], pairs: header[pairs:index],
		index: header[index : index+count*indexSize], records: header[index:],
	}
	return t, t.whole()
}

// whole reports whether all records lie within the memory, after the index and one
// after the other, and all lists and names within their tables.
func (t *tables) whole() bool {
	last := len(t.index)
	for i := 0; i < len(t.index); i += indexSize {
		at := int(littleEndian.Uint32(t.index[i+4:]))
		if at <= last || at+recordSize > len(t.records) {
			return false
		}
		f := record(t.records[at:])
		last = at + f.size() - 1
		if f.lists() > mostLists || f.size() > len(f) || int(littleEndian.Uint32(f[offsetName:])) >= len(t.names) {
			return false
		}
		for i := range f.lists() + 1 {
			if f.list(i) >= len(t.pairs) {
				return false
			}
		}
	}
	t.end = last + 1
	return true
}

// functions reads all records. Each function has its own copy.
func (t *tables) functions() []function {
	all := make([]function, 0, len(t.index)/indexSize)
	for i := 0; i < len(t.index); i += indexSize {
		r := record(t.records[littleEndian.Uint32(t.index[i+4:]):])
		f := function{number: int(littleEndian.Uint32(t.index[i:])), frames: r.list(0), head: bytes.Clone(r[:recordSize])}
		for list := range r.lists() {
			f.lists = append(f.lists, r.list(list+1))
		}
		for kind := range r.kinds() {
			f.data = append(f.data, littleEndian.Uint32(r[recordSize+4*(r.lists()+kind):]))
		}
		all = append(all, f)
	}
	return all
}

// rewrite puts records, each no longer than it was, in the place of those there are.
// They follow each other without gaps, and so do the lists that they still have, each
// but once. Nothing but the index knows where they are.
func (t *tables) rewrite(all []function) {
	pairs := []byte{0} // position 0 is no list
	places := map[string]int{}
	move := func(list int) uint32 {
		if list == 0 {
			return 0
		}
		content := string(t.pairs[list : list+t.length(list)])
		place, there := places[content]
		if !there {
			place = len(pairs)
			places[content] = place
			pairs = append(pairs, content...)
		}
		return uint32(place)
	}
	first := littleEndian.Uint32(t.index[4:])
	var records []byte
	for i, f := range all {
		littleEndian.PutUint32(t.index[i*indexSize+4:], first+uint32(len(records)))
		littleEndian.PutUint32(f.head[offsetFrame:], move(f.frames))
		littleEndian.PutUint32(f.head[offsetLists:], uint32(len(f.lists)))
		f.head[offsetKinds] = byte(len(f.data))
		records = append(records, f.head...)
		for _, list := range f.lists {
			records = littleEndian.AppendUint32(records, move(list))
		}
		for _, data := range f.data {
			records = littleEndian.AppendUint32(records, data)
		}
	}
	clear(t.pairs[copy(t.pairs, pairs):])
	old := t.records[first:t.end]
	clear(old[copy(old, records):])
}

// length is how long a list is, in bytes: pairs of numbers of a variable length, and
// a value of 0 that is not the first.
func (t *tables) length(list int) int {
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

// greatest is the greatest value of a list, and -1 where there is none: each is given
// by how it differs from the one before, the first from -1, with the sign in the
// lowest bit.
func (t *tables) greatest(list int) int {
	greatest, value := -1, -1
	for at, first := list, true; list != 0; first = false {
		step, size := binary.Uvarint(t.pairs[at:])
		if step == 0 && !first || size <= 0 {
			break
		}
		value += int(step>>1) ^ -int(step&1)
		greatest = max(greatest, value)
		at += size
		_, size = binary.Uvarint(t.pairs[at:])
		at += max(size, 0)
	}
	return greatest
}

// name is the name at a position.
func (t *tables) name(at int) string {
	name, _, _ := bytes.Cut(t.names[at:], []byte{0})
	return string(name)
}

// record is what is known of one function, as it stands in the tables.
type record []byte

// Positions in a record, in bytes, and what follows it: one position of a list for
// each kind of pairs, and one of data for each kind of that.
const (
	offsetName  = 4
	offsetFrame = 16 // sizes of the frame
	offsetFile  = 20
	offsetLists = 28 // how many lists
	offsetUnit  = 32
	offsetKind  = 40 // of the function
	offsetKinds = 43 // how many kinds of data
	recordSize  = 44

	mostLists = 64 // far more than there are kinds
	noData    = ^uint32(0)
)

func (r record) lists() int { return int(littleEndian.Uint32(r[offsetLists:])) }
func (r record) kinds() int { return int(r[offsetKinds]) }
func (r record) size() int  { return recordSize + 4*(r.lists()+r.kinds()) }

// list is the position of a list, the first being that of the sizes of its frame.
func (r record) list(i int) int {
	if i == 0 {
		return int(littleEndian.Uint32(r[offsetFrame:]))
	}
	return int(littleEndian.Uint32(r[recordSize+4*(i-1):]))
}

// function is what is known of one function.
type function struct {
	number int
	head   []byte   // the record without what follows it
	frames int      // the position of the list of the sizes of its frame
	lists  []int    // the positions of the other lists, 0 for none
	data   []uint32 // the positions of data, or noData
}

func (f function) nameAt() int { return int(littleEndian.Uint32(f.head[offsetName:])) }

// listAt is the position of a list of a kind, 0 without one.
func (f function) listAt(kind int) int {
	if kind < len(f.lists) {
		return f.lists[kind]
	}
	return 0
}

// dataAt is the position of data of a kind, -1 without any.
func (f function) dataAt(kind int) int {
	if kind < len(f.data) && f.data[kind] != noData {
		return int(f.data[kind])
	}
	return -1
}
