package jsontext

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// IsLiteral reports whether a word is a number or one of JSON's three names.
func IsLiteral(word string) bool {
	return word == "true" || word == "false" || word == "null" || isNumber(word)
}

// isNumber reports whether a word is a number (RFC 8259, section 6).
func isNumber(word string) bool {
	word = strings.TrimPrefix(word, "-")
	whole := countDigits(word)
	if whole == 0 || whole > 1 && word[0] == '0' {
		return false
	}
	word = word[whole:]
	if rest, ok := strings.CutPrefix(word, "."); ok {
		if countDigits(rest) == 0 {
			return false
		}
		word = rest[countDigits(rest):]
	}
	if word == "" {
		return true
	}
	if word[0] != 'e' && word[0] != 'E' {
		return false
	}
	if word = word[1:]; word != "" && (word[0] == '+' || word[0] == '-') {
		word = word[1:]
	}
	return word != "" && countDigits(word) == len(word)
}

// countDigits is how many digits a word begins with.
func countDigits(word string) (n int) {
	for n < len(word) && word[n] >= '0' && word[n] <= '9' {
		n++
	}
	return n
}

// text reads the string whose opening quote is at pos. The bytes are those of
// the data itself unless the string has escapes.
func (r *Reader) text() ([]byte, error) {
	r.pos++
	rest := r.data[r.pos:]
	for i, c := range rest {
		switch {
		case c > '"' && c != '\\' || c == '!' || c == ' ':
		case c == '"':
			r.pos += i + 1
			return rest[:i], nil
		case c == '\\':
			return r.escaped(r.pos + i)
		default:
			return nil, r.badText(r.pos+i, "the control character 0x%02X must be escaped in a string", c)
		}
	}
	return nil, r.ended()
}

// escaped reads on at a string's first escape, which is at i.
func (r *Reader) escaped(i int) ([]byte, error) {
	s := append([]byte(nil), r.data[r.pos:i]...)
	for i < len(r.data) {
		switch c := r.data[i]; {
		case c == '"':
			r.pos = i + 1
			return s, nil
		case c == '\\':
			char, n, err := r.escape(i)
			if err != nil {
				return nil, err
			}
			s = utf8.AppendRune(s, char)
			i += n
		case c < ' ':
			return nil, r.badText(i, "the control character 0x%02X must be escaped in a string", c)
		default:
			s = append(s, c)
			i++
		}
	}
	return nil, r.ended()
}

var shortEscapes = map[byte]rune{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

// escape returns the character that the escape at i stands for, and its length.
func (r *Reader) escape(i int) (char rune, length int, err error) {
	if i+1 == len(r.data) {
		return 0, 0, r.ended()
	}
	if char, ok := shortEscapes[r.data[i+1]]; ok {
		return char, 2, nil
	}
	unit, ok := r.unit(i)
	switch {
	case !ok:
		return 0, 0, r.badText(i, "the escape %q is not one of JSON's", r.data[i:min(i+2, len(r.data))])
	case !utf16.IsSurrogate(unit):
		return unit, 6, nil
	}
	if low, ok := r.unit(i + 6); ok {
		if pair := utf16.DecodeRune(unit, low); pair != utf8.RuneError {
			return pair, 12, nil
		}
	}
	return 0, 0, r.badText(i, "the escape %q is half of a surrogate pair, which is no character", r.data[i:i+6])
}

// unit reads the UTF-16 code unit of a \uXXXX escape at i.
func (r *Reader) unit(i int) (rune, bool) {
	if i+6 > len(r.data) || r.data[i] != '\\' || r.data[i+1] != 'u' {
		return 0, false
	}
	for _, c := range r.data[i+2 : i+6] {
		if c == '+' || c == '-' || c == '_' {
			return 0, false
		}
	}
	u, err := strconv.ParseUint(string(r.data[i+2:i+6]), 16, 16)
	return rune(u), err == nil
}

// badText reports a fault inside a string, at byte i.
func (r *Reader) badText(i int, format string, args ...any) error {
	r.start = i
	return r.Errorf(format, args...)
}
