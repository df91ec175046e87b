package charset

import (
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// undecodable stands for a UTF-16 unit that is no character: a byte that never occurs in UTF-8.
const undecodable = 0xFF

// marked gives the byte order that a byte order mark at the start says, or nil.
func marked(data []byte) binary.ByteOrder {
	switch {
	case len(data) >= 2 && data[0] == 0xFF && data[1] == 0xFE:
		return binary.LittleEndian
	case len(data) >= 2 && data[0] == 0xFE && data[1] == 0xFF:
		return binary.BigEndian
	}
	return nil
}

// UTF16 gives the byte order of a text in UTF-16, with a byte order mark or without, or nil for any other bytes. Without
// a mark one byte of every pair has to be 0 now and then, as of a space, and all of its first part has to be characters.
func UTF16(data []byte) binary.ByteOrder {
	if order := marked(data); order != nil {
		return order
	}
	const enough, fewest = 4096, 8
	head := data[:min(len(data), enough)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	if len(head) < fewest || 8*min(zeros[0], zeros[1]) > max(zeros[0], zeros[1]) || 30*max(zeros[0], zeros[1]) < len(head) {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	if zeros[0] > zeros[1] {
		order = binary.BigEndian
	}
	text := FromUTF16(head, order)
	for i, r := range text {
		if r == utf8.RuneError && i < len(text)-1 || !isWritten(r) && r != utf8.RuneError {
			return nil
		}
	}
	return order
}

// isWritten reports whether texts hold a character: white space, and what is drawn or joins what is.
func isWritten(r rune) bool {
	return unicode.IsGraphic(r) || r >= '\t' && r <= '\r' || unicode.Is(unicode.Cf, r)
}

// FromUTF16 decodes UTF-16, a byte order mark included. A unit that is no character becomes a byte that is not valid
// UTF-8.
func FromUTF16(data []byte, order binary.ByteOrder) string {
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
