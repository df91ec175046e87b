package kit

import "strings"

// How many characters of a text that may be long are shown, by where it stands.
const (
	InButton    = 24
	InCaption   = 30  // over a line in the text, or in a field as an example
	InClause    = 40  // amid a sentence that goes on
	InSentence  = 60  // in a sentence that is about it
	InRow       = 90  // in the row of a list, over two lines
	InHint      = 120 // by itself, to be known again
	InReason    = 200 // an error in a list of several
	InQuotation = 300 // to be compared with another
)

// Shorten cuts a text for a list after about n characters, at a space where
// there is one, and folds its line breaks.
func Shorten(text string, n int) string {
	runes := []rune(FoldSpace(text))
	if len(runes) <= n {
		return string(runes)
	}
	cut := n
	for i := n; i > n*2/3; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	return string(runes[:cut]) + "…"
}

// FoldSpace makes all white space one space.
func FoldSpace(text string) string { return strings.Join(strings.Fields(text), " ") }
