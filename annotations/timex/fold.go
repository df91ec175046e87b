package timex

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// mostTokens is how many words, numbers and marks an expression may have.
const mostTokens = 20

// tooMuch is a number that no date has, and what greater ones count as.
const tooMuch = 1e6

// folded is an expression in the one way in which words are compared: in small
// letters, without accents and vowel signs, one spelling for letters that are
// often mixed up, ASCII digits, and one space between tokens.
type folded struct {
	text   string
	tokens []token
}

// token is a word, a number, or a mark between two digits, at text[start:end].
type token struct {
	start, end int
	digits     int // how many digits a number has; 0 for all else
	number     int
	dotted     bool // of a number: a dot follows, which in some languages makes an ordinal
}

// variants are groups of letters that count as the first of the group. A dotless
// i is an i: Turkish words of time are told apart without the dot.
const variants = `aàáâãäå cç eèéêë gğ iìíîïıİI nñ oòóôõö sş uùúûü её ий аа اأإآٱ يىیئ كک هةۀ وؤ ºª`

// foldings maps each variant to the first letter of its group.
var foldings = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	for _, group := range strings.Fields(variants) {
		letters := []rune(group)
		for _, c := range letters[1:] {
			m[c] = letters[0]
		}
	}
	return m
})

// fold brings an expression into that form.
func fold(text string) folded {
	var f folder
	letters := []rune(strings.Trim(text, " \t\n.,;:،"))
	for i, c := range letters {
		c = foldRune(c)
		switch {
		case '0' <= c && c <= '9':
			f.add(c, digit)
		case c == 'ß':
			f.add('s', letter)
			f.add('s', letter)
		case unicode.IsLetter(c) && c != 'ـ':
			f.add(c, letter)
		case unicode.Is(unicode.Mn, c) || c == 'ـ':
		case isDash(c) && betweenDays(letters, i):
			f.add('-', mark)
		case isMark(c, before(letters, i), after(letters, i)):
			f.add(c, mark)
		default:
			f.part(c)
		}
	}
	f.out.text = string(f.text)
	return f.out
}

// foldRune folds one letter or digit.
func foldRune(c rune) rune {
	switch {
	case '٠' <= c && c <= '٩':
		return c - '٠' + '0'
	case '۰' <= c && c <= '۹':
		return c - '۰' + '0'
	}
	if first, ok := foldings()[c]; ok {
		return first
	}
	c = unicode.ToLower(c)
	if first, ok := foldings()[c]; ok {
		return first
	}
	return c
}

func before(letters []rune, i int) rune {
	if i == 0 {
		return ' '
	}
	return letters[i-1]
}

func after(letters []rune, i int) rune {
	if i+1 == len(letters) {
		return ' '
	}
	return letters[i+1]
}

// isMark reports whether c says something between what stands around it, or is no
// part of any date. What only parts words (spaces, commas, dots after words,
// apostrophes, hyphens, invisible signs) is none.
func isMark(c, before, after rune) bool {
	between := unicode.IsDigit(before) && unicode.IsDigit(after)
	switch c {
	case '.', ',', '-', ':':
		return between
	case '\'', '’', 'ʼ', '‘', '‐', '‑', '،':
		return false
	}
	return !unicode.IsSpace(c) && !unicode.Is(unicode.Cf, c)
}

// isDash reports whether c is one of the signs that people write for “to”.
func isDash(c rune) bool { return strings.ContainsRune("-–—−‐‑", c) }

// betweenDays reports whether the sign at i stands between two numbers, of which
// the first may have the dot or the letters of an ordinal, with spaces or without.
func betweenDays(letters []rune, i int) bool {
	from := strings.TrimRight(string(letters[:i]), " \u00a0\u2009\u202f")
	from = strings.TrimRightFunc(strings.TrimSuffix(from, "."), unicode.IsLetter)
	to := strings.TrimLeft(string(letters[i+1:]), " \u00a0\u2009\u202f")
	last, _ := utf8.DecodeLastRuneInString(from)
	first, _ := utf8.DecodeRuneInString(to)
	return unicode.IsDigit(last) && unicode.IsDigit(first)
}

// The kinds of character that make a token.
type kind int

const (
	blank kind = iota
	letter
	digit
	mark
)

// folder builds a folded expression, character by character.
type folder struct {
	out  folded
	text []rune
	size int // of text in bytes
	kind kind
}

// add puts a character to the last token if it is of the same kind.
func (f *folder) add(c rune, k kind) {
	if k != f.kind || k == mark {
		if len(f.out.tokens) > 0 {
			f.put(' ')
		}
		f.out.tokens = append(f.out.tokens, token{start: f.size})
	}
	f.kind = k
	f.put(c)
	last := &f.out.tokens[len(f.out.tokens)-1]
	last.end = f.size
	if k == digit {
		last.digits++
		last.number = min(last.number*10+int(c-'0'), tooMuch)
	}
}

// part ends a token.
func (f *folder) part(c rune) {
	if f.kind == digit && c == '.' {
		f.out.tokens[len(f.out.tokens)-1].dotted = true
	}
	f.kind = blank
}

func (f *folder) put(c rune) {
	f.text = append(f.text, c)
	f.size += len(string(c))
}
