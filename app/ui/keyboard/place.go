package keyboard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs are the places of signs: their code, and what they have in the American
// layout without Shift and with it.
var signs = [...][2]string{
	{"Minus", "-_"}, {"Equal", "=+"}, {"BracketLeft", "[{"}, {"BracketRight", "]}"}, {"Semicolon", ";:"},
	{"Quote", "'\""}, {"Backquote", "`~"}, {"Backslash", "\\|"}, {"Comma", ",<"}, {"Period", ".>"}, {"Slash", "/?"},
}

// place is the character that the American layout has where a stroke was, or ""
// where the place does not count. It counts:
//   - where it is a digit's, which layouts put behind Shift in favour of letters
//     (é, ě) or signs (&, +);
//   - where it is a letter's, and what is typed is no Latin letter. With Ctrl an
//     unshifted sign is another key all the same: Dvorak has ; where Z was;
//   - where it is a sign's, and what is typed is of another script: the signs of
//     two Latin layouts have nothing to do with each other.
//
// It does not count with AltGr, Option or Alt: there nobody types by place.
func (s Stroke) place() string {
	switch {
	case s.third:
		return ""
	case s.digitPlace() != "":
		if s.Command {
			return ""
		}
		return s.digitPlace()
	case s.char == "" || isLatin(s.char):
		return ""
	}
	if letter, ok := strings.CutPrefix(s.code, "Key"); ok && len(letter) == 1 {
		if s.Command && !s.Shift && !isForeign(s.char) {
			return ""
		}
		return cased(letter, s.Shift)
	}
	for _, sign := range signs {
		switch {
		case sign[0] != s.code || !isForeign(s.char):
		case s.Shift:
			return sign[1][1:]
		default:
			return sign[1][:1]
		}
	}
	return ""
}

// digitPlace is the digit of the place where a stroke was, or "". With Shift it
// is the same: layouts differ in which of the two needs it.
func (s Stroke) digitPlace() string {
	digit, ok := strings.CutPrefix(s.code, "Digit")
	if !ok || s.third || s.Name != None {
		return ""
	}
	return digit
}

func isLatin(char string) bool {
	r, _ := utf8.DecodeRuneInString(char)
	return unicode.Is(unicode.Latin, r)
}

// isForeign reports whether a character is of a script other than Latin: a
// letter, a vowel sign, a mark as ؟. Signs that Latin layouts have (« ¿ § €) are
// not, nor are those of U+2000 to U+2BFF, which belong to no script.
func isForeign(char string) bool {
	r, _ := utf8.DecodeRuneInString(char)
	const greek, general, glagolitic = 0x370, 0x2000, 0x2C00
	return r >= greek && (r < general || r >= glagolitic) && !unicode.Is(unicode.Latin, r) &&
		unicode.In(r, unicode.L, unicode.M, unicode.P)
}
