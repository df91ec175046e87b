package annotations

import (
	"strconv"
	"unicode/utf8"
)

// JSONWriter writes JSON the same way every time: fields in the order given,
// no escapes but those that JSON needs (and U+2028 and U+2029, which older
// JavaScript cannot hold in a string). Strings have to be valid UTF-8, as all
// of a project's are. The zero JSONWriter writes everything on one line.
type JSONWriter struct {
	Indent bool // a line for each value, indented by two spaces a level
	buf    []byte
	depth  int
	fresh  bool // nothing yet since the last opening bracket
	named  bool // a name was written, its value comes next
	inline int  // above 0: inside a value that is kept on one line
}

// Bytes returns what was written. More writing may change it.
func (w *JSONWriter) Bytes() []byte { return w.buf }

// Open begins an object ('{') or an array ('[').
func (w *JSONWriter) Open(bracket byte) {
	w.lead()
	w.buf = append(w.buf, bracket)
	w.depth++
	w.fresh = true
	if w.inline > 0 {
		w.inline++
	}
}

// OpenInline is Open for a value that stays on one line.
func (w *JSONWriter) OpenInline(bracket byte) {
	w.Open(bracket)
	if w.inline == 0 {
		w.inline = 1
	}
}

// Close ends the object ('}') or array (']') that was opened last.
func (w *JSONWriter) Close(bracket byte) {
	w.depth--
	if !w.fresh {
		w.newLine()
	}
	if w.inline > 0 {
		w.inline--
	}
	w.fresh = false
	w.buf = append(w.buf, bracket)
}

// Name writes the name of the field whose value is written next.
func (w *JSONWriter) Name(name string) {
	w.lead()
	w.buf = appendText(w.buf, name)
	w.buf = append(w.buf, ':')
	if w.Indent {
		w.buf = append(w.buf, ' ')
	}
	w.named = true
}

// String writes a string.
func (w *JSONWriter) String(s string) {
	w.lead()
	w.buf = appendText(w.buf, s)
}

// Int writes a whole number.
func (w *JSONWriter) Int(n int) {
	w.lead()
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
}

// Field writes a field whose value is a string.
func (w *JSONWriter) Field(name, value string) {
	w.Name(name)
	w.String(value)
}

// IntField writes a field whose value is a whole number.
func (w *JSONWriter) IntField(name string, value int) {
	w.Name(name)
	w.Int(value)
}

// Raw writes a value that is JSON already, such as MarshalEdit's.
func (w *JSONWriter) Raw(value []byte) {
	w.lead()
	w.buf = append(w.buf, value...)
}

// lead writes what stands before a value or name: comma and new line.
func (w *JSONWriter) lead() {
	switch {
	case w.named:
		w.named = false
		return
	case w.depth == 0:
		return
	case !w.fresh:
		w.buf = append(w.buf, ',')
		if w.Indent && w.inline > 0 {
			w.buf = append(w.buf, ' ')
		}
	}
	w.fresh = false
	w.newLine()
}

func (w *JSONWriter) newLine() {
	if !w.Indent || w.inline > 0 {
		return
	}
	w.buf = append(w.buf, '\n')
	for range w.depth {
		w.buf = append(w.buf, "  "...)
	}
}

// appendText appends s in quotes.
func appendText(buf []byte, s string) []byte {
	buf = append(buf, '"')
	from := 0
	for i := 0; i < len(s); {
		n, plain := textUnit(s[i:])
		if !plain {
			buf = append(buf, s[from:i]...)
			buf = appendEscape(buf, s[i:i+n])
			from = i + n
		}
		i += n
	}
	return append(append(buf, s[from:]...), '"')
}

// textUnit returns the length of the first unit of s, and whether it can stand
// in a string as it is.
func textUnit(s string) (n int, plain bool) {
	switch c := s[0]; {
	case c < ' ' || c == '"' || c == '\\':
		return 1, false
	case c == 0xE2 && len(s) >= 3 && (s[:3] == "\u2028" || s[:3] == "\u2029"):
		return 3, false
	}
	return 1, true
}

func appendEscape(buf []byte, char string) []byte {
	switch char {
	case `"`, `\`:
		return append(append(buf, '\\'), char...)
	case "\n":
		return append(buf, `\n`...)
	case "\r":
		return append(buf, `\r`...)
	case "\t":
		return append(buf, `\t`...)
	}
	const hex = "0123456789abcdef"
	c, _ := utf8.DecodeRuneInString(char)
	return append(buf, '\\', 'u', hex[c>>12&15], hex[c>>8&15], hex[c>>4&15], hex[c&15])
}
