package keyboard

import "strings"

// Layout is what is known of the keyboard at hand. Of none it knows nothing.
type Layout struct {
	Mac    bool
	Places map[string]string // what each place types without Shift, by its code
}

// names are how keys without a character are shown.
var names = map[string]string{
	"Escape": "Esc", "ArrowLeft": "←", "ArrowRight": "→", "ArrowUp": "↑", "ArrowDown": "↓",
}

// Show writes a key as it is typed on the keyboard at hand: Ctrl + Z, or ⌘ + Z.
func (l Layout) Show(key string) string {
	held, last := split(key)
	var parts []string
	for _, modifier := range held {
		if modifier == "Ctrl" && l.Mac {
			modifier = "⌘"
		}
		parts = append(parts, modifier)
	}
	switch {
	case names[last] != "":
		last = names[last]
	case isCharacter(last):
		last = l.cap(last)
		if len(held) == 0 && cased(key, false) != key {
			parts = append(parts, "Shift")
		}
	}
	return strings.Join(append(parts, last), " + ")
}

// ShowAll writes several keys for one thing.
func (l Layout) ShowAll(keys []string) string {
	shown := make([]string, len(keys))
	for i, key := range keys {
		shown[i] = l.Show(key)
	}
	return strings.Join(shown, " or ")
}

// Elsewhere is what the key of a character shows where the keyboard types the
// character by no key alone, and the key of its place asks for the same: & for 1
// on a French keyboard. It is "" otherwise.
func (l Layout) Elsewhere(char string) string {
	if l.Places == nil {
		return ""
	}
	for _, typed := range l.Places {
		if typed == char {
			return ""
		}
	}
	for code, typed := range l.Places {
		if placed := (Stroke{code: code, char: typed}).place(); placed != "" && placed == char {
			return typed
		}
	}
	return ""
}

// cap is what stands on the key of a character.
func (l Layout) cap(char string) string {
	if elsewhere := l.Elsewhere(char); elsewhere != "" {
		char = elsewhere
	}
	return cased(char, true)
}

// split parts a key into its modifiers and the rest, which may be + itself.
func split(key string) (held []string, last string) {
	for {
		modifier, rest, more := strings.Cut(key, "+")
		if !more || rest == "" || modifier == "" {
			return held, key
		}
		held, key = append(held, modifier), rest
	}
}

// Aria writes a key as aria-keyshortcuts has it.
func Aria(key string) string { return strings.Replace(key, "Ctrl+", "Control+", 1) }
