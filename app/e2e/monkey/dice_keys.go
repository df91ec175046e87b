package monkey

// plainKeys are the keys that write nothing, with the places where they are.
var plainKeys = []string{
	"Escape", "Escape", "Enter", "Enter", "Tab", "Tab", "Backspace", "Delete", "Delete", "ArrowLeft", "ArrowRight", "ArrowRight",
	"ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "F2", "CapsLock", "ContextMenu", "Shift", "Dead", "Unidentified",
}

// keying draws a stroke of some keyboard.
func (d dice) keying() Event {
	return d.among([]face{
		{40, func(d dice) Event {
			return Event{Kind: Key, What: one(d, plainKeys...), Held: d.held(), Times: one(d, 1, 1, 1, 2, 5)}
		}},
		{35, dice.letter},
		{25, dice.history},
		{10, dice.walk},
	})
}

// letter draws a key that writes, of any layout, with and without Shift and Caps
// Lock.
func (d dice) letter() Event {
	l := one(d, layouts...)
	at := d.IntN(len(places))
	if d.IntN(2) == 0 {
		at = d.IntN(10) // the digits, which labels have
	}
	held := d.held()
	return Event{Kind: Key, What: l.key(at, held&Shift != 0, d.IntN(6) == 0), Code: places[at], Held: held, Times: 1}
}

// history draws undo and redo.
func (d dice) history() Event {
	l := one(d, layouts...)
	place := one(d, "KeyZ", "KeyZ", "KeyZ", "KeyY")
	held := one(d, Ctrl, Ctrl, Ctrl, Meta, Ctrl|Shift)
	for at, p := range places {
		if p == place {
			return Event{Kind: Key, What: l.key(at, held&Shift != 0, false), Code: place, Held: held, Times: one(d, 1, 1, 2, 4)}
		}
	}
	panic("monkey: a keyboard without the place " + place)
}

// walk draws a selection that grows from the keyboard.
func (d dice) walk() Event {
	return Event{Kind: Key, What: one(d, "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"), Held: one(d, Shift, Shift|Alt, Shift|Ctrl), Times: one(d, 1, 3, 8)}
}

// words are what people type, in many scripts, and what breaks programs.
var words = []string{
	"Ankara", "the Ministry of Defence", "a", "1", " ", "\t", "\n", "é", "e\u0301", "Łódź", "Москва", "Αθήνα", "القاهرة", "ירושלים",
	"می\u200cخواهم", "北京", "กรุงเทพ", "👩‍👩‍👧", "🏳️‍🌈", "\u202eevil", "\u200b", "<b>bold</b>", "\"quoted\"", "'; drop", "__proto__", "constructor",
	"=1+1", "2026-11-30", "next Tuesday", "http://example.org/", "x\u0000y", "\ufeff", "\ufffd",
	"a long word that goes on and on and on and on and on and on and on and on and on and on and on and on and on and on",
}

// typing draws text that is written or composed.
func (d dice) typing() Event {
	if d.IntN(4) == 0 {
		return Event{Kind: Compose, What: one(d, "ni", "にほん", "한국", "é", "你好"), By: one(d, "commit", "commit", "cancel", "enter", "safari")}
	}
	return Event{Kind: Type, What: one(d, words...)}
}
