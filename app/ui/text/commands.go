package text

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// movingCommands are how one walks through the text and selects in it.
func (room *Room) movingCommands() []kit.Command {
	return []kit.Command{
		kit.MovingCommand("word", "← →", "in the text: the word before or after", room.moveByWord,
			"ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight"),
		kit.MovingCommand("line", "↑ ↓", "in the text: the line above or below", room.moveByLine,
			"ArrowUp", "ArrowDown", "Shift+ArrowUp", "Shift+ArrowDown"),
		kit.HelpRow("Shift + arrow", "more or less of the text"),
		kit.MovingCommand("character", "Alt + Shift + ← →", "one character more or less", room.moveByCharacter,
			"Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"),
		kit.NewCommand(kit.AllCommand, "in the text: select all of it", keyboard.InText, kit.Always(room.selectAll), "Ctrl+a"),
		kit.HelpRow("↑ ↓ Home End", "in a list: another row"),
	}
}

// spanCommands are how spans are chosen, shaped and deleted.
func (room *Room) spanCommands() []kit.Command {
	return []kit.Command{
		kit.FixedCommand("choose", "Enter", "in the text: choose the span at the word", keyboard.InText, kit.IfAny(room.chooseAtPick), "Enter"),
		kit.NewCommand(kit.AddCommand, "add the selection to the chosen span, or to the last one; with several chosen, merge them", keyboard.ToSpan, kit.IfAny(room.addOrMerge), "+"),
		kit.NewCommand(kit.CutCommand, "cut the selection out of its span", keyboard.ToSpan, kit.IfAny(room.cutPicked), "-"),
		kit.NewCommand(kit.SplitCommand, "split the span at the selection", keyboard.ToSpan, kit.IfAny(room.splitAtPick), "/"),
		kit.NewCommand("start", "take hold of the chosen span’s start", keyboard.ToSpan, kit.IfAny(room.takeStart), "["),
		kit.NewCommand("end", "take hold of the chosen span’s end", keyboard.ToSpan, kit.IfAny(room.takeEnd), "]"),
		kit.HelpRow("← →", "holding an end: a word less or more"),
		kit.HelpRow("Shift + ← →", "holding an end: a character"),
		kit.HelpRow("Space, Shift + ↑ ↓", "in the list: choose several spans"),
		kit.NewCommand("delete", "delete what is chosen", keyboard.ToSpan, kit.IfAny(room.DeleteChosen), "Delete", "Backspace"),
	}
}
