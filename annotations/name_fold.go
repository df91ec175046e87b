package annotations

import (
	"strings"
	"sync"
	"unicode"
)

// lettersAlike are groups of letters that count as the first of their group when a name
// is looked for: those with marks, and those that keyboards mix up.
const lettersAlike = `aàáâãäåāăą cçćčċ dďđ eèéêëēėęě gğģġ hħ iìíîïīįı kķ lľļłĺ nñńņň oòóôõöøōő rřŕ sśşšș tťţțŧ uùúûüūůűų wŵ yýÿŷ zźżž ` +
	`αά εέ ηή ιίϊΐ οό υύϋΰ ωώ ςσ её ий ії гґ اأإآٱ يىیئ كک هةۀ وؤ`

// firstAlike maps each letter of a group to the first.
var firstAlike = sync.OnceValue(func() map[rune]rune {
	first := map[rune]rune{}
	for group := range strings.FieldsSeq(lettersAlike) {
		letters := []rune(group)
		for _, c := range letters[1:] {
			first[c] = letters[0]
		}
	}
	return first
})

// FoldName is a text as names are compared: in small letters, without accents and
// marks, white space made one space. What is folded to the same is the same name.
func FoldName(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i, word := range strings.Fields(text) {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, c := range word {
			writeFolded(&b, c)
		}
	}
	return b.String()
}

func writeFolded(b *strings.Builder, c rune) {
	switch {
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		b.WriteByte(byte(c))
		return
	case c < 0x80:
		b.WriteRune(unicode.ToLower(c))
		return
	case unicode.In(c, unicode.Mn, unicode.Cf):
		return
	}
	c = unicode.ToLower(c)
	switch c {
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	case '’', 'ʼ':
		b.WriteByte('\'')
	default:
		if first, ok := firstAlike()[c]; ok {
			c = first
		}
		b.WriteRune(c)
	}
}
