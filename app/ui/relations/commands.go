package relations

import (
	"spanwise/app/ui/keyboard"
	"spanwise/app/ui/kit"
)

// commands are those of relations.
func (room *Room) commands() []kit.Command {
	return []kit.Command{
		kit.NewCommand(kit.RelateCommand, "relate the chosen span to another", keyboard.ToSpan, kit.IfAny(room.relate), "r", ">"),
	}
}
