package spans

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// commands are what can be said of spans.
func (room *Room) commands() []kit.Command {
	return []kit.Command{
		kit.NewCommand(kit.AttributesCommand, "what else can be said of the span, and back with Esc", keyboard.ToSpan, kit.IfAny(room.goToAttributes), "a"),
		kit.NewCommand(kit.EntryCommand, "which entry of the register the span mentions", keyboard.ToSpan, kit.IfAny(room.goToEntry), "e"),
		kit.NewCommand(kit.DateCommand, "take the span’s own words as its date", keyboard.ToSpan, kit.IfAny(room.takeDate), "d"),
		kit.NewCommand(kit.ToDoCommand, "the next span that lacks something", keyboard.Anywhere, kit.IfAny(room.nextToDo), "n"),
	}
}
