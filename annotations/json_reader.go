package annotations

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// maxDepth is far beyond what any file of ours nests, and far below what would
// trouble the stack.
const maxDepth = 100

// JSONReader reads JSON front to back and takes it at its word: a repeated,
// unknown or missing field, a lone surrogate, a number that is not whole, or
// anything after the end is an error. (encoding/json lets all of these pass, or
// changes them without a word.) Its errors name line and column, counted from 1
// in characters, and the path of the value, such as "documents[2].title".
//
// Every method reads one value; after an error the reader is of no more use.
type JSONReader struct {
	data  []byte
	pos   int
	start int    // where the value read last begins
	path  []step // of the value being read
}

// step is one step of a path: an index, or where that is negative a field.
type step struct {
	index int
	field string
}

// NewJSONReader returns a reader of data, or an error that names the first byte
// that is not UTF-8. A byte order mark is for the caller to take off.
func NewJSONReader(data []byte) (*JSONReader, error) {
	r := &JSONReader{data: data}
	if !utf8.Valid(data) {
		r.start = invalidUTF8(data)
		return nil, r.Errorf("the byte 0x%02X is not valid UTF-8", data[r.start])
	}
	return r, nil
}

func invalidUTF8(data []byte) int {
	for i := 0; ; {
		c, n := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
}

// Errorf returns an error about the value read last, with its place.
func (r *JSONReader) Errorf(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	before := r.data[:r.start]
	line := 1 + bytes.Count(before, []byte{'\n'})
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	if path := r.Path(); path != "" {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return fmt.Errorf("line %d, column %d: %w", line, column, err)
}

// Path says which value is being read, such as `documents[2].title`.
func (r *JSONReader) Path() string {
	var b []byte
	for _, s := range r.path {
		switch {
		case s.index >= 0:
			b = fmt.Appendf(b, "[%d]", s.index)
		case len(b) == 0 || s.field == "":
			b = append(b, Shorten(s.field)...)
		default:
			b = append(append(b, '.'), Shorten(s.field)...)
		}
	}
	return string(b)
}

// Object reads an object that has each of the fields, once, in any order, and
// no other. For each it calls read with the field's index among fields, at most
// 64; read must read the value.
func (r *JSONReader) Object(fields []string, read func(i int) error) error {
	var seen uint64
	expected := 0 // files of ours have the fields in order
	err := r.Members(func(name []byte) error {
		i := expected
		if i >= len(fields) || string(name) != fields[i] {
			i = indexOf(fields, name)
		}
		switch {
		case i < 0:
			return r.Errorf("there is no such field in this version of the format")
		case seen&(1<<i) != 0:
			return r.Errorf("the field is there twice")
		}
		seen |= 1 << i
		expected = i + 1
		return read(i)
	})
	if err != nil {
		return err
	}
	for i, name := range fields {
		if seen&(1<<i) == 0 {
			return r.Errorf("the field %q is missing", name)
		}
	}
	return nil
}

func indexOf(fields []string, name []byte) int {
	for i, f := range fields {
		if f == string(name) {
			return i
		}
	}
	return -1
}

// Members reads an object of any fields and calls read for each, which must
// read the value. It does not look for repeated names. name is valid during the
// call only.
func (r *JSONReader) Members(read func(name []byte) error) error {
	return r.list('{', '}', "an object", func(int) error {
		r.path[len(r.path)-1] = step{index: -1}
		if err := r.expect('"', "a field's name in quotes"); err != nil {
			return err
		}
		name, err := r.text()
		if err != nil {
			return err
		}
		at := r.start
		if err := r.expect(':', "a colon"); err != nil {
			return err
		}
		r.pos++
		r.path[len(r.path)-1] = step{-1, string(name)}
		r.start = at
		return read(name)
	})
}

// Array reads an array and calls read for each item, which must read it.
func (r *JSONReader) Array(read func(i int) error) error {
	return r.list('[', ']', "an array", read)
}

// list reads items between brackets, with commas between them. Errors of its
// own are placed at the opening bracket again when it is done, so that Errorf
// names the whole value.
func (r *JSONReader) list(open, shut byte, what string, item func(i int) error) error {
	if err := r.expect(open, what); err != nil {
		return err
	}
	begin := r.start
	if len(r.path) >= maxDepth {
		return r.Errorf("values are nested more than %d deep", maxDepth)
	}
	r.pos++
	more, err := r.first(shut)
	for i := 0; more && err == nil; i++ {
		r.path = append(r.path, step{index: i})
		if err = item(i); err != nil {
			return err
		}
		r.path = r.path[:len(r.path)-1]
		more, err = r.next(shut)
	}
	r.start = begin
	return err
}

// first reports whether a list that was just opened has an item.
func (r *JSONReader) first(shut byte) (bool, error) {
	c, err := r.peek()
	if err != nil {
		return false, err
	}
	if c == shut {
		r.pos++
	}
	return c != shut, nil
}

// next reads what comes after an item and reports whether another follows.
func (r *JSONReader) next(shut byte) (bool, error) {
	c, err := r.peek()
	if err != nil {
		return false, err
	}
	if c != ',' && c != shut {
		return false, r.unexpected("a comma or " + strconv.QuoteRune(rune(shut)))
	}
	r.pos++
	return c == ',', nil
}

// String reads a string.
func (r *JSONReader) String() (string, error) {
	if err := r.expect('"', "text in quotes"); err != nil {
		return "", err
	}
	b, err := r.text()
	return string(b), err
}

// Int reads a whole number that is written as one, without fraction or exponent.
func (r *JSONReader) Int() (int, error) {
	if _, err := r.peek(); err != nil {
		return 0, err
	}
	word := r.word()
	n, err := strconv.Atoi(word)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, r.Errorf("the number %s is out of range", Shorten(word))
	case err != nil, strconv.Itoa(n) != word:
		return 0, r.unexpected("a whole number")
	}
	r.pos += len(word)
	return n, nil
}

// Skip reads any value and forgets it.
func (r *JSONReader) Skip() error {
	c, err := r.peek()
	if err != nil {
		return err
	}
	switch c {
	case '{':
		return r.Members(func([]byte) error { return r.Skip() })
	case '[':
		return r.Array(func(int) error { return r.Skip() })
	case '"':
		_, err := r.text()
		return err
	}
	word := r.word()
	if !isLiteral(word) {
		return r.unexpected("a value")
	}
	r.pos += len(word)
	return nil
}

// End reports anything but white space after the last value.
func (r *JSONReader) End() error {
	if r.space(); r.pos < len(r.data) {
		return r.unexpected("the end")
	}
	return nil
}

// space moves on to the next byte that is not white space.
func (r *JSONReader) space() {
	for r.pos < len(r.data) {
		switch r.data[r.pos] {
		case ' ', '\n', '\t', '\r':
			r.pos++
			continue
		}
		break
	}
	r.start = r.pos
}

// peek returns the first byte of what comes next, without reading it.
func (r *JSONReader) peek() (byte, error) {
	if r.space(); r.pos == len(r.data) {
		return 0, r.ended()
	}
	return r.data[r.pos], nil
}

func (r *JSONReader) expect(c byte, what string) error {
	found, err := r.peek()
	if err == nil && found != c {
		err = r.unexpected(what)
	}
	return err
}

func (r *JSONReader) ended() error {
	r.start = len(r.data)
	return r.Errorf("the data ends here, before it is complete")
}

func (r *JSONReader) unexpected(want string) error {
	found := r.word()
	if found == "" {
		_, n := utf8.DecodeRune(r.data[r.pos:])
		found = string(r.data[r.pos : r.pos+n])
	}
	return r.Errorf("found %q in place of %s", Shorten(found), want)
}

// word returns the letters, digits and signs from here on: a number or literal
// if it is JSON at all.
func (r *JSONReader) word() string {
	end := r.pos
	for end < len(r.data) && isWord(r.data[end]) {
		end++
	}
	return string(r.data[r.pos:end])
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '+' || c == '.'
}
