package web

import (
	"bytes"
	"fmt"
	"strings"
)

// A Function is one of a program's, by the number that stands before the last four
// digits of a pc in its stack traces.
type Function struct {
	Number int
	Name   string
}

// listFunctions writes a line for each function, as start.js reads them.
func listFunctions(all []Function) []byte {
	var list bytes.Buffer
	for _, f := range all {
		fmt.Fprintf(&list, "%x %s\n", f.Number, f.Name)
	}
	return list.Bytes()
}

// dropTraces takes out of a program's memory what only stack traces need: files,
// lines, arguments, and which functions were inlined. In a nameless program the names
// of functions go, too; they are returned, to be kept beside it. All that is a
// seventh of the download. What the runtime itself reads stays: how large frames are,
// and where pointers lie. Where the tables are not found nothing is dropped: that
// costs size and nothing else.
func dropTraces(memory []byte, nameless bool) (dropped []Function) {
	t, found := findTables(memory)
	if !found {
		return nil
	}
	all := t.functions()
	t.wipeInlined(memory, all)
	for i := range all {
		f := &all[i]
		clear(f.head[offsetFile:offsetLists]) // and lines
		clear(f.head[offsetUnit:offsetKind])  // and the first line
		f.forget()
		if nameless {
			name := t.name(f.nameAt())
			dropped = append(dropped, Function{f.number, name})
			littleEndian.PutUint32(f.head[offsetName:], placeOfName(name))
		}
	}
	if nameless {
		clear(t.names)
		copy(t.names[placeOfRuntime:], ofRuntime)
	}
	clear(t.sources)
	t.rewrite(all)
	return dropped
}

// The runtime asks of a name whether it is one of its own, and nothing else. Those
// all have this one in a nameless program, at a place of its table of names, and the
// others none, which is place 0.
const (
	ofRuntime      = "runtime."
	placeOfRuntime = 1
)

func placeOfName(name string) uint32 {
	if strings.HasPrefix(name, ofRuntime) {
		return placeOfRuntime
	}
	return 0
}

// The kinds of lists that a function may have after that of its frames, and of data
// (internal/abi/symtab.go). Points that are safe for asynchronous preemption are
// asked for where there is such a thing, which is not in a browser.
const (
	listPointers = 1
	listInlined  = 2
	keptLists    = listPointers + 1

	dataInlined = 3
	dataDefers  = 4
)

// forget has a function have no more than the runtime needs.
func (f *function) forget() {
	f.lists = f.lists[:min(keptLists, len(f.lists))]
	if len(f.lists) > 0 {
		f.lists[0] = 0
	}
	for kind := range f.data {
		if kind == dataInlined || kind > dataDefers {
			f.data[kind] = noData
		}
	}
	for len(f.data) > 0 && f.data[len(f.data)-1] == noData {
		f.data = f.data[:len(f.data)-1]
	}
}

// inlinedSize is that of what is known of one inlined call (src/runtime/symtabinl.go),
// in bytes, and atInlinedName where in it the place of its name is.
const (
	inlinedSize   = 16
	atInlinedName = 4
)

// calls are the inlined calls of a function, from a position among the data on.
type calls struct{ from, count int }

// wipeInlined clears what is known of inlined calls.
func (t *tables) wipeInlined(memory []byte, all []function) {
	var inlined []calls
	for _, f := range all {
		if c := (calls{f.dataAt(dataInlined), t.greatest(f.listAt(listInlined)) + 1}); c.from >= 0 && c.count > 0 {
			inlined = append(inlined, c)
		}
	}
	base, found := t.findData(memory, inlined)
	if !found {
		return
	}
	for _, c := range inlined {
		clear(memory[base+c.from : base+c.from+c.count*inlinedSize])
	}
}

// mostWords is how far into what the runtime knows of the program (symtab.go, type
// moduledata) the address of the data may stand, in words; today it is the 41st.
const mostWords = 100

// findData finds the address of the data of functions: the one in the runtime's own
// record of the program with which all inlined calls have names.
func (t *tables) findData(memory []byte, inlined []calls) (base int, found bool) {
	begin := littleEndian.AppendUint64(littleEndian.AppendUint64(nil, uint64(t.at)), uint64(t.namesAt))
	at := bytes.Index(memory, begin)
	for i := 0; at >= 0 && i < mostWords && at+8*(i+1) <= len(memory); i++ {
		base := littleEndian.Uint64(memory[at+8*i:])
		if base > 0 && base < uint64(len(memory)) && t.allNamed(memory[base:], inlined) {
			return int(base), true
		}
	}
	return 0, false
}

func (t *tables) allNamed(data []byte, inlined []calls) bool {
	for _, c := range inlined {
		if c.from+c.count*inlinedSize > len(data) {
			return false
		}
		for i := range c.count {
			name := int(littleEndian.Uint32(data[c.from+i*inlinedSize+atInlinedName:]))
			if name < 1 || name >= len(t.names) || t.names[name-1] != 0 {
				return false
			}
		}
	}
	return true
}
