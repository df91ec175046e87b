package browser

import "math/rand/v2"

// generationLength is that of the name of a store's first state: 130 random bits.
const generationLength = 26

// randomText gives random letters and digits, five bits each. Go seeds the
// generator (ChaCha8) with what the browser has for secrets; these are none.
func randomText(length int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz234567"
	text := make([]byte, length)
	for i := range text {
		text[i] = letters[rand.IntN(len(letters))]
	}
	return string(text)
}
