package ingest

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"spanwise/corpus/ingest/charset"
)

const byteOrderMark = "\uFEFF"

// errEncoding is for a text that has to be decoded first, in an encoding that a person chooses.
var errEncoding = errors.New("not text in UTF-8, and its encoding is not known")

// decode returns the data as UTF-8. UTF-16 is known by its byte order mark.
func (r *Result) decode(data []byte) (string, error) {
	order := charset.UTF16(data)
	switch {
	case order == nil && utf8.Valid(data):
		return string(data), nil
	case !charset.Known(data):
		return "", errEncoding
	}
	r.alter(decoded, "The text was decoded from UTF-16 (%s).", map[string]string{"LittleEndian": "little-endian", "BigEndian": "big-endian"}[order.String()])
	return charset.FromUTF16(data, order)[len(byteOrderMark):], nil
}

// UTF8 gives a file that is UTF-16 as UTF-8, and any other as it is. What is no character in it stays invalid.
func UTF8(data []byte) []byte {
	order := charset.UTF16(data)
	if order == nil {
		return data
	}
	return []byte(strings.TrimPrefix(charset.FromUTF16(data, order), byteOrderMark))
}

// checkText refuses what is not text: anything with a NUL, and what is control characters for more than a fifth.
func checkText(text string) error {
	if i := strings.IndexByte(text, 0); i >= 0 {
		return fmt.Errorf("not text: NUL at byte %d (a program’s own file)", i)
	}
	if n := countControls(text); n > len(text)/5 {
		return fmt.Errorf("not text: %d of its %d bytes are control characters", n, len(text))
	}
	return nil
}

// countControls counts the control characters that no text has use for.
func countControls(text string) int {
	n := 0
	for _, c := range []byte(text) {
		if c < ' ' && strings.IndexByte("\t\n\v\f\r\x1b", c) < 0 {
			n++
		}
	}
	return n
}
