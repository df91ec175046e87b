package ui

import "spanwise/app/ui/keyboard"

// commands are what can be said of spans.
func (room *spansRoom) commands() []command {
	return []command{
		set(attributesCommand, "what else can be said of the span, and back with Esc", keyboard.ToSpan, ifAny(room.goToAttributes), "a"),
		set(entryCommand, "which entry of the register the span mentions", keyboard.ToSpan, ifAny(room.goToEntry), "e"),
		set(dateCommand, "take the span’s own words as its date", keyboard.ToSpan, ifAny(room.takeDate), "d"),
		set(toDoCommand, "the next span that lacks something", keyboard.Anywhere, ifAny(room.nextToDo), "n"),
	}
}
