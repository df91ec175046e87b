package kit

import (
	"fmt"
	"strings"
	"unicode"
)

// Upright is a sentence that the names in it cannot turn round. Names come from
// files, and stand between “ and ”: one in a script that runs to the left is
// isolated from the words around it. A sign that turns what follows, which a name
// may hold to look like another, is written out. A sentence of neither stays as it
// is.
func Upright(sentence string) string {
	if !strings.ContainsFunc(sentence, runsLeft) {
		return Spelt(sentence)
	}
	var b strings.Builder
	depth := 0
	for _, c := range Spelt(sentence) {
		if c == '”' && depth > 0 {
			if depth--; depth == 0 {
				b.WriteRune(popIsolate)
			}
		}
		b.WriteRune(c)
		if c == '“' {
			if depth++; depth == 1 {
				b.WriteRune(firstStrongIsolate)
			}
		}
	}
	if depth > 0 {
		b.WriteRune(popIsolate)
	}
	return b.String()
}

// Alone is a name that stands among other words without quotation marks.
func Alone(name string) string {
	if !strings.ContainsFunc(name, runsLeft) {
		return Spelt(name)
	}
	return string(firstStrongIsolate) + Spelt(name) + string(popIsolate)
}

// The signs of UAX #9 around what is laid out on its own, in its own direction.
const (
	firstStrongIsolate = '\u2068'
	popIsolate         = '\u2069'
)

// Spelt writes out the signs that embed, override and isolate, of which one that
// is never closed turns the rest of a line.
func Spelt(name string) string {
	if !strings.ContainsFunc(name, turns) {
		return name
	}
	var b strings.Builder
	for _, c := range name {
		if turns(c) {
			fmt.Fprintf(&b, "[U+%04X]", c)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// turns reports whether a character is one of the explicit ones of UAX #9.
func turns(c rune) bool { return '\u202a' <= c && c <= '\u202e' || '\u2066' <= c && c <= '\u2069' }

// runsLeft reports whether a letter is of a script that runs from right to left.
func runsLeft(c rune) bool {
	return c >= '\u0590' && unicode.In(c, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}
