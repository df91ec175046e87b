package jsontext

import "strings"

// keeper holds the text that is read of a file in few large pieces of memory. A file
// of 100,000 spans has as many IDs; a piece for each would cost more than reading
// them, and again whenever the garbage collector looks at them.
type keeper struct {
	texts *strings.Builder
	words map[string]string
}

// Sizes, in bytes, of the pieces and of the longest text that shares one. Small
// ones, since a piece stays as long as any part of it is used.
const (
	textPiece   = 4 << 10
	longestText = 64
)

// text returns a copy of b.
func (k *keeper) text(b []byte) string {
	if len(b) > longestText {
		return string(b)
	}
	if k.texts == nil || k.texts.Cap()-k.texts.Len() < len(b) {
		k.texts = &strings.Builder{}
		k.texts.Grow(textPiece)
	}
	from := k.texts.Len()
	k.texts.Write(b)
	return k.texts.String()[from:]
}

// word returns a copy of b, the same one for equal words.
func (k *keeper) word(b []byte) string {
	if word, known := k.words[string(b)]; known {
		return word
	}
	if k.words == nil {
		k.words = map[string]string{}
	}
	word := string(b)
	k.words[word] = word
	return word
}
