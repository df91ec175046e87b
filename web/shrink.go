package web

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Shrink rewrites a program that Go's linker has made, so that it does the same and
// packs a sixth smaller. The linker cuts the data into up to 100,000 segments to
// leave out short runs of zeroes, whose addresses pack badly and which a browser has
// to go through one by one; they are joined. And what only stack traces need is
// taken out: see dropTraces.
func Shrink(wasm []byte) ([]byte, error) {
	small, _, err := shrink(wasm, false)
	return small, err
}

// ShrinkNameless does that and takes out the names of functions, too, which it
// returns. In the program's stack traces stand their numbers.
func ShrinkNameless(wasm []byte) (small []byte, names []Function, err error) {
	return shrink(wasm, true)
}

func shrink(wasm []byte, nameless bool) (small []byte, names []Function, err error) {
	if !isWasm(wasm) {
		return nil, nil, errNoWasm
	}
	r := moduleReader{data: wasm[headerSize:]}
	small = slices.Clone(wasm[:headerSize])
	for len(r.data) > 0 && !r.failed {
		id, content := r.byte(), r.take(r.unsigned())
		if id == dataSection {
			image, err := readImage(content)
			if err != nil {
				return nil, nil, err
			}
			names = dropTraces(image.memory, nameless)
			content = image.section()
		}
		small = append(small, id)
		small = binary.AppendUvarint(small, uint64(len(content)))
		small = append(small, content...)
	}
	if r.failed {
		return nil, nil, errNoWasm
	}
	return small, names, nil
}

const (
	headerSize  = 8 // of the magic number and the version
	dataSection = 11
	// farApart is how many zeroes stand between two segments that are not joined.
	farApart = 4 << 10
	// mostMemory is more than any program's data needs, in bytes.
	mostMemory = 1 << 28
)

var errNoWasm = errors.New("web: the program is not the WebAssembly that Go's linker writes")

// image is the memory of a program as it starts.
type image struct{ memory []byte }

// extent is a half-open range of addresses.
type extent struct{ from, to int }

// readImage reads a data section (WebAssembly Core Specification, section 5.5.14)
// of active segments at constant addresses, as the linker writes them.
func readImage(section []byte) (*image, error) {
	r := moduleReader{data: section}
	m := &image{}
	for range r.unsigned() {
		kind, constant := r.byte(), r.byte()
		at, end := r.signed(), r.byte()
		data := r.take(r.unsigned())
		if r.failed || kind != 0 || constant != opI32Const || end != opEnd || at < 0 || at+len(data) > mostMemory {
			return nil, fmt.Errorf("%w: a data segment of another kind", errNoWasm)
		}
		m.fill(at, data)
	}
	return m, nil
}

// The instructions of a constant address (section 5.4).
const (
	opI32Const = 0x41
	opEnd      = 0x0b
)

// fill puts data where the program finds it.
func (m *image) fill(at int, data []byte) {
	if more := at + len(data) - len(m.memory); more > 0 {
		m.memory = append(m.memory, make([]byte, more)...)
	}
	copy(m.memory[at:], data)
}

// filled are the extents that are not zero, those that lie near each other as one:
// memory is zero where there is no data.
func (m *image) filled() (all []extent) {
	zeroes := farApart
	for at, b := range m.memory {
		switch {
		case b == 0:
			zeroes++
			continue
		case zeroes >= farApart:
			all = append(all, extent{from: at})
		}
		zeroes = 0
		all[len(all)-1].to = at + 1
	}
	return all
}

// section writes the image as a data section.
func (m *image) section() []byte {
	all := m.filled()
	section := binary.AppendUvarint(nil, uint64(len(all)))
	for _, e := range all {
		section = append(section, 0, opI32Const)
		section = appendSigned(section, e.from)
		section = append(section, opEnd)
		section = binary.AppendUvarint(section, uint64(e.to-e.from))
		section = append(section, m.memory[e.from:e.to]...)
	}
	return section
}

// appendSigned appends a number in signed LEB128 (section 5.2.2).
func appendSigned(data []byte, n int) []byte {
	for {
		low := byte(n & 0x7f)
		n >>= 7
		if n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(data, low)
		}
		data = append(data, low|0x80)
	}
}

// moduleReader reads the parts of a module. After a fault it reads zeroes.
type moduleReader struct {
	data   []byte
	failed bool
}

func (r *moduleReader) byte() byte {
	b := r.take(1)
	if r.failed {
		return 0
	}
	return b[0]
}

// unsigned reads a number in unsigned LEB128 (section 5.2.2).
func (r *moduleReader) unsigned() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 || n > mostMemory {
		r.data, r.failed = nil, true
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

// signed reads a number in signed LEB128.
func (r *moduleReader) signed() int {
	n, shift := 0, 0
	for {
		b := r.byte()
		n |= int(b&0x7f) << shift
		shift += 7
		switch {
		case r.failed || shift > 63:
			r.failed = true
			return 0
		case b&0x80 == 0 && b&0x40 != 0:
			return n | -1<<shift
		case b&0x80 == 0:
			return n
		}
	}
}

func (r *moduleReader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.data, r.failed = nil, true
		return nil
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

// littleEndian is how a program keeps its numbers.
var littleEndian = binary.LittleEndian

// isWasm reports whether data begins as a WebAssembly module does (section 5.5.16).
func isWasm(data []byte) bool {
	return len(data) >= headerSize && bytes.HasPrefix(data, []byte("\x00asm"))
}
