package anchor

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"spanwise/annotations"
)

// words is a text cut into what is compared as one: a run of letters and
// digits, a character of a script that sets no spaces, a mark of punctuation, an
// emoji. White space is no word. What a word is compared by, its form, is a
// number that all texts of one vocabulary share.
type words struct {
	text  string
	at    []annotations.Range // in bytes
	forms []int32
}

// vocabulary numbers the forms of words.
type vocabulary map[string]int32

// read cuts a text into words. An error is pace's.
func (v vocabulary) read(text string, pace annotations.Pace) (*words, error) {
	w := &words{text: text}
	for pos := blank(text, 0); pos < len(text); {
		if err := pace.At(len(w.at), len(w.at)+1+(len(text)-pos)/4); err != nil {
			return nil, err
		}
		end, form := wordAt(text, pos)
		number, known := v[form]
		if !known {
			number = int32(len(v))
			v[form] = number
		}
		w.at = append(w.at, annotations.Range{Start: pos, End: end})
		w.forms = append(w.forms, number)
		pos = blank(text, end)
	}
	return w, nil
}

// over returns the words that a range of bytes touches, first to before last.
func (w *words) over(start, end int) (first, last int) {
	first = sort.Search(len(w.at), func(i int) bool { return w.at[i].End > start })
	last = sort.Search(len(w.at), func(i int) bool { return w.at[i].Start >= end })
	return first, max(first, last)
}

// in returns the forms of the words from first to before last, which may lie
// beyond the text.
func (w *words) in(first, last int) []int32 {
	first = min(max(0, first), len(w.forms))
	return w.forms[first:min(max(first, last), len(w.forms))]
}

// raw is how a word stands in the text.
func (w *words) raw(i int) string { return w.text[w.at[i].Start:w.at[i].End] }

// speaks reports whether a word is of letters or digits. Punctuation is too much
// alike to say where it belongs.
func (w *words) speaks(i int) bool {
	r, _ := utf8.DecodeRuneInString(w.text[w.at[i].Start:])
	c := classOf(r)
	return c == letter || c == single
}

// class is what a character is to the cutting of words.
type class int

const (
	other  class = iota // a word of its own: punctuation, symbols, emoji
	letter              // and digits: a word goes on
	single              // of a script without spaces: a word of its own
	joined              // goes with the character in front of it
	space
	hidden // is not seen, and says nothing of the words: a soft hyphen, a mark of direction
	quote
	dash
	dot
)

const (
	zeroWidthSpace     = '\u200b'
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
	wordJoiner         = '\u2060'
	softHyphen         = '\u00ad'
	byteOrderMark      = '\ufeff'
)

// unspaced are the scripts that set no spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

func classOf(r rune) class {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '_':
		return letter
	case r == '.', r == '…':
		return dot
	case unicode.IsSpace(r), r == zeroWidthSpace:
		return space
	case unicode.Is(unicode.Quotation_Mark, r), r == 'ʼ', r == '`', r == '´':
		return quote
	case unicode.Is(unicode.Dash, r):
		return dash
	case r < utf8.RuneSelf:
		return other
	}
	return classOfForeign(r)
}

// classOfForeign is classOf for what is not in ASCII.
func classOfForeign(r rune) class {
	switch {
	case unicode.IsMark(r), r == zeroWidthJoiner, r == zeroWidthNonJoiner, isSkinTone(r):
		return joined
	case r == softHyphen, r == wordJoiner, r == byteOrderMark, unicode.Is(unicode.Bidi_Control, r):
		return hidden
	case unicode.In(r, unspaced...):
		return single
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return letter
	}
	return other
}

func isSkinTone(r rune) bool { return '\U0001f3fb' <= r && r <= '\U0001f3ff' }

// blank returns where the next word begins, at or after pos.
func blank(text string, pos int) int {
	for pos < len(text) {
		r, width := utf8.DecodeRuneInString(text[pos:])
		if c := classOf(r); c != space && c != hidden {
			break
		}
		pos += width
	}
	return pos
}

// wordAt returns the end of the word that begins at start, and its form.
func wordAt(text string, start int) (end int, form string) {
	first, width := utf8.DecodeRuneInString(text[start:])
	kind, last, hides := classOf(first), first, false
	end = start + width
	for pos := end; pos < len(text); pos += width {
		var r rune
		r, width = utf8.DecodeRuneInString(text[pos:])
		c := classOf(r)
		if c == hidden && kind == letter {
			continue // it counts only if the word goes on after it
		}
		if !goesOn(kind, c, last) {
			break
		}
		hides = hides || pos > end
		end, last = pos+width, r
	}
	return end, formOf(kind, text[start:end], hides)
}

// goesOn reports whether a character of class c belongs to the word of the class
// kind in front of it, whose last character is given.
func goesOn(kind, c class, last rune) bool {
	switch {
	case c == joined:
		return true
	case kind == letter, kind == dash, kind == dot:
		return c == kind
	}
	return kind == other && c == other && last == zeroWidthJoiner
}

// formOf is what a word is compared by. Quotation marks are all one, whichever
// way they turn, with the apostrophe; so are dashes with the hyphen and its
// repetitions, and the ways to write an ellipsis. Nothing else is folded: case
// and accents tell words apart.
func formOf(kind class, raw string, hides bool) string {
	switch {
	case kind == quote:
		return "'"
	case kind == dash:
		return "-"
	case kind == dot && raw != ".":
		return "…"
	case hides:
		return strings.Map(func(r rune) rune {
			if classOf(r) == hidden {
				return -1
			}
			return r
		}, raw)
	}
	return raw
}

// form is what a whole word is compared by.
func form(raw string) string {
	_, form := wordAt(raw, 0)
	return form
}

// inside returns the place in a word that answers to byte off of another with
// the same form: after as many characters that are seen.
func inside(other string, off int, word string) int {
	n := 0
	for _, r := range other[:off] {
		if classOf(r) != hidden {
			n++
		}
	}
	for i, r := range word {
		if n == 0 {
			return i
		}
		if classOf(r) != hidden {
			n--
		}
	}
	return len(word)
}
