package jsontext

import "unicode/utf8"

// shown is how many characters of a long text a message shows.
const shown = 40

// Shorten returns s as it is fit for a message: cut to 40 characters, the last
// of them "…", when it is longer.
func Shorten(s string) string {
	if len(s) <= shown || utf8.RuneCountInString(s) <= shown {
		return s
	}
	kept := 0
	for i := range s {
		if kept == shown-1 {
			return s[:i] + "…"
		}
		kept++
	}
	return s
}
