// Package keyboard says what a key means, whatever the keyboard: which stroke
// asks for which label or command, on any layout, with Caps Lock, and while an
// input method composes. It knows no page; the page's commands come to it as a
// table, from which the help and the list of keys are drawn too.
//
// A key is written as a string: a character as it is typed ("a", "?", "+"), the
// name of one that has none ("Delete"), and before it "Ctrl+" (which is ⌘ as
// well), "Alt+" and "Shift+". Shift is not written where the character has it in
// it already.
package keyboard

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Event is a key going down, as a browser reports it (UI Events, §5.2).
type Event struct {
	Key, Code              string
	Ctrl, Meta, Shift, Alt bool
	AltGraph               bool // of getModifierState
	Composing              bool // isComposing
	KeyCode                int
	Repeat                 bool
}

// Name is a key that has no character.
type Name string

// The keys without a character that the page knows.
const (
	None       Name = ""
	Enter      Name = "Enter"
	Escape     Name = "Escape"
	Tab        Name = "Tab"
	Space      Name = "Space"
	Delete     Name = "Delete"
	Backspace  Name = "Backspace"
	ArrowLeft  Name = "ArrowLeft"
	ArrowRight Name = "ArrowRight"
	ArrowUp    Name = "ArrowUp"
	ArrowDown  Name = "ArrowDown"
	Home       Name = "Home"
	End        Name = "End"
)

// processed is the key code of a key that went to an input method. Safari sends
// it with the Enter that ends a composition, and says there that none goes on.
const processed = 229

// Stroke is a key as the page weighs it. That of a key which went to an input
// method is empty: an Enter that ends a composition is no Enter.
type Stroke struct {
	Name    Name // of a key without a character
	Command bool // Ctrl, or ⌘
	Shift   bool
	Alt     bool
	Repeat  bool

	own   string // the character as it is without Caps Lock
	char  string // the same in Western digits
	code  string
	third bool // AltGr or Option may have made the character
}

// Of reads an event. AltGr is Ctrl and Alt on Windows; there both are part of the
// character and ask for nothing.
func Of(e Event) Stroke {
	if e.Composing || e.KeyCode == processed || e.Key == "Process" {
		return Stroke{}
	}
	s := Stroke{
		Command: e.Ctrl || e.Meta, Shift: e.Shift, Alt: e.Alt, Repeat: e.Repeat,
		code: e.Code, third: e.Alt || e.AltGraph,
	}
	switch {
	case e.Key == " ":
		s.Name = Space
	case e.Key == "Dead" || e.Key == "Unidentified":
	case isCharacter(e.Key):
		s.own = cased(e.Key, e.Shift)
		s.char = western(s.own)
	default:
		s.Name = Name(e.Key)
	}
	if e.AltGraph && s.Name == None {
		s.Command, s.Alt = e.Meta, false
	}
	return s
}

// isCharacter tells what a key types from the name of a key. An Arabic key types
// two characters at once.
func isCharacter(key string) bool {
	first, size := utf8.DecodeRuneInString(key)
	return size > 0 && (size == len(key) || first >= utf8.RuneSelf)
}

// cased is a character as it is without Caps Lock: large exactly with Shift.
func cased(char string, shift bool) string {
	if shift {
		return strings.Map(unicode.ToUpper, char)
	}
	return strings.Map(unicode.ToLower, char)
}

// western is a character with the digits of any script as 0 to 9, and the wide
// forms of East Asia as the narrow ones.
func western(char string) string {
	return strings.Map(func(r rune) rune {
		const wide = '！' - '!'
		switch {
		case r < utf8.RuneSelf:
			return r
		case '！' <= r && r <= '～':
			return r - wide
		}
		return westernDigit(r)
	}, char)
}

// westernDigit is the digit 0 to 9 that a digit stands for; any other character
// stays. In each range of the table the digits of a script are in order.
func westernDigit(r rune) rune {
	for _, digits := range unicode.Nd.R16 {
		if lo := rune(digits.Lo); lo <= r && r <= rune(digits.Hi) {
			return '0' + (r-lo)%10
		}
	}
	for _, digits := range unicode.Nd.R32 {
		if lo := rune(digits.Lo); lo <= r && r <= rune(digits.Hi) {
			return '0' + (r-lo)%10
		}
	}
	return r
}

// Typed is the key of a stroke by what it types; "" asks for nothing. Ctrl with
// Alt is the system's, and Alt with a letter or a digit is the browser's.
func (s Stroke) Typed() string {
	switch {
	case s.Name != None:
		return s.modifiers() + string(s.Name)
	case s.char == "" || s.Command && s.third || s.Alt && isWord(s.char):
		return ""
	}
	return s.written(s.char)
}

// Placed is the key of a stroke by where it lies on the keyboard, as the American
// layout has it; "" where only what it types counts.
func (s Stroke) Placed() string {
	if at := s.place(); at != "" {
		return s.written(at)
	}
	return ""
}

// written is the key that a character is with the modifiers that are held.
func (s Stroke) written(char string) string {
	switch {
	case s.Command && s.Shift:
		return "Ctrl+Shift+" + strings.ToLower(char)
	case s.Command:
		return "Ctrl+" + char
	}
	return char
}

func (s Stroke) modifiers() string {
	held := ""
	if s.Command {
		held += "Ctrl+"
	}
	if s.Alt {
		held += "Alt+"
	}
	if s.Shift {
		held += "Shift+"
	}
	return held
}

// isWord reports whether a character is a letter or a digit.
func isWord(char string) bool {
	r, _ := utf8.DecodeRuneInString(char)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// Digit is the digit that a stroke means in a place where digits choose: the one
// that it types, or that its place has. It reports false for any other stroke.
func (s Stroke) Digit() (digit int, ok bool) {
	if s.Command || s.Alt {
		return 0, false
	}
	for _, char := range []string{s.char, s.digitPlace()} {
		if len(char) == 1 && '0' <= char[0] && char[0] <= '9' {
			return int(char[0] - '0'), true
		}
	}
	return 0, false
}

// Characters are what a stroke may mean where letters choose, in that order: what
// it types, and what its place has.
func (s Stroke) Characters() []string {
	if s.Command || s.Alt || s.char == "" {
		return nil
	}
	if at := s.place(); at != "" && at != s.char {
		return []string{s.char, at}
	}
	return []string{s.char}
}
