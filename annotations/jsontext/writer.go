package jsontext

import (
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// Writer writes JSON the same way every time: fields in the order given,
// no escapes but those that JSON needs (and U+2028 and U+2029, which older
// JavaScript cannot hold in a string). Strings have to be valid UTF-8, as all
// of a project's are. The zero Writer writes everything on one line.
//
// What is not in every value is not inlined: it would be 1 kB of the packed program.
type Writer struct {
	Indent bool // a line for each value, indented by two spaces a level
	buf    []byte
	depth  int
	fresh  bool // nothing yet since the last opening bracket
	named  bool // a name was written, its value comes next
	inline int  // above 0: inside a value that is kept on one line
	broken bool // a string was not valid UTF-8
}

// Bytes returns what was written. More writing may change it.
func (w *Writer) Bytes() []byte { return w.buf }

// Broken reports whether a string was not valid UTF-8, so that what was written is
// not JSON.
func (w *Writer) Broken() bool { return w.broken }

// Grow makes room for n more bytes, which spares those that were written from
// being moved again and again.
func (w *Writer) Grow(n int) { w.buf = slices.Grow(w.buf, n) }

// Open begins an object ('{') or an array ('[').
func (w *Writer) Open(bracket byte) {
	w.lead()
	w.buf = append(w.buf, bracket)
	w.depth++
	w.fresh = true
	if w.inline > 0 {
		w.inline++
	}
}

// OpenInline is Open for a value that stays on one line.
func (w *Writer) OpenInline(bracket byte) {
	w.Open(bracket)
	if w.inline == 0 {
		w.inline = 1
	}
}

// Close ends the object ('}') or array (']') that was opened last.
func (w *Writer) Close(bracket byte) {
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

// Name writes the name of the field whose value is written next: one of the
// format's own, which has nothing to escape.
func (w *Writer) Name(name string) {
	w.lead()
	w.buf = append(append(append(w.buf, '"'), name...), '"', ':')
	if w.Indent {
		w.buf = append(w.buf, ' ')
	}
	w.named = true
}

// ForeignName is Name for one that people have chosen.
//
//go:noinline
func (w *Writer) ForeignName(name string) {
	w.String(name)
	w.buf = append(w.buf, ':')
	if w.Indent {
		w.buf = append(w.buf, ' ')
	}
	w.named = true
}

// String writes a string.
func (w *Writer) String(s string) {
	w.lead()
	w.buf = appendText(w.buf, s)
	w.broken = w.broken || !utf8.ValidString(s)
}

// Time writes a time, as FormatTime does.
func (w *Writer) Time(t time.Time) {
	w.lead()
	w.buf = append(appendTime(append(w.buf, '"'), t), '"')
}

// Int writes a whole number.
func (w *Writer) Int(n int) {
	w.lead()
	w.buf = strconv.AppendInt(w.buf, int64(n), 10)
}

// Field writes a field whose value is a string.
func (w *Writer) Field(name, value string) {
	w.Name(name)
	w.String(value)
}

// Fields writes fields whose values are strings.
func (w *Writer) Fields(names []string, values ...string) {
	for i, name := range names {
		w.Field(name, values[i])
	}
}

// OptionalField writes a field whose value is a string, unless that is empty.
//
//go:noinline
func (w *Writer) OptionalField(name, value string) {
	if value != "" {
		w.Field(name, value)
	}
}

// OptionalFlag writes a field whose value is true, if it is.
//
//go:noinline
func (w *Writer) OptionalFlag(name string, value bool) {
	if value {
		w.Name(name)
		w.Literal("true")
	}
}

// OptionalStrings writes a field whose value is an array of strings on one line,
// unless there are none.
//
//go:noinline
func (w *Writer) OptionalStrings(name string, values []string) {
	if len(values) > 0 {
		w.Name(name)
		w.Strings(values)
	}
}

// Strings writes an array of strings on one line.
//
//go:noinline
func (w *Writer) Strings(values []string) {
	w.OpenInline('[')
	for _, s := range values {
		w.String(s)
	}
	w.Close(']')
}

// Literal writes a number, true or false as it stands.
func (w *Writer) Literal(word string) {
	w.lead()
	w.buf = append(w.buf, word...)
}

// IntField writes a field whose value is a whole number.
func (w *Writer) IntField(name string, value int) {
	w.Name(name)
	w.Int(value)
}

// TimeField writes a field whose value is a time.
func (w *Writer) TimeField(name string, value time.Time) {
	w.Name(name)
	w.Time(value)
}

// lead writes what stands before a value or name: comma and new line.
func (w *Writer) lead() {
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

// margin is more than any file of ours indents.
const margin = "                                        "

func (w *Writer) newLine() {
	if !w.Indent || w.inline > 0 {
		return
	}
	w.buf = append(w.buf, '\n')
	w.buf = append(w.buf, margin[:min(2*w.depth, len(margin))]...)
}

// appendText appends s in quotes.
func appendText(buf []byte, s string) []byte {
	buf = append(buf, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		if !suspicious[s[i]] {
			continue
		}
		if n := escaped(s[i:]); n > 0 {
			buf = append(buf, s[from:i]...)
			buf = appendEscape(buf, s[i:i+n])
			from = i + n
			i = from - 1
		}
	}
	return append(append(buf, s[from:]...), '"')
}

// suspicious are the bytes that what has to be escaped begins with.
var suspicious = func() (found [256]bool) {
	for c := range ' ' {
		found[c] = true
	}
	found['"'], found['\\'], found["\u2028"[0]] = true, true, true
	return found
}()

// escaped returns the length of the first character of s if it cannot stand in
// a string as it is, and else 0.
func escaped(s string) int {
	switch {
	case s[0] < ' ' || s[0] == '"' || s[0] == '\\':
		return 1
	case len(s) >= 3 && (s[:3] == "\u2028" || s[:3] == "\u2029"):
		return 3
	}
	return 0
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
