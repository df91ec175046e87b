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
	bytes unit = iota
	codePoints
	utf16Units
)

func (u unit) String() string {
	return [...]string{"byte", "code point", "UTF-16"}[u]
}

// point is one place in a text, counted in each unit.
type point [3]int

// pastRune returns the place after the rune r of the given width in bytes that starts at p.
func (p point) pastRune(r rune, width int) point {
	p[bytes] += width
	p[codePoints]++
	p[utf16Units]++
	if r > 0xFFFF {
		p[utf16Units]++
	}
	return p
}

// plus returns the place n ASCII characters after p.
func (p point) plus(n int) point {
	return point{p[bytes] + n, p[codePoints] + n, p[utf16Units] + n}
}

// stride is the distance of checkpoints in bytes: the most that one conversion walks over.
const stride = 512

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
	for p := (point{}); p[bytes] < len(text); {
		p = m.walk(p, bytes, min(p[bytes]+stride, len(text)))
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
func isASCII(from, to point) bool { return to[bytes]-from[bytes] == to[codePoints]-from[codePoints] }

// walk returns the first place at or after p that counts at least n in unit u, or the end of the text.
func (m *Mapper) walk(p point, u unit, n int) point {
	for p[u] < n && p[bytes] < len(m.text) {
		r, width := utf8.DecodeRuneInString(m.text[p[bytes]:])
		p = p.pastRune(r, width)
	}
	return p
}

// ByteToUTF16 returns the number of UTF-16 code units before the byte offset b. It is an error if b is outside the
// text or inside a character.
func (m *Mapper) ByteToUTF16(b int) (int, error) { return m.convert(b, bytes, utf16Units) }

// UTF16ToByte returns the byte offset of the place that u UTF-16 code units precede. It is an error if u is outside
// the text or inside a surrogate pair.
func (m *Mapper) UTF16ToByte(u int) (int, error) { return m.convert(u, utf16Units, bytes) }

// ByteToCodePoint returns the number of code points before the byte offset b. It is an error if b is outside the
// text or inside a character.
func (m *Mapper) ByteToCodePoint(b int) (int, error) { return m.convert(b, bytes, codePoints) }

// CodePointToByte returns the byte offset of the place that c code points precede. It is an error if c is outside
// the text.
func (m *Mapper) CodePointToByte(c int) (int, error) { return m.convert(c, codePoints, bytes) }

func (m *Mapper) convert(n int, from, to unit) (int, error) {
	p, err := m.locate(n, from)
	return p[to], err
}

// locate returns the place that is n in unit u.
func (m *Mapper) locate(n int, u unit) (point, error) {
	end := m.points[len(m.points)-1]
	if n < 0 || n > end[u] {
		return point{}, fmt.Errorf("%s offset %d is outside the text (0 to %d)", u, n, end[u])
	}
	next := sort.Search(len(m.points), func(i int) bool { return m.points[i][u] > n })
	from := m.points[next-1]
	if next < len(m.points) && isASCII(from, m.points[next]) {
		return from.plus(n - from[u]), nil
	}
	p := m.walk(from, u, n)
	if p[u] != n {
		return point{}, fmt.Errorf("%s offset %d is inside the character that ends at byte %d", u, n, p[bytes])
	}
	return p, nil
}
