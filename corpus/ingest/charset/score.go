package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Points for and against a reading, for each of its characters beyond ASCII. Only their relations matter; they were
// found by trying texts in thirty languages.
const (
	wrongChar      = -8   // a control character, an unassigned or private one, the replacement character
	oddSign        = -2   // a sign that texts seldom have, such as ¤ or a frame's line
	usualSign      = 0.8  // a quotation mark, a dash
	signInWord     = -2.5 // a sign between two letters
	mixedScripts   = -2   // a letter beside one of another script
	allCapitals    = -0.5 // a capital after another, of a script whose capitals another encoding has for small letters
	loneApostrophe = -1   // before a word
	capitalInside  = -2.5 // a capital after a small letter
	foreignChar    = -1.5 // a letter that no language of the reading's has, a rare ideograph
	longLatin      = -0.7 // a letter with a mark beside another such
)

// score says how much a reading is like what people write.
func score(text string) float64 {
	points := 0.0
	before := ' '
	for i, r := range text {
		if r >= utf8.RuneSelf {
			after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			points += scoreOf(r, before, after)
		} else if before >= utf8.RuneSelf && unicode.IsUpper(r) && unicode.IsLower(before) {
			points += capitalInside
		}
		before = r
	}
	return points + bestLanguage(text)
}

// scoreOf gives the points for a character between two others; which letters with marks a language of Latin letters has
// is counted in bestLanguage.
func scoreOf(r, before, after rune) float64 {
	switch {
	case r == utf8.RuneError || !isWritten(r) || unicode.Is(unicode.Co, r):
		return wrongChar
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return scoreLetter(r, before, after)
	}
	points := float64(oddSign)
	if strings.ContainsRune(usualSigns, r) {
		points = usualSign
		if r >= 0x3000 {
			points *= 2 // it was two bytes
		}
	}
	if r == '’' && !unicode.IsLetter(before) && unicode.IsLetter(after) {
		points += loneApostrophe
	}
	if unicode.IsLetter(before) && unicode.IsLetter(after) && r < 0x2e80 && !strings.ContainsRune("’‐‑·\u00ad\u200c", r) {
		points += signInWord
	}
	return points
}

func scoreLetter(r, before, after rune) float64 {
	points := 0.0
	script := scriptOf(r)
	if unicode.IsUpper(r) && unicode.IsLower(before) {
		points += capitalInside
	}
	if script != latin && unicode.IsUpper(r) && unicode.IsUpper(before) {
		points += allCapitals
	}
	if unicode.IsLetter(before) && scriptOf(before) != script || after < utf8.RuneSelf && unicode.IsLetter(after) && script != latin {
		points += mixedScripts
	}
	switch {
	case script == latin:
		if before >= utf8.RuneSelf && unicode.IsLetter(before) {
			points += longLatin
		}
	case script < ideographs:
		points += byRank(alphabets[script], unicode.ToLower(r))
	case script == otherScript:
		points += foreignChar
	default:
		points += scoreEastAsian(r, script)
	}
	return points
}

// byRank gives 1.5 for the commonest letter of an alphabet, and −1.5 for the rarest and for any that it has not.
func byRank(alphabet []rune, r rune) float64 {
	for i, letter := range alphabet {
		if letter == r {
			return 1.5 - 3*float64(i)/float64(len(alphabet)-1)
		}
	}
	return -1.5
}

// scoreEastAsian scores a character that was two bytes.
func scoreEastAsian(r rune, script int) float64 {
	switch {
	case strings.ContainsRune(common[script-ideographs], r):
		return 3
	case script == kana && r >= 0xff61:
		return 2 * foreignChar // half-width: most often another encoding's bytes
	case script == kana:
		return 1
	}
	return foreignChar
}

// scriptOf gives the script of a letter or mark.
func scriptOf(r rune) int {
	switch {
	case r < 0x250 || 0x1e00 <= r && r < 0x1f00 || 0x300 <= r && r < 0x370 || r == 'ﬁ' || r == 'ﬂ':
		return latin
	case r < 0x400:
		return greek
	case r < 0x530:
		return cyrillic
	case 0x590 <= r && r < 0x600:
		return hebrew
	case 0x600 <= r && r < 0x700:
		return arabic
	case 0xe00 <= r && r < 0xe80:
		return thai
	case 0x3040 <= r && r < 0x3100 || 0xff61 <= r && r < 0xffa0:
		return kana
	case 0xac00 <= r && r < 0xd7b0:
		return hangul
	case 0x4e00 <= r && r < 0xa000 || r == '々':
		return ideographs
	}
	return otherScript
}

// bestLanguage gives the points for the letters with marks and the small words of the language of Latin letters that
// explains them best.
func bestLanguage(text string) float64 {
	letters := map[rune]int{}
	for _, r := range text {
		if r >= utf8.RuneSelf && scriptOf(r) == latin && (unicode.IsLetter(r) || unicode.IsMark(r)) {
			letters[unicode.ToLower(r)]++
		}
	}
	if len(letters) == 0 {
		return 0
	}
	words := map[string]int{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words[word]++
	}
	best := -1e9
	for _, l := range languages {
		best = max(best, l.score(letters, words))
	}
	return best
}

// language is a language of Latin letters: those with marks that it has often and seldom, and small words of it.
type language struct{ often, seldom, words string }

func (l language) score(letters map[rune]int, words map[string]int) float64 {
	points, marks := 0.0, 0
	for r, n := range letters {
		marks += n
		switch {
		case strings.ContainsRune(l.often, r):
			points += 1.8 * float64(n)
		case strings.ContainsRune(l.seldom, r):
			points += 0.8 * float64(n)
		default:
			points += foreignChar * float64(n)
		}
	}
	said := 0
	for word := range strings.FieldsSeq(l.words) {
		said += words[word]
	}
	return points + min(0.6*float64(said), 3+float64(marks)/2)
}
