package corpus

// This file owns the units in which a place in a text is counted:
//
//   - byte: of the text's UTF-8. The unit of every position in this program's memory (Span, Block, selection).
//   - code point: a Unicode character, Go's rune, what Python's len counts. The unit of the project's own files and
//     of most annotation formats.
//   - UTF-16 code unit: a code point up to U+FFFF counts one, any other two (a surrogate pair). The unit of
//     JavaScript strings, so of every offset that the browser's DOM gives or takes, and of some formats.
//
// A place is always between two code points, and the same place has one number in each unit. A number that is
// outside the text, or inside a code point (in its UTF-8 bytes, or between its two surrogates), names no place, and
// converting it is an error, never a rounding.
//
// Grapheme clusters are not a unit: they depend on the version of Unicode. boundary.go finds them.

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// unit is a way to count places in a text; it indexes a point.
type unit int

const (
	utf8Bytes unit = iota
	codePoints
	utf16Units
)

func (u unit) String() string {
	return [...]string{"byte", "code point", "UTF-16"}[u]
}

// point is one place in a text, counted in each unit.
type point [3]int

// plus returns the place n ASCII characters after p.
func (p point) plus(n int) point {
	return point{p[utf8Bytes] + n, p[codePoints] + n, p[utf16Units] + n}
}

// stride is the distance of checkpoints in bytes: the most that one conversion walks over.
const stride = 256

// Mapper converts places of one text between bytes, Unicode code points and UTF-16 code units. It holds a checkpoint
// every few hundred bytes (one for each end of a stretch of ASCII, however long), so that a conversion is a binary
// search and a short walk. It never changes, and is safe for concurrent use.
//
// In a text that is not valid UTF-8, each byte that belongs to no character counts as one character, U+FFFD.
type Mapper struct {
	text   string
	points []point // the checkpoints, ascending; the first is the text's start, the last its end
}

// NewMapper returns the mapper of a text. It reads the whole text once.
func NewMapper(text string) *Mapper {
	m := &Mapper{text: text, points: []point{{}}}
	for p := (point{}); p[utf8Bytes] < len(text); {
		p = m.walk(p, utf8Bytes, min(p[utf8Bytes]+stride, len(text)))
		m.add(p)
	}
	return m
}

// add appends a checkpoint. Where it prolongs a stretch of ASCII it takes the last one's place.
func (m *Mapper) add(p point) {
	last := len(m.points) - 1
	if last > 0 && isASCII(m.points[last-1], m.points[last]) && isASCII(m.points[last], p) {
		m.points[last] = p
		return
	}
	m.points = append(m.points, p)
}

// isASCII reports whether every character between two places is one byte, so that all units count alike.
func isASCII(from, to point) bool {
	return to[utf8Bytes]-from[utf8Bytes] == to[codePoints]-from[codePoints]
}

// walk returns the first place at or after p that counts at least n in unit u, or the end of the text.
func (m *Mapper) walk(p point, u unit, n int) point {
	text := m.text[p[utf8Bytes]:]
	pos, characters, units := 0, 0, 0 // how far the walk is, in each unit; locals, for this is the inner loop
	for left := n - p[u]; left > 0 && pos < len(text); {
		if text[pos] < utf8.RuneSelf {
			pos++
			characters++
			units++
			left--
			continue
		}
		width, pair := measure(text, pos)
		pos += width
		characters++
		units += pair
		switch u {
		case utf8Bytes:
			left -= width
		case codePoints:
			left--
		case utf16Units:
			left -= pair
		}
	}
	return point{p[utf8Bytes] + pos, p[codePoints] + characters, p[utf16Units] + units}
}

// measure returns the size of the character at a byte offset, in bytes and in UTF-16 code units.
func measure(text string, pos int) (width, units int) {
	r, width := utf8.DecodeRuneInString(text[pos:])
	if r > 0xFFFF {
		return width, 2
	}
	return width, 1
}

// ByteToUTF16 returns the number of UTF-16 code units before the byte offset b. It is an error if b is outside the
// text or inside a character.
func (m *Mapper) ByteToUTF16(b int) (int, error) { return m.convert(b, utf8Bytes, utf16Units) }

// UTF16ToByte returns the byte offset of the place that u UTF-16 code units precede. It is an error if u is outside
// the text or inside a surrogate pair.
func (m *Mapper) UTF16ToByte(u int) (int, error) { return m.convert(u, utf16Units, utf8Bytes) }

// ByteToCodePoint returns the number of code points before the byte offset b. It is an error if b is outside the
// text or inside a character.
func (m *Mapper) ByteToCodePoint(b int) (int, error) { return m.convert(b, utf8Bytes, codePoints) }

// CodePointToByte returns the byte offset of the place that c code points precede. It is an error if c is outside
// the text.
func (m *Mapper) CodePointToByte(c int) (int, error) { return m.convert(c, codePoints, utf8Bytes) }

func (m *Mapper) convert(n int, from, to unit) (int, error) {
	p, err := m.locate(n, from)
	return p[to], err
}

// locate returns the place that is n in unit u.
func (m *Mapper) locate(n int, u unit) (point, error) {
	if err := m.check(n, u); err != nil {
		return point{}, err
	}
	next := m.search(n, u)
	return m.within(m.points[next-1], next, u, n)
}

// check refuses a number that is outside the text.
func (m *Mapper) check(n int, u unit) error {
	if end := m.points[len(m.points)-1]; n < 0 || n > end[u] {
		return fmt.Errorf("%s offset %d is outside the text (0 to %d)", u, n, end[u])
	}
	return nil
}

// search returns the index of the first checkpoint behind the place that is n in unit u.
func (m *Mapper) search(n int, u unit) int {
	return sort.Search(len(m.points), func(i int) bool { return m.points[i][u] > n })
}

// within returns the place that is n in unit u, going on from a place before it that has no checkpoint but the
// next-th in between.
func (m *Mapper) within(from point, next int, u unit, n int) (point, error) {
	if next < len(m.points) && isASCII(m.points[next-1], m.points[next]) {
		return from.plus(n - from[u]), nil
	}
	p := m.walk(from, u, n)
	if p[u] != n {
		return point{}, fmt.Errorf("%s offset %d is inside the character that ends at byte %d", u, n, p[utf8Bytes])
	}
	return p, nil
}
