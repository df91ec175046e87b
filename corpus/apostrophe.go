package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// UAX #29 keeps words together that an apostrophe joins, whatever it joins: “l'Ukraine” and “Assad's” are two words to
// a reader, “aujourd'hui” and “O'Brien” one. Which of them an apostrophe parts is a matter of the language. The
// apostrophe stays with what is short: with the article that has lost its vowel, with the “s” of the possessive.

// speller is what a language does at apostrophes.
type speller struct {
	// elided are the words that lose their vowel before another, without the apostrophe, between spaces. They do so
	// before a vowel or an h only; so “N'Djamena” and “L'viv” stay whole.
	elided string
	// leaning are what leans on the word before, such as “s” and “ll”, without the apostrophe, between spaces.
	leaning string
	// family is set where “D'Alema” is a family name and “d'Europa” is not.
	family bool
	// suffixes is set where an apostrophe parts a proper name from its ending: “Rusya'nın”.
	suffixes bool
	// negates is set where an end that stands before “n't” stays there.
	negates bool
}

const (
	frenchElided     = " c d j l m n qu s t ç jusqu lorsqu puisqu quoiqu "
	italianElided    = " c d l m n s t v ch gl un all coll dall degl dell nell sull agl dagl negl sugl bell quell quest com cos dov quand anch neanch perch poich finch tutt nessun ciascun alcun "
	catalanElided    = " d l m n s t "
	portugueseElided = " d m n t lh pel àquel daquel naquel "
	englishLeaning   = " s ll re ve d m "
	catalanLeaning   = " l ls m n ns s t us "
)

var (
	french     = &speller{elided: frenchElided}
	italian    = &speller{elided: italianElided, family: true}
	catalan    = &speller{elided: catalanElided, leaning: catalanLeaning, family: true}
	portuguese = &speller{elided: portugueseElided, family: true}
	english    = &speller{leaning: englishLeaning, negates: true}
	turkish    = &speller{suffixes: true}

	// unsaid is for a text whose language nobody has said: what is short and means the same wherever it is written.
	unsaid = &speller{
		elided:  frenchElided + italianElided,
		leaning: englishLeaning,
		family:  true,
		negates: true,
	}
	// plain is for all other languages.
	plain = &speller{}
)

// spellers are the languages that have rules, by the first part of the BCP 47 tag.
var spellers = map[string]*speller{
	"": unsaid, "und": unsaid, "mul": unsaid,
	"fr": french, "wa": french,
	"it": italian, "co": italian, "lij": italian, "lmo": italian, "pms": italian, "sc": italian, "scn": italian, "vec": italian,
	"ca": catalan, "oc": catalan,
	"pt": portuguese, "gl": portuguese, "mwl": portuguese,
	"en": english, "sco": english,
	"tr": turkish,
}

// spelling is what the document's language does at apostrophes.
func (d *Document) spelling() *speller {
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(d.Language), "_", "-"), "-")
	if s, ok := spellers[code]; ok {
		return s
	}
	return plain
}

// isApostrophe reports whether a character is one of those that people write for an apostrophe and that UAX #29 takes
// into a word.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '＇':
		return true
	}
	return false
}

// joints returns the places between start and end, a segment of UAX #29, where the language parts words.
func (s *speller) joints(text string, start, end int) []int {
	var found []int
	word := start
	for i, r := range text[start:end] {
		if !isApostrophe(r) {
			continue
		}
		joint, at := 0, start+i
		after := at + utf8.RuneLen(r)
		switch {
		case s.leans(text[word:at], text[after:end]): // comes first, for “all's” is no “all'” of Italian
			joint = at
		case s.elides(text[word:at], text[after:end]):
			joint = after
		}
		if joint > word && certainClusterBoundary(text, joint) {
			found, word = append(found, joint), joint
		}
	}
	return found
}

// longestElided is more bytes than any elided word has. It keeps a text of nothing but letters and apostrophes, all of
// one segment, from being read to its start at each of them.
const longestElided = 16

// elides reports whether the word before an apostrophe has lost a vowel to the one after it.
func (s *speller) elides(before, after string) bool {
	if len(before) > longestElided {
		return false
	}
	short := strings.ToLower(before)
	if short == "" || !strings.Contains(s.elided, " "+short+" ") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case !unicode.Is(unicode.Latin, next):
		return false
	case s.family && before == "D" && unicode.IsUpper(next):
		return false
	case unicode.IsUpper(next) && (short == "l" || utf8.RuneCountInString(short) > 1):
		return true // an abbreviation may begin with the sound of a vowel: “l'FMI”
	}
	return isVowel(next)
}

// isVowel reports whether a word that begins with the letter may begin with the sound of a vowel.
func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouyhàáâãäåæèéêëìíîïòóôõöùúûüœ", unicode.ToLower(r))
}

// leans reports whether what stands after an apostrophe leans on the word before it.
func (s *speller) leans(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if !unicode.IsLetter(last) {
		return false
	}
	if s.suffixes {
		return isNamed(before, after)
	}
	if after == "" { // the modifier letter, which alone of them ends a word, but for the geresh of Hebrew: “ministersʼ”
		return s.leaning != "" && !unicode.Is(unicode.Hebrew, last)
	}
	return strings.Contains(s.leaning, " "+strings.ToLower(firstPart(after))+" ")
}

// firstPart is a text up to its first apostrophe: “ve” leans in “should've'd” too.
func firstPart(text string) string {
	if i := strings.IndexFunc(text, isApostrophe); i >= 0 {
		return text[:i]
	}
	return text
}

// isNamed reports whether a Turkish apostrophe parts a proper name from its ending. The Koran has one in its name.
func isNamed(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsUpper(first) && unicode.IsLower(next) && !(before == "Kur" && strings.HasPrefix(after, "an"))
}

// staysAt reports whether an end of a selection that a person set at a place inside a word is meant to be there, which
// is so beside an apostrophe or hyphen. Where the language knows whose the apostrophe is it is so on one side only.
func (d *Document) staysAt(pos int) bool {
	if pos == 0 || pos == len(d.text) || !certainClusterBoundary(d.text, pos) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(d.text[:pos])
	after, _ := utf8.DecodeRuneInString(d.text[pos:])
	switch {
	case isJoiner(before):
		return !d.isJoint(prevRune(d.text, pos))
	case isJoiner(after):
		return !d.isJoint(nextRune(d.text, pos))
	}
	return d.spelling().negates && isNegation(d.text, pos)
}

// isJoiner reports whether a character shows that a word has parts.
func isJoiner(r rune) bool { return isApostrophe(r) || unicode.Is(unicode.Pd, r) }

// isJoint reports whether a word begins at a place.
func (d *Document) isJoint(pos int) bool {
	start, _ := d.WordAt(pos)
	return start == pos
}

// PartsAt reports whether pos is inside of what UAX #29, and with it a browser, takes for one word and the document's
// language for two: “l'Ukraine” in French.
func (d *Document) PartsAt(pos int) bool {
	s := d.segmentsAround(clampToRune(d.text, pos))
	for s.next() && s.end < pos {
	}
	return s.end == pos && s.end < s.rest
}

// isNegation reports whether a word ends with “n't” and that begins at a place.
func isNegation(text string, pos int) bool {
	rest := text[pos:]
	r, width := utf8.DecodeRuneInString(rest[min(1, len(rest)):])
	if rest[0]|0x20 != 'n' || !isApostrophe(r) || pos+1+width >= len(text) || text[pos+1+width]|0x20 != 't' {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[pos+1+width+1:])
	return !unicode.IsLetter(after)
}
