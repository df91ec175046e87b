package ui

import "spanwise/app/ui/keyboard"

// movingCommands are how one walks through the text and selects in it.
func (room *textRoom) movingCommands() []command {
	return []command{
		moving("word", "← →", "in the text: the word before or after", room.moveByWord,
			"ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight"),
		moving("line", "↑ ↓", "in the text: the line above or below", room.moveByLine,
			"ArrowUp", "ArrowDown", "Shift+ArrowUp", "Shift+ArrowDown"),
		told("Shift + arrow", "more or less of the text"),
		moving("character", "Alt + Shift + ← →", "one character more or less", room.moveByCharacter,
			"Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"),
		set(allCommand, "in the text: select all of it", keyboard.InText, always(room.selectAll), "Ctrl+a"),
		told("↑ ↓ Home End", "in a list: another row"),
	}
}

// spanCommands are how spans are chosen, shaped and deleted.
func (room *textRoom) spanCommands() []command {
	return []command{
		fixed("choose", "Enter", "in the text: choose the span at the word", keyboard.InText, ifAny(room.chooseAtPick), "Enter"),
		set(addCommand, "add the selection to the chosen span, or to the last one; with several chosen, merge them", keyboard.ToSpan, ifAny(room.addOrMerge), "+"),
		set(cutCommand, "cut the selection out of its span", keyboard.ToSpan, ifAny(room.cutPicked), "-"),
		set(splitCommand, "split the span at the selection", keyboard.ToSpan, ifAny(room.splitAtPick), "/"),
		set("start", "take hold of the chosen span’s start", keyboard.ToSpan, ifAny(room.takeStart), "["),
		set("end", "take hold of the chosen span’s end", keyboard.ToSpan, ifAny(room.takeEnd), "]"),
		told("← →", "holding an end: a word less or more"),
		told("Shift + ← →", "holding an end: a character"),
		told("Space, Shift + ↑ ↓", "in the list: choose several spans"),
		set("delete", "delete what is chosen", keyboard.ToSpan, ifAny(room.deleteChosen), "Delete", "Backspace"),
	}
}
