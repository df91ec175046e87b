package kit

import "strings"

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

func FoldSpace(text string) string { return strings.Join(strings.Fields(text), " ") }
