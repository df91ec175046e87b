package monkey

import (
	"strings"
	"unicode/utf8"

	"github.com/chromedp/cdproto/input"
)

// keyNumbers are the numbers that keys without a character have for the system.
var keyNumbers = map[string]int64{
	"Backspace": 8, "Tab": 9, "Enter": 13, "Shift": 16, "CapsLock": 20, "Escape": 27, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36,
	"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Delete": 46, "ContextMenu": 93, "F2": 113, "Dead": 222,
	"Process": composing, "Unidentified": composing,
}

// composing is the number of every key that an input method has taken.
const composing = 229

// key presses a key and lets it go.
func (s *stage) key(key, code string, held Modifiers) {
	number, named := keyNumbers[key]
	if code == "" {
		code = key
	}
	if !named {
		number = int64(code[len(code)-1])
	}
	s.stroke(key, code, number, held)
}

func (s *stage) stroke(key, code string, number int64, held Modifiers) {
	down := input.DispatchKeyEventParams{
		Type: input.DispatchKeyEventTypeRawKeyDown, Key: key, Code: code, WindowsVirtualKeyCode: number, Modifiers: int64(held)}
	if text := written(key); text != "" && number != composing && held&^Shift == 0 {
		down.Type, down.Text, down.UnmodifiedText = input.DispatchKeyEventTypeKeyDown, text, text
	}
	send(s.tab(), input.DispatchKeyEvent, down)
	up := down
	up.Type, up.Text, up.UnmodifiedText = input.DispatchKeyEventTypeKeyUp, "", ""
	send(s.tab(), input.DispatchKeyEvent, up)
}

// written is what a key writes into a field.
func written(key string) string {
	switch {
	case key == "Enter":
		return "\r"
	case utf8.RuneCountInString(key) == 1:
		return key
	}
	return ""
}

// compose writes a text as an input method does, and ends in one of the ways in
// which browsers end it.
func (s *stage) compose(text, end string) {
	p := s.tab()
	s.stroke("Process", "KeyA", composing, 0)
	for i := range strings.Split(text, "") {
		part := string([]rune(text)[:i+1])
		at := int64(len([]rune(part)))
		send(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: part, SelectionStart: at, SelectionEnd: at})
	}
	switch end {
	case "cancel":
		send(p, input.ImeSetComposition, input.ImeSetCompositionParams{})
		return
	case "enter": // as Chromium does: Enter comes while it still composes
		s.stroke("Enter", "Enter", composing, 0)
	}
	send(p, input.InsertText, input.InsertTextParams{Text: text})
	if end == "safari" { // Enter comes after it
		s.stroke("Enter", "Enter", composing, 0)
	}
}
