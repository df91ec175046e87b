package ingest

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const byteOrderMark = "\uFEFF"

// undecodable stands for a UTF-16 unit that is no character until repair replaces it: a byte that never occurs in
// UTF-8, so that both encodings share one repair.
const undecodable = 0xFF

// decode returns the data as UTF-8, in which bytes may still be invalid, and what a message calls one of those. UTF-16
// is known by its byte order mark.
func (r *Result) decode(data []byte) (raw, unit string) {
	switch {
	case len(data) >= 2 && data[0] == 0xFF && data[1] == 0xFE:
		r.alter("The text was decoded from UTF-16 (little-endian).")
		return fromUTF16(data[2:], binary.LittleEndian), "UTF-16 unit"
	case len(data) >= 2 && data[0] == 0xFE && data[1] == 0xFF:
		r.alter("The text was decoded from UTF-16 (big-endian).")
		return fromUTF16(data[2:], binary.BigEndian), "UTF-16 unit"
	}
	return string(data), "byte"
}

func fromUTF16(data []byte, order binary.ByteOrder) string {
	out := make([]byte, 0, len(data))
	for len(data) >= 2 {
		unit := rune(order.Uint16(data))
		data = data[2:]
		if !utf16.IsSurrogate(unit) {
			out = utf8.AppendRune(out, unit)
			continue
		}
		if pair := secondHalf(unit, data, order); pair != utf8.RuneError {
			out = utf8.AppendRune(out, pair)
			data = data[2:]
			continue
		}
		out = append(out, undecodable)
	}
	if len(data) > 0 {
		out = append(out, undecodable)
	}
	return string(out)
}

// secondHalf returns the character of a surrogate and the unit after it, or U+FFFD if they are not a pair.
func secondHalf(first rune, rest []byte, order binary.ByteOrder) rune {
	if len(rest) < 2 {
		return utf8.RuneError
	}
	return utf16.DecodeRune(first, rune(order.Uint16(rest)))
}

// checkText refuses what is not text: anything with a NUL, and what is control characters and undecodable bytes for
// more than a fifth (another encoding of a script that is not Latin, a compressed file). Less than that is repaired.
func checkText(raw string) error {
	if i := strings.IndexByte(raw, 0); i >= 0 {
		return fmt.Errorf("not text: NUL at byte %d (a program’s own file, or UTF-16 without a byte order mark)", i)
	}
	if n := countNoise(raw); n > len(raw)/5 {
		return fmt.Errorf("not text in UTF-8: %d of %d bytes are no characters; save it as UTF-8 and open it again", n, len(raw))
	}
	return nil
}

// countNoise counts the undecodable bytes and the control characters that no text has use for.
func countNoise(raw string) int {
	n := 0
	for i := 0; i < len(raw); {
		r, width := utf8.DecodeRuneInString(raw[i:])
		if isUndecodable(r, width) || r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", r) {
			n++
		}
		i += width
	}
	return n
}

func isUndecodable(r rune, width int) bool { return r == utf8.RuneError && width == 1 }
