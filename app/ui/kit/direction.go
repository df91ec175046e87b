package kit

import (
	"unicode"
	"unicode/utf8"
)

// Leftward reports whether a character is written from right to left.
func Leftward(cluster string) bool {
	c, _ := utf8.DecodeRuneInString(cluster)
	return unicode.In(c, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
