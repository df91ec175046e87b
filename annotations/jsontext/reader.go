package jsontext

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// maxDepth is far beyond what any file of ours nests, and far below what would
// trouble the stack.
const maxDepth = 100

// Reader reads JSON front to back and takes it at its word: a repeated,
// unknown or missing field, a lone surrogate, a number that is not whole, or
// anything after the end is an error. (encoding/json lets all of these pass, or
// changes them without a word.) Its errors name line and column, counted from 1
// in characters, and the path of the value, such as "documents[2].title".
//
// Every method reads one value; after an error the reader is of no more use.
type Reader struct {
	data  []byte
	pos   int
	start int    // where the value read last begins
	path  []step // of the value being read
	pace  func(done float64) error
	calm  int // up to here pace is not called again
	kept  *keeper
}

// step is one step of a path: an index, or where that is negative a field.
type step struct {
	index int
	field []byte
}

// NewReader returns a reader of data, or an error that names the first byte that is
// not UTF-8. A byte order mark is for the caller to take off. The data may not
// change while the reader is in use.
//
// Where there is a pace, it is called every so often with the share of the data
// that was read, from 0 to 1; an error of it ends the reading with that error.
func NewReader(data []byte, pace func(done float64) error) (*Reader, error) {
	r := &Reader{data: data, kept: &keeper{}}
	if pace != nil {
		r.pace = func(done float64) error { return pace(checkShare + done*(1-checkShare)) }
	}
	valid, err := validUTF8(data, pace)
	if err == nil && !valid {
		r.start = invalidUTF8(data)
		err = r.Errorf("the byte 0x%02X is not valid UTF-8", data[r.start])
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// checkShare is the share of the reading that goes into looking whether the data
// is UTF-8.
const checkShare = 0.1

// validUTF8 is utf8.Valid at a pace.
func validUTF8(data []byte, pace func(done float64) error) (bool, error) {
	const most = 1 << 20
	for from := 0; from < len(data); {
		to := min(from+most, len(data))
		for range utf8.UTFMax - 1 { // not through a character
			if to < len(data) && !utf8.RuneStart(data[to]) {
				to--
			}
		}
		if !utf8.Valid(data[from:to]) {
			return false, nil
		}
		if pace != nil {
			if err := pace(checkShare * float64(to) / float64(len(data))); err != nil {
				return false, err
			}
		}
		from = to
	}
	return true, nil
}

// Ahead returns a reader of what comes next that leaves r where it is.
func (r *Reader) Ahead() *Reader {
	ahead := *r
	ahead.path = append([]step(nil), r.path...)
	return &ahead
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
func (r *Reader) Errorf(format string, args ...any) error {
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
func (r *Reader) Path() string {
	var b []byte
	for _, s := range r.path {
		switch {
		case s.index >= 0:
			b = fmt.Appendf(b, "[%d]", s.index)
		case len(b) == 0 || len(s.field) == 0:
			b = append(b, Shorten(string(s.field))...)
		default:
			b = append(append(b, '.'), Shorten(string(s.field))...)
		}
	}
	return string(b)
}

// Object reads an object that has each of the fields, once, in any order, and
// no other. For each it calls read with the field's index among fields, at most
// 64; read must read the value.
func (r *Reader) Object(fields []string, read func(i int) error) error {
	return r.ObjectWith(fields, len(fields), read)
}

// ObjectWith is Object for fields of which only the first so many have to be
// there.
func (r *Reader) ObjectWith(fields []string, required int, read func(i int) error) error {
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
	for i, name := range fields[:required] {
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
// call only. (Not inlined, which would be 1 kB of the packed program.)
//
//go:noinline
func (r *Reader) Members(read func(name []byte) error) error {
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
		r.path[len(r.path)-1] = step{-1, name}
		r.start = at
		return read(name)
	})
}

// Strings reads an object whose fields are all strings into the places given.
func (r *Reader) Strings(fields []string, into ...*string) error {
	return r.Object(fields, func(i int) (err error) {
		*into[i], err = r.String()
		return err
	})
}

// Array reads an array and calls read for each item, which must read it.
func (r *Reader) Array(read func(i int) error) error {
	return r.list('[', ']', "an array", read)
}

// StringArray reads an array of strings.
func (r *Reader) StringArray() (all []string, err error) {
	err = r.Array(func(int) error {
		s, err := r.String()
		all = append(all, s)
		return err
	})
	return all, err
}

// list reads items between brackets, with commas between them. Errors of its
// own are placed at the opening bracket again when it is done, so that Errorf
// names the whole value.
func (r *Reader) list(open, shut byte, what string, item func(i int) error) error {
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
		if err = r.pauseNowAndThen(); err != nil {
			return err
		}
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

// stretch is how many bytes are read between two calls of a pace.
const stretch = 32 << 10

func (r *Reader) pauseNowAndThen() error {
	if r.pace == nil || r.pos < r.calm {
		return nil
	}
	r.calm = r.pos + stretch
	return r.pace(float64(r.pos) / float64(len(r.data)))
}

// first reports whether a list that was just opened has an item.
func (r *Reader) first(shut byte) (bool, error) {
	c, err := r.Peek()
	if err != nil {
		return false, err
	}
	if c == shut {
		r.pos++
	}
	return c != shut, nil
}

// next reads what comes after an item and reports whether another follows.
func (r *Reader) next(shut byte) (bool, error) {
	c, err := r.Peek()
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
func (r *Reader) String() (string, error) {
	b, err := r.Bytes()
	return r.kept.text(b), err
}

// Bytes reads a string without copying it: it stays what it is only as long as
// the data does.
func (r *Reader) Bytes() ([]byte, error) {
	if err := r.expect('"', "text in quotes"); err != nil {
		return nil, err
	}
	return r.text()
}

// Word reads a string that many values have, such as a label's ID. Equal ones
// share their memory.
func (r *Reader) Word() (string, error) {
	b, err := r.Bytes()
	return r.kept.word(b), err
}

// Time reads a time. One that is not written as FormatTime would write it is
// given as it stands there, for ParseTime.
func (r *Reader) Time() (t time.Time, other string, err error) {
	b, err := r.Bytes()
	if err != nil {
		return t, "", err
	}
	t, ok := writtenTime(b)
	if !ok {
		other = string(b)
	}
	return t, other, nil
}

// Meanwhile is a pace for work during which nothing is read.
func (r *Reader) Meanwhile() func(done float64) error {
	if r.pace == nil {
		return nil
	}
	return func(float64) error { return r.pace(float64(r.pos) / float64(len(r.data))) }
}

// Kept returns a copy of a name that is valid during a call only, the same one for
// equal names.
func (r *Reader) Kept(name []byte) string { return r.kept.word(name) }

// Pos is how many bytes were read.
func (r *Reader) Pos() int { return r.pos }

// Append is append for a value just read of an array that began at a Pos. Where
// a long list is full it makes room for as many values as the rest of the data
// may hold, so that the list is moved once or twice and not twenty times.
func Append[T any](r *Reader, began int, list []T, next T) []T {
	const long = 256
	if n := len(list); n == cap(list) && n >= long {
		list = slices.Grow(list, 1+(len(r.data)-r.pos)*n/(r.pos-began))
	}
	return append(list, next)
}

// Int reads a whole number that is written as one, without fraction or exponent.
func (r *Reader) Int() (int, error) {
	if _, err := r.Peek(); err != nil {
		return 0, err
	}
	if n, length := r.digits(); length > 0 {
		r.pos += length
		return n, nil
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

// digits returns the number that comes next and its length, if it is one that
// is surely in range and has nothing but digits: what nearly all numbers are.
func (r *Reader) digits() (n, length int) {
	const most = 9
	for i := r.pos; i < len(r.data) && i-r.pos <= most; i++ {
		c := r.data[i]
		if c < '0' || c > '9' {
			if isWord(c) || r.data[r.pos] == '0' && length > 1 {
				return 0, 0
			}
			return n, length
		}
		n, length = n*10+int(c-'0'), length+1
	}
	return 0, 0
}

// Bool reads true or false.
func (r *Reader) Bool() (bool, error) {
	if _, err := r.Peek(); err != nil {
		return false, err
	}
	word := r.word()
	if word != "true" && word != "false" {
		return false, r.unexpected("true or false")
	}
	r.pos += len(word)
	return word == "true", nil
}

// Skip reads any value and forgets it.
func (r *Reader) Skip() error {
	c, err := r.Peek()
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
	_, err = r.literal()
	return err
}

// Literal reads a number, true or false, and gives it as it is written.
func (r *Reader) Literal() (string, error) {
	if _, err := r.Peek(); err != nil {
		return "", err
	}
	if word := r.word(); word == "null" {
		return "", r.unexpected("a value")
	}
	return r.literal()
}

func (r *Reader) literal() (string, error) {
	word := r.word()
	if !IsLiteral(word) {
		return "", r.unexpected("a value")
	}
	r.pos += len(word)
	return word, nil
}

// End reports anything but white space after the last value.
func (r *Reader) End() error {
	if r.space(); r.pos < len(r.data) {
		return r.unexpected("the end")
	}
	return nil
}

// space moves on to the next byte that is not white space.
func (r *Reader) space() {
	pos := r.pos
	for pos < len(r.data) && isSpace(r.data[pos]) {
		pos++
	}
	r.pos, r.start = pos, pos
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// Peek returns the first byte of what comes next, without reading it. Errorf is
// about that from then on.
func (r *Reader) Peek() (byte, error) {
	if r.space(); r.pos == len(r.data) {
		return 0, r.ended()
	}
	return r.data[r.pos], nil
}

func (r *Reader) expect(c byte, what string) error {
	found, err := r.Peek()
	if err == nil && found != c {
		err = r.unexpected(what)
	}
	return err
}

func (r *Reader) ended() error {
	r.start = len(r.data)
	return r.Errorf("the data ends here, before it is complete")
}

func (r *Reader) unexpected(want string) error {
	found := r.word()
	if found == "" {
		_, n := utf8.DecodeRune(r.data[r.pos:])
		found = string(r.data[r.pos : r.pos+n])
	}
	return r.Errorf("found %q in place of %s", Shorten(found), want)
}

// word returns the letters, digits and signs from here on: a number or literal
// if it is JSON at all.
func (r *Reader) word() string {
	end := r.pos
	for end < len(r.data) && isWord(r.data[end]) {
		end++
	}
	return string(r.data[r.pos:end])
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '+' || c == '.'
}
